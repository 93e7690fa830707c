import type { Instant } from './calendar.ts'
import { addWork, HOUR, MINUTE } from './calendar.ts'
import type { Chance } from './chance.ts'
import { walkIncident } from './incident-path.ts'
import { article, knowledgeShare } from './knowledge.ts'
import { callerOf, DESKS } from './organization.ts'
import type { Service } from './services.ts'
import type { Ticket } from './ticket.ts'
import { matrix, openTicket, step } from './ticket.ts'
import type { Item, World } from './world.ts'

const CATEGORIES = [
  ['Software', ['Error message', 'Slow response', 'Wrong result'], 34],
  ['Hardware', ['Device broken', 'Printer', 'Scanner'], 16],
  ['Network', ['No connection', 'Unstable connection'], 13],
  ['Access', ['Account locked', 'Missing right', 'Password'], 20],
  ['Data', ['Missing data', 'Wrong stock', 'Interface stopped'], 12],
  ['Payment', ['Card refused', 'Settlement'], 5],
] as const

const CAUSES = [
  ['software defect', 30],
  ['configuration', 22],
  ['user handling', 18],
  ['hardware fault', 12],
  ['network fault', 9],
  ['third party', 8],
  ['capacity', 0.5],
] as const

/** Agreed time to answer and to restore by priority, in seconds: elapsed for priority 1, working time below. */
const TARGETS: Readonly<Record<number, readonly [response: number, resolve: number]>> = {
  1: [15 * MINUTE, 4 * HOUR],
  2: [30 * MINUTE, 8 * HOUR],
  3: [2 * HOUR, 22 * HOUR],
  4: [4 * HOUR, 55 * HOUR],
  5: [8 * HOUR, 110 * HOUR],
}

/** What is known when an incident is reported. */
type IncidentReport = {
  readonly openedAt: Instant
  readonly service: Service
  readonly item: Item | undefined
  readonly impact: number
  readonly urgency: number
  readonly category?: string
  readonly channel?: string
  readonly detectedAt?: Instant
  readonly isMajor?: boolean
}

/** Records an incident and lives it through to its closure. */
export function recordIncident(world: World, chance: Chance, report: IncidentReport): Ticket {
  const { service } = report
  const incident = openTicket('incident', report.openedAt)
  incident.impact = report.impact
  incident.urgency = report.urgency
  incident.priority = matrix(report.impact, report.urgency)
  incident.service = service.name
  incident.item = report.item?.name
  incident.detectedAt = report.detectedAt ?? report.openedAt - chance.whole(1, 40) * MINUTE
  incident.isMajor = report.isMajor ?? false
  incident.channel = report.channel ?? chance.weighted(CHANNELS)
  incident.company = chance.pick(service.customers)
  incident.caller = callerOf(incident.company, chance)
  classify(incident, chance, report.category)
  const [response, resolve] = TARGETS[incident.priority] ?? [8 * HOUR, 110 * HOUR]
  incident.targetWork = resolve
  incident.dueResponseAt = later(incident, response)
  step(incident, incident.openedAt, incident.caller, 'created', '')
  step(incident, incident.openedAt, incident.caller, 'state', 'New')
  walkIncident(world, chance, incident, { service, response, resolve, desk: chance.weighted(DESK_SHARES) })
  if (chance.is(knowledgeShare(incident.openedAt))) incident.knowledge = article(chance)
  world.incidents.push(incident)
  return incident
}

const DESK_SHARES = [
  [DESKS[0], 55],
  [DESKS[1], 45],
] as const

const CHANNELS = [
  ['Self-service', 42],
  ['Phone', 30],
  ['Email', 12],
  ['Chat', 9],
  ['Monitoring', 7],
] as const

function classify(incident: Ticket, chance: Chance, category: string | undefined): void {
  const [name, subcategories] =
    CATEGORIES.find(([one]) => one === category) ??
    chance.weighted(CATEGORIES.map((one) => [one, one[2]] as const))
  incident.category = name
  incident.subcategory = chance.pick<string>(subcategories)
  incident.rootCause = chance.weighted(CAUSES)
}

/** Some seconds after opening: elapsed for priority 1, working time otherwise. */
function later(incident: Ticket, seconds: number): Instant {
  return incident.priority === 1 ? incident.openedAt + seconds : addWork(incident.openedAt, seconds)
}
