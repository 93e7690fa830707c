import type { Ticket, TicketKind } from './ticket.ts'
import type { World } from './world.ts'
import { allTickets } from './world.ts'

const PREFIXES: Readonly<Record<TicketKind, string>> = {
  incident: 'INC',
  sc_req_item: 'RITM',
  problem: 'PRB',
  known_error: 'KE',
  change_request: 'CHG',
  rm_release: 'RLSE',
  sn_si_incident: 'SIR',
  complaint: 'CMP',
}

/** Gives every ticket its number, in the order in which they were opened, and every update of an item its own. */
export function numberTickets(world: World): void {
  const counts = new Map<TicketKind, number>()
  for (const list of lists(world)) list.sort((one, other) => one.openedAt - other.openedAt)
  for (const ticket of allTickets(world)) {
    const count = (counts.get(ticket.kind) ?? 0) + 1
    counts.set(ticket.kind, count)
    ticket.number = `${PREFIXES[ticket.kind]}${String(count + 10_000).padStart(7, '0')}`
  }
  world.itemChanges.sort((one, other) => one.at - other.at)
  for (const [place, update] of world.itemChanges.entries()) {
    update.number = `CIU${String(place + 1).padStart(6, '0')}`
  }
}

function lists(world: World): Ticket[][] {
  return [
    world.incidents,
    world.requests,
    world.problems,
    world.knownErrors,
    world.changes,
    world.releases,
    world.securityIncidents,
    world.complaints,
  ]
}
