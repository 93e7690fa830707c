import type { Instant } from './calendar.ts'
import { iso, PERIOD } from './calendar.ts'
import type { Columns } from './csv.ts'
import { isMissed } from './sla-clocks.ts'
import type { ChangePart, ReleasePart, Ticket } from './ticket.ts'

/** A time as the tool exports it. */
export function when(moment: Instant | undefined): string | undefined {
  return moment === undefined ? undefined : iso(moment)
}

const PRIORITIES = ['', '1 - Critical', '2 - High', '3 - Moderate', '4 - Low', '5 - Planning']
const RANKS = ['', '1 - High', '2 - Medium', '3 - Low']

const IDENTITY: Columns<Ticket> = [
  ['number', (ticket) => ticket.number],
  ['sys_class_name', (ticket) => ticket.kind],
  ['state', (ticket) => ticket.state],
  ['opened_at', (ticket) => when(ticket.openedAt)],
  ['closed_at', (ticket) => when(ticket.closedAt)],
  ['priority', (ticket) => PRIORITIES[ticket.priority]],
  ['category', (ticket) => ticket.category],
  ['business_service', (ticket) => ticket.service],
  ['assignment_group', (ticket) => ticket.group],
  ['assigned_to', (ticket) => ticket.assignee],
  ['sys_mod_count', (ticket) => ticket.history.length],
]
const RANKED: Columns<Ticket> = [
  ['impact', (ticket) => RANKS[ticket.impact]],
  ['urgency', (ticket) => RANKS[ticket.urgency]],
  ['cmdb_ci', (ticket) => ticket.item],
]
const CLOSURE: Columns<Ticket> = [
  ['close_code', (ticket) => ticket.closeCode],
  ['close_notes', (ticket) => ticket.closeNotes],
]
const REQUESTER: Columns<Ticket> = [
  ['subcategory', (ticket) => ticket.subcategory],
  ['resolved_at', (ticket) => when(ticket.resolvedAt)],
  ['caller_id', (ticket) => ticket.caller],
  ['company', (ticket) => ticket.company],
  ['contact_type', (ticket) => ticket.channel],
  ['first_response', (ticket) => when(ticket.firstResponseAt)],
  ['assigned_at', (ticket) => when(ticket.assignedAt)],
  ['due_date', (ticket) => when(ticket.dueResolveAt)],
  ['reassignment_count', (ticket) => ticket.reassignCount],
  ['reopen_count', (ticket) => ticket.reopenCount],
  ['made_sla', (ticket) => !isMissed(ticket, PERIOD.to)],
]
const CAUSE: Columns<Ticket> = [
  ['root_cause', (ticket) => ticket.rootCause],
  ['root_cause_found', (ticket) => when(ticket.rootCauseAt)],
]

export const INCIDENT: Columns<Ticket> = [
  ...IDENTITY,
  ...RANKED,
  ...REQUESTER,
  ...CLOSURE,
  ['detected_at', (ticket) => when(ticket.detectedAt)],
  ['response_due', (ticket) => when(ticket.dueResponseAt)],
  ['vendor', (ticket) => ticket.vendor],
  ['root_cause', (ticket) => ticket.rootCause],
  ['kb_article', (ticket) => ticket.knowledge],
  ['problem_id', (ticket) => ticket.problem?.number],
  ['rfc', (ticket) => ticket.change?.number],
  ['caused_by', (ticket) => ticket.causedBy?.number],
  ['parent_incident', (ticket) => ticket.parent?.number],
  ['release', (ticket) => ticket.release?.number],
  ['security_incident', () => false],
  ['major_incident', (ticket) => ticket.isMajor],
  ['major_declared', (ticket) => when(ticket.declaredAt)],
  ['major_incident_manager', (ticket) => ticket.majorManager],
]

export const REQUEST: Columns<Ticket> = [
  ...IDENTITY,
  ...RANKED,
  ...REQUESTER,
  ...CLOSURE,
  ['kb_article', (ticket) => ticket.knowledge],
  ['cat_item', (ticket) => ticket.catalogueItem],
]

export const PROBLEM: Columns<Ticket> = [
  ...IDENTITY,
  ...RANKED,
  ...CLOSURE,
  ...CAUSE,
  ['subcategory', (ticket) => ticket.subcategory],
  ['resolved_at', (ticket) => when(ticket.resolvedAt)],
  ['company', (ticket) => ticket.company],
  ['known_error', (ticket) => ticket.isKnownError],
  ['workaround_added', (ticket) => when(ticket.workaroundAt)],
  ['rfc', (ticket) => ticket.change?.number],
]

export const KNOWN_ERROR: Columns<Ticket> = [
  ...IDENTITY,
  ...RANKED,
  ...CAUSE,
  ['close_notes', (ticket) => ticket.closeNotes],
  ['workaround_added', (ticket) => when(ticket.workaroundAt)],
  ['problem_id', (ticket) => ticket.problem?.number],
]

export const SECURITY_INCIDENT: Columns<Ticket> = [
  ...IDENTITY,
  ...RANKED,
  ...REQUESTER,
  ...CLOSURE,
  ...CAUSE,
  ['rfc', (ticket) => ticket.change?.number],
  ['security_risk', (ticket) => ticket.risk],
  ['detected_at', (ticket) => when(ticket.detectedAt)],
  ['response_due', (ticket) => when(ticket.dueResponseAt)],
  ['security_incident', () => true],
]

export const COMPLAINT: Columns<Ticket> = [
  ...IDENTITY,
  ...REQUESTER,
  ...CLOSURE,
  ['response_due', (ticket) => when(ticket.dueResponseAt)],
]

export const CHANGE: Columns<Ticket> = [
  ...IDENTITY,
  ...RANKED,
  ...CLOSURE,
  ['requested_for', (ticket) => ticket.caller],
  ['company', (ticket) => ticket.company],
  ['problem_id', (ticket) => ticket.problem?.number],
  ['release', (ticket) => ticket.release?.number],
  ['change_type', ofChange((part) => part.type)],
  ['major_impact', ofChange((part) => part.isMajorImpact)],
  ['user_impact', ofChange((part) => part.hasUserImpact)],
  ['risk', ofChange((part) => part.risk)],
  ['justification', ofChange((part) => part.reason)],
  ['business_benefit', ofChange((part) => part.benefit)],
  ['feasibility', ofChange((part) => part.feasibility)],
  ['estimated_cost', ofChange((part) => part.cost)],
  ['impact_analysis', ofChange((part) => part.impactAnalysis)],
  ['assessment_date', ofChange((part) => when(part.assessedAt))],
  ['conflict_last_run', ofChange((part) => when(part.conflictCheckAt))],
  ['backout_plan_at', ofChange((part) => when(part.backoutPlanAt))],
  ['test_evidence_at', ofChange((part) => when(part.testEvidenceAt))],
  ['notice_sent', ofChange((part) => when(part.noticeSentAt))],
  ['planned_start_date', ofChange((part) => when(part.plannedStart))],
  ['planned_end_date', ofChange((part) => when(part.plannedEnd))],
  ['work_start', ofChange((part) => when(part.actualStart))],
  ['work_end', ofChange((part) => when(part.actualEnd))],
  ['review_date', ofChange((part) => when(part.reviewedAt))],
  ['implemented_by', ofChange((part) => part.implementer)],
  ['listed_standard', ofChange((part) => part.type === 'Standard')],
  ['service_transition', ofChange((part) => part.designRecord)],
]

function ofChange(cell: (part: ChangePart) => string | boolean | undefined) {
  return ({ changePart }: Ticket) => (changePart === undefined ? undefined : cell(changePart))
}

export const RELEASE: Columns<Ticket> = [
  ...IDENTITY,
  ...CLOSURE,
  ['release_type', ofRelease((part) => part.type)],
  ['planned_date', ofRelease((part) => when(part.plannedAt))],
  ['release_contents', ofRelease((part) => part.contents)],
  ['deployment_method', ofRelease((part) => part.method)],
  ['criteria_agreed', ofRelease((part) => when(part.criteriaAt))],
  ['verified', ofRelease((part) => when(part.verifiedAt))],
  ['verification_result', ofRelease((part) => part.verifiedResult)],
  ['deviation_decision', ofRelease((part) => when(part.decisionAt))],
  ['approved', ofRelease((part) => when(part.approvedAt))],
  ['baseline', ofRelease((part) => part.baseline)],
  ['baseline_date', ofRelease((part) => when(part.baselineAt))],
  ['release_date', ofRelease((part) => when(part.deployedAt))],
  ['release_result', ofRelease((part) => part.outcome)],
  ['approved_version', ofRelease((part) => part.approvedVersion)],
  ['deployed_version', ofRelease((part) => part.deployedVersion)],
  ['review_date', ofRelease((part) => when(part.reviewedAt))],
]

function ofRelease(cell: (part: ReleasePart) => string | undefined) {
  return ({ releasePart }: Ticket) => (releasePart === undefined ? undefined : cell(releasePart))
}
