import type { Source } from './source.ts'
import { text } from './value-sql.ts'

/** The ticket type of every ticket that has events: told by the log, or by the list it is also in. */
export function eventTypes(hasLists: boolean, logs: readonly Source[]): string {
  const single =
    new Set(logs.map((source) => source.mapping.type)).size === 1 && logs[0]?.mapping.type !== undefined
  const latest = single ? 'min(type)' : 'max_by(type, happened_at)'
  const ofLogs = `select ticket_id, ${latest} as type from raw_event where type is not null and ticket_id is not null group by ticket_id`
  const ofLists = 'select ticket_id, type from ticket_stage'
  const parts = [
    ...(hasLists ? [ofLists] : []),
    ...(logs.length > 0
      ? [
          `select * from (${ofLogs}) as logged${hasLists ? ' where ticket_id not in (select ticket_id from ticket_stage)' : ''}`,
        ]
      : []),
  ]
  return `create or replace temporary table event_type as ${parts.join(' union all ') || 'select cast(null as varchar) as ticket_id, cast(null as varchar) as type where false'}`
}

/**
 * First event of every ticket that a list names and a history tells about: its opening, in its first known status.
 * Where the history begins before the ticket's own time of opening, the opening is put at its begin.
 */
export const openings = `
create or replace temporary view opening as
select
    stage.ticket_id,
    least(stage.created_at, first.happened_at) as happened_at,
    case when first.has_status then first.from_value else stage.status_native end as status_native,
    stage.source_file,
    stage.source_row
from ticket_stage as stage
inner join (
    select distinct event_type.type
    from raw_event
    inner join event_type on event_type.ticket_id = raw_event.ticket_id
    where raw_event.kind is not null
) as told on told.type = stage.type
left join (
    select
        ticket_id,
        min(happened_at) as happened_at,
        bool_or(kind = 'status') as has_status,
        min_by(from_value, (happened_at, source_row)) filter (where kind = 'status' and from_value is not null) as from_value
    from raw_event
    where kind is not null and happened_at is not null
    group by ticket_id
) as first on first.ticket_id = stage.ticket_id
where stage.created_at is not null`

/** Writes the events in the order of each ticket's history, with what stood before each. */
export function finishEvents(hasHistory: boolean, severalFiles: boolean): string {
  // A row of a history carries a status or a group, or neither: what stood before is looked up among rows that carry one.
  const among = (column: string) =>
    hasHistory
      ? `(partition by ticket_id, ${column} is null order by happened_at, place, source_row)`
      : 'history'
  const [statuses, groups] = [among('status_native'), among('group_id')]
  const opening = `
    union all
    select ticket_id, cast(null as varchar) as type, happened_at, -1 as place, source_file, source_row, 'created' as kind, cast(null as varchar) as field,
        cast(null as varchar) as from_value, cast(null as varchar) as to_value, true as is_derived, status_native,
        cast(null as varchar) as sub_status_native, cast(null as varchar) as group_id, cast(null as varchar) as actor_id, cast(null as integer) as priority
    from opening`
  // What only a history has is not carried through the ordering of a log.
  const ofHistory = (columns: string) => (hasHistory ? columns : '')
  const orNone = (column: string) => (hasHistory ? column : `cast(null as varchar) as ${column}`)
  const once = severalFiles
    ? `qualify place = min(place) over (partition by ticket_id, happened_at, ${ofHistory('field, to_value,')} status_native, sub_status_native, group_id, actor_id)`
    : ''
  return `
insert into canonical.event
with
told as (
    select ticket_id, type, happened_at, place, source_file, source_row, ${ofHistory('kind, field, from_value, to_value, false as is_derived,')}
        status_native, sub_status_native, group_id, actor_id, priority
    from raw_event
    where happened_at is not null and ticket_id is not null ${hasHistory ? "and (kind is null or kind <> 'created')" : ''}
    ${once}
    ${hasHistory ? opening : ''}
),
known as (
    select told.* exclude (type), state_map.state
    from told
    ${hasHistory ? 'inner join event_type on event_type.ticket_id = told.ticket_id' : ''}
    left join state_map
        on state_map.type = ${hasHistory ? 'event_type.type' : 'told.type'}
        and state_map.status_native = told.status_native
        and state_map.sub_status_native = coalesce(told.sub_status_native, '')
),
placed as (
    select
        known.*,
        row_number() over history as seq,
        lag(happened_at) over history as prior_at,
        lag(status_native) over ${statuses} as prior_status_native,
        lag(state) over ${statuses} as prior_state,
        lag(group_id) over ${groups} as prior_group_id,
        lag(priority) over history as prior_priority,
        lag(source_row) over history as prior_source_row,
        ${hasHistory ? `lag(happened_at) over ${statuses}` : 'prior_at'} as prior_status_at
    from known
    window history as (partition by ticket_id order by happened_at, place, source_row)
)
select
    ticket_id,
    cast(seq as integer) as seq,
    happened_at,
    coalesce(${hasHistory ? 'kind' : 'null'}, case
        when seq = 1 then 'created'
        when status_native is distinct from prior_status_native then 'status'
        when group_id is distinct from prior_group_id then 'assign'
        when priority is distinct from prior_priority then 'priority'
        else 'field'
    end) as kind,
    ${orNone('field')},
    ${orNone('from_value')},
    ${orNone('to_value')},
    status_native,
    sub_status_native,
    state,
    group_id,
    actor_id,
    'unknown' as actor_kind,
    ${hasHistory ? 'is_derived' : 'false as is_derived'},
    prior_at,
    case when status_native is not null then prior_status_native end as prior_status_native,
    case when state is not null then prior_state end as prior_state,
    case when group_id is not null then prior_group_id end as prior_group_id,
    case when status_native is not null then prior_status_at end as prior_status_at,
    prior_source_row,
    source_file,
    source_row
from placed`
}

/** How often each native status was seen in logs, histories and lists. */
export function statusCounts(hasHistory: boolean): string {
  const ofHistories = `
    select event_type.type, raw_event.status_native, cast(null as varchar) as sub_status_native, count(*) as n
    from raw_event inner join event_type on event_type.ticket_id = raw_event.ticket_id
    where raw_event.type is null and raw_event.status_native is not null group by all
    union all
    select event_type.type, raw_event.from_value, null, count(*)
    from raw_event inner join event_type on event_type.ticket_id = raw_event.ticket_id
    where raw_event.kind = 'status' and raw_event.from_value is not null group by all
    union all`
  return `
select type, status_native as status, sub_status_native as sub_status, cast(sum(n) as integer) as count
from (
    ${hasHistory ? ofHistories : ''}
    select type, status_native, sub_status_native, count(*) as n from raw_event where type is not null and status_native is not null group by all
    union all
    select type, status_native, sub_status_native, count(*) as n from ticket_stage where status_native is not null group by all
) as seen
group by all
order by type, count desc, status, sub_status`
}

/** Neighbours of native statuses, only needed where a status has no name that the model knows. */
export function statusSteps(type: string, hasHistory: boolean, unknown: readonly string[]): string {
  const typed = hasHistory
    ? 'left join event_type on raw_event.type is null and event_type.ticket_id = raw_event.ticket_id'
    : ''
  const told = hasHistory ? 'coalesce(raw_event.type, event_type.type)' : 'raw_event.type'
  return `
with step as (
    select
        case when raw_event.sub_status_native is null then raw_event.status_native else raw_event.status_native || ' / ' || raw_event.sub_status_native end as native,
        raw_event.ticket_id, raw_event.happened_at, raw_event.source_row
    from raw_event ${typed}
    where raw_event.status_native is not null and ${told} = '${type}'
        and raw_event.ticket_id in (select ticket_id from raw_event where status_native in (${unknown.map((status) => text(status)).join(', ')}))
),
pair as (
    select
        coalesce(lag(native) over history, '') as "from",
        native as "to",
        lead(native) over history as next
    from step
    window history as (partition by ticket_id order by happened_at, source_row)
)
select "from", "to", cast(count(*) as integer) as count from pair group by all
union all
select "to" as "from", '' as "to", cast(count(*) as integer) as count from pair where next is null group by all
order by 1, 2`
}
