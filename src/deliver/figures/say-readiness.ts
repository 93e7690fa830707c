import type { Readiness } from '#assessment/readiness.ts'
import { kept } from '#base/format.ts'
import type { Terms } from '#base/terms.ts'
import type { Speech } from '../speech.ts'

/** The one line in which an index is shown, as the assessment writes it in English. */
export function lineOf(readiness: Readiness, speech: Speech): string {
  const { say, many, count, terms } = speech
  const { basis, label, assessed, blocking, index, assessedShare, evidenceShare } = readiness
  const head = terms.readiness[label].toUpperCase()
  const share = (part: number) => speech.thresholdOf(Math.floor(100 * part + 1e-9) / 100)
  const parts = [
    ...(basis === 'ratings' && assessed === 0 ? [say('line.nobody')] : []),
    blocking.length === 0 ? say('line.no-major') : many('line.majors', blocking.length),
    ...lowestAndOpen(readiness, speech),
    say('line.index', { index: count(index), raw: rawRange(readiness, speech) }),
    say(basis === 'ratings' ? 'line.assessed' : 'line.proposed-share', { share: share(assessedShare) }),
    say('line.evidence', { share: share(evidenceShare) }),
  ]
  const front = basis === 'proposals' ? `${say('line.proposed')} ${head}` : head
  return kept(`${front} - ${parts.join(', ')}`)
}

/** The lowest clause of those that were assessed, and how many were not: nobody having looked is no bad result. */
function lowestAndOpen(
  { lowestAssessedClause: lowest, openClauses, assessed }: Readiness,
  { say, many, thresholdOf }: Speech,
): readonly string[] {
  const places = lowest && {
    clause: lowest.clause,
    share: thresholdOf(Math.floor(100 * lowest.score + 1e-9) / 100),
  }
  if (openClauses === 0) return [places ? say('line.lowest', places) : say('line.none-below')]
  if (assessed === 0) return [say('line.none-assessed')]
  return [
    places ? say('line.lowest-assessed', places) : say('line.none-assessed-below'),
    many('line.open', openClauses),
  ]
}

function rawRange({ rawLow, rawHigh }: Readiness, { pointed, rangeOf }: Speech): string {
  const [low = '', high = ''] = [rawLow, rawHigh].map((value) => pointed(String(Number(value.toFixed(2)))))
  return low === high ? low : rangeOf(low, high)
}

/** A clause with its points, never rounded up. */
export function lowestSays(
  { clause, score }: { readonly clause: string; readonly score: number },
  { say }: Speech,
): string {
  return say('clause-points', { clause, points: String(Math.floor(100 * score + 1e-9)) })
}

/** What holds an index down: the words of the assessment in English, the fixed terms in other languages. */
export function capsSay(caps: readonly string[], { language, terms }: Speech): readonly string[] {
  if (language === 'en') return caps
  return caps.map((cap) => (isTerm(cap, terms.caps) ? terms.caps[cap] : cap))
}

function isTerm(cap: string, caps: Terms['caps']): cap is keyof Terms['caps'] {
  return Object.hasOwn(caps, cap)
}
