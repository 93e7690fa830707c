import type { Problem } from '#base/problem.ts'
import type { Input } from './input.ts'
import { RowWriter } from './rows.ts'
import type { FoundTable } from './staged.ts'
import { type Cell, cellText, isCellError } from './xlsx-cell.ts'

const TITLE_ROWS = 20

/** What the workbook reader hands out as a row. */
type SheetRow = Readonly<{
  number: number
  eachCell: (visit: (cell: Cell, column: number) => void) => void
}>

type Row = Readonly<{ number: number; cells: readonly (string | undefined)[] }>

/** Reads one sheet row by row: finds the head row below titles, then writes the rows below it. */
export class SheetReader {
  readonly #input: Input
  readonly #name: string
  readonly #first: Row[] = []
  #head: Row | undefined
  #writer: RowWriter | undefined
  #next = 0
  #gaps = false
  #errors = 0
  #beyond = 0
  #beyondRow = 0

  constructor(input: Input, name: string) {
    this.#input = input
    this.#name = name
  }

  take(sheetRow: SheetRow): void {
    const row = this.#read(sheetRow)
    if (row.cells.length === 0) return
    if (this.#head) this.#write(this.#head, row)
    else this.#first.push(row)
    if (this.#first.length === TITLE_ROWS) this.#decide()
  }

  async drain(): Promise<void> {
    this.#input.signal?.throwIfAborted()
    await this.#writer?.drain()
  }

  async close(): Promise<{ table: FoundTable | undefined; problems: Problem[] }> {
    this.#decide()
    const head = this.#head
    if (!head || !this.#writer)
      return { table: undefined, problems: head ? [this.#tell('ingest.empty-sheet', emptySheet, head)] : [] }
    const about = { name: this.#name, format: 'xlsx' as const, zone: 'unknown' as const }
    const { table, problems } = await this.#writer.close(about)
    const isPlain = head.number === 1 && !this.#gaps
    return { table: { ...table, quotedNewlines: !isPlain }, problems: [...problems, ...this.#problems(head)] }
  }

  #read(row: SheetRow): Row {
    const cells: (string | undefined)[] = []
    row.eachCell((cell, column) => {
      const text = cellText(cell)
      if (isCellError(cell)) this.#errors += 1
      if (text !== undefined) cells[column - 1] = text
    })
    return { number: row.number, cells }
  }

  /** The head is the first row at least half as wide as the widest near the top: titles are short. */
  #decide(): void {
    if (this.#head) return
    const widest = Math.max(0, ...this.#first.map(filled))
    const at = this.#first.findIndex((row) => filled(row) * 2 >= widest)
    this.#head = this.#first[at]
    if (!this.#head) return
    this.#next = this.#head.number + 1
    for (const row of this.#first.splice(0).slice(at + 1)) this.#write(this.#head, row)
  }

  #write(head: Row, row: Row): void {
    this.#writer ??= new RowWriter(
      this.#input,
      Array.from(head.cells, (name) => name ?? ''),
    )
    if (row.number !== this.#next) this.#gaps = true
    this.#next = row.number + 1
    const beyond = row.cells.slice(head.cells.length).filter((text) => text !== undefined).length
    if (beyond > 0 && this.#beyond === 0) this.#beyondRow = row.number
    this.#beyond += beyond
    this.#writer.add([], Array.from(row.cells.slice(0, head.cells.length)))
  }

  #problems(head: Row): Problem[] {
    const problems: Problem[] = []
    if (head.number > 1) {
      const what = `The column names were found in row ${head.number}; what stands above was left out.`
      problems.push(this.#tell('ingest.rows-above-head', what, head))
    }
    if (this.#errors > 0) {
      const what = `${this.#errors} cells hold an error such as #N/A and were read as empty.`
      problems.push(this.#tell('ingest.cell-error', what, head))
    }
    if (this.#beyond > 0) {
      const what = `${this.#beyond} cells stand right of the last column name and were left out. Name their columns.`
      problems.push(this.#tell('ingest.cell-beyond-head', what, { ...head, number: this.#beyondRow }))
    }
    return problems
  }

  #tell(code: string, message: string, { number }: Row): Problem {
    return { code, message, where: { file: this.#input.shown, line: number }, level: 'warning' }
  }
}

const emptySheet = 'The sheet has one row only and was left out.'

function filled({ cells }: Row): number {
  return cells.filter((text) => text !== undefined).length
}
