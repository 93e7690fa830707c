import { addWork, DAY, DAYS, MINUTE, PERIOD, WORKDAY } from './calendar.ts'
import { live } from './complaints.ts'
import type { Plant } from './fault.ts'
import type { Ticket } from './ticket.ts'
import { forget } from './ticket.ts'

const outsideCatalogue: Plant = (world, chance) => {
  const told = world.requests.filter((request) => request.channel !== 'Self-service')
  const free = chance.some(told, 0.5)
  for (const request of free) {
    request.catalogueItem = undefined
    request.subcategory = 'Other'
  }
  return {
    id: 'request-without-catalogue-item',
    requirement: '8.6.2-a',
    hint: 'Requests that are not linked to an item of the request catalogue',
    planted: 'half of what comes by phone and mail has no item',
    subjects: free,
    of: world.requests.length,
  }
}

const BULK_TEAM = 'Workplace'

const bulkClosing: Plant = (world, chance) => {
  const closer = world.staff.of(BULK_TEAM)[0] ?? 'system'
  const tickets = [...world.incidents, ...world.requests].filter(
    (ticket) =>
      ticket.group === BULK_TEAM && ticket.resolvedAt !== undefined && ticket.closedAt !== undefined,
  )
  const moved: Ticket[] = []
  for (const moment of chance.some(monthEnds(), 0.6)) {
    for (const ticket of tickets) {
      const age = moment - (ticket.resolvedAt ?? 0)
      if (age <= 0 || age > 5 * DAY || ticket.isMajor) continue
      closeAt(ticket, moment + (moved.length % 90), closer)
      moved.push(ticket)
    }
  }
  return {
    id: 'bulk-closing-at-month-end',
    requirement: '8.6.1-e',
    hint: 'Many tickets closed by one person within minutes on the last working day of a month (a signal)',
    planted: `${BULK_TEAM} tidies up before the monthly report`,
    subjects: moved,
    of: tickets.length,
  }
}

/** 18:40 of each last working day of a month. */
function monthEnds(): number[] {
  const last = new Map<string, number>()
  for (const day of DAYS) if (day.close > day.open) last.set(day.date.slice(0, 7), day.close - 20 * MINUTE)
  return [...last.values()].filter((moment) => moment < PERIOD.to - DAY)
}

function closeAt(ticket: Ticket, moment: number, closer: string): void {
  ticket.closedAt = moment
  const closing = ticket.history.findLast((one) => one.field === 'state')
  if (closing === undefined) return
  closing.at = moment
  closing.user = closer
}

const noBaseline: Plant = (world, chance) => {
  const deployed = world.releases.filter((release) => release.releasePart?.deployedAt !== undefined)
  const bare = chance.some(deployed.filter(isMinor), 0.26)
  for (const release of bare) {
    if (release.releasePart === undefined) continue
    release.releasePart.baseline = undefined
    release.releasePart.baselineAt = undefined
    forget(release, (one) => one.to === 'Baselined')
  }
  return {
    id: 'release-without-baseline',
    requirement: '8.5.3-g',
    hint: 'Releases without a baseline taken before deployment',
    planted: 'no baseline on one release in five',
    subjects: bare,
    of: deployed.length,
  }
}

function isMinor(release: Ticket): boolean {
  return release.releasePart?.type === 'minor'
}

const acceptedLate: Plant = (world, chance) => {
  const deployed = world.releases.filter((release) => release.releasePart?.deployedAt !== undefined)
  const late = chance.some(deployed.filter(isMinor), 0.2)
  for (const release of late) {
    const part = release.releasePart
    if (part?.deployedAt === undefined) continue
    const moment = addWork(part.deployedAt, chance.between(1, 3) * WORKDAY)
    part.verifiedAt = moment < PERIOD.to ? moment : undefined
    part.verifiedResult = moment < PERIOD.to ? 'passed' : undefined
    part.decisionAt = undefined
    forget(release, (one) => one.to === 'Testing' || one.to === 'Conditional Go')
  }
  return {
    id: 'release-accepted-after-deployment',
    requirement: '8.5.3-e',
    hint: 'Releases whose acceptance lies after the deployment',
    planted: 'tested against the criteria only when live',
    subjects: late,
    of: deployed.length,
  }
}

const notClassified: Plant = (world, chance) => {
  const bare = chance.some(world.securityIncidents, 0.15)
  for (const incident of bare) incident.category = undefined
  return {
    id: 'security-incident-without-class',
    requirement: '8.7.3.3-a',
    hint: 'Information security incidents without a class',
    planted: 'class left empty',
    subjects: bare,
    of: world.securityIncidents.length,
  }
}

const closedByNobody: Plant = (world, chance) => {
  const closed = world.securityIncidents.filter((incident) => incident.closedAt !== undefined)
  const bare = chance.some(closed, 0.2)
  for (const incident of bare) {
    incident.rootCause = undefined
    incident.rootCauseAt = undefined
    incident.assignee = ''
    const closing = incident.history.findLast((one) => one.field === 'state')
    if (closing !== undefined) closing.user = 'system'
    forget(incident, (one) => one.to === 'Cause found; spread stopped')
  }
  return {
    id: 'security-incident-closed-by-nobody',
    requirement: '8.7.3.3-e',
    hint: 'Information security incidents closed without a person and without a cause',
    planted: 'closed by the system, no cause, nobody assigned',
    subjects: bare,
    of: closed.length,
  }
}

const answeredLate: Plant = (world, chance) => {
  const old = world.complaints.filter((complaint) => complaint.openedAt < PERIOD.to - 70 * DAY)
  const late = chance.some(old, 0.36)
  for (const complaint of late) {
    const acknowledgedAt = addWork(complaint.openedAt, chance.between(3.2, 6) * WORKDAY)
    const answeredAt = addWork(acknowledgedAt, chance.between(9, 18) * WORKDAY)
    live(complaint, acknowledgedAt, answeredAt, addWork(answeredAt, chance.between(0.5, 2) * WORKDAY))
  }
  return {
    id: 'complaint-answered-late',
    requirement: '8.3.2-g',
    hint: 'Complaints acknowledged after two working days and closed after the due date',
    planted: 'one complaint in three waits three weeks',
    subjects: late,
    of: world.complaints.length,
  }
}

/** What is wrong with requests, releases, security incidents and complaints. */
export const fulfilmentFaults: readonly Plant[] = [
  outsideCatalogue,
  bulkClosing,
  noBaseline,
  acceptedLate,
  notClassified,
  closedByNobody,
  answeredLate,
]
