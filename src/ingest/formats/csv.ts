import type { Problem } from '#base/problem.ts'
import { Columns } from './columns.ts'
import { type Head, looksLikeData, readCsvHead } from './csv-head.ts'
import { hasMark } from './encoding.ts'
import { type Input, readChunks, readEnds } from './input.ts'
import { invalid } from './invalid.ts'
import { rewriteText } from './rewrite.ts'
import { Scan, type Scanned } from './scan.ts'
import type { Found } from './staged.ts'

const SAMPLE = 1 << 20

/** Finds the one table of a CSV file. The file is read in place unless its bytes are not what DuckDB reads. */
export async function stageCsv(input: Input): Promise<Found> {
  const { head } = await readEnds(input.path, SAMPLE)
  const mark = hasMark(head) ? 3 : 0
  const start = mark + preamble(head.subarray(mark))
  const above = linesAbove(head.subarray(0, start))
  const linesBefore = above.length
  const newline = head.indexOf(10) === -1 && head.indexOf(13) !== -1 ? 13 : 10
  const quote = readCsvHead(head.subarray(start).toString('latin1')).quote.charCodeAt(0)
  const scanned = await scan(input, new Scan({ shown: input.shown, line: input.limits.line, newline, quote }))
  const rewritten = needsRewriting(scanned, start, mark)
    ? await rewriteText(input, { start, linesBefore, newline })
    : undefined
  const path = rewritten?.path ?? input.path
  const read = readCsvHead(await sampleText(path))
  refuseHeadOnly(input, scanned.rows - above.filter((line) => line !== '').length)

  const columns = new Columns(input.shown, input.limits.columns)
  for (const name of read.columns) columns.add(name)
  const table = {
    name: input.name,
    format: 'csv' as const,
    load: { kind: 'csv' as const, path, delimiter: read.delimiter, quote: read.quote },
    columns: columns.names,
    zone: 'unknown' as const,
    quotedNewlines: scanned.quotedNewlines || scanned.blankLines || start > mark,
  }
  const told = [
    ...encodingProblems(input, rewritten?.otherLines),
    ...columns.problems(),
    ...headProblems(input, read),
    ...quoteProblems(input, scanned),
  ]
  return { tables: [table], problems: told }
}

async function scan(input: Input, pass: Scan): Promise<Scanned> {
  for await (const chunk of readChunks(input)) pass.push(chunk)
  return pass.end()
}

/** How many bytes of blank lines, and of the `sep=;` line that Excel understands, stand above the head line. */
function preamble(head: Buffer): number {
  const blank = '(?:[ \\t]*(?:\\r\\n|\\r|\\n))*'
  const above = new RegExp(`^${blank}(?:sep=.(?:\\r\\n|\\r|\\n))?${blank}`, 'i')
  return above.exec(head.toString('latin1', 0, 4096))?.[0].length ?? 0
}

function linesAbove(bytes: Buffer): string[] {
  return bytes
    .toString('latin1')
    .split(/\r\n|\r|\n/)
    .slice(0, -1)
}

function needsRewriting(scanned: Scanned, start: number, mark: number): boolean {
  return scanned.notUtf8 !== undefined || scanned.mixedNewlines || start > mark
}

/** The first whole lines of a staged text. */
async function sampleText(path: string): Promise<string> {
  const { head, bytes } = await readEnds(path, SAMPLE)
  const text = head.subarray(hasMark(head) ? 3 : 0).toString()
  if (bytes <= SAMPLE) return text
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
  return end === -1 ? text : text.slice(0, end)
}

function refuseHeadOnly({ shown }: Input, rows: number): void {
  if (rows > 1) return
  throw invalid(
    shown,
    'it holds a head line and no row below it',
    'Export it again with the tickets of the period',
  )
}

function encodingProblems(
  { shown }: Input,
  lines: Readonly<{ count: number; first: number }> | undefined,
): Problem[] {
  if (!lines || lines.count === 0) return []
  const message = `${lines.count} lines are not UTF-8 and were read as Windows-1252. Check names with accents, or export as UTF-8.`
  return [{ code: 'ingest.encoding', message, where: { file: shown, line: lines.first }, level: 'note' }]
}

function quoteProblems({ shown }: Input, { openQuote }: Scanned): Problem[] {
  if (openQuote === undefined) return []
  const message =
    'A quote is opened here and never closed: the file may be cut short, or a quote stands within a field.'
  return [{ code: 'ingest.open-quote', message, where: { file: shown, line: openQuote }, level: 'warning' }]
}

function headProblems({ shown }: Input, { columns }: Head): Problem[] {
  const where = { file: shown, line: 1 }
  const problems: Problem[] = []
  if (looksLikeData(columns)) {
    const message =
      'The head line looks like data, so that one row may be lost. Add a line with the column names on top.'
    problems.push({ code: 'ingest.head-looks-like-data', message, where, level: 'warning' })
  }
  if (columns.some((name) => name.trim() === '')) {
    const message = 'Columns without a name are read as column_1, column_2 and so on by their position.'
    problems.push({ code: 'ingest.unnamed-column', message, where, level: 'note' })
  }
  if (columns.length === 1) {
    const message =
      'Only one column was found; comma, semicolon, tab, | and ^ were tried as delimiter. Check the export.'
    problems.push({ code: 'ingest.one-column', message, where, level: 'warning' })
  }
  return problems
}
