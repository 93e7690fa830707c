import { arrivals } from './arrivals.ts'
import type { Instant } from './calendar.ts'
import { addWork, DAY, HOUR, MINUTE, WORKDAY } from './calendar.ts'
import type { Chance } from './chance.ts'
import { callerOf } from './organization.ts'
import type { Ticket } from './ticket.ts'
import { matrix, openTicket, step } from './ticket.ts'
import type { World } from './world.ts'
import { serviceAt, streamOf, volume } from './world.ts'

const COUNT = 484

const SUBJECTS = [
  'Takes too long',
  'Comes back again',
  'Unfriendly answer',
  'Nobody told us',
  'Not what was ordered',
] as const

/** Agreed calendar days until a complaint is closed. */
const COMPLAINT_DAYS = 14

/** Service complaints: acknowledged within a working day, answered within a week. */
export function makeComplaints(world: World): void {
  const chance = streamOf(world, 'complaints')
  for (const openedAt of arrivals(chance, volume(world, COUNT))) {
    const service = serviceAt(world, openedAt, chance)
    const complaint = openTicket('complaint', openedAt)
    complaint.service = service.name
    complaint.category = 'Service complaint'
    complaint.subcategory = chance.pick(SUBJECTS)
    complaint.impact = chance.whole(2, 3)
    complaint.priority = matrix(complaint.impact, complaint.urgency)
    complaint.company = chance.pick(service.customers)
    complaint.caller = callerOf(complaint.company, chance)
    complaint.channel = chance.pick(['Email', 'Phone', 'Self-service'])
    complaint.group = chance.pick(['Service Desk Paris', 'Service Desk Warszawa'])
    complaint.assignee = chance.pick(world.staff.relationManagers)
    complaint.assignedAt = openedAt + MINUTE
    complaint.dueResolveAt = openedAt + COMPLAINT_DAYS * DAY
    walk(chance, complaint)
    world.complaints.push(complaint)
  }
}

function walk(chance: Chance, complaint: Ticket): void {
  const { openedAt } = complaint
  const acknowledgedAt = addWork(openedAt, chance.between(0.3, 7) * HOUR)
  const answeredAt = addWork(acknowledgedAt, chance.between(0.6, 3.4) * WORKDAY)
  live(complaint, acknowledgedAt, answeredAt, addWork(answeredAt, chance.between(0.2, 1.4) * WORKDAY))
}

/** Writes the way of a complaint anew, with these times. */
export function live(
  complaint: Ticket,
  acknowledgedAt: Instant,
  answeredAt: Instant,
  closedAt: Instant,
): void {
  const { openedAt, assignee } = complaint
  complaint.history = []
  complaint.firstResponseAt = acknowledgedAt
  complaint.dueResponseAt = addWork(openedAt, 2 * WORKDAY)
  complaint.resolvedAt = answeredAt
  complaint.closedAt = closedAt
  complaint.closeCode = 'Answered'
  complaint.closeNotes = 'Customer agrees with the answer'
  step(complaint, openedAt, complaint.caller ?? '', 'created', '')
  step(complaint, openedAt, complaint.caller ?? '', 'state', 'New')
  step(complaint, openedAt + MINUTE, 'system', 'assignment_group', complaint.group)
  step(complaint, acknowledgedAt, assignee, 'state', 'Acknowledged')
  step(complaint, acknowledgedAt, assignee, 'comments', 'Thank you; we look into it')
  step(complaint, addWork(acknowledgedAt, HOUR), assignee, 'state', 'In Progress')
  step(complaint, addWork(acknowledgedAt, 2 * HOUR), assignee, 'work_notes', 'Talked to the team concerned')
  step(complaint, answeredAt, assignee, 'state', 'Resolved')
  step(complaint, closedAt, complaint.caller ?? '', 'state', 'Closed')
}
