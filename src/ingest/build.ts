import { createCanonical } from '#content/table.ts'
import { calendarHours } from './calendar-sql.ts'
import {
  detailStatements,
  emptyTicketStage,
  finishTickets,
  rawEventView,
  recordStatements,
  stageTickets,
  ticketClocks,
  ticketHistory,
} from './canonical-sql.ts'
import { eventTypes, finishEvents, openings, statusCounts, statusSteps } from './event-sql.ts'
import { askFile } from './file-answers.ts'
import type { Ingested, Knowledge, Progress } from './ingested.ts'
import { always, type Mapping } from './mapping.ts'
import { type NativeStatus, type NativeStep, proposeStates, type StateProposal } from './propose-states.ts'
import { measureQuality } from './quality.ts'
import { expression, type Reading, type Source, ticketTypeOf } from './source.ts'
import { eventsVersion, type Workspace } from './store.ts'
import { text } from './value-sql.ts'

/** What building the canonical tables found out. */
export type Built = Pick<
  Ingested,
  'counts' | 'states' | 'supplied' | 'problems' | 'data_from' | 'data_until' | 'fill'
>

/** Fills the canonical tables of a workspace from its archived sources. */
export async function build(
  workspace: Workspace,
  sources: readonly Source[],
  mapping: Mapping,
  knowledge: Knowledge,
  reading: Reading,
  progress: Progress,
): Promise<Built> {
  const { duck } = workspace
  await duck.run(`create table main.made_by as select ${eventsVersion} as version`)
  for (const statement of createCanonical(reading.tables)) await duck.run(statement)
  await writeModels(workspace, knowledge)
  const of = (shape: string) => sources.filter((source) => source.mapping.shape === shape)
  const [lists, logs, histories] = [of('list'), of('log'), of('history')]
  progress('Reading records')
  for (const table of Object.keys(reading.tables.tables)) {
    const records = of('record').filter((source) => source.mapping.table === table)
    for (const statement of recordStatements(table, records, reading)) await duck.run(statement)
  }
  for (const statement of detailStatements([...lists, ...logs], reading)) await duck.run(statement)
  progress('Ordering the events')
  await duck.run(rawEventView([...logs, ...histories], reading))
  await duck.run(emptyTicketStage)
  if (lists.length > 0) await duck.run(stageTickets(lists, reading))
  const hasHistory = histories.length > 0
  if (hasHistory) await duck.run(eventTypes(lists.length > 0, logs))
  const states = await settleStates(workspace, mapping, knowledge, sources, hasHistory)
  if (hasHistory) await duck.run(openings)
  await duck.run(finishEvents(hasHistory, logs.length + histories.length > 1))
  progress('Writing the tickets')
  if (logs.length > 0) await duck.run(stageTickets(logs, reading))
  const supplied = await suppliedColumns(workspace, sources, reading)
  const tickets = [...lists, ...logs]
  const derive = logs.length + histories.length > 0 && lacksDerivable(tickets)
  if (derive) await duck.run(ticketHistory)
  await duck.run(finishTickets(reading, tickets, derive))
  await duck.run(ticketClocks)
  const span = await spanOf(workspace, mapping)
  await writeCalendars(workspace, mapping, span, reading)
  await writeTargets(workspace, mapping)
  progress('Judging the data')
  const quality = await measureQuality(workspace, sources, states, hasHistory, reading)
  return { ...quality, states, supplied, data_from: span.from, data_until: span.until }
}

const derivable = [
  'created_at',
  'resolved_at',
  'closed_at',
  'reassign_count',
  'reopen_count',
  'status_native',
]

/** Whether a source of tickets lacks a column that their history adds up to. */
export function lacksDerivable(tickets: readonly Source[]): boolean {
  return derivable.some((column) => tickets.some(({ mapping }) => mapping.columns[column] === undefined))
}

/** The process models as tables, so that paths are judged by a join. */
export async function writeModels({ duck }: Workspace, { models }: Knowledge): Promise<void> {
  for (const model of models) {
    for (const type of model.ticket_types) {
      if (model.id !== type) continue
      const states = model.states.map(
        ({ id, clock }) =>
          `(${text(type)}, ${text(id)}, ${text(clock)}, ${model.initial.includes(id)}, ${model.final.includes(id)}, ${model.strict_initial.includes(id)}, ${model.strict_final.includes(id)})`,
      )
      await duck.run(`insert into canonical.model_state values ${states.join(', ')}`)
      const steps = new Map(
        model.transitions.map(({ from, to, added }) => [
          `${from}>${to}`,
          `(${text(type)}, ${text(from)}, ${text(to)}, ${!added})`,
        ]),
      )
      await duck.run(`insert into canonical.model_step values ${[...steps.values()].join(', ')}`)
    }
  }
}

/** Gives every native status of every type a state, and keeps it as the table that events are joined to. */
export async function settleStates(
  workspace: Workspace,
  mapping: Mapping,
  { models }: Knowledge,
  sources: readonly Source[],
  hasHistory: boolean,
): Promise<StateProposal[]> {
  const { duck } = workspace
  await duck.run(
    'create or replace temporary table state_map (type varchar, status_native varchar, sub_status_native varchar, state varchar)',
  )
  const seen = await duck.rows<{ type: string; status: string; sub_status: string | null; count: number }>(
    statusCounts(hasHistory),
  )
  const told = sources.filter(({ tool }) => tool !== undefined)
  const proposals: StateProposal[] = []
  for (const model of models) {
    const statuses: NativeStatus[] = seen
      .filter(({ type }) => type === model.id)
      .map((row) => ({ type: row.type, status: row.status, subStatus: row.sub_status, count: row.count }))
    if (statuses.length === 0 || !model.ticket_types.includes(model.id)) continue
    const settled = mapping.states[model.id] ?? {}
    const { tool } = told.find((source) => source.mapping.type === model.id) ?? told[0] ?? {}
    const first = proposeStates(model, statuses, [], settled, tool)
    const needPlaces = first.some(({ by }) => by === 'place')
    const steps = needPlaces
      ? await duck.rows<NativeStep & Record<string, string | number>>(
          statusSteps(model.id, hasHistory, unknownOf(first, statuses)),
        )
      : []
    const proposed = needPlaces
      ? proposeStates(
          model,
          statuses,
          steps.map((step) => ({ ...step, type: model.id })),
          settled,
          tool,
        )
      : first
    proposals.push(...proposed)
    const rows = statuses.map(
      ({ status, subStatus }, place) =>
        `(${text(model.id)}, ${text(status)}, ${text(subStatus ?? '')}, ${text(proposed[place]?.state ?? '')})`,
    )
    await duck.run(`insert into state_map values ${rows.join(', ')}`)
  }
  return proposals
}

/** The statuses that only their place can tell. */
function unknownOf(proposals: readonly StateProposal[], statuses: readonly NativeStatus[]): string[] {
  return statuses.filter((_, place) => proposals[place]?.by === 'place').map(({ status }) => status)
}

/** What the sources have a column for, as table.column and, for tickets, as type.column. */
export async function suppliedColumns(
  workspace: Workspace,
  sources: readonly Source[],
  reading: Reading,
): Promise<string[]> {
  const supplied = new Set<string>()
  for (const source of sources) {
    const { mapping } = source
    const isTicket = mapping.shape === 'list' || mapping.shape === 'log'
    const names = isTicket ? await typesOf(workspace, source, reading) : [mapping.table]
    const main = suppliedBy(source, isTicket ? 'ticket' : mapping.table, mapping.columns, reading)
    const also = Object.entries(mapping.also ?? {}).flatMap(([table, columns]) =>
      suppliedBy(source, table, columns, reading).map((column) => `${table}.${column}`),
    )
    const own = main.flatMap((column) => names.map((name) => `${name}.${column}`))
    for (const name of [...own, ...also]) supplied.add(name)
  }
  return [...supplied].sort()
}

/** The mapped columns of a table that the source really fills. */
function suppliedBy(
  source: Source,
  table: string,
  columns: Readonly<Record<string, string>>,
  reading: Reading,
): string[] {
  return Object.keys(columns).filter((column) => expression(source, table, column, reading) !== undefined)
}

/** The ticket types that the rows of a source have. */
async function typesOf(workspace: Workspace, source: Source, reading: Reading): Promise<string[]> {
  const type = ticketTypeOf(source, reading)
  const rows = await askFile<{ type: string }>(
    workspace,
    source.path,
    `select distinct ${type} as type from read_parquet(${text(source.path)}) order by 1`,
  )
  return rows.map((row) => row.type)
}

/** First and last instant that the data tells about. */
export async function spanOf(
  { duck }: Workspace,
  mapping: Mapping,
): Promise<{ from: string; until: string }> {
  const [span] = await duck.rows<{ first: string | null; last: string | null }>(`
    select cast(min(first) as varchar) as first, cast(max(last) as varchar) as last from (
        select min(created_at) as first, greatest(max(created_at), max(resolved_at), max(closed_at)) as last from canonical.ticket
        where created_at between timestamp '1990-01-01' and timestamp '2100-01-01'
        union all
        select min(happened_at), max(happened_at) from canonical.event where happened_at between timestamp '1990-01-01' and timestamp '2100-01-01'
    ) as span`)
  const from = span?.first ?? '2000-01-01 00:00:00'
  return { from, until: mapping.data_until ?? span?.last ?? from }
}

export async function writeCalendars(
  { duck }: Workspace,
  mapping: Mapping,
  span: { from: string; until: string },
  reading: Reading,
): Promise<void> {
  const calendars = { always, ...mapping.calendars }
  for (const [id, calendar] of Object.entries(calendars)) {
    await duck.run(calendarHours(id, calendar, { from: span.from, to: span.until }, reading.zone))
  }
}

async function writeTargets({ duck }: Workspace, mapping: Mapping): Promise<void> {
  if (mapping.targets.length === 0) return
  const rows = mapping.targets.map(
    ({ type, priority, metric, minutes, calendar, pause_rule }) =>
      `(${text(type)}, ${priority}, ${text(metric)}, ${minutes}, ${text(calendar)}, ${text(pause_rule)})`,
  )
  await duck.run(`insert into canonical.target values ${rows.join(', ')}`)
}
