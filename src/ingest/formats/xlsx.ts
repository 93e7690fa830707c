import type { Problem } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import { entriesOf, type Packed, readEntry } from './archive.ts'
import type { Input } from './input.ts'
import { invalid } from './invalid.ts'
import { Repacker } from './repack.ts'
import type { Found, FoundTable } from './staged.ts'
import { SheetReader } from './xlsx-sheet.ts'

/** Reads a workbook: each sheet with a head row and rows below it becomes a table. */
export async function stageXlsx(input: Input): Promise<Found> {
  const path = await checkedCopy(input)
  try {
    return await readSheets(input, path)
  } catch (error) {
    if (error instanceof Refusal || input.signal?.aborted) throw error
    const why = error instanceof Error ? error.message : String(error)
    const next = 'Open it in a spreadsheet program and save it as .xlsx'
    throw invalid(input.shown, `the workbook cannot be read: ${why}`, next, error)
  }
}

async function readSheets(input: Input, path: string): Promise<Found> {
  const tables: FoundTable[] = []
  const problems: Problem[] = []
  const { WorkbookReader } = await import('@cj-tech-master/excelts')
  const workbook = new WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
  })
  for await (const sheet of workbook) {
    const name = sheet.name || `sheet ${sheet.id}`
    const reader = new SheetReader({ ...input, shown: `${input.shown}/${name}` }, name)
    for await (const row of sheet) {
      reader.take(row)
      await reader.drain()
    }
    const closed = await reader.close()
    if (closed.table) tables.push(closed.table)
    problems.push(...closed.problems)
  }
  if (tables.length > 0) return { tables, problems }
  throw invalid(
    input.shown,
    'no sheet holds a head row with rows below it',
    'Put the column names into one row, the tickets below it',
  )
}

const sheets = /^xl\/worksheets\/[^/]+\.xml$/i
const others =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|styles|sharedStrings)\.xml|xl\/_rels\/workbook\.xml\.rels)$/i

/** Copies the parts that hold values, checked and within the limits: texts and styles first, so that sheets need not wait. */
export async function checkedCopy(input: Input): Promise<string> {
  const copy = new Repacker(input.shown, input.scratch)
  await input.scratch.reserve(input.bytes)
  for (const wanted of [others, sheets]) {
    for await (const packed of entriesOf(input)) {
      if (wanted.test(packed.name)) await copyPart(input, packed, copy)
    }
  }
  return copy.end()
}

async function copyPart(input: Input, packed: Packed, copy: Repacker): Promise<void> {
  const place = { ...input, shown: `${input.shown}/${packed.name}` }
  const part = new PartCheck(place.shown, packed.name)
  await copy.begin(packed)
  await readEntry(place, packed, (chunk) => {
    part.push(chunk)
    return copy.write(chunk)
  })
  part.end()
}

const DOCTYPE = '<!DOCTYPE'
const OVERLAP = 64

/** Looks at a part of a workbook for what the reader would pass over: document types, and sheets without an end. */
class PartCheck {
  readonly #shown: string
  readonly #name: string
  #end = ''

  constructor(shown: string, name: string) {
    this.#shown = shown
    this.#name = name
  }

  /** Markup in a cell is escaped, so that the word can only be the real thing. */
  push(chunk: Buffer): void {
    const seam = this.#end + chunk.toString('latin1', 0, OVERLAP)
    if (chunk.includes(DOCTYPE) || seam.includes(DOCTYPE)) {
      const wrong = 'the workbook has a document type (DOCTYPE), as no spreadsheet program writes'
      throw invalid(this.#shown, wrong, 'Do not open it; ask its sender for a clean one')
    }
    this.#end = (this.#end + chunk.toString('latin1', Math.max(0, chunk.length - OVERLAP))).slice(-OVERLAP)
  }

  end(): void {
    if (!sheets.test(this.#name) || /worksheet>\s*$/.test(this.#end)) return
    throw invalid(
      this.#shown,
      'the sheet is cut short',
      'Open the workbook in a spreadsheet program and save it again',
    )
  }
}
