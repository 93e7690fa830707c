import { provenance, sqlType } from '#content/table.ts'
import {
  expression,
  expressionOrNull,
  type Reading,
  rawEvents,
  rowNumber,
  rowsOf,
  type Source,
  ticketTypeOf,
} from './source.ts'
import { localDay, quoted, text } from './value-sql.ts'

/** Fills one canonical table of records; a later file and a later row win where a key comes twice. */
export function recordStatements(table: string, sources: readonly Source[], reading: Reading): string[] {
  const about = reading.tables.tables[table]
  if (!about || sources.length === 0) return []
  const selects = sources.map((source, place) => {
    const columns = Object.entries(about.columns).map(([column, { type }]) => {
      const made = expressionOrNull(source, table, column, sqlType[type], reading)
      const isKey = about.key.length === 1 && about.key[0] === column
      return `${isKey ? `coalesce(${made}, ${text(`${source.sha}:`)} || file_row_number)` : made} as ${column}`
    })
    return `select ${columns.join(', ')}, ${text(source.sha)} as source_file, ${rowNumber} as source_row, ${place} as place from ${rowsOf(source)}`
  })
  const names = [...Object.keys(about.columns), ...Object.keys(provenance)].join(', ')
  const key = about.key.join(', ')
  return [
    `insert into canonical.${table} select ${names} from (${selects.join('\nunion all\n')}) as every_row
     qualify row_number() over (partition by ${key} order by place desc, source_row desc) = 1
     order by place, source_row`,
  ]
}

/** Tables that only some ticket types have, from the files that hold those tickets. */
export function detailStatements(sources: readonly Source[], reading: Reading): string[] {
  const names = [...new Set(sources.flatMap((source) => Object.keys(source.mapping.also ?? {})))].sort()
  return names.flatMap((table) => {
    const about = reading.tables.tables[table]
    if (!about) return []
    const selects = sources.flatMap((source, place) => {
      if (!source.mapping.also?.[table]) return []
      const columns = Object.entries(about.columns).map(
        ([column, { type }]) =>
          `${expressionOrNull(source, table, column, sqlType[type], reading)} as ${column}`,
      )
      return [
        `select ${columns.join(', ')}, ${text(source.sha)} as source_file, ${rowNumber} as source_row, ${place} as place
         from ${rowsOf(source)} where ${ticketTypeOf(source, reading)} = ${text(table)}`,
      ]
    })
    const columns = [...Object.keys(about.columns), ...Object.keys(provenance)].join(', ')
    return [
      `insert into canonical.${table} select ${columns} from (${selects.join('\nunion all\n')}) as every_row
       where ticket_id is not null
       qualify row_number() over (partition by ticket_id order by place desc, source_row desc) = 1
       order by place, source_row`,
    ]
  })
}

/** The raw events of all logs and histories: read where they lie, or kept once where a history is asked several times. */
export function rawEventView(sources: readonly Source[], reading: Reading): string {
  const selects = sources.map((source, place) => rawEvents(source, place, reading))
  const isKept = sources.some((source) => source.mapping.shape === 'history')
  return `create or replace temporary ${isKept ? 'table' : 'view'} raw_event as ${selects.length > 0 ? selects.join('\nunion all\n') : emptyRawEvent}`
}

const emptyRawEvent = `select cast(null as varchar) as ticket_id, cast(null as varchar) as type, cast(null as timestamp) as happened_at, 0 as place,
  cast(null as varchar) as source_file, 0 as source_row, cast(null as varchar) as kind, cast(null as varchar) as field,
  cast(null as varchar) as from_value, cast(null as varchar) as to_value, cast(null as varchar) as status_native,
  cast(null as varchar) as sub_status_native, cast(null as varchar) as group_id, cast(null as varchar) as actor_id,
  cast(null as integer) as priority where false`

/** Columns of a ticket that are largest over its events rather than those of its last row. */
const counters = ['reassign_count', 'reopen_count', 'update_count'] as const

/** An empty table for the tickets as the sources say them, before what has to be derived. */
export const emptyTicketStage =
  'create or replace temporary table ticket_stage as select * from canonical.ticket where false'

/** Adds the tickets of lists or logs; what is already there is kept, of what comes twice the later row counts. */
export function stageTickets(sources: readonly Source[], reading: Reading): string {
  const columns = Object.entries(reading.tables.tables.ticket?.columns ?? {})
  const selects = sources.map((source, place) => {
    const isLog = source.mapping.shape === 'log'
    const values = columns.map(([column, { type }]) => {
      if (column === 'type') return `${ticketTypeOf(source, reading)} as type`
      const made = expressionOrNull(source, 'ticket', column, sqlType[type], reading)
      const isCounter =
        isLog &&
        counters.some((counter) => counter === column) &&
        source.mapping.columns[column] !== undefined
      return `${isCounter ? `counted.${column}` : made} as ${column}`
    })
    const head = `select ${values.join(', ')}, ${text(source.sha)} as source_file, cast(raw.file_row_number + 1 as integer) as source_row, ${place} as place from ${rowsOf(source)} as raw`
    return isLog ? `${head} ${lastRows(source, sources, reading)}` : head
  })
  return `insert into ticket_stage
    select * exclude (place) from (${selects.join('\nunion all\n')}) as every_row
    where ticket_id is not null and not exists (select 1 from ticket_stage where ticket_stage.ticket_id = every_row.ticket_id)
    qualify row_number() over (partition by ticket_id order by place desc, source_row desc) = 1`
}

/** Joins the rows of a log to the last event of each ticket over all logs, and to the largest counters. */
function lastRows(source: Source, logs: readonly Source[], reading: Reading): string {
  const mapped = counters.filter((counter) => source.mapping.columns[counter] !== undefined)
  const maxima = mapped.map(
    (counter) => `max(${expression(source, 'ticket', counter, reading)}) as ${counter}`,
  )
  const id =
    expression(source, 'ticket', 'ticket_id', reading) ?? quoted(source.mapping.columns.ticket_id ?? '')
  const counted =
    mapped.length > 0
      ? `inner join (select ${id} as ticket_id, ${maxima.join(', ')} from ${rowsOf(source)} group by 1) as counted on counted.ticket_id = ${id}`
      : ''
  return `
    inner join (
        select ticket_id, max_by(source_row, seq) as source_row
        from canonical.event
        where source_file in (${logs.map(({ sha }) => text(sha)).join(', ')})
        group by ticket_id
        having max_by(source_file, seq) = ${text(source.sha)}
    ) as last on last.source_row = raw.file_row_number + 1
    ${counted}`
}

/** Everything a ticket's events add up to, for the columns that no source supplies. */
export const ticketHistory = `
create or replace temporary table ticket_history as
select
    event.ticket_id,
    min(event.happened_at) as created_at,
    max_by(event.status_native, event.seq) filter (where event.status_native is not null) as status_native,
    cast(count(*) filter (where event.group_id is not null and event.prior_group_id is not null and event.group_id <> event.prior_group_id) as integer) as reassign_count,
    cast(count(*) filter (where prior.clock = 'stopped' and now.clock in ('running', 'paused')) as integer) as reopen_count,
    max(event.happened_at) filter (where now.clock = 'stopped' and not now.is_final and (prior.clock is null or prior.clock <> 'stopped')) as stopped_at,
    max(event.happened_at) filter (where now.clock = 'stopped' and (prior.clock is null or prior.clock <> 'stopped')) as ended_at,
    max(event.happened_at) filter (where now.is_final and (event.prior_state is null or event.prior_state <> event.state)) as closed_at
from canonical.event
inner join ticket_stage on ticket_stage.ticket_id = event.ticket_id
left join canonical.model_state as now on now.type = ticket_stage.type and now.state = event.state
left join canonical.model_state as prior on prior.type = ticket_stage.type and prior.state = event.prior_state
group by event.ticket_id`

/** What the source of a ticket says, empty or not, where it has the column; what was derived where it has none. */
function toldOrDerived(tickets: readonly Source[], column: string, derived: string): string {
  const telling = tickets.filter(({ mapping }) => mapping.columns[column] !== undefined)
  if (telling.length === 0) return derived
  if (telling.length === tickets.length) return `stage.${column}`
  const files = telling.map(({ sha }) => text(sha)).join(', ')
  return `case when stage.source_file in (${files}) then stage.${column} else ${derived} end`
}

/** Writes the tickets: what the sources say first, what the history adds up to where they say nothing. */
export function finishTickets(reading: Reading, tickets: readonly Source[], derive: boolean): string {
  const names = Object.keys(reading.tables.tables.ticket?.columns ?? {})
  const closes = 'coalesce(model_state.is_final, false)'
  const stopped = `model_state.clock = 'stopped'`
  const or = (column: string, other: string) =>
    derive ? `coalesce(stage.${column}, ${other})` : `stage.${column}`
  const created = or('created_at', 'history.created_at')
  const derived = (column: string, sql: string) =>
    derive ? toldOrDerived(tickets, column, sql) : `stage.${column}`
  const resolved = derived(
    'resolved_at',
    `case when ${stopped} then coalesce(stage.resolved_at, history.stopped_at, stage.closed_at, history.ended_at) end`,
  )
  const closed = derived(
    'closed_at',
    `case when ${closes} then coalesce(stage.closed_at, history.closed_at) end`,
  )
  const special: Record<string, string> = {
    state: 'state_map.state',
    is_finished: `${closes} or ${closed} is not null`,
    created_at: created,
    resolved_at: resolved,
    closed_at: closed,
    status_native: or('status_native', 'history.status_native'),
    reassign_count: or('reassign_count', 'history.reassign_count'),
    reopen_count: or('reopen_count', 'history.reopen_count'),
    created_on: localDay(created, reading.zone),
    resolved_on: localDay(resolved, reading.zone),
    closed_on: localDay(closed, reading.zone),
  }
  const columns = names.map((name) => `${special[name] ?? `stage.${name}`} as ${name}`)
  return `
insert into canonical.ticket
select ${columns.join(', ')}, stage.source_file, stage.source_row
from ticket_stage as stage
${derive ? 'left join ticket_history as history on history.ticket_id = stage.ticket_id' : ''}
left join state_map
    on state_map.type = stage.type
    and state_map.status_native = ${or('status_native', 'history.status_native')}
    and state_map.sub_status_native = coalesce(stage.sub_status_native, '')
left join canonical.model_state on model_state.type = stage.type and model_state.state = state_map.state
`
}

/** Clocks that the tool keeps as one yes or no on the ticket. */
export const ticketClocks = `
insert into canonical.sla_clock
    (clock_id, ticket_id, metric, started_at, stopped_at, due_at, is_breached, computed_by, pause_rule, reopen_rule, source_file, source_row)
select ticket_id || ':source', ticket_id, 'resolution', created_at, coalesce(resolved_at, closed_at), due_resolve_at,
    coalesce(is_breached, not is_sla_met), 'source', 'native', 'native', source_file, source_row
from canonical.ticket
where (is_breached is not null or is_sla_met is not null)
    and not exists (select 1 from canonical.sla_clock where sla_clock.ticket_id = ticket.ticket_id and sla_clock.metric = 'resolution')`
