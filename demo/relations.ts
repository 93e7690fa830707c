import type { Instant } from './calendar.ts'
import { DAY, DAYS, dayOf, HOUR, iso, PERIOD } from './calendar.ts'
import type { Columns } from './csv.ts'
import { isMissed } from './sla-clocks.ts'
import type { Ticket } from './ticket.ts'
import type { World } from './world.ts'

type Relation = {
  readonly from: Ticket | Improvement
  readonly to: Ticket
  readonly kind: string
  readonly at: Instant
}

/** An entry of the improvement register, which is kept elsewhere. */
type Improvement = { readonly number: string }

/** The relations between tickets, as the tool keeps them beside the fields. */
export function* relations(world: World): Generator<Relation> {
  for (const incident of world.incidents) {
    if (incident.causedBy !== undefined) yield relate(incident, incident.causedBy, 'caused_by')
    if (incident.problem !== undefined) yield relate(incident, incident.problem, 'related_to')
  }
  for (const problem of world.problems) {
    if (problem.change !== undefined) yield relate(problem, problem.change, 'fixed_by')
  }
  for (const change of world.changes) {
    if (change.problem !== undefined) yield relate(change, change.problem, 'related_to')
    if (change.release !== undefined) yield relate(change, change.release, 'part_of_release')
  }
  yield* knownErrorRelations(world)
  yield* improvementRelations(world)
}

/** A known error explains its problem and the incidents that came after it was written. */
function* knownErrorRelations(world: World): Generator<Relation> {
  const ofProblem = new Map<Ticket, Ticket>()
  for (const known of world.knownErrors) {
    if (known.problem === undefined) continue
    ofProblem.set(known.problem, known)
    yield relate(known, known.problem, 'known_error_of')
  }
  for (const incident of world.incidents) {
    const known = incident.problem && ofProblem.get(incident.problem)
    if (known !== undefined && incident.openedAt > known.openedAt)
      yield relate(known, incident, 'known_error_of')
  }
}

const REACTION = 12 * DAY + 10 * HOUR
const ATTAINMENT = 0.91

/** Every month in which a service or a supplier kept too few of its targets leads to an improvement. */
function* improvementRelations(world: World): Generator<Relation> {
  let count = 0
  for (const [month, tickets] of byParty(world)) {
    const missed = tickets.filter((ticket) => isMissed(ticket, PERIOD.to))
    const first = missed[0]
    const at = endOf(month) + REACTION
    if (first === undefined || missed.length <= (1 - ATTAINMENT) * tickets.length || at >= PERIOD.to) continue
    count += 1
    yield { from: { number: `IMP${String(count).padStart(5, '0')}` }, to: first, kind: 'improvement_of', at }
  }
}

/** Tickets with a due time by month of their end and by service, then by supplier. */
function byParty(world: World): Map<string, Ticket[]> {
  const lists = new Map<string, Ticket[]>()
  const measured = [...world.incidents, ...world.requests, ...world.complaints, ...world.securityIncidents]
  for (const ticket of measured) {
    const endedAt = ticket.resolvedAt ?? ticket.closedAt
    if (ticket.dueResolveAt === undefined || (endedAt === undefined && !isMissed(ticket, PERIOD.to))) continue
    const month = dayOf(endedAt ?? ticket.openedAt).date.slice(0, 7)
    for (const party of [ticket.service, ticket.vendor && `vendor ${ticket.vendor}`]) {
      if (party === undefined) continue
      const key = `${month} ${party}`
      lists.set(key, [...(lists.get(key) ?? []), ticket])
    }
  }
  return lists
}

function endOf(month: string): Instant {
  return Math.max(...DAYS.filter((day) => day.date.startsWith(month.slice(0, 7))).map((day) => day.start))
}

function relate(from: Ticket, to: Ticket, kind: string): Relation {
  return { from, to, kind, at: Math.min(Math.max(from.openedAt, to.openedAt) + HOUR, PERIOD.to - 1) }
}

export const RELATION: Columns<Relation> = [
  ['parent', (relation) => relation.from.number],
  ['child', (relation) => relation.to.number],
  ['type', (relation) => relation.kind],
  ['sys_created_on', (relation) => iso(relation.at)],
]
