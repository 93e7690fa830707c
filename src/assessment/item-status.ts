import { isRatedByItself, type Requirement } from '#content/requirement.ts'
import type { DataEvidence } from './data-evidence.ts'
import type { Rating } from './rating.ts'
import { isInForce, type Statement } from './statement.ts'

/**
 * How a requirement is covered: automated = the checks decide every part of it; partial = they decide some of it;
 * documented = a document or record named by a person proves it; stated = a person says so; open = nobody looked.
 */
export type ItemStatus = 'automated' | 'partial' | 'stated' | 'documented' | 'not applicable' | 'open'

/** What the status of an item is read from. */
export type StatusMatter = {
  readonly requirement: Requirement
  readonly statement: Statement | undefined
  readonly data: DataEvidence
  readonly proposed: Rating
}

/** Status of one item; a check that decided nothing covers nothing. */
export function statusOf({ requirement, statement, data, proposed }: StatusMatter): ItemStatus {
  if (proposed === 'not_applicable') return 'not applicable'
  if (data.passing.length + data.failing.length > 0) {
    const isWhole = requirement.ticket_check.possible === 'full' && data.undecidedParts.length === 0
    return isWhole ? 'automated' : 'partial'
  }
  if (!statement) return !isRatedByItself(requirement) && proposed !== 'not_assessed' ? 'partial' : 'open'
  return isInForce(statement.document) || statement.records !== undefined ? 'documented' : 'stated'
}
