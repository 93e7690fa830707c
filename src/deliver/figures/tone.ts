import type { Colour } from '#assessment/gates.ts'
import type { Rating } from '#assessment/rating.ts'
import type { ReadinessLabel } from '#assessment/readiness.ts'
import type { ToneName } from '#base/look.ts'
import type { Verdict } from '#evidence/result.ts'
import type { Speech } from '../speech.ts'

/** A tone with its word: what a template needs to show a verdict as shape, word and colour. */
export type Mark = { readonly tone: ToneName; readonly word: string }

/** The tone of a rating. */
export const toneOfRating: Readonly<Record<Rating, ToneName>> = {
  conforming: 'conforming',
  ofi: 'opportunity',
  partially: 'partially',
  minor_nc: 'minor',
  major_nc: 'major',
  not_applicable: 'not_applicable',
  not_assessed: 'not_assessed',
}

const toneOfVerdict: Readonly<Record<Verdict, ToneName>> = {
  pass: 'conforming',
  fail: 'major',
  inconclusive: 'partially',
}

const toneOfGate: Readonly<Record<Colour, ToneName>> = {
  green: 'conforming',
  red: 'major',
  grey: 'not_assessed',
}

/** A rating as shape, word and colour. */
export function markOfRating(rating: Rating, { say }: Speech): Mark {
  return { tone: toneOfRating[rating], word: say(`mark.${rating.replaceAll('_', '-')}`) }
}

/** The verdict of a check as shape, word and colour. */
export function markOfVerdict(verdict: Verdict, { say }: Speech): Mark {
  return { tone: toneOfVerdict[verdict], word: say(`mark.${verdict}`) }
}

/** A check without any case has nothing to say. */
export function noData({ say }: Speech): Mark {
  return { tone: 'not_assessed', word: say('mark.no-data') }
}

/** A gate as shape, word and colour; grey is never green. */
export function markOfGate(colour: Colour, { say }: Speech): Mark {
  return { tone: toneOfGate[colour], word: say(colour === 'grey' ? 'mark.no-facts' : `mark.${colour}`) }
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
