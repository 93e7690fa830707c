import type { Field, RowColumn } from './definition.ts'

/** How a record that a link points at is written in a cell. */
export type NameRecord = (id: string) => string

/** A value as the text of a cell; the empty text is no value. Lists and links stand one a line. */
export function cellOf(field: Field, value: unknown, nameRecord: NameRecord): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'rows')
    return asArray(value)
      .map((row) => rowText(field.rows ?? [], row))
      .join('\n')
  if (field.kind === 'link')
    return asArray(value)
      .map((id) => nameRecord(String(id)))
      .join('\n')
  if (field.kind === 'list') return asArray(value).map(String).join('\n')
  return plainText(value)
}

/** What a cell says, read back by the kind of its field; a message where it cannot be read. Links are resolved elsewhere. */
export function readCell(field: Field, cell: string): { value: unknown } | { wrong: string } {
  const text = cell.trim()
  if (text === '') return { value: undefined }
  if (field.kind === 'list') return { value: linesOf(text) }
  if (field.kind === 'rows') return readRows(field.rows ?? [], text)
  return readPlain(field, text)
}

/** The entries of a cell that holds several. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

function plainText(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

/** The columns of a row, with bars between them; a bar within a text is written \| . */
function rowText(columns: readonly RowColumn[], row: unknown): string {
  const values = row as Readonly<Record<string, unknown>> // rows are objects by their schema
  return columns
    .map(({ name }) => {
      const value = values[name]
      return value === undefined ? '' : plainText(value).replaceAll(/[\\|]/g, '\\$&')
    })
    .join(' | ')
}

function readRows(columns: readonly RowColumn[], text: string): { value: unknown } | { wrong: string } {
  const rows: Record<string, unknown>[] = []
  for (const line of linesOf(text)) {
    const cells = splitRow(line)
    if (cells.length > columns.length)
      return {
        wrong: `"${line}" has more than its ${columns.length} parts: ${columns.map(({ label }) => label).join(' | ')}`,
      }
    const row: Record<string, unknown> = {}
    for (const [index, column] of columns.entries()) {
      const cell = (cells[index] ?? '').trim()
      if (cell === '') continue
      const read = readPlain(column, cell)
      if ('wrong' in read) return { wrong: `in "${line}", ${column.label} ${read.wrong}` }
      row[column.name] = read.value
    }
    rows.push(row)
  }
  return { value: rows }
}

function splitRow(line: string): string[] {
  const cells = ['']
  for (const [, escaped, bar, other] of line.matchAll(/\\([\\|])|(\|)|([^|])/g)) {
    if (bar) cells.push('')
    else cells[cells.length - 1] += escaped ?? other ?? ''
  }
  return cells
}

function readPlain(
  field: Pick<Field | RowColumn, 'kind' | 'choices'>,
  text: string,
): { value: unknown } | { wrong: string } {
  switch (field.kind) {
    case 'number':
    case 'money':
      return readNumber(text)
    case 'day':
      return readDay(text)
    case 'yes or no':
      return readYesNo(text)
    case 'choice':
      return { value: field.choices?.find((word) => word.toLowerCase() === text.toLowerCase()) ?? text }
    default:
      return { value: text }
  }
}

function readNumber(text: string): { value: unknown } | { wrong: string } {
  const plain = text.replaceAll(/[\s'’]/g, '')
  const dotted = /^[^.]*,\d+$/.test(plain) && !/,.*,/.test(plain) ? plain.replace(',', '.') : plain
  const value = Number(dotted)
  return Number.isFinite(value) && dotted !== ''
    ? { value }
    : { wrong: `"${text}" is no number: write it as 1234.5` }
}

function readDay(text: string): { value: unknown } | { wrong: string } {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(text)?.[1]
  if (iso) return { value: iso }
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  if (year) return { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
  return { wrong: `"${text}" is no day that can be read with certainty: write it as 2026-03-01` }
}

const yes = new Set(['yes', 'y', 'true', '1', 'ja', 'oui', 'sì', 'si'])
const no = new Set(['no', 'n', 'false', '0', 'nein', 'non'])

function readYesNo(text: string): { value: unknown } | { wrong: string } {
  const word = text.toLowerCase()
  if (yes.has(word)) return { value: true }
  return no.has(word) ? { value: false } : { wrong: `"${text}" is neither yes nor no` }
}
