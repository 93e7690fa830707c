import type { Instant } from './calendar.ts'

export type TicketKind =
  | 'incident'
  | 'sc_req_item'
  | 'problem'
  | 'known_error'
  | 'change_request'
  | 'rm_release'
  | 'sn_si_incident'
  | 'complaint'

type StepField =
  | 'created'
  | 'state'
  | 'assignment_group'
  | 'work_notes'
  | 'comments'
  | 'approval'
  | 'escalation'
  | 'notify_management'
  | 'notify_customer'
  | 'review'
  | 'major_declared'

/** One row of a ticket's history; the value before is found when it is written. */
export type Step = { at: Instant; user: string; field: StepField; to: string }

/** What only a change has. */
export type ChangePart = {
  type: 'Standard' | 'Normal' | 'Emergency'
  isMajorImpact: boolean
  hasUserImpact: boolean
  risk: string
  reason: string
  benefit: string
  feasibility: string
  cost: string
  impactAnalysis: string
  assessedAt: Instant | undefined
  conflictCheckAt: Instant | undefined
  backoutPlanAt: Instant | undefined
  testEvidenceAt: Instant | undefined
  noticeSentAt: Instant | undefined
  plannedStart: Instant
  plannedEnd: Instant
  actualStart: Instant | undefined
  actualEnd: Instant | undefined
  reviewedAt: Instant | undefined
  implementer: string
  designRecord: string | undefined
}

/** What only a release has. */
export type ReleasePart = {
  type: 'major' | 'minor' | 'emergency'
  plannedAt: Instant
  contents: string
  method: string
  criteriaAt: Instant | undefined
  verifiedAt: Instant | undefined
  verifiedResult: string | undefined
  decisionAt: Instant | undefined
  approvedAt: Instant | undefined
  baseline: string | undefined
  baselineAt: Instant | undefined
  deployedAt: Instant | undefined
  outcome: string | undefined
  approvedVersion: string
  deployedVersion: string | undefined
  reviewedAt: Instant | undefined
}

/** One ticket of any kind while it is being simulated. References become numbers when it is written. */
export type Ticket = {
  readonly kind: TicketKind
  number: string
  state: string
  openedAt: Instant
  detectedAt: Instant | undefined
  firstResponseAt: Instant | undefined
  assignedAt: Instant | undefined
  resolvedAt: Instant | undefined
  closedAt: Instant | undefined
  dueResponseAt: Instant | undefined
  dueResolveAt: Instant | undefined
  /** Seconds of working time in which the clock stood still. */
  pausedWork: number
  /** Agreed working seconds to the end (elapsed seconds for priority 1). */
  targetWork: number
  priority: number
  impact: number
  urgency: number
  risk: string | undefined
  category: string | undefined
  subcategory: string | undefined
  service: string | undefined
  item: string | undefined
  group: string
  assignee: string
  caller: string | undefined
  company: string | undefined
  channel: string | undefined
  vendor: string | undefined
  reassignCount: number
  reopenCount: number
  isMajor: boolean
  declaredAt: Instant | undefined
  majorManager: string | undefined
  closeCode: string | undefined
  closeNotes: string | undefined
  rootCause: string | undefined
  rootCauseAt: Instant | undefined
  isKnownError: boolean
  workaroundAt: Instant | undefined
  knowledge: string | undefined
  catalogueItem: string | undefined
  problem: Ticket | undefined
  change: Ticket | undefined
  causedBy: Ticket | undefined
  release: Ticket | undefined
  parent: Ticket | undefined
  changePart: ChangePart | undefined
  releasePart: ReleasePart | undefined
  history: Step[]
}

/** A ticket with nothing filled but its kind and its time. */
export function openTicket(kind: TicketKind, openedAt: Instant): Ticket {
  return {
    kind,
    number: '',
    state: 'New',
    openedAt,
    detectedAt: undefined,
    firstResponseAt: undefined,
    assignedAt: undefined,
    resolvedAt: undefined,
    closedAt: undefined,
    dueResponseAt: undefined,
    dueResolveAt: undefined,
    pausedWork: 0,
    targetWork: 0,
    priority: 4,
    impact: 3,
    urgency: 2,
    risk: undefined,
    category: undefined,
    subcategory: undefined,
    service: undefined,
    item: undefined,
    group: '',
    assignee: '',
    caller: undefined,
    company: undefined,
    channel: undefined,
    vendor: undefined,
    reassignCount: 0,
    reopenCount: 0,
    isMajor: false,
    declaredAt: undefined,
    majorManager: undefined,
    closeCode: undefined,
    closeNotes: undefined,
    rootCause: undefined,
    rootCauseAt: undefined,
    isKnownError: false,
    workaroundAt: undefined,
    knowledge: undefined,
    catalogueItem: undefined,
    problem: undefined,
    change: undefined,
    causedBy: undefined,
    release: undefined,
    parent: undefined,
    changePart: undefined,
    releasePart: undefined,
    history: [],
  }
}

/** Adds one row to a ticket's history. */
export function step(ticket: Ticket, at: Instant, user: string, field: StepField, to: string): void {
  ticket.history.push({ at: Math.round(at), user, field, to })
}

/** Takes rows out of a ticket's history. */
export function forget(ticket: Ticket, isGone: (one: Step) => boolean): void {
  ticket.history = ticket.history.filter((one) => !isGone(one))
}

/** Priority by the usual matrix over three ranks of impact and urgency. */
export function matrix(impact: number, urgency: number): number {
  return impact + urgency - 1
}
