import type { Answered } from '../../data/call.ts'
import type { Word } from '../../data/register-words.ts'
import type { OrganizationLinks } from '../../links.ts'
import type { Column } from '../../ui/column.ts'
import type { Format } from '../../ui/format.ts'
import { To } from '../../ui/To.tsx'

export type Register = Answered<'GET /api/organizations/:organization/registers/:register'>
export type Field = Register['fields'][number]
export type Row =
  Answered<'GET /api/organizations/:organization/registers/:register/records'>['items'][number]

type Showing = Readonly<{
  to: OrganizationLinks
  format: Format
  /** Says a phrase of the register to the reader. */
  word: Word
  yes: string
  no: string
  numberHead: string
  stateHead: string
  query: string
}>

/** The columns of a register's table, from its definition. */
export function columnsOf(register: Register, showing: Showing): readonly Column<Row>[] {
  const { to, word, numberHead, stateHead, query } = showing
  const fields = register.view.columns.flatMap((name) => {
    const field = register.fields.find((one) => one.name === name)
    return field ? [columnOf(register, field, showing)] : []
  })
  return [
    {
      key: 'number',
      head: numberHead,
      cell: ({ id, number }) => <To href={`${to.record(register.id, id)}${query}`}>{number}</To>,
      value: ({ number }) => number,
      isName: true,
      width: 96,
    },
    ...fields,
    stateColumn(register, stateHead, word),
  ]
}

function stateColumn(register: Register, head: string, word: Word): Column<Row> {
  return {
    key: 'state',
    head,
    cell: ({ state }) => word(state),
    value: ({ state }) => state,
    filter: register.states.map((state) => ({ value: state, label: word(state) })),
    width: Math.max(130, ...register.states.map((state) => roomFor(word(state)))),
  }
}

/** The pixels that a short text needs in a column, whatever its language; a long one is cut there. */
function roomFor(text: string): number {
  return Math.min(24 + 7.5 * text.length, 220)
}

const widths: Readonly<Partial<Record<Field['kind'], number>>> = {
  day: 124,
  number: 104,
  money: 124,
  choice: 140,
}

function columnOf(register: Register, field: Field, showing: Showing): Column<Row> {
  const isSortable = register.sortable.includes(field.name)
  const filter =
    field.kind === 'choice'
      ? field.choices?.map((value) => ({ value, label: showing.word(value) }))
      : undefined
  return {
    key: field.name,
    head: showing.word(field.label),
    cell: (row) => written(field, row, showing),
    ...(isSortable ? { value: (row: Row) => String(row.data[field.name] ?? '') } : {}),
    ...(filter ? { filter } : {}),
    ...(field.kind === 'number' || field.kind === 'money' ? { isNumber: true } : {}),
    width: Math.max(
      field.name === register.label ? 220 : (widths[field.kind] ?? 160),
      roomFor(showing.word(field.label)),
      ...(field.choices ?? []).map((one) => roomFor(showing.word(one))),
    ),
    ...(field.name === register.label ? { grows: true } : {}),
  }
}

/** A value as it is read in a table. */
export function written(
  field: Field,
  row: Row,
  { format, word, yes, no }: Pick<Showing, 'format' | 'word' | 'yes' | 'no'>,
): string {
  const value = row.data[field.name]
  if (field.kind === 'link')
    return row.links
      .filter((link) => link.field === field.name)
      .map(({ label }) => label)
      .join(', ')
  if (value === undefined || value === null) return ''
  if (field.kind === 'day') return format.day(String(value))
  if (typeof value === 'number')
    return `${format.number(value, 2)}${field.unit ? ` ${word(field.unit)}` : ''}`
  if (typeof value === 'boolean') return value ? yes : no
  if (Array.isArray(value)) return field.kind === 'rows' ? format.number(value.length) : value.join(', ')
  return field.kind === 'choice' ? word(String(value)) : String(value)
}
