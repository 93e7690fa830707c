/** A question about the quality of the data: what a row of its answer is, and how to say it. */
export type QualityQuestion = Readonly<{
  code: string
  level: 'warning' | 'note'
  message: string
  sql: string
}>

const sample = (select: string) => `
with found as (${select})
select ticket_id, source_file, source_row, cast(count(*) over () as integer) as found_count, detail
from found order by source_file, source_row, ticket_id limit 20`

/** Asked of every import; each answer is counted whole and sampled. */
export const qualityQuestions: readonly QualityQuestion[] = [
  {
    code: 'ingest.no-opening',
    level: 'warning',
    message: 'tickets have no time of opening and are left out of everything that needs one',
    sql: sample(
      `select ticket_id, source_file, source_row, '' as detail from canonical.ticket where created_at is null`,
    ),
  },
  {
    code: 'ingest.resolved-before-opened',
    level: 'warning',
    message: 'tickets were resolved before they were opened; correct the times in the tool',
    sql: sample(
      `select ticket_id, source_file, source_row, cast(resolved_at as varchar) || ' before ' || cast(created_at as varchar) as detail from canonical.ticket where resolved_at < created_at`,
    ),
  },
  {
    code: 'ingest.closed-before-resolved',
    level: 'warning',
    message: 'tickets were closed before they were resolved; the closing counts as it is written',
    sql: sample(
      `select ticket_id, source_file, source_row, cast(closed_at as varchar) || ' before ' || cast(resolved_at as varchar) as detail from canonical.ticket where closed_at < resolved_at`,
    ),
  },
  {
    code: 'ingest.impossible-date',
    level: 'warning',
    message: 'tickets carry a date before 1990 or after 2100',
    sql: sample(
      `select ticket_id, source_file, source_row, cast(created_at as varchar) as detail from canonical.ticket
       where created_at not between timestamp '1990-01-01' and timestamp '2100-01-01'
           or closed_at not between timestamp '1990-01-01' and timestamp '2100-01-01'
           or resolved_at not between timestamp '1990-01-01' and timestamp '2100-01-01'`,
    ),
  },
  {
    code: 'ingest.finished-without-end',
    level: 'note',
    message: 'finished tickets have no time of resolution; where a closing time exists it stands in',
    sql: sample(
      `select ticket_id, source_file, source_row, coalesce(status_native, '') as detail from canonical.ticket where is_finished and resolved_at is null`,
    ),
  },
  {
    code: 'ingest.out-of-order',
    level: 'note',
    message:
      'events stand in the file before an earlier event of the same ticket; they were put in the order of their times',
    sql: sample(
      `select ticket_id, source_file, source_row, cast(happened_at as varchar) as detail from (
           select event.ticket_id, event.source_file, event.source_row, event.happened_at
           from canonical.event
           where event.source_row < event.prior_source_row and not event.is_derived
               and exists (
                   select 1 from canonical.event as prior
                   where prior.ticket_id = event.ticket_id and prior.seq = event.seq - 1 and prior.source_file = event.source_file and not prior.is_derived
               )
       ) as placed`,
    ),
  },
  {
    code: 'ingest.after-closing',
    level: 'note',
    message: 'events lie after the closing time of their ticket',
    sql: sample(
      `select event.ticket_id, event.source_file, event.source_row, cast(event.happened_at as varchar) || ' after ' || cast(ticket.closed_at as varchar) as detail
       from canonical.event inner join canonical.ticket on ticket.ticket_id = event.ticket_id
       where event.happened_at > ticket.closed_at`,
    ),
  },
  {
    code: 'ingest.before-opening',
    level: 'warning',
    message: 'events lie before the opening of their ticket',
    sql: sample(
      `select event.ticket_id, event.source_file, event.source_row, cast(event.happened_at as varchar) || ' before ' || cast(ticket.created_at as varchar) as detail
       from canonical.event inner join canonical.ticket on ticket.ticket_id = event.ticket_id
       where event.happened_at < ticket.created_at and not event.is_derived`,
    ),
  },
]

/** Asked only where a history stands beside a list. */
export const historyQuestion: QualityQuestion = {
  code: 'ingest.history-disagrees',
  level: 'warning',
  message: 'tickets stand in another status than the last one of their history',
  sql: sample(
    `select ticket.ticket_id, ticket.source_file, ticket.source_row, 'status ' || ticket.status_native || ', history ' || last.status_native as detail
     from canonical.ticket
     inner join (
         select ticket_id, max_by(status_native, seq) as status_native from canonical.event where status_native is not null group by ticket_id
     ) as last on last.ticket_id = ticket.ticket_id
     where lower(last.status_native) <> lower(ticket.status_native)`,
  ),
}

/** Tickets that a history speaks of and no list holds. */
export const strayHistory = sample(
  `select raw_event.ticket_id, min(raw_event.source_file) as source_file, min(raw_event.source_row) as source_row, '' as detail
   from raw_event
   where raw_event.ticket_id is not null
       and not exists (select 1 from canonical.ticket where ticket.ticket_id = raw_event.ticket_id)
   group by raw_event.ticket_id`,
)
