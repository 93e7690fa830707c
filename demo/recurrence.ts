import { DAY } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Ticket } from './ticket.ts'
import type { World } from './world.ts'
import { streamOf } from './world.ts'

const WATCH = 92 * DAY
/** So often a solution holds. */
const HOLDS = 0.91

/** What a problem has solved does not come back: later incidents fall on items without a problem. */
export function keepSolved(world: World): void {
  const chance = streamOf(world, 'recurrence')
  const sick = new Set(world.problems.map((problem) => problem.item))
  const cells = new Map<string, Ticket[]>()
  for (const incident of world.incidents) {
    const cell = cells.get(keyOf(incident))
    if (cell === undefined) cells.set(keyOf(incident), [incident])
    else cell.push(incident)
  }
  for (const problem of world.problems) {
    if (chance.is(HOLDS)) move(world, chance, returning(problem, cells.get(keyOf(problem)) ?? []), sick)
  }
}

function keyOf(ticket: Ticket): string {
  return `${ticket.item}/${ticket.category}`
}

function returning(problem: Ticket, incidents: readonly Ticket[]): Ticket[] {
  const solvedAt = problem.resolvedAt
  if (solvedAt === undefined) return []
  return incidents.filter((one) => one.openedAt > solvedAt && one.openedAt < solvedAt + WATCH)
}

function move(
  world: World,
  chance: Chance,
  incidents: readonly Ticket[],
  sick: ReadonlySet<string | undefined>,
): void {
  for (const incident of incidents) {
    const healthy = (world.itemsOf.get(incident.service ?? '') ?? []).filter((item) => !sick.has(item.name))
    if (incident.problem === undefined && healthy.length > 0) incident.item = chance.pick(healthy).name
  }
}
