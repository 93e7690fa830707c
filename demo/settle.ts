import type { Instant } from './calendar.ts'
import type { ChangePart, ReleasePart, Ticket } from './ticket.ts'

const TIMES = [
  'detectedAt',
  'firstResponseAt',
  'assignedAt',
  'resolvedAt',
  'closedAt',
  'declaredAt',
  'rootCauseAt',
  'workaroundAt',
] as const
const CHANGE_TIMES = [
  'assessedAt',
  'conflictCheckAt',
  'backoutPlanAt',
  'testEvidenceAt',
  'noticeSentAt',
  'actualStart',
  'actualEnd',
  'reviewedAt',
] as const
const RELEASE_TIMES = [
  'criteriaAt',
  'verifiedAt',
  'decisionAt',
  'approvedAt',
  'baselineAt',
  'deployedAt',
  'reviewedAt',
] as const

/** Brings a ticket to how it stands at an instant: what comes later has not happened yet. */
export function settle(ticket: Ticket, until: Instant): void {
  ticket.history = ticket.history.filter((one) => one.at < until).sort((one, other) => one.at - other.at)
  ticket.state = ticket.history.findLast((one) => one.field === 'state')?.to ?? ticket.state
  const hadRootCauseTime = ticket.rootCauseAt !== undefined
  clearLater(ticket, TIMES, until)
  if (hadRootCauseTime && ticket.rootCauseAt === undefined) ticket.rootCause = undefined
  if (ticket.changePart !== undefined) clearLater(ticket.changePart, CHANGE_TIMES, until)
  if (ticket.releasePart !== undefined) settleRelease(ticket.releasePart, until)
  if (isUnfinished(ticket)) {
    ticket.closeCode = undefined
    ticket.closeNotes = undefined
    if (!hadRootCauseTime) ticket.rootCause = undefined
  }
}

function settleRelease(part: ReleasePart, until: Instant): void {
  clearLater(part, RELEASE_TIMES, until)
  if (part.verifiedAt === undefined) part.verifiedResult = undefined
  if (part.baselineAt === undefined) part.baseline = undefined
  if (part.deployedAt === undefined) {
    part.deployedVersion = undefined
    part.outcome = undefined
  }
}

function isUnfinished(ticket: Ticket): boolean {
  const part: ChangePart | undefined = ticket.changePart
  if (part !== undefined) return part.actualEnd === undefined && ticket.closedAt === undefined
  return ticket.resolvedAt === undefined && ticket.closedAt === undefined
}

function clearLater<K extends string>(
  record: { [key in K]: Instant | undefined },
  keys: readonly K[],
  until: Instant,
): void {
  for (const key of keys) {
    const moment = record[key]
    if (moment !== undefined && moment >= until) record[key] = undefined
  }
}
