import { bare, type Recognition } from '#content/recognition.ts'
import type { ColumnType, Tables } from '#content/table.ts'
import type { DateFormat } from './dates.ts'
import type { FileMapping } from './mapping.ts'
import {
  cleaned,
  eventKind,
  type Gaps,
  instant,
  isTranslated,
  localDay,
  plainValue,
  text,
  translation,
} from './value-sql.ts'

/** One archived table together with how it is read. */
export type Source = Readonly<{
  path: string
  sha: string
  file: string
  mapping: FileMapping
  rows: number
  formats: ReadonlyMap<string, DateFormat>
  values: ReadonlyMap<string, readonly string[]>
  gaps: ReadonlyMap<string, Gaps>
  tool: string | undefined
  /** Where only some rows are wanted: the table that holds them, with their numbers. */
  part?: string
}>

/** What every expression needs to know besides its source. */
export type Reading = Readonly<{
  tables: Tables
  recognition: Recognition
  zone: string | undefined
  types: Readonly<Record<string, string>>
}>

/** The rows of an archived table; file_row_number counts them from 0. */
export function rowsOf(source: Source): string {
  return source.part ?? `read_parquet(${text(source.path)}, file_row_number = true)`
}

/** The number of a row, from 1 for the first below the head. */
export const rowNumber = 'cast(file_row_number + 1 as integer)'

/** A source column as text, with the spellings that stand for a missing value turned into null. */
export function cell(source: Source, column: string): string {
  return cleaned(column, source.gaps.get(column))
}

/** The expression that fills one canonical column from one source; undefined when the source has nothing for it. */
export function expression(
  source: Source,
  table: string,
  column: string,
  reading: Reading,
): string | undefined {
  const columns = source.mapping.also?.[table] ?? source.mapping.columns
  const from = columns[column]
  const type = reading.tables.tables[table]?.columns[column]?.type
  if (from === undefined || type === undefined) return undefined
  if (column === 'type') return typeExpression(source, from, reading)
  if (type === 'timestamp' || type === 'date') return dated(source, from, type, reading)
  if (isTranslated({ table, column, type }, reading.recognition)) {
    return translation(from, { table, column, type }, source.values.get(from) ?? [], reading.recognition)
  }
  return plainValue(cell(source, from), type)
}

/** The same with a typed null where the source has nothing. */
export function expressionOrNull(
  source: Source,
  table: string,
  column: string,
  type: string,
  reading: Reading,
): string {
  return expression(source, table, column, reading) ?? `cast(null as ${type})`
}

/** The ticket type of a row: that of the file, or that of its type column. */
export function ticketTypeOf(source: Source, reading: Reading): string {
  const from = source.mapping.columns.type
  if (source.mapping.type !== undefined) return text(source.mapping.type)
  if (from !== undefined) return typeExpression(source, from, reading)
  return text(fallbackType(reading.recognition))
}

/** The type that is assumed where nothing tells it: the first of the recognized types. */
export function fallbackType(recognition: Recognition): string {
  return Object.keys(recognition.ticket_types)[0] ?? ''
}

/** The meaning of one value of a type column; undefined when it has to be assumed. */
export function typeMeaning(
  value: string,
  reading: Pick<Reading, 'recognition' | 'types'>,
): string | undefined {
  const settled = reading.types[value]
  if (settled !== undefined) return settled
  const entries = Object.entries(reading.recognition.ticket_types)
  const same = entries.find(([name, words]) => [name, ...words].some((word) => bare(word) === bare(value)))
  return same?.[0]
}

function typeExpression(source: Source, from: string, reading: Reading): string {
  const cases = (source.values.get(from) ?? []).flatMap((value) => {
    const meaning = typeMeaning(value, reading)
    return meaning === undefined ? [] : [`when ${text(value)} then ${text(meaning)}`]
  })
  const fallback = text(source.mapping.type ?? fallbackType(reading.recognition))
  if (cases.length === 0) return fallback
  return `case ${cell(source, from)} ${cases.join(' ')} else ${fallback} end`
}

function dated(source: Source, from: string, type: ColumnType, reading: Reading): string | undefined {
  const format = source.formats.get(from)
  if (!format) return undefined
  const sql = instant(cell(source, from), format, reading.zone)
  return type === 'date' ? localDay(sql, reading.zone) : sql
}

/** The select that turns a log or a history into raw events of one form. */
export function rawEvents(source: Source, place: number, reading: Reading): string {
  const of = (column: string, type = 'varchar') => expressionOrNull(source, 'event', column, type, reading)
  const isHistory = source.mapping.shape === 'history'
  const field = source.mapping.columns.field
  const kind =
    isHistory && field !== undefined
      ? eventKind(field, source.values.get(field) ?? [], reading.recognition)
      : 'null'
  const toValue = of('to_value')
  const group = isHistory
    ? `case when regexp_matches(lower(${of('field')}), 'group|team|queue') then ${toValue} end`
    : of('group_id')
  const priority = expression(source, 'ticket', 'priority', reading)
  return `
select
    ${of('ticket_id')} as ticket_id,
    ${isHistory ? 'cast(null as varchar)' : ticketTypeOf(source, reading)} as type,
    ${of('happened_at', 'timestamp')} as happened_at,
    ${place} as place,
    ${text(source.sha)} as source_file,
    ${rowNumber} as source_row,
    cast(${kind} as varchar) as kind,
    ${isHistory ? of('field') : 'cast(null as varchar)'} as field,
    ${isHistory ? of('from_value') : 'cast(null as varchar)'} as from_value,
    ${isHistory ? toValue : 'cast(null as varchar)'} as to_value,
    ${isHistory ? `case when ${kind} = 'status' then ${toValue} end` : of('status_native')} as status_native,
    ${isHistory ? 'cast(null as varchar)' : of('sub_status_native')} as sub_status_native,
    ${group} as group_id,
    ${of('actor_id')} as actor_id,
    ${isHistory || priority === undefined ? 'cast(null as integer)' : priority} as priority
from ${rowsOf(source)}`
}
