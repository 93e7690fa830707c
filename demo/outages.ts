import { DAY, iso, MINUTE, PERIOD } from './calendar.ts'
import type { Chance } from './chance.ts'
import { recordIncident } from './incident.ts'
import type { Service } from './services.ts'
import { isCritical, isMinor } from './services.ts'
import type { Ticket } from './ticket.ts'
import type { World } from './world.ts'
import { itemOf, serviceAt, streamOf, volume } from './world.ts'

/** A stop of a most critical service is a major incident; the others are urgent all the same. */
type Stop = 'major' | 'urgent' | 'short'

/** How many in two years. */
const STOPS: readonly (readonly [Stop, number])[] = [
  ['major', 28],
  ['urgent', 20],
  ['short', 70],
]

/** Services that stopped; no service twice in a month. */
export function makeOutages(world: World): void {
  const chance = streamOf(world, 'outages')
  const hits = new Set<string>()
  for (const [kind, count] of STOPS) {
    for (let left = volume(world, count); left > 0; ) left -= stop(world, chance, hits, kind)
  }
}

function fits(kind: Stop, service: Service): boolean {
  if (kind === 'major') return isCritical(service)
  return kind === 'short' || isMinor(service)
}

function stop(world: World, chance: Chance, hits: Set<string>, kind: Stop): number {
  const isMajor = kind === 'major'
  const from = Math.round(chance.between(PERIOD.from + DAY, PERIOD.to - 20 * DAY))
  const service = serviceAt(world, from, chance)
  const month = `${service.name}/${iso(from).slice(0, 7)}`
  if (!fits(kind, service) || hits.has(month)) return 0
  hits.add(month)
  const incident = recordIncident(world, chance, {
    openedAt: from + chance.whole(2, 8) * MINUTE,
    detectedAt: from,
    service,
    item: itemOf(world, service, chance),
    impact: 1,
    urgency: kind === 'short' ? 2 : 1,
    channel: chance.is(0.86) ? 'Monitoring' : 'Phone',
    isMajor,
  })
  const length = isMajor ? (incident.resolvedAt ?? from) - from : chance.whole(12, 90) * MINUTE
  world.outages.push({
    service: service.name,
    from,
    to: Math.min(from + length, incident.resolvedAt ?? from),
    isPlanned: false,
    factor: isMajor ? chance.pick([1, 0.8, 0.6]) : chance.pick([1, 0.5, 0.3]),
    ticket: incident,
    supplier: service.supplier !== undefined && chance.is(0.35) ? service.supplier : undefined,
  })
  if (isMajor) {
    lead(world, chance, incident)
    hear(world, chance, incident, service)
  }
  return 1
}

function lead(world: World, chance: Chance, incident: Ticket): void {
  const history = incident.history
  const manager = chance.pick(world.staff.majorManagers)
  const declaredAt = incident.openedAt + chance.whole(3, 10) * MINUTE
  incident.declaredAt = declaredAt
  incident.majorManager = manager
  const tell = (field: 'notify_management' | 'notify_customer', to: string) =>
    history.push({ at: declaredAt + chance.whole(4, 22) * MINUTE, user: manager, field, to })
  history.push({ at: declaredAt, user: manager, field: 'major_declared', to: 'true' })
  tell('notify_management', 'board member on duty told')
  tell('notify_customer', 'message on the status page and by mail')
}

/** Users who report the same: tickets of their own below the major incident. */
function hear(world: World, chance: Chance, incident: Ticket, service: Service): void {
  for (let more = chance.whole(2, 6); more > 0; more -= 1) {
    const openedAt = incident.openedAt + chance.whole(4, 40) * MINUTE
    const item = itemOf(world, service, chance)
    const report = recordIncident(world, chance, { openedAt, service, item, impact: 2, urgency: 3 })
    report.parent = incident
  }
}
