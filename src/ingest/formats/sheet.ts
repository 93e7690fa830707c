import { readFile } from 'node:fs/promises'
import { Refusal } from '#base/refusal.ts'
import { readCsvHead } from './csv-head.ts'
import { csvRows, type SheetLine } from './csv-rows.ts'
import { decodeWindows1252, detectEncoding } from './encoding.ts'
import { type Input, readEnds } from './input.ts'
import { invalid } from './invalid.ts'
import type { Limits } from './limits.ts'
import { openScratch } from './scratch.ts'
import { ENDS, sniff } from './sniff.ts'
import { checkedCopy } from './xlsx.ts'
import { cellText } from './xlsx-cell.ts'

/** A table that people filled in by hand, held in memory: for files of some thousand rows. */
export type Sheet = Readonly<{ name: string; format: 'csv' | 'xlsx'; rows: readonly SheetLine[] }>

const mebibyte = 1024 ** 2

/** What a file of this kind may ask of the machine. */
const limits: Limits = {
  ratio: 100,
  ratioFrom: 20 * mebibyte,
  expanded: 100 * mebibyte,
  entries: 1000,
  line: mebibyte,
  columns: 500,
  depth: 64,
}
const mostRows = 50_000
const sampled = 1 << 20
const advice = 'Save the table as .xlsx or CSV and try again'

/** Reads the sheets of a workbook, or the one table of a CSV file, with the line of every row. */
export async function readSheets(
  path: string,
  shown: string,
  scratchFolder: string,
): Promise<readonly Sheet[]> {
  const { head, tail, bytes } = await readEnds(path, ENDS)
  const sniffed = sniff(head, tail, shown)
  if ('foreign' in sniffed) throw invalid(shown, sniffed.foreign, advice)
  if (sniffed.kind === 'empty') throw invalid(shown, 'the file is empty', advice)
  if (sniffed.kind === 'csv') return [{ name: shown, format: 'csv', rows: await readText(path, shown) }]
  if (sniffed.kind !== 'zip') throw invalid(shown, `it is ${sniffed.kind}, not a table of rows`, advice)
  const scratch = await openScratch(scratchFolder)
  try {
    return await readWorkbook({
      path,
      shown,
      name: shown,
      bytes,
      scratch,
      limits,
      signal: undefined,
      tap: undefined,
    })
  } finally {
    await scratch.drop()
  }
}

async function readText(path: string, shown: string): Promise<readonly SheetLine[]> {
  const bytes = await readFile(path)
  if (bytes.includes(0) && detectEncoding(bytes) === 'utf-8')
    throw invalid(shown, 'it holds NUL bytes, which no table has', advice)
  const text = decoded(bytes)
    .replace(/^\ufeff/, '')
    .replace(/^sep=.\r?\n/i, '')
  const { delimiter, quote } = readCsvHead(text.slice(0, sampled))
  const rows = csvRows(text, { delimiter, quote })
  refuseTooMany(shown, rows.length)
  return rows
}

function decoded(bytes: Buffer): string {
  const encoding = detectEncoding(bytes)
  if (encoding !== 'utf-8') return new TextDecoder(encoding).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Spreadsheets of Western Europe save CSV so.
    return decodeWindows1252(bytes)
  }
}

async function readWorkbook(input: Input): Promise<readonly Sheet[]> {
  const copy = await checkedCopy(input)
  const sheets: Sheet[] = []
  try {
    const { WorkbookReader } = await import('@cj-tech-master/excelts')
    const workbook = new WorkbookReader(copy, {
      worksheets: 'emit',
      sharedStrings: 'cache',
      styles: 'cache',
      hyperlinks: 'ignore',
    })
    for await (const sheet of workbook) {
      const rows: SheetLine[] = []
      for await (const row of sheet) {
        const cells: string[] = []
        row.eachCell((cell, column) => {
          if (column <= limits.columns) cells[column - 1] = cellText(cell) ?? ''
        })
        rows.push({ line: row.number, cells: Array.from(cells, (text) => text ?? '') })
        refuseTooMany(input.shown, rows.length)
      }
      sheets.push({ name: sheet.name || `sheet ${sheet.id}`, format: 'xlsx', rows })
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw invalid(input.shown, `the workbook cannot be read: ${why}`, advice, error)
  }
  return sheets
}

function refuseTooMany(shown: string, rows: number): void {
  if (rows <= mostRows) return
  throw invalid(shown, `it has more than ${mostRows} rows`, 'Cut it into several files')
}
