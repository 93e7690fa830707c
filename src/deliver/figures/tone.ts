import type { Colour } from '#assessment/gates.ts'
import type { Rating } from '#assessment/rating.ts'
import type { ReadinessLabel } from '#assessment/readiness.ts'
import type { ToneName } from '#base/look.ts'
import type { Verdict } from '#evidence/result.ts'

/** A tone with its word: what a template needs to show a verdict as shape, word and colour. */
export type Mark = { readonly tone: ToneName; readonly word: string }

/** A rating as shape, word and colour. */
export const markOfRating: Readonly<Record<Rating, Mark>> = {
  conforming: { tone: 'conforming', word: 'conforming' },
  ofi: { tone: 'opportunity', word: 'opportunity' },
  partially: { tone: 'partially', word: 'partially' },
  minor_nc: { tone: 'minor', word: 'minor' },
  major_nc: { tone: 'major', word: 'major' },
  not_applicable: { tone: 'not_applicable', word: 'not applicable' },
  not_assessed: { tone: 'not_assessed', word: 'not assessed' },
}

/** The verdict of a check as shape, word and colour. */
export const markOfVerdict: Readonly<Record<Verdict, Mark>> = {
  pass: { tone: 'conforming', word: 'pass' },
  fail: { tone: 'major', word: 'fail' },
  inconclusive: { tone: 'partially', word: 'inconclusive' },
}

/** A check without any case has nothing to say. */
export const noData: Mark = { tone: 'not_assessed', word: 'no data' }

/** A gate as shape, word and colour; grey is never green. */
export const markOfGate: Readonly<Record<Colour, Mark>> = {
  green: { tone: 'conforming', word: 'green' },
  red: { tone: 'major', word: 'red' },
  grey: { tone: 'not_assessed', word: 'no facts' },
}

/** The tone of a readiness label. */
export const toneOfLabel: Readonly<Record<ReadinessLabel, ToneName>> = {
  blocked: 'major',
  'not ready': 'minor',
  preparing: 'partially',
  'nearly ready': 'opportunity',
  'ready with conditions': 'opportunity',
  ready: 'conforming',
}
