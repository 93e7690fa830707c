import type { Instant } from './calendar.ts'
import { HOUR, iso, PERIOD } from './calendar.ts'
import type { Columns } from './csv.ts'
import type { Ticket } from './ticket.ts'
import type { World } from './world.ts'

type Relation = { readonly from: Ticket; readonly to: Ticket; readonly kind: string; readonly at: Instant }

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

function relate(from: Ticket, to: Ticket, kind: string): Relation {
  return { from, to, kind, at: Math.min(Math.max(from.openedAt, to.openedAt) + HOUR, PERIOD.to - 1) }
}

export const RELATION: Columns<Relation> = [
  ['parent', (relation) => relation.from.number],
  ['child', (relation) => relation.to.number],
  ['type', (relation) => relation.kind],
  ['sys_created_on', (relation) => iso(relation.at)],
]
