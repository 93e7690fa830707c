import { askFile } from './file-answers.ts'
import type { CountedProblem, Ingested } from './ingested.ts'
import type { StateProposal } from './propose-states.ts'
import { historyQuestion, qualityQuestions, strayHistory } from './quality-sql.ts'
import { cell, fallbackType, type Reading, rowNumber, rowsOf, type Source, typeMeaning } from './source.ts'
import type { Workspace } from './store.ts'
import { quoted, text } from './value-sql.ts'

type Found = {
  ticket_id: string | null
  source_file: string
  source_row: number
  found_count: number
  detail: string
}

/** Asks every question about the quality of the data, and counts what came in and how well it is filled. */
export async function measureQuality(
  workspace: Workspace,
  sources: readonly Source[],
  states: readonly StateProposal[],
  hasHistory: boolean,
  reading: Reading,
): Promise<Pick<Ingested, 'counts' | 'problems' | 'fill'>> {
  const fileOf = new Map(
    sources.map((source) => [source.sha, source.file.split(/[/\\]/).at(-1) ?? source.file]),
  )
  const asked = hasHistory ? [...qualityQuestions, historyQuestion, stray] : qualityQuestions
  const problems: CountedProblem[] = []
  for (const { code, level, message, sql } of asked) {
    const rows = await workspace.duck.rows<Found>(sql)
    if (rows.length > 0) problems.push(counted({ code, level, message }, rows, fileOf))
  }
  problems.push(...(await unreadable(workspace, sources)))
  problems.push(
    ...unknownStates(states, sources),
    ...assumedTypes(sources, reading),
    ...(await duplicates(workspace, sources)),
  )
  return { problems, counts: await counts(workspace, reading), fill: await fillOf(workspace, reading) }
}

const stray = {
  code: 'ingest.stray-history',
  level: 'warning',
  message: 'tickets have a history and stand in no list; their history was left out',
  sql: strayHistory,
} as const

function counted(
  about: Pick<CountedProblem, 'code' | 'level' | 'message'>,
  rows: readonly Found[],
  fileOf: ReadonlyMap<string, string>,
): CountedProblem {
  const count = rows[0]?.found_count ?? rows.length
  const sample = rows.map(({ ticket_id, source_file, source_row, detail }) => ({
    file: fileOf.get(source_file) ?? source_file,
    line: source_row + 1,
    ...(ticket_id === null ? {} : { ticket: ticket_id }),
    detail,
  }))
  const first = sample[0]
  return {
    ...about,
    message: `${count} ${about.message}`,
    where: {
      file: first?.file ?? '',
      ...(first ? { line: first.line } : {}),
      ...(first?.ticket ? { ticket: first.ticket } : {}),
    },
    count,
    sample,
  }
}

/** Values that are there and cannot be read as the date that the rest of their column is. */
async function unreadable(workspace: Workspace, sources: readonly Source[]): Promise<CountedProblem[]> {
  const problems: CountedProblem[] = []
  for (const source of sources) {
    for (const [column, format] of source.formats) {
      const value = cell(source, column)
      const rows = await askFile<Found>(
        workspace,
        source.path,
        `with wrong as (
             select value, n, source_row from (
                 select ${quoted(column)} as value, count(*) as n, min(${rowNumber}) as source_row from ${rowsOf(source)} where ${value} is not null group by 1
             ) as distinct_value where ${format.sql('value')} is null
         )
         select cast(null as varchar) as ticket_id, ${text(source.sha)} as source_file, source_row,
             cast(sum(n) over () as integer) as found_count, value as detail
         from wrong order by source_row limit 20`,
      )
      if (rows.length === 0) continue
      const fileOf = new Map([[source.sha, source.file.split(/[/\\]/).at(-1) ?? source.file]])
      const about = {
        code: 'ingest.bad-date',
        level: 'warning' as const,
        message: `values in column "${column}" do not read as ${format.name} and count as missing`,
      }
      problems.push(counted(about, rows, fileOf))
    }
  }
  return problems
}

function unknownStates(states: readonly StateProposal[], sources: readonly Source[]): CountedProblem[] {
  const file = sources[0]?.file.split(/[/\\]/).at(-1) ?? ''
  return states
    .filter(({ by }) => by === 'place')
    .map(({ type, native, state, count }) => ({
      code: 'ingest.unknown-state',
      level: 'warning',
      message: `the status "${native}" of ${type.replaceAll('_', ' ')} tickets is not known; by its place in the paths it is read as ${state.replaceAll('_', ' ')}. Confirm or correct it in the mapping file.`,
      where: { file },
      count,
      sample: [],
    }))
}

/** Ticket types that nothing told: assumed, and said. */
function assumedTypes(sources: readonly Source[], reading: Reading): CountedProblem[] {
  const assumed = fallbackType(reading.recognition).replaceAll('_', ' ')
  return sources.flatMap((source): CountedProblem[] => {
    if (source.mapping.shape !== 'list' && source.mapping.shape !== 'log') return []
    const column = source.mapping.columns.type
    const where = { file: source.file.split(/[/\\]/).at(-1) ?? source.file }
    if (source.mapping.type !== undefined) return []
    const values =
      column === undefined
        ? ['']
        : (source.values.get(column) ?? []).filter((value) => typeMeaning(value, reading) === undefined)
    if (values.length === 0) return []
    const said =
      column === undefined
        ? 'nothing tells the ticket type'
        : `the ticket types ${values.map((value) => `"${value}"`).join(', ')} are not known`
    return [
      {
        code: 'ingest.unknown-type',
        level: 'warning',
        message: `${said}; read as ${assumed}. Say under types in the mapping file what they are.`,
        where,
        count: values.length,
        sample: [],
      },
    ]
  })
}

/** Tickets that a list holds twice: the later row counts. */
async function duplicates(workspace: Workspace, sources: readonly Source[]): Promise<CountedProblem[]> {
  const problems: CountedProblem[] = []
  for (const source of sources.filter(({ mapping }) => mapping.shape === 'list')) {
    const id = cell(source, source.mapping.columns.ticket_id ?? 'ticket_id')
    const rows = await askFile<Found>(
      workspace,
      source.path,
      `with repeated as (select ${id} as ticket_id, max(${rowNumber}) as source_row, count(*) as n from ${rowsOf(source)} group by 1 having count(*) > 1 and ${id} is not null)
       select ticket_id, ${text(source.sha)} as source_file, source_row, cast(count(*) over () as integer) as found_count, cast(n as varchar) || ' rows' as detail from repeated order by source_row limit 20`,
    )
    const fileOf = new Map([[source.sha, source.file.split(/[/\\]/).at(-1) ?? source.file]])
    if (rows.length > 0)
      problems.push(
        counted(
          {
            code: 'ingest.duplicate-ticket',
            level: 'warning',
            message: 'tickets stand in the list more than once; the last row of each counts',
          },
          rows,
          fileOf,
        ),
      )
  }
  return problems
}

async function counts({ duck }: Workspace, reading: Reading): Promise<Record<string, number>> {
  const tables = Object.keys(reading.tables.tables).map(
    (table) => `select ${text(table)} as name, cast(count(*) as integer) as n from canonical.${table}`,
  )
  const types = `select 'ticket ' || type as name, cast(count(*) as integer) as n from canonical.ticket group by type`
  const rows = await duck.rows<{ name: string; n: number }>(
    `select * from (${tables.join(' union all ')} union all ${types}) as counted order by name`,
  )
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

/** How well the columns of tickets are filled, by ticket type. */
async function fillOf({ duck }: Workspace, reading: Reading): Promise<Ingested['fill']> {
  const columns = Object.keys(reading.tables.tables.ticket?.columns ?? {})
  const aggregated = await duck.rows(
    `select type, cast(count(*) as integer) as n, ${columns.map((column) => `cast(count(${column}) as integer) as c_${column}`).join(', ')} from canonical.ticket group by type order by type`,
  )
  return aggregated.flatMap((row) =>
    columns.map((column) => ({
      type: String(row.type),
      column,
      filled: Number(row[`c_${column}`]),
      of: Number(row.n),
    })),
  )
}
