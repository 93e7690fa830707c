import type { Problem } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import { bare } from '#content/recognition.ts'
import type { ColumnType } from '#content/table.ts'
import {
  type DateColumn,
  type DateFormat,
  dateColumn,
  dateFormat,
  decideOrder,
  type Extremes,
  partsOf,
} from './dates.ts'
import { askFile } from './file-answers.ts'
import type { DayOrder, FileMapping } from './mapping.ts'
import type { Reading, Source } from './source.ts'
import type { Archived, Workspace } from './store.ts'
import { Unanswered } from './unanswered.ts'
import { cleaned, type Gaps, isTranslated, missingSpellings, quoted, text } from './value-sql.ts'

/** A source whose columns are understood, and what had to be said about them. */
export type Understood = Readonly<{
  source: Source
  mapping: FileMapping
  problems: readonly Problem[]
  naive: readonly string[]
  offset: readonly string[]
}>

/** Reads the values of the mapped columns: distinct values of closed sets, date forms, and the order of day and month from all rows. */
export async function understand(
  workspace: Workspace,
  archived: Archived,
  path: string,
  mapping: FileMapping,
  reading: Reading,
): Promise<Understood> {
  const wanted = wantedColumns(mapping, reading)
  mustBeThere(archived, wanted)
  const { values, dates, gaps } = await look(workspace, path, wanted, reading)
  const order = await orderOf(workspace, archived, path, mapping, dates, gaps)
  const formats = new Map<string, DateFormat>(
    [...dates].map(([source, column]) => [source, dateFormat(column, order)]),
  )
  mustHaveDates(archived, mapping, formats)
  const source: Source = {
    path,
    sha: archived.sha256.slice(0, 12),
    file: archived.file,
    mapping: { ...mapping, ...(order ? { day_order: order } : {}) },
    rows: archived.rows,
    formats,
    values,
    gaps,
    tool: toolOf(archived.columns, reading),
  }
  const named = (kind: DateFormat['kind']) =>
    [...formats].filter(([, format]) => format.kind === kind).map(([name]) => name)
  return {
    source,
    mapping: source.mapping,
    problems: wanted
      .filter((each) => isDated(each.type) && !formats.has(each.source))
      .map((each) => notDates(archived, each.column, each.source)),
    naive: named('naive'),
    offset: named('offset'),
  }
}

/** A mapped column: ours, and the one of the source that fills it; without a type we know no such column. */
type Wanted = Readonly<{ table: string; column: string; source: string; type: ColumnType | undefined }>

function isDated(type: ColumnType | undefined): boolean {
  return type === 'timestamp' || type === 'date'
}

/** Every name in the mapping must be a column of the file, or one of ours. */
function mustBeThere(archived: Archived, wanted: readonly Wanted[]): void {
  const missing = wanted.flatMap(({ table, column, source, type }) => {
    if (type === undefined) return [`${table}.${column}`]
    return archived.columns.includes(source) ? [] : [source]
  })
  if (missing.length === 0) return
  throw new Refusal(
    'invalid',
    `${archived.file}: the mapping names ${missing.map((name) => `"${name}"`).join(', ')}, which is not there. Columns of the file: ${archived.columns.join(', ')}. Correct the mapping file.`,
  )
}

/** Looks at the values of every mapped column once. */
async function look(workspace: Workspace, path: string, wanted: readonly Wanted[], reading: Reading) {
  const values = new Map<string, readonly string[]>()
  const dates = new Map<string, DateColumn>()
  const known = wanted.filter(({ type }) => type !== undefined).map(({ source }) => source)
  const gaps = await gapsOf(workspace, path, [...new Set(known)], reading)
  for (const { table, column, source, type } of wanted) {
    if (type === undefined) continue
    if (isDated(type)) {
      const form = dateColumn(await sampleOf(workspace, path, source, cleaned(source, gaps.get(source))))
      if (form) dates.set(source, form)
    } else if (
      column === 'type' ||
      column === 'field' ||
      isTranslated({ table, column, type }, reading.recognition)
    ) {
      values.set(source, await distinctOf(workspace, path, source, gaps.get(source)))
    }
  }
  return { values, dates, gaps }
}

function wantedColumns(mapping: FileMapping, reading: Reading): Wanted[] {
  const main = mapping.shape === 'log' ? ['ticket', 'event'] : [mapping.table]
  const own = main.flatMap((table) =>
    Object.entries(mapping.columns).map(([column, source]) => ({ table, column, source })),
  )
  const also = Object.entries(mapping.also ?? {}).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, source]) => ({ table, column, source })),
  )
  const known = (table: string, column: string) =>
    mapping.shape !== 'log' || (table === 'event') === eventOnly.has(column)
  return [...own.filter(({ table, column }) => known(table, column)), ...also].map((each) => ({
    ...each,
    type: reading.tables.tables[each.table]?.columns[each.column]?.type,
  }))
}

/** Columns of a log that only events have; the rest describe the ticket. */
const eventOnly = new Set(['happened_at', 'actor_id', 'field', 'from_value', 'to_value', 'kind', 'seq'])

/** Which of the known spellings of a missing value each column has, and whether its values are padded with blanks. */
async function gapsOf(
  workspace: Workspace,
  path: string,
  sources: readonly string[],
  reading: Reading,
): Promise<ReadonlyMap<string, Gaps>> {
  if (sources.length === 0) return new Map()
  const words = missingSpellings(reading.recognition)
    .map((word) => text(word))
    .join(', ')
  const selects = sources.map((source, place) => {
    const column = quoted(source)
    const padded = `(starts_with(${column}, ' ') or ends_with(${column}, ' '))`
    return `select distinct ${place} as place, case when ${column} in (${words}) then ${column} end as value, ${padded} as padded from read_parquet(${text(path)}) where ${column} in (${words}) or ${padded}`
  })
  const found = await askFile<{ place: number; value: string | null; padded: boolean }>(
    workspace,
    path,
    `select * from (${selects.join(' union all ')}) as found order by place, value, padded`,
  )
  return new Map(
    sources.map((source, place) => {
      const own = found.filter((row) => row.place === place)
      const spellings = own.flatMap(({ value }) => (value === null ? [] : [value]))
      return [source, { spellings, isPadded: own.some(({ padded }) => padded) }]
    }),
  )
}

async function sampleOf(
  workspace: Workspace,
  path: string,
  source: string,
  value: string,
): Promise<string[]> {
  const rows = await askFile<{ value: string }>(
    workspace,
    path,
    `select value from (select distinct ${value} as value from (select ${quoted(source)} from read_parquet(${text(path)}) limit 20000)) where value is not null order by value limit 500`,
  )
  if (rows.length > 0) return rows.map(({ value: found }) => found)
  const later = await askFile<{ value: string }>(
    workspace,
    path,
    `select distinct ${value} as value from read_parquet(${text(path)}) where ${value} is not null order by 1 limit 200`,
  )
  return later.map(({ value: found }) => found)
}

async function distinctOf(
  workspace: Workspace,
  path: string,
  source: string,
  gaps: Gaps | undefined,
): Promise<string[]> {
  const rows = await askFile<{ value: string }>(
    workspace,
    path,
    `select trim(value) as value from (select ${quoted(source)} as value, count(*) as n from read_parquet(${text(path)}) group by 1) as counted
     where ${cleaned('value', gaps)} is not null group by 1 order by sum(n) desc, 1 limit 2000`,
  )
  return rows.map(({ value }) => value)
}

/** Day or month first for a whole file: what a person settled, or what all rows of all its date columns leave possible. */
async function orderOf(
  workspace: Workspace,
  archived: Archived,
  path: string,
  mapping: FileMapping,
  dates: ReadonlyMap<string, DateColumn>,
  gaps: ReadonlyMap<string, Gaps>,
): Promise<DayOrder | undefined> {
  const columns = [...dates].filter(([, column]) => column.numeric)
  const numeric = columns.map(([source]) => source)
  if (numeric.length === 0) return undefined
  if (mapping.day_order) return mapping.day_order
  const extremes: Extremes[] = []
  for (const [source, column] of columns) {
    extremes.push(await extremesOf(workspace, path, cleaned(source, gaps.get(source)), column))
  }
  const largest = (part: keyof Extremes) => Math.max(0, ...extremes.map((each) => each[part]))
  const order = decideOrder({ first: largest('first'), second: largest('second') })
  if (order === 'day first' || order === 'month first') return order
  const example = dates.get(numeric[0] ?? '')?.sample[0] ?? ''
  const [a, b] = example.split(/[/.-]/)
  const names = numeric.map((name) => `"${name}"`).join(', ')
  if (order === 'neither') {
    throw new Refusal(
      'invalid',
      `${archived.file}: the dates in ${names} are neither day first nor month first throughout. Export them as 2026-03-31 10:00, then run again.`,
    )
  }
  throw new Unanswered(
    `${archived.file}: the dates in ${names} can be read in two ways and no row decides: "${example}" is day ${a} of month ${b}, or day ${b} of month ${a}. Write "day_order: day first" or "day_order: month first" for this file in the mapping file, or name it with --day-order.`,
    {
      about: 'day order',
      file: mapping.file,
      columns: numeric,
      example,
      readings: [
        { answer: 'day first', reads: `day ${a} of month ${b}` },
        { answer: 'month first', reads: `day ${b} of month ${a}` },
      ],
    },
  )
}

/** Day and month stand in the first twelve characters, of which a long column has few different ones. */
async function extremesOf(
  workspace: Workspace,
  path: string,
  value: string,
  column: DateColumn,
): Promise<Extremes> {
  const { first, second } = partsOf('head', column)
  const [row] = await askFile<Extremes>(
    workspace,
    path,
    `select coalesce(${first}, 0) as first, coalesce(${second}, 0) as second
     from (select distinct left(${value}, 12) as head from read_parquet(${text(path)})) as heads`,
  )
  return row ?? { first: 0, second: 0 }
}

function notDates(archived: Archived, column: string, source: string): Problem {
  return {
    code: 'ingest.no-dates',
    level: 'warning',
    message: `does not read as dates of one form (nine in ten must); ${column} is treated as not supplied. Map another column, or export dates as 2026-03-31 10:00.`,
    where: { file: archived.file, column: source },
  }
}

function mustHaveDates(
  archived: Archived,
  mapping: FileMapping,
  formats: ReadonlyMap<string, DateFormat>,
): void {
  const needed = mapping.shape === 'list' ? 'created_at' : 'happened_at'
  const source = mapping.columns[needed]
  if (mapping.shape === 'record' || source === undefined || formats.has(source)) return
  throw new Refusal(
    'invalid',
    `${archived.file}: the values in column "${source}" do not read as dates of one form (nine in ten must). Export the column as 2026-03-31 10:00, or map ${needed} to another column in the mapping file.`,
  )
}

/** The tool whose own column names a file shows, if two of them are there. */
function toolOf(columns: readonly string[], reading: Reading): string | undefined {
  const present = new Set(columns.map((column) => bare(column)))
  const scored = Object.entries(reading.recognition.tools).map(([tool, names]) => ({
    tool,
    hits: names.filter((name) => present.has(bare(name))).length,
  }))
  const best = scored.sort((a, b) => b.hits - a.hits)[0]
  return best && best.hits >= 2 ? best.tool : undefined
}
