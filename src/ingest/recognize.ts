import { bare, type Recognition, wordsOf } from '#content/recognition.ts'
import type { Table, Tables } from '#content/table.ts'
import type { FileMapping, Shape } from './mapping.ts'
import { type Reading, typeMeaning } from './source.ts'

/** What is known of one staged table before its columns have a meaning. */
export type Profile = Readonly<{ name: string; columns: readonly string[] }>

/** What recognition may ask of the values: an event log repeats its ids, a type column speaks of ticket types. */
export type Look = Readonly<{
  count: (column: string) => Promise<{ rows: number; distinct: number }>
  values: (column: string) => Promise<readonly string[]>
}>

/** Rows for each distinct id from which a table is a log: a list may hold some of its tickets twice. */
const rowsOfALog = 1.2

type Candidate = Readonly<{ table: string; columns: Record<string, string>; score: number }>

/** Proposes which canonical table a file fills, in which shape, and column for column how; undefined when nothing fits. */
export async function recognize(
  profile: Profile,
  reading: Pick<Reading, 'tables' | 'recognition' | 'types'>,
  look: Look,
): Promise<FileMapping | undefined> {
  const { tables, recognition } = reading
  const best = candidates(profile, tables, recognition)[0]
  if (!best) return undefined
  if (best.table !== 'ticket' && best.table !== 'event') {
    return { file: profile.name, table: best.table, shape: 'record', columns: best.columns }
  }
  const ticket = await withoutOtherTypes(match(profile.columns, tables.tables.ticket), reading, look)
  const event = match(profile.columns, tables.tables.event)
  const shape = await shapeOf(ticket, event, recognition, look)
  const type = ticketType(profile, ticket, recognition)
  const columns = shape === 'history' ? event : { ...ticket, ...(shape === 'log' ? event : {}) }
  const also = shape === 'history' ? {} : details(profile, columns, type, tables)
  return {
    file: profile.name,
    table: shape === 'list' ? 'ticket' : 'event',
    shape,
    ...(type && shape !== 'history' ? { type } : {}),
    columns,
    ...(Object.keys(also).length > 0 ? { also } : {}),
  }
}

/** A column named type that holds no ticket type at all, such as the type of a change, is left to other tables. */
async function withoutOtherTypes(
  { type, ...rest }: Record<string, string>,
  reading: Pick<Reading, 'recognition' | 'types'>,
  look: Look,
): Promise<Record<string, string>> {
  if (type === undefined) return rest
  const values = await look.values(type)
  const isTold = values.some((value) => typeMeaning(value, reading) !== undefined)
  return isTold || bare(type) !== 'type' ? { ...rest, type } : rest
}

/** Every canonical table whose required columns are there, best first. */
function candidates(profile: Profile, tables: Tables, recognition: Recognition): Candidate[] {
  const named = tableNamed(profile, recognition)
  const found = Object.entries(recognition.required).flatMap(([table, required]): Candidate[] => {
    const columns = match(profile.columns, tables.tables[table])
    if (!required.some((list) => list.every((column) => column in columns))) return []
    const score = Object.keys(columns).length + (named === table ? 20 : 0)
    return [{ table, columns, score }]
  })
  return found.sort((a, b) => b.score - a.score || (a.table < b.table ? -1 : 1))
}

/** Canonical column to source column, by the names under which tools export it; a source column serves once, and the key where nothing else can. */
export function match(columns: readonly string[], table: Table | undefined): Record<string, string> {
  const free = new Map(columns.map((column) => [bare(column), column]).reverse() as [string, string][])
  const matched: Record<string, string> = {}
  const wanted = Object.entries(table?.columns ?? {}).filter(([column]) => !isComputed(column))
  const depth = Math.max(0, ...wanted.map(([, { aka }]) => (aka ?? []).length)) + 1
  for (let rank = 0; rank < depth; rank++) {
    for (const [column, { aka }] of wanted) {
      const name = rank === 0 ? column : aka?.[rank - 1]
      const source = name === undefined ? undefined : free.get(bare(name))
      if (source === undefined || column in matched) continue
      matched[column] = source
      free.delete(bare(source))
    }
  }
  const all: Record<string, string> = { ...keyOf(columns, table), ...matched }
  return Object.fromEntries(
    wanted.flatMap(([column]) => (all[column] === undefined ? [] : [[column, all[column]]])),
  )
}

/** The source column that a table of one key would take for it, even if another column takes it too. */
function keyOf(columns: readonly string[], table: Table | undefined): Record<string, string> {
  const [key = '', ...more] = table?.key ?? []
  const named = new Map(columns.map((column) => [bare(column), column]))
  const aka = table?.columns[key]?.aka ?? []
  const source = aka.map((name) => named.get(bare(name))).find((name) => name !== undefined)
  return source === undefined || more.length > 0 ? {} : { [key]: source }
}

/** Columns that we work out ourselves; a column of the same name in a file means something else. */
function isComputed(column: string): boolean {
  return computed.has(column) || column.startsWith('prior_')
}

const computed = new Set([
  'state',
  'is_finished',
  'created_on',
  'resolved_on',
  'closed_on',
  'seq',
  'is_derived',
])

async function shapeOf(
  ticket: Record<string, string>,
  event: Record<string, string>,
  recognition: Recognition,
  look: Look,
): Promise<Shape> {
  const satisfied = (columns: Record<string, string>, list: readonly string[] | undefined) =>
    list?.every((column) => column in columns) ?? false
  const [asHistory, asLog] = recognition.required.event ?? []
  if (satisfied(event, asHistory)) return 'history'
  if (!satisfied(event, asLog)) return 'list'
  const { rows, distinct } = await look.count(event.ticket_id ?? ticket.ticket_id ?? '')
  return rows > distinct * rowsOfALog ? 'log' : 'list'
}

/** What only some ticket types have (their own tables), taken from the same file. */
function details(
  profile: Profile,
  used: Record<string, string>,
  type: string | undefined,
  tables: Tables,
): Record<string, Record<string, string>> {
  const names = type === undefined ? ['change', 'release'] : [type]
  const key = used.ticket_id ?? ''
  return Object.fromEntries(
    names.flatMap((name) => {
      const table = tables.tables[name]
      if (!table || !('ticket_id' in table.columns)) return []
      const columns = { ...match(profile.columns, table), ticket_id: key }
      return Object.keys(columns).length > 1 ? [[name, columns]] : []
    }),
  )
}

/** The table that the file's own name says, if it says one. */
function tableNamed(profile: Profile, recognition: Recognition): string | undefined {
  const words = wordsOf(profile.name.replace(/\.(csv|tsv|txt|json|ndjson|xlsx|parquet|xes|gz|zip)\b/gi, ''))
  const spoken = ` ${words.join(' ')} `
  const tables = longest(recognition.table_names, spoken)
  const types = longest(recognition.ticket_types, spoken)
  if (types && types.length > (tables?.length ?? 0)) return 'ticket'
  return tables?.name
}

/** The ticket type that file name, column names or the form of the ids tell. */
export function ticketType(
  profile: Profile,
  columns: Record<string, string>,
  recognition: Recognition,
): string | undefined {
  if (columns.type !== undefined) return undefined
  const fromName = longest(
    recognition.ticket_types,
    ` ${wordsOf(profile.name.replaceAll(/([a-z])([A-Z])/g, '$1 $2')).join(' ')} `,
  )
  if (fromName) return fromName.name
  const headings = ` ${profile.columns.flatMap((column) => wordsOf(column)).join(' ')} `
  return longest(recognition.ticket_types, headings)?.name
}

function longest(
  dictionary: Readonly<Record<string, readonly string[]>>,
  spoken: string,
): { name: string; length: number } | undefined {
  const hits = Object.entries(dictionary).flatMap(([name, phrases]) =>
    phrases
      .filter((phrase) => spoken.includes(` ${wordsOf(phrase).join(' ')} `))
      .map((phrase) => ({ name, length: phrase.length })),
  )
  return hits.sort((a, b) => b.length - a.length || (a.name < b.name ? -1 : 1))[0]
}
