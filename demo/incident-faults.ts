import { HOUR, MINUTE } from './calendar.ts'
import type { Plant } from './fault.ts'
import type { Ticket } from './ticket.ts'
import { forget, step } from './ticket.ts'

const wrongPriority: Plant = (world, chance) => {
  const common = world.incidents.filter((incident) => incident.priority >= 3)
  const wrong = chance.some(common, 0.11)
  for (const incident of wrong) skew(incident)
  return {
    id: 'incident-priority-off-matrix',
    requirement: '8.6.1-b',
    hint: 'Incidents whose priority is not what impact and urgency give',
    planted: 'impact and urgency changed, priority left as it was',
    subjects: wrong,
    of: world.incidents.length,
  }
}

function skew(incident: Ticket): void {
  if (incident.urgency < 3) incident.urgency += 1
  else if (incident.impact < 3) incident.impact += 1
  else incident.urgency = 1
}

const notClassified: Plant = (world, chance) => {
  const common = world.incidents.filter((incident) => incident.priority >= 3)
  const bare = chance.some(common, 0.065)
  for (const [place, incident] of bare.entries()) {
    if (place % 4 === 0) incident.service = undefined
    else {
      incident.category = undefined
      incident.subcategory = undefined
    }
  }
  return {
    id: 'incident-not-classified',
    requirement: '8.6.1-a',
    hint: 'Incidents without category or service',
    planted: 'category missing on three quarters of them, service on the rest',
    subjects: bare,
    of: world.incidents.length,
  }
}

const notEscalated: Plant = (world, chance) => {
  const urgent = world.incidents.filter((incident) => incident.priority <= 2)
  const silent = chance.some(
    urgent.filter((incident) => !incident.isMajor),
    0.4,
  )
  for (const incident of silent) forget(incident, (one) => one.field === 'escalation')
  return {
    id: 'incident-not-escalated',
    requirement: '8.6.1-c',
    hint: 'Incidents of priority 1 and 2 still open at the escalation limit without an escalation',
    planted: 'no escalation entry',
    subjects: silent,
    of: urgent.length,
  }
}

const closedBare: Plant = (world, chance) => {
  const closed = world.incidents.filter((incident) => incident.closedAt !== undefined && !incident.isMajor)
  const bare = chance.some(closed, 0.085)
  for (const [place, incident] of bare.entries()) {
    incident.closeCode = undefined
    if (place % 2 === 0) incident.closeNotes = undefined
  }
  return {
    id: 'incident-closed-without-code',
    requirement: '8.6.1-e',
    hint: 'Closed incidents without a resolution code, half of them also without a note',
    planted: 'code missing, note missing on every second',
    subjects: bare,
    of: closed.length,
  }
}

const offPath: Plant = (world, chance) => {
  const plain = world.incidents.filter(
    (incident) =>
      incident.closedAt !== undefined &&
      incident.resolvedAt !== undefined &&
      incident.priority >= 3 &&
      incident.reopenCount === 0,
  )
  const odd = chance.some(plain, 0.1)
  for (const incident of odd) closeFromWaiting(incident)
  return {
    id: 'incident-closed-without-resolving',
    requirement: '8.1-b',
    hint: 'Closed incidents whose way through the states is not allowed by the process',
    planted: 'closed from waiting for the user, never resolved',
    subjects: odd,
    of: world.incidents.filter((incident) => incident.closedAt !== undefined).length,
  }
}

function closeFromWaiting(incident: Ticket): void {
  const moment = incident.resolvedAt ?? incident.openedAt
  forget(incident, (one) => one.field === 'state' && (one.to === 'Resolved' || one.to === 'Closed'))
  step(incident, moment - 30, incident.assignee, 'state', 'Awaiting User Info')
  step(incident, moment, incident.assignee, 'state', 'Closed')
  incident.resolvedAt = undefined
  incident.closedAt = moment
}

const PLAYERS = ['Network', 'Server and Cloud'] as const

const pingPong: Plant = (world, chance) => {
  const long = world.incidents.filter(
    (incident) =>
      incident.priority >= 3 &&
      incident.closedAt !== undefined &&
      (incident.closedAt ?? 0) - (incident.firstResponseAt ?? incident.openedAt) > 30 * HOUR &&
      incident.reopenCount === 0,
  )
  const tossed = chance.some(long, 0.016)
  for (const incident of tossed) {
    const endsAt = (incident.resolvedAt ?? incident.closedAt ?? 0) - 2 * MINUTE
    const startsAt = Math.max(incident.firstResponseAt ?? 0, ...handovers(incident))
    for (let turn = 1; turn <= 6; turn += 1) {
      const group = PLAYERS[turn % 2] ?? PLAYERS[0]
      step(
        incident,
        startsAt + ((endsAt - startsAt) * turn) / 7,
        incident.assignee,
        'assignment_group',
        group,
      )
      incident.group = group
      incident.reassignCount += 1
    }
  }
  return {
    id: 'incident-ping-pong',
    requirement: '8.2.1-a',
    hint: 'Incidents that go back and forth between two groups (a signal)',
    planted: `six hand-overs between ${PLAYERS.join(' and ')}`,
    subjects: tossed,
    of: world.incidents.length,
  }
}

function handovers(incident: Ticket): number[] {
  return incident.history.filter((one) => one.field === 'assignment_group').map((one) => one.at)
}

/** What is wrong with everyday incidents. */
export const incidentFaults: readonly Plant[] = [
  wrongPriority,
  notClassified,
  notEscalated,
  closedBare,
  pingPong,
  offPath,
]
