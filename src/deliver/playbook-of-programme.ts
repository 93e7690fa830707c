import type { Programme } from '#assessment/programme.ts'
import type { DatedActivity, ProgrammeAudit } from './playbook.ts'

/** The audit that the programme file tells of; undefined where it tells of none. */
export function auditsOf({ internal_audit: audit }: Programme): readonly ProgrammeAudit[] | undefined {
  if (!audit?.done) return undefined
  const title = audit.full_scope
    ? 'Internal audit of the whole scope'
    : 'Internal audit of a part of the scope'
  const state = audit.reported_on ? `reported on ${audit.reported_on}` : 'held, not reported'
  return [
    { key: 'Latest', title, on: audit.done_on, auditors: audit.impartial ? 'impartial' : 'not said', state },
  ]
}

/** The management review that the programme file tells of. */
export function reviewsOf({ management_review: review }: Programme): readonly DatedActivity[] | undefined {
  if (!review?.held || !review.held_on) return undefined
  const state = review.decisions_recorded ? 'held, decisions recorded' : 'held'
  return [{ on: review.held_on, title: 'Management review', state }]
}
