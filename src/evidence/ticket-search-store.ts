import { type Duck, literal } from '#db/duck.ts'

/** A ticket as a search shows it. */
export type FoundTicket = Readonly<{ ticket: string; type: string }>

/** Tickets whose number begins with what was typed, in either case, in the order of their numbers. */
export async function ticketsLike(duck: Duck, typed: string, most: number): Promise<readonly FoundTicket[]> {
  const rows = await duck.rows<{ ticket_id: string; type: string | null }>(
    `select ticket_id, type from canonical.ticket
    where starts_with(lower(ticket_id), ${literal(typed.toLowerCase())})
    order by ticket_id limit ${most}`,
  )
  return rows.map((row) => ({ ticket: row.ticket_id, type: row.type ?? '' }))
}
