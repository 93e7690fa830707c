import type { Requirement } from '#content/requirement.ts'
import type { EvidenceSeen, Strength } from '../evidence-strength.ts'
import type { Rating } from '../rating.ts'

/** The steps of the decision path, in the order in which an auditor takes them. */
export type StepName =
  | 'condition'
  | 'rule'
  | 'document'
  | 'practice'
  | 'data'
  | 'extent'
  | 'improvement'
  | 'evidence'
  | 'sources'

/** One step of the path: what was found, and why it counts as it does. */
export type Step = { readonly step: StepName; readonly said: string; readonly because: string }

/** What a step does to the proposal: a rating it settles at once, or the best one it still leaves open. */
export type Judgement = Step & {
  readonly settles?: Rating
  readonly atMost?: Rating
  readonly missing?: readonly string[]
  readonly considerMajor?: boolean
}

/** Everything a proposal is made from; repeated is true when the last internal audit found the same lapse. */
export type Matter = EvidenceSeen & {
  readonly requirement: Requirement
  readonly strength: Strength
  readonly repeated: boolean
}

/** What total absence of the thing is rated: major for high criticality, minor for the rest. */
export function absence({ criticality }: Requirement): Rating {
  return criticality === 'high' ? 'major_nc' : 'minor_nc'
}
