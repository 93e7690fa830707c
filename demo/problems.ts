import { addWork, DAY, PERIOD, WORKDAY } from './calendar.ts'
import type { Chance } from './chance.ts'
import { at } from './chance.ts'
import { recordProblem } from './problem.ts'
import type { Ticket } from './ticket.ts'
import type { World } from './world.ts'
import { streamOf } from './world.ts'

/** Problems for everything that deserves one: outages, failed changes, faults that come back. */
export function makeProblems(world: World): void {
  const chance = streamOf(world, 'problems')
  for (const outage of world.outages) investigate(world, chance, outage.ticket)
  investigateFailures(world, chance)
  for (const cluster of clusters(world.incidents)) pursue(world, chance, cluster)
}

function investigate(world: World, chance: Chance, incident: Ticket): void {
  const wait = chance.between(0.1, 0.7) * WORKDAY
  const openedAt = addWork(incident.resolvedAt ?? incident.openedAt, wait)
  const impact = incident.isMajor ? 1 : 2
  incident.problem = recordProblem(world, chance, { openedAt, shownBy: incident, impact, urgency: 2 })
  if (!incident.isMajor) return
  for (const report of world.incidents) if (report.parent === incident) report.problem = incident.problem
}

/** Two failed changes of one release share a problem. */
function investigateFailures(world: World, chance: Chance): void {
  const ofRelease = new Map<Ticket, Ticket>()
  const failed = world.changes.filter(
    (change) => change.closeCode === 'Unsuccessful' || change.closeCode === 'Backed out',
  )
  for (const change of failed) {
    const shared = change.release && ofRelease.get(change.release)
    const openedAt = addWork(
      change.changePart?.actualEnd ?? change.openedAt,
      chance.between(0.3, 1.5) * WORKDAY,
    )
    if (openedAt >= PERIOD.to) continue
    const problem =
      shared ?? recordProblem(world, chance, { openedAt, shownBy: change, impact: 2, urgency: 2 })
    change.problem = problem
    if (change.release !== undefined) ofRelease.set(change.release, problem)
    for (const incident of world.incidents) if (incident.causedBy === change) incident.problem ??= problem
  }
}

const WINDOW = 32 * DAY
const SIZE = 5

/** Incidents that share service, category and item, at least five within 32 days. */
function clusters(incidents: readonly Ticket[]): Ticket[][] {
  const cells = new Map<string, Ticket[]>()
  for (const incident of incidents) {
    const key = `${incident.service}/${incident.category}/${incident.item ?? ''}`
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, [incident])
    else cell.push(incident)
  }
  return [...cells.values()].flatMap((cell) => runs(cell.sort((one, other) => one.openedAt - other.openedAt)))
}

function runs(cell: readonly Ticket[]): Ticket[][] {
  const found: Ticket[][] = []
  let from = 0
  while (from + SIZE <= cell.length) {
    if (!isDense(cell, from)) {
      from += 1
      continue
    }
    let last = from
    while (last + SIZE < cell.length && isDense(cell, last + 1)) last += 1
    found.push(cell.slice(from, last + SIZE))
    from = last + SIZE
  }
  return found
}

function isDense(cell: readonly Ticket[], from: number): boolean {
  return at(cell, from + SIZE - 1).openedAt - at(cell, from).openedAt <= WINDOW
}

function pursue(world: World, chance: Chance, cluster: readonly Ticket[]): void {
  const fifth = at(cluster, SIZE - 1)
  const openedAt = addWork(fifth.openedAt, chance.between(0.3, 1.5) * WORKDAY)
  const known = cluster.find((incident) => incident.problem !== undefined)?.problem
  if (known === undefined && openedAt >= PERIOD.to) return
  const problem =
    known ??
    recordProblem(world, chance, { openedAt, shownBy: fifth, impact: 3, urgency: chance.whole(1, 2) })
  for (const incident of cluster) {
    incident.problem ??= problem
    if (chance.is(0.4)) incident.change ??= problem.change
  }
}
