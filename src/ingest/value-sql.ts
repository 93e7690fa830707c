import { normalise } from '#content/process.ts'
import { bare, type Recognition } from '#content/recognition.ts'
import type { ColumnType } from '#content/table.ts'
import type { DateFormat } from './dates.ts'

/** Writes an SQL name so that any heading can be one. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Writes a text as an SQL literal. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`
}

/** How a column says that a value is missing, and whether its values have blanks around them. */
export type Gaps = Readonly<{ spellings: readonly string[]; isPadded: boolean }>

/** The source column as text, with the spellings that stand for a missing value turned into null. */
export function cleaned(source: string, gaps: Gaps | undefined): string {
  const column = gaps?.isPadded ? `trim(${quoted(source)})` : quoted(source)
  const spellings = gaps?.spellings ?? []
  if (spellings.length === 0) return column
  if (spellings.length === 1) return `nullif(${column}, ${text(spellings[0] ?? '')})`
  return `case when ${column} in (${spellings.map((word) => text(word)).join(', ')}) then null else ${column} end`
}

/** Every spelling of the words for a missing value: as written, in capitals, with a capital, and with blanks around. */
export function missingSpellings({ missing }: Recognition): string[] {
  const cases = missing.flatMap((word) => [
    word,
    word.toUpperCase(),
    `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
  ])
  return [...new Set([...cases, ' ', '  '])]
}

/** Whether the values of a canonical column are a closed set that is translated value by value. */
export function isTranslated({ table, column, type }: Target, recognition: Recognition): boolean {
  return (
    type === 'boolean' || rankColumns.has(column) || wordsFor({ table, column }, recognition) !== undefined
  )
}

/** A canonical column. */
export type Target = Readonly<{ table: string; column: string; type: ColumnType }>

/** The closed set of words of a column: its own, or that of every column of its name. */
function wordsFor({ table, column }: Omit<Target, 'type'>, { words }: Recognition) {
  return words[`${table}.${column}`] ?? words[column]
}

const rankColumns = new Set(['priority', 'impact', 'urgency'])

/** What one source value means in a translated column; undefined when it says nothing. */
export function translate(
  target: Target,
  value: string,
  recognition: Recognition,
): string | number | boolean | undefined {
  const { column, type } = target
  if (type === 'boolean') return yesOrNo(column, value, recognition)
  if (rankColumns.has(column)) return rank(column, value, recognition)
  const word = normalise(value)
  const entry = Object.entries(wordsFor(target, recognition) ?? {}).find(
    ([name, words]) => normalise(name) === word || words.some((known) => normalise(known) === word),
  )
  return entry?.[0] ?? word.replaceAll(' ', '_')
}

/** Yes and no in many words; where the question is only whether something was written, any text is a yes. */
function yesOrNo(column: string, value: string, recognition: Recognition): boolean | undefined {
  const word = value.trim().toLowerCase()
  if (recognition.yes.includes(word)) return true
  if (recognition.no.includes(word)) return false
  return column.startsWith('has_') || column.startsWith('is_listed') ? true : undefined
}

/** A rank from 1 (most): the number a value begins with, or the number its word stands for. */
function rank(column: string, value: string, recognition: Recognition): number | undefined {
  const digit = /^\D{0,2}(\d)\b/.exec(value.trim())?.[1]
  if (digit) return Number(digit)
  const word = normalise(value)
  const ranks = column === 'priority' ? recognition.ranks : recognition.three_ranks
  const entry = Object.entries(ranks).find(([, words]) => words.some((known) => normalise(known) === word))
  return entry ? Number(entry[0]) : undefined
}

/** The expression for a translated column, from the distinct values that are really there. */
export function translation(
  source: string,
  target: Target,
  values: readonly string[],
  recognition: Recognition,
): string {
  const cases = values.flatMap((value) => {
    const meaning = translate(target, value, recognition)
    if (meaning === undefined) return []
    return [`when ${text(value)} then ${typeof meaning === 'string' ? text(meaning) : String(meaning)}`]
  })
  if (cases.length === 0) return 'null'
  return `case trim(${quoted(source)}) ${cases.join(' ')} end`
}

/** The expression for an instant: with an offset it is converted, without one it is read in the zone, or taken as it stands. */
export function instant(cell: string, format: DateFormat, zone: string | undefined): string {
  const value = format.sql(cell)
  if (format.kind === 'offset' || zone === undefined || zone === 'UTC') return value
  return `timezone('UTC', timezone(${text(zone)}, ${value}))`
}

/** The day of an instant on the wall clock of the reporting zone. */
export function localDay(instantSql: string, zone: string | undefined): string {
  if (zone === undefined || zone === 'UTC') return `cast(${instantSql} as date)`
  return `cast(timezone(${text(zone)}, timezone('UTC', ${instantSql})) as date)`
}

/** The expression for everything that is neither an instant nor translated. */
export function plainValue(cell: string, type: ColumnType): string {
  if (type === 'integer') return `try_cast(${cell} as integer)`
  if (type === 'double') return `try_cast(replace(${cell}, ',', '.') as double)`
  return cell
}

/** The event kind that a field of a history stands for, as an expression over the field's distinct names. */
export function eventKind(field: string, names: readonly string[], recognition: Recognition): string {
  const kinds = Object.entries(recognition.history_fields)
  const cases = names.flatMap((name) => {
    const kind = kinds.find(([, known]) => known.some((word) => bare(word) === bare(name)))?.[0]
    return kind === undefined ? [] : [`when ${text(name)} then ${text(kind)}`]
  })
  return cases.length === 0 ? "'field'" : `case trim(${quoted(field)}) ${cases.join(' ')} else 'field' end`
}
