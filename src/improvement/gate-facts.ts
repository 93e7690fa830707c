import type { Completion } from '#adoption/completion.ts'
import type { Programme } from '#assessment/programme.ts'
import type { Record } from '#registers/record.ts'
import { cyclesOf, type JudgedDuty } from './duty.ts'
import { factsOfReview, type ManagementReview, type ReviewAction } from './management-review.ts'
import { isUnfilled } from './record-facts.ts'

/** What gates G7, G9 and G12 are judged on; what nobody recorded is absent, and the programme's own words count. */
export function gateFacts({
  duties,
  review,
  actions,
  completion,
  roles,
  handed,
}: Readonly<{
  duties: readonly JudgedDuty[]
  review: ManagementReview | undefined
  actions: readonly ReviewAction[]
  completion: Completion
  roles: readonly Record[]
  handed: Programme
}>): Programme {
  const held = factsOfReview(review, actions)
  const live = roles.filter(({ state }) => state !== 'ended')
  const cycles = cyclesOf(duties)
  return {
    ...handed,
    ...(held ? { management_review: held } : {}),
    ...(completion.base > 0 ? { training: { assigned: completion.base, completed: completion.passed } } : {}),
    ...(live.length > 0 ? { roles_filled: !live.some(isUnfilled) } : {}),
    ...(cycles.done > 0 ? { cycles } : {}),
  }
}
