import { arrivals } from './arrivals.ts'
import { addWork, DAY, HOUR, MINUTE, WORKDAY } from './calendar.ts'
import type { Chance } from './chance.ts'
import { callerOf } from './organization.ts'
import type { Ticket } from './ticket.ts'
import { matrix, openTicket, step } from './ticket.ts'
import type { World } from './world.ts'
import { itemOf, serviceAt, streamOf, volume } from './world.ts'

const COUNT = 242

const CLASSES = [
  ['Phishing', 34],
  ['Malware', 14],
  ['Lost or stolen device', 17],
  ['Unauthorised access', 13],
  ['Disclosure of data', 14],
  ['Card data', 8],
] as const

/** Rating with the ranks of impact and urgency it follows from. */
const RATINGS = [
  [['High', 1, 2], 14],
  [['Medium', 2, 2], 41],
  [['Low', 3, 2], 45],
] as const

const CAUSES = [
  'user deceived',
  'weak password',
  'missing patch',
  'wrong right',
  'theft',
  'supplier',
] as const

/** Information security incidents: rated, contained, cleaned up, reviewed, closed by a security officer. */
export function makeSecurityIncidents(world: World): void {
  const chance = streamOf(world, 'security incidents')
  for (const openedAt of arrivals(chance, volume(world, COUNT))) {
    const service = serviceAt(world, openedAt, chance)
    const incident = openTicket('sn_si_incident', openedAt)
    const [risk, impact, urgency] = chance.weighted<readonly [string, number, number]>(RATINGS)
    incident.risk = risk
    incident.impact = impact
    incident.urgency = urgency
    incident.priority = matrix(impact, urgency)
    incident.category = chance.weighted(CLASSES)
    incident.service = service.name
    incident.item = itemOf(world, service, chance).name
    incident.company = chance.pick(service.customers)
    incident.caller = callerOf(incident.company, chance)
    incident.channel = chance.pick(['Phone', 'Email', 'Monitoring'])
    incident.group = 'Security Operations'
    incident.assignee = chance.pick(world.staff.securityOfficers)
    incident.detectedAt = openedAt - chance.whole(5, 90) * MINUTE
    incident.assignedAt = openedAt + MINUTE
    walk(chance, incident)
    if (risk === 'High') incident.change = chance.pick(improvements(world, incident))
    world.securityIncidents.push(incident)
  }
}

/** Changes raised for the sake of security around that time. */
function improvements(world: World, incident: Ticket): Ticket[] {
  const raised = world.changes.filter((change) => change.changePart?.reason === 'Security finding')
  const later = raised.filter(
    (change) => change.openedAt > incident.openedAt && change.openedAt < (incident.closedAt ?? 0) + 30 * DAY,
  )
  return later.length > 0 ? later : raised
}

function walk(chance: Chance, incident: Ticket): void {
  const { openedAt, assignee } = incident
  const isHigh = incident.risk === 'High'
  const work = Math.min(chance.spread((isHigh ? 1 : 2.2) * WORKDAY, 0.5), (isHigh ? 2.8 : 6.5) * WORKDAY)
  const after = (share: number) => addWork(openedAt, work * share + 5 * MINUTE)
  const resolvedAt = Math.max(after(1), openedAt + 3 * HOUR)
  const reviewedAt = addWork(resolvedAt, chance.between(0.5, 2) * WORKDAY)
  incident.firstResponseAt = openedAt + chance.whole(3, 14) * MINUTE
  incident.rootCause = chance.pick(CAUSES)
  incident.rootCauseAt = after(0.6)
  incident.resolvedAt = resolvedAt
  incident.closedAt = addWork(reviewedAt, chance.between(0.5, 5) * HOUR)
  incident.dueResponseAt = openedAt + HOUR
  incident.dueResolveAt = addWork(openedAt, (isHigh ? 3 : 7) * WORKDAY)
  incident.closeCode = 'Resolved'
  incident.closeNotes = 'Cause removed; lessons noted'
  step(incident, openedAt, incident.caller ?? '', 'created', '')
  step(incident, openedAt, incident.caller ?? '', 'state', 'Draft')
  step(incident, openedAt + MINUTE, 'system', 'assignment_group', incident.group)
  step(incident, incident.firstResponseAt, assignee, 'state', 'Analysis')
  step(incident, incident.firstResponseAt, assignee, 'comments', 'Taken over by security operations')
  if (isHigh)
    step(incident, incident.firstResponseAt + 4 * MINUTE, assignee, 'escalation', 'to the head of security')
  step(incident, after(0.15) + 20 * MINUTE, assignee, 'state', 'Contain')
  step(incident, after(0.45) + 30 * MINUTE, assignee, 'state', 'Eradicate')
  step(incident, after(0.6) + 35 * MINUTE, assignee, 'work_notes', 'Cause found; spread stopped')
  step(incident, resolvedAt, assignee, 'state', 'Recover')
  step(incident, reviewedAt, assignee, 'state', 'Review')
  step(incident, reviewedAt, assignee, 'review', 'lessons and improvement noted')
  step(incident, incident.closedAt, assignee, 'state', 'Closed')
}
