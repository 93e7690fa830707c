import type { Instant } from './calendar.ts'
import { addWork, DAY, HOUR, MINUTE, WORKDAY, workBetween } from './calendar.ts'
import type { Chance } from './chance.ts'
import { DEPARTMENTS, neighbourOf } from './organization.ts'
import type { Service } from './services.ts'
import type { Ticket } from './ticket.ts'
import { step } from './ticket.ts'
import type { World } from './world.ts'

/** What the way of an incident depends on; times in seconds. */
type IncidentFrame = {
  readonly service: Service
  readonly response: number
  readonly resolve: number
  readonly desk: string
}

const NOTES = [
  'Asked for details and looked at the log',
  'Found the cause and prepared the fix',
  'Tested with the user',
  'Restarted the component and watched it',
  'Compared with a working device',
  'Corrected the setting',
] as const

const CLOSE_CODES = [
  ['Solved (Permanently)', 62],
  ['Solved (Work Around)', 18],
  ['Solved Remotely', 14],
  ['Not Reproducible', 6],
] as const

/** Lives an incident through: answer, work, waiting, restoration, closure. */
export function walkIncident(world: World, chance: Chance, incident: Ticket, frame: IncidentFrame): void {
  const restoredAt =
    incident.priority === 1
      ? walkUrgent(world, chance, incident, frame)
      : walk(world, chance, incident, frame)
  escalate(chance, incident, restoredAt)
  if (incident.priority <= 2) keepInformed(incident, restoredAt)
  resolve(chance, incident, restoredAt)
  close(chance, incident)
}

function walkUrgent(world: World, chance: Chance, incident: Ticket, frame: IncidentFrame): Instant {
  const { openedAt } = incident
  assign(world, chance, incident, openedAt + 20, frame.desk)
  const answeredAt = openedAt + chance.whole(2, 9) * MINUTE
  answer(incident, answeredAt)
  assign(world, chance, incident, answeredAt + MINUTE, frame.service.group)
  return openedAt + chance.whole(48, 150) * MINUTE
}

function walk(world: World, chance: Chance, incident: Ticket, frame: IncidentFrame): Instant {
  const work = Math.min(Math.max(14 * MINUTE, chance.spread(frame.resolve * 0.22, 0.72)), 1.9 * frame.resolve)
  const answered = Math.min(chance.spread(frame.response * 0.25, 0.7), work * 0.4)
  const after = (seconds: number) => addWork(incident.openedAt, seconds)
  const answeredAt = Math.max(after(answered), incident.openedAt + 5 * MINUTE)
  assign(world, chance, incident, incident.openedAt + chance.whole(5, 240), frame.desk)
  answer(incident, answeredAt)
  if (chance.is(0.4)) assign(world, chance, incident, after(work * 0.45), frame.service.group)
  if (chance.is(0.07)) assign(world, chance, incident, after(work * 0.5), neighbourOf(incident.group, chance))
  step(incident, after(work * 0.55), incident.assignee, 'work_notes', chance.pick(NOTES))
  if (!chance.is(0.24)) return Math.max(after(work), answeredAt + 4 * MINUTE)
  const wait = waiting(chance, incident, work)
  incident.vendor = helper(chance, wait.state, frame.service)
  const waitsFrom = after(work * 0.6)
  const waitsUntil = addWork(waitsFrom, wait.seconds)
  step(incident, waitsFrom, incident.assignee, 'state', wait.state)
  step(
    incident,
    waitsUntil,
    wait.state === 'Awaiting User Info' ? (incident.caller ?? '') : incident.assignee,
    'state',
    'In Progress',
  )
  return addWork(waitsUntil, Math.max(5 * MINUTE, work * 0.4 - wait.share * work))
}

/** How long, and how much of the remaining work it saves. */
type Waiting = { readonly state: string; readonly seconds: number; readonly share: number }

/** Waiting for the user stops the clock; any other waiting is part of the time to restore. */
function waiting(chance: Chance, incident: Ticket, work: number): Waiting {
  if (chance.is(0.62)) {
    const seconds = Math.round(Math.min(chance.spread(6 * HOUR, 0.8), 33 * HOUR))
    incident.pausedWork += seconds
    return { state: 'Awaiting User Info', seconds, share: 0 }
  }
  const state = chance.weighted([
    ['Awaiting Vendor', 5],
    ['On Hold', 3],
  ] as const)
  return { state, seconds: work * 0.25, share: 0.2 }
}

/** Whom the ticket waits for: the supplier of the service, or another department of the house. */
function helper(chance: Chance, state: string, service: Service): string | undefined {
  if (state === 'Awaiting Vendor') return service.supplier ?? 'Dynamo Devices'
  return state === 'On Hold' && chance.is(0.6) ? chance.pick(DEPARTMENTS) : undefined
}

/** Gives the ticket to somebody of a group; the first time is its assignment, later ones are hand-overs. */
export function assign(world: World, chance: Chance, ticket: Ticket, moment: Instant, group: string): void {
  if (ticket.group === group) return
  if (ticket.assignedAt === undefined) ticket.assignedAt = Math.round(moment)
  else ticket.reassignCount += 1
  step(ticket, moment, ticket.assignee === '' ? 'system' : ticket.assignee, 'assignment_group', group)
  ticket.group = group
  ticket.assignee = chance.pick(world.staff.of(group))
}

function answer(incident: Ticket, moment: Instant): void {
  incident.firstResponseAt = Math.round(moment)
  step(incident, moment, incident.assignee, 'state', 'In Progress')
  step(incident, moment, incident.assignee, 'comments', 'We are looking into it')
}

function escalate(chance: Chance, incident: Ticket, restoredAt: Instant): void {
  if (incident.priority > 2) return
  const wait = incident.priority === 1 ? chance.whole(4, 9) : chance.whole(12, 24)
  const moment = Math.min(incident.openedAt + wait * MINUTE, restoredAt - MINUTE)
  step(incident, moment, 'system', 'escalation', 'to the duty manager')
}

function keepInformed(incident: Ticket, restoredAt: Instant): void {
  const every = incident.priority === 1 ? 25 * MINUTE : 100 * MINUTE
  for (let moment = incident.openedAt + every; moment < restoredAt - MINUTE; moment += every) {
    step(incident, moment, incident.assignee, 'work_notes', 'Status update')
  }
}

function resolve(chance: Chance, incident: Ticket, restoredAt: Instant): void {
  step(incident, restoredAt - MINUTE, incident.assignee, 'work_notes', chance.pick(NOTES))
  step(incident, restoredAt, incident.assignee, 'state', 'Resolved')
  incident.resolvedAt = Math.round(restoredAt)
  if (incident.priority > 2 && chance.is(0.026)) reopen(chance, incident, restoredAt)
  incident.closeCode = chance.weighted(CLOSE_CODES)
  incident.closeNotes = `${chance.pick(NOTES)}; the user confirmed`
  if (incident.priority === 1) incident.dueResolveAt = incident.openedAt + incident.targetWork
  else incident.dueResolveAt = addWork(incident.openedAt, incident.targetWork + incident.pausedWork)
}

/** The time in which the ticket stood resolved does not count. */
function reopen(chance: Chance, incident: Ticket, restoredAt: Instant): void {
  const againAt = addWork(restoredAt, chance.whole(1, 12) * HOUR)
  const doneAt = addWork(againAt, chance.whole(1, 5) * HOUR)
  incident.reopenCount = 1
  incident.pausedWork += workBetween(restoredAt, againAt)
  step(incident, againAt, incident.caller ?? '', 'state', 'In Progress')
  step(incident, againAt + HOUR / 2, incident.assignee, 'work_notes', 'Came back; looked again')
  step(incident, doneAt, incident.assignee, 'state', 'Resolved')
  incident.resolvedAt = doneAt
}

function close(chance: Chance, incident: Ticket): void {
  const resolvedAt = incident.resolvedAt ?? incident.openedAt
  if (incident.isMajor) {
    review(chance, incident, resolvedAt)
    return
  }
  const byUser = chance.is(0.3)
  const wait = byUser ? chance.between(0.1, 2) * DAY : 3 * DAY + chance.whole(0, 7000)
  incident.closedAt = Math.round(resolvedAt + wait)
  step(incident, incident.closedAt, byUser ? (incident.caller ?? '') : 'system', 'state', 'Closed')
}

/** A major incident is closed only after its review. */
function review(chance: Chance, incident: Ticket, resolvedAt: Instant): void {
  const reviewedAt = addWork(resolvedAt, chance.between(0.8, 1.8) * WORKDAY)
  incident.closedAt = addWork(reviewedAt, HOUR)
  step(incident, reviewedAt, incident.assignee, 'review', 'timeline, causes and improvements agreed')
  step(incident, incident.closedAt, incident.assignee, 'state', 'Closed')
}
