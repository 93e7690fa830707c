import { cellOf, type NameRecord } from './cell.ts'
import type { Field, Register } from './definition.ts'
import type { Record } from './record.ts'

/** A cell as it is written: days are days and numbers are numbers where the format knows them. */
export type TableCell = Readonly<{ text: string; number?: number; day?: string }>

/** The heads of the columns that every register has before its fields. */
export const numberHead = 'Number'
export const stateHead = 'State'

/** The heads of a register's table, as they are written and read back. */
export function headsOf({ fields }: Register): readonly string[] {
  return [numberHead, stateHead, ...fields.map(({ label }) => label)]
}

/** One record as a row under those heads. */
export function rowOf({ fields }: Register, record: Record, nameRecord: NameRecord): readonly TableCell[] {
  return [
    { text: record.number },
    { text: record.state },
    ...fields.map((field) => tableCell(field, record.data[field.name], nameRecord)),
  ]
}

function tableCell(field: Field, value: unknown, nameRecord: NameRecord): TableCell {
  const text = cellOf(field, value, nameRecord)
  if (typeof value === 'number') return { text, number: value }
  return field.kind === 'day' && typeof value === 'string' ? { text, day: value } : { text }
}

/** What a spreadsheet would take for a formula; such texts get a quotation mark before them, which reading takes away again. */
const formula = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/** One line of CSV (RFC 4180). Texts that a spreadsheet would run are disarmed. */
export function csvLine(cells: readonly TableCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell({ text, number, day }: TableCell): string {
  const plain = number === undefined && day === undefined && formula.test(text) ? `'${text}` : text
  return /[",\r\n']|^\s|\s$/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** A text as it was before it was disarmed. */
export function rearm(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}
