import type { ToneName } from '#base/look.ts'
import type { Answered } from '../../data/call.ts'

export type Programme = Answered<'GET /api/organizations/:organization/audits'>
export type AuditRow = Programme['audits'][number]
export type AuditPage = Answered<'GET /api/organizations/:organization/audits/:audit'>
export type Line = AuditPage['lines'][number]
export type Candidate = Readonly<{
  id: string
  name: string
  qualified: AuditPage['candidates'][number]['qualified']
  ownWork: AuditPage['candidates'][number]['ownWork']
}>

export const answers = ['met', 'could be better', 'not met', 'not applicable'] as const

/** How the answer of an auditor looks. */
export const answerTone = {
  met: 'conforming',
  'could be better': 'opportunity',
  'not met': 'major',
  'not applicable': 'not_applicable',
} as const satisfies Record<(typeof answers)[number], ToneName>

export const gradeTone = {
  major: 'major',
  minor: 'minor',
  opportunity: 'opportunity',
  'good practice': 'conforming',
} as const satisfies Record<string, ToneName>

/** How the state of an audit looks. */
export function auditTone(state: AuditRow['state']): ToneName {
  if (state === 'closed' || state === 'reported' || state === 'following_up') return 'conforming'
  if (state === 'cancelled') return 'not_applicable'
  return state === 'programmed' ? 'not_assessed' : 'partially'
}
