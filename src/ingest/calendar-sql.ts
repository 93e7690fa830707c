import type { Calendar } from './mapping.ts'
import { text } from './value-sql.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/**
 * One row per UTC hour of a calendar: the part of it that is working time, and the working minutes before it.
 * Business time between two instants is then the difference of two look-ups (closed form, no stepping).
 * The table covers whole months around the span. Where work stops and goes on within one hour, the hour keeps its
 * true number of working minutes, and they are taken to lie together from its first one on.
 */
export function calendarHours(
  id: string,
  calendar: Calendar,
  span: Readonly<{ from: string; to: string }>,
  zone: string | undefined,
): string {
  const days = calendar.days.map((day) => weekdays.indexOf(day) + 1).join(', ')
  const holidays =
    calendar.holidays.length > 0
      ? `and day not in (${calendar.holidays.map((day) => `date ${text(day)}`).join(', ')})`
      : ''
  const toUtc = (local: string) =>
    zone === undefined || zone === 'UTC' ? local : `timezone('UTC', timezone(${text(zone)}, ${local}))`
  const first = `date_trunc('month', timestamp ${text(span.from)}) - interval '2 days'`
  const last = `date_trunc('month', timestamp ${text(span.to)}) + interval '1 month 2 days'`
  const slots = calendar.hours
    .map(({ from, to }) => `select ${minutes(from)} as from_minute, ${minutes(to)} as to_minute`)
    .join(' union all ')
  return `
insert into canonical.calendar_hour
with
day as (
    select cast(unnest(generate_series(${first}, ${last}, interval '1 day')) as date) as day
),
slot as (${slots}),
open as (
    select
        ${toUtc("day + slot.from_minute * interval '1 minute'")} as open_from,
        ${toUtc("day + slot.to_minute * interval '1 minute'")} as open_to
    from day
    cross join slot
    where isodow(day) in (${days}) ${holidays}
),
hour as (
    select unnest(generate_series(${first}, ${last}, interval '1 hour')) as hour_at
),
touched as (
    select date_trunc('hour', open_from) + step * interval '1 hour' as hour_at, open_from, open_to
    from open, generate_series(0, 25) as steps(step)
    where date_trunc('hour', open_from) + step * interval '1 hour' < open_to
),
stretch as (
    select
        hour_at,
        greatest(open_from, hour_at) as open_from,
        least(open_to, hour_at + interval '1 hour') as open_to
    from touched
),
worked as (
    select
        hour.hour_at,
        min(stretch.open_from) as open_from,
        least(max(stretch.open_to), min(stretch.open_from) + to_minutes(cast(sum(date_diff('minute', stretch.open_from, stretch.open_to)) as integer))) as open_to
    from hour
    left join stretch on stretch.hour_at = hour.hour_at
    group by hour.hour_at
)
select
    ${text(id)} as calendar_id,
    hour_at,
    open_from,
    open_to,
    coalesce(sum(coalesce(extract(epoch from open_to - open_from), 0) / 60) over (
        order by hour_at rows between unbounded preceding and 1 preceding
    ), 0) as minutes_before
from worked
order by hour_at`
}

function minutes(clock: string): number {
  const [hours, rest] = clock.split(':')
  return Number(hours) * 60 + Number(rest)
}
