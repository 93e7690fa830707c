import type { Instant } from './calendar.ts'
import { addWork, DAY, HOUR, MINUTE, WORKDAY } from './calendar.ts'
import type { Chance } from './chance.ts'
import type { Service } from './services.ts'
import type { ChangePart, Ticket } from './ticket.ts'
import { openTicket, step } from './ticket.ts'
import type { Item, World } from './world.ts'

/** What is decided about a change before it is lived through. */
type ChangePlan = {
  readonly type: ChangePart['type']
  readonly service: Service
  readonly item: Item
  readonly startAt: Instant
  readonly minutes: number
  readonly reason: string
  /** One of the closing codes, or 'Cancelled' when it is refused before the start. */
  readonly outcome: string
  /** The design and transition record of a change with major impact. */
  readonly designRecord?: string
}

/** Records a change and lives it through to its closure. */
export function recordChange(world: World, chance: Chance, plan: ChangePlan): Ticket {
  const { service, startAt } = plan
  const lead = { Standard: chance.between(3, 7), Normal: chance.between(9.5, 14), Emergency: 0 }[plan.type]
  const openedAt =
    plan.type === 'Emergency' ? startAt - chance.whole(40, 160) * MINUTE : addWork(startAt, -lead * WORKDAY)
  const change = openTicket('change_request', openedAt)
  change.service = service.name
  change.item = plan.item.name
  change.category = chance.pick(['Application', 'Infrastructure', 'Network', 'Data'])
  change.group = service.group
  change.assignee = chance.pick(world.staff.of(service.group))
  change.caller = chance.pick(world.staff.of(service.group))
  change.company = service.customers[0]
  change.impact = plan.type === 'Emergency' ? 2 : 3
  change.urgency = plan.type === 'Emergency' ? 1 : 2
  change.priority = change.impact + change.urgency - 1
  change.assignedAt = openedAt
  change.changePart = describe(world, chance, plan)
  step(change, openedAt, change.caller, 'created', '')
  step(change, openedAt, change.caller, 'state', 'New')
  step(change, openedAt, change.caller, 'assignment_group', change.group)
  if (plan.type === 'Normal') prepareNormal(world, chance, change, startAt, plan.outcome)
  if (plan.type === 'Standard') prepareStandard(chance, change, startAt)
  if (plan.type === 'Emergency') prepareEmergency(world, chance, change, startAt)
  if (plan.outcome !== 'Cancelled') implement(chance, change, plan)
  world.changes.push(change)
  return change
}

const RISKS = {
  Standard: [['Low', 1]],
  Normal: [
    ['Low', 30],
    ['Moderate', 52],
    ['High', 18],
  ],
  Emergency: [
    ['Moderate', 40],
    ['High', 60],
  ],
} as const
const USER_IMPACT = { Standard: 0.02, Normal: 0.34, Emergency: 0.05 } as const

function describe(world: World, chance: Chance, plan: ChangePlan): ChangePart {
  const isMajorImpact = plan.designRecord !== undefined
  const plannedStart = plan.startAt - chance.whole(0, 10) * MINUTE
  const implementers = world.staff.of(plan.service.group)
  return {
    type: plan.type,
    isMajorImpact,
    hasUserImpact: isMajorImpact || chance.is(USER_IMPACT[plan.type]),
    risk: chance.weighted<string>(RISKS[plan.type]),
    reason: plan.reason,
    benefit: chance.pick([
      'Fewer disturbances',
      'Faster work in the boutiques',
      'Lower running cost',
      'Legal duty met',
    ]),
    feasibility: 'Team and window available',
    cost: `${chance.whole(1, 40) * 100} EUR`,
    impactAnalysis: 'Capacity, availability, continuity and security looked at',
    assessedAt: undefined,
    conflictCheckAt: undefined,
    backoutPlanAt: undefined,
    testEvidenceAt: undefined,
    noticeSentAt: undefined,
    plannedStart,
    plannedEnd: plannedStart + Math.round((plan.minutes * (chance.is(0.95) ? 1.3 : 0.7) + 15) * MINUTE),
    actualStart: undefined,
    actualEnd: undefined,
    reviewedAt: undefined,
    implementer: chance.pick(implementers),
    designRecord: plan.designRecord,
  }
}

function partOf(change: Ticket): ChangePart {
  if (change.changePart === undefined) throw new Error('a change without its part')
  return change.changePart
}

function prepareNormal(
  world: World,
  chance: Chance,
  change: Ticket,
  startAt: Instant,
  outcome: string,
): void {
  const part = partOf(change)
  const decidedAt = addWork(startAt, -chance.between(4.2, 6) * WORKDAY)
  const askedAt = addWork(decidedAt, -chance.between(0.4, 1.5) * WORKDAY)
  const assessingAt = addWork(change.openedAt, 2 * HOUR)
  part.assessedAt = addWork(askedAt, -chance.between(1, 5) * HOUR)
  part.backoutPlanAt = addWork(askedAt, -chance.between(0.5, 4) * HOUR)
  part.conflictCheckAt = addWork(askedAt, -chance.between(0.2, 2) * HOUR)
  part.testEvidenceAt = addWork(startAt, -chance.between(0.5, 2) * WORKDAY)
  const authority = world.staff.changeAuthority
  step(change, assessingAt, change.assignee, 'state', 'Assess')
  step(change, part.assessedAt, change.assignee, 'work_notes', 'Risk and impact assessed')
  step(change, askedAt, change.assignee, 'state', 'Authorize')
  step(change, askedAt, change.assignee, 'approval', 'requested')
  const decision = outcome === 'Cancelled' ? 'rejected' : 'approved'
  const approver = chance.pick(authority)
  const order = { ticket: change, requestedAt: askedAt, decidedAt }
  const board = { kind: 'cab', decision, approver, role: 'Change advisory board' } as const
  world.approvals.push({ ...order, ...board })
  step(change, decidedAt, approver, 'approval', decision)
  if (decision === 'rejected') {
    change.closeCode = 'Cancelled'
    change.closeNotes = 'Refused; benefit too small for the risk'
    change.closedAt = addWork(decidedAt, HOUR)
    step(change, change.closedAt, approver, 'state', 'Canceled')
    return
  }
  if (part.risk === 'High') {
    const technical = {
      kind: 'technical',
      decision,
      approver: chance.pick(world.staff.of('Release Office')),
    } as const
    world.approvals.push({
      ...order,
      ...technical,
      decidedAt: addWork(decidedAt, -HOUR / 4),
      role: 'Technical authority',
    })
  }
  const scheduledAt = addWork(decidedAt, HOUR / 2)
  step(change, scheduledAt, approver, 'state', 'Scheduled')
  if (part.hasUserImpact) part.noticeSentAt = addWork(scheduledAt, HOUR / 3)
}

function prepareStandard(chance: Chance, change: Ticket, startAt: Instant): void {
  const part = partOf(change)
  const scheduledAt = Math.min(addWork(change.openedAt, HOUR / 3), startAt - 10 * MINUTE)
  part.assessedAt = change.openedAt
  part.backoutPlanAt = change.openedAt
  part.conflictCheckAt = scheduledAt
  part.testEvidenceAt = Math.min(
    addWork(change.openedAt, chance.between(0.5, 4) * HOUR),
    startAt - 5 * MINUTE,
  )
  if (part.hasUserImpact) part.noticeSentAt = scheduledAt
  step(change, scheduledAt, change.assignee, 'state', 'Scheduled')
}

function prepareEmergency(world: World, chance: Chance, change: Ticket, startAt: Instant): void {
  const part = partOf(change)
  const askedAt = change.openedAt + 3 * MINUTE
  const decidedAt = startAt - chance.whole(8, 25) * MINUTE
  const approver = chance.pick(world.staff.changeAuthority)
  part.backoutPlanAt = askedAt
  part.conflictCheckAt = decidedAt - 2 * MINUTE
  part.testEvidenceAt = startAt - 5 * MINUTE
  if (part.hasUserImpact) part.noticeSentAt = startAt - 6 * MINUTE
  step(change, askedAt, change.assignee, 'state', 'Authorize')
  step(change, askedAt, change.assignee, 'approval', 'requested')
  step(change, decidedAt, approver, 'approval', 'approved')
  step(change, decidedAt + MINUTE, approver, 'state', 'Scheduled')
  const order = { ticket: change, requestedAt: askedAt, decidedAt, decision: 'approved' } as const
  world.approvals.push({ ...order, kind: 'cab', approver, role: 'Emergency change authority' })
}

function implement(chance: Chance, change: Ticket, plan: ChangePlan): void {
  const part = partOf(change)
  const endAt = plan.startAt + plan.minutes * MINUTE
  part.actualStart = plan.startAt
  part.actualEnd = endAt
  if (plan.type === 'Emergency') part.assessedAt = endAt + chance.whole(30, 200) * MINUTE
  part.reviewedAt = addWork(endAt, chance.between(0.5, 3) * WORKDAY)
  change.closedAt = addWork(part.reviewedAt, chance.between(0.5, 5) * HOUR)
  change.closeCode = plan.outcome
  change.closeNotes = `${plan.outcome}; configuration register updated`
  step(change, plan.startAt, part.implementer, 'state', 'Implement')
  step(change, endAt, part.implementer, 'work_notes', 'Work finished and checked')
  step(change, endAt + 2 * MINUTE, part.implementer, 'state', 'Review')
  step(change, part.reviewedAt, change.assignee, 'review', 'effect and side effects looked at')
  step(change, change.closedAt, change.assignee, 'state', 'Closed')
}

/** A usual length of the work, in minutes. */
export function usualMinutes(type: ChangePart['type'], chance: Chance): number {
  if (type === 'Standard') return chance.whole(12, 50)
  return type === 'Normal' ? chance.whole(45, 210) : chance.whole(20, 120)
}

/** A start of a standard change in office hours. */
export function officeStart(moment: Instant, chance: Chance): Instant {
  return addWork(moment, chance.between(0.2, 7) * HOUR)
}

/** How long before the work the first entry of a change may lie. */
export const LONGEST_LEAD = 24 * DAY
