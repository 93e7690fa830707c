import { arrivals } from './arrivals.ts'
import type { Instant } from './calendar.ts'
import { DAY, HOUR, PERIOD } from './calendar.ts'
import type { Chance } from './chance.ts'
import { recordIncident } from './incident.ts'
import type { Service } from './services.ts'
import type { Ticket } from './ticket.ts'
import type { World } from './world.ts'
import { itemOf, serviceAt, streamOf, volume } from './world.ts'

/** Everyday incidents in two years, besides those that changes, recurring faults and outages make. */
const EVERYDAY = 33_500
const RECURRING_FAULTS = 190

const RANKS = [
  [[1, 2], 0.4],
  [[2, 1], 1.6],
  [[1, 3], 3],
  [[2, 2], 13],
  [[3, 1], 4],
  [[2, 3], 14],
  [[3, 2], 32],
  [[3, 3], 32],
] as const

/** The incidents of normal life. */
export function makeEverydayIncidents(world: World): void {
  const chance = streamOf(world, 'incidents')
  for (const openedAt of arrivals(chance, volume(world, EVERYDAY))) {
    const service = serviceAt(world, openedAt, chance)
    const item = chance.is(0.985) ? itemOf(world, service, chance) : undefined
    const [impact, urgency] = chance.weighted<readonly [number, number]>(RANKS)
    recordIncident(world, chance, { openedAt, service, item, impact, urgency })
  }
}

/** Faults that come back on the same item until somebody looks for the cause. */
export function makeRecurringFaults(world: World): void {
  const chance = streamOf(world, 'recurring faults')
  for (let count = volume(world, RECURRING_FAULTS); count > 0; count -= 1) {
    const from = chance.between(PERIOD.from, PERIOD.to - 30 * DAY)
    const service = serviceAt(world, from, chance)
    const item = itemOf(world, service, chance)
    const category = chance.pick(['Software', 'Hardware', 'Network', 'Data'])
    for (let more = chance.whole(6, 10); more > 0; more -= 1) {
      const openedAt = Math.round(from + chance.between(0, 22) * DAY)
      recordIncident(world, chance, {
        openedAt,
        service,
        item,
        category,
        impact: 3,
        urgency: chance.whole(2, 3),
      })
    }
  }
}

/** What goes wrong after a change: many incidents after a failed one, hardly any after a good one. */
export function makeIncidentsOfChanges(world: World): void {
  const chance = streamOf(world, 'incidents of changes')
  for (const change of world.changes) {
    const part = change.changePart
    const service = world.services.find((one) => one.name === change.service)
    if (part?.actualEnd === undefined || service === undefined) continue
    for (let more = countAfter(change, chance); more > 0; more -= 1) {
      recordAfter(world, chance, change, service, part.actualEnd)
    }
  }
}

function recordAfter(world: World, chance: Chance, change: Ticket, service: Service, endedAt: Instant): void {
  const item = world.itemsOf.get(service.name)?.find((one) => one.name === change.item)
  const openedAt = Math.round(endedAt + chance.spread(9 * HOUR, 0.8))
  const report = { openedAt, service, item, impact: 2, urgency: chance.whole(2, 3) }
  const incident = recordIncident(world, chance, { ...report, category: chance.pick(['Software', 'Data']) })
  incident.causedBy = change
  incident.rootCause = 'change'
  incident.release = change.release
}

function countAfter(change: Ticket, chance: Chance): number {
  const isReleased = change.release !== undefined
  if (change.closeCode === 'Unsuccessful' || change.closeCode === 'Backed out') {
    return chance.whole(2, 5) + (isReleased ? 5 : 0)
  }
  if (change.closeCode === 'Successful with issues') return chance.whole(1, 2)
  return change.closeCode === 'Successful' && chance.is(0.03) ? 1 : 0
}
