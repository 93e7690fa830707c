import { type Duck, literal } from '#db/duck.ts'
import { answersOf } from './ticket-store.ts'

/** The services with the most tickets among those that a list of checks names, and how many tickets that are in all. */
export type Touched = Readonly<{
  tickets: number
  /** Tickets that carry no service. */
  withoutService: number
  services: readonly Readonly<{ service: string; tickets: number }>[]
}>

const mostServices = 10

/**
 * What the tickets that do not meet these checks belong to; a ticket that several checks name counts once, and subjects that
 * are no tickets count nowhere. Undefined where no answers are kept.
 */
export async function servicesTouched(
  duck: Duck,
  folder: string,
  checks: readonly string[],
): Promise<Touched | undefined> {
  const files = checks.flatMap((check) => answersOf(folder, check) ?? [])
  if (files.length === 0) return undefined
  const rows = await duck.rows<{ service: string | null; tickets: number }>(`
    select coalesce(service.name, ticket.service_id) as service, cast(count(distinct ticket.ticket_id) as integer) as tickets
    from read_parquet([${files.map((file) => literal(file)).join(', ')}], union_by_name = true) as answer
    inner join canonical.ticket on ticket.ticket_id = cast(answer.subject as varchar)
    left join canonical.service on service.service_id = ticket.service_id
    where answer.answer = 'not met'
    group by 1 order by 2 desc, 1`)
  const count = (some: typeof rows) => some.reduce((sum, { tickets }) => sum + tickets, 0)
  return {
    tickets: count(rows),
    withoutService: count(rows.filter(({ service }) => service === null)),
    services: rows
      .flatMap(({ service, tickets }) => (service === null ? [] : [{ service, tickets }]))
      .slice(0, mostServices),
  }
}
