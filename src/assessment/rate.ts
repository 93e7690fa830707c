import { isRatedByItself, type Requirement } from '#content/requirement.ts'
import type { BaselineKind } from './baseline.ts'
import { requirementsOf } from './baseline.ts'
import { problemsOfRatings } from './confirmed-rating.ts'
import { compareRatings, type Rating, ratingWords } from './rating.ts'

/** A rating as a person gives it. version: that of the rating it replaces, 0 for the first; absent where nobody looked. */
export type GivenRating = Readonly<{
  requirement: string
  rating: Rating
  rationale?: string | undefined
  /** Why it is lowered, or improved without new evidence. */
  reason?: string | undefined
  isSelf?: boolean | undefined
  version?: number | undefined
}>

/** The rating that is replaced, as far as it matters here. */
export type StandingRating = Readonly<{ rating: Rating; version: number; ratedAt: string }>

/** What a rating is held against; evidenceAt: when something new was last shown for the requirement. */
export type RatingCircumstances = Readonly<{
  kind: BaselineKind
  requirement: Requirement | undefined
  standing: StandingRating | undefined
  evidenceAt: string | undefined
}>

/** Why a rating is not taken; code as in a refusal. */
export type RatingRefused = Readonly<{ code: 'not-found' | 'conflict' | 'invalid'; message: string }>

/** Says what is wrong with a rating, or nothing. */
export function refuseRating(
  given: GivenRating,
  circumstances: RatingCircumstances,
): RatingRefused | undefined {
  const { requirement, standing, kind } = circumstances
  if (!requirement) return { code: 'not-found', message: `There is no requirement ${given.requirement}.` }
  if (given.version !== undefined && given.version !== (standing?.version ?? 0))
    return {
      code: 'conflict',
      message: `Somebody rated ${requirement.id} meanwhile. Load it again, look at what changed, and repeat.`,
    }
  if (isRatedByItself(requirement) && requirementsOf(kind, [requirement]).length === 0)
    return {
      code: 'invalid',
      message: `${requirement.id} is not part of the quick scan. Start a full baseline to rate it.`,
    }
  const [problem] = problemsOfRatings([requirement], [asConfirmed(given)], '').filter(
    ({ level }) => level === 'error',
  )
  if (problem) return { code: 'invalid', message: problem.message }
  return refuseWithoutReason(given, circumstances)
}

function asConfirmed({ requirement, rating, rationale }: GivenRating) {
  const reason = rationale?.trim()
  return { requirement, rating, by: '-', on: '2000-01-01', ...(reason ? { reason } : {}) }
}

function refuseWithoutReason(
  given: GivenRating,
  circumstances: RatingCircumstances,
): RatingRefused | undefined {
  const { standing } = circumstances
  if (!standing || (given.reason ?? '').trim() !== '') return undefined
  const words = `${given.requirement} from ${ratingWords[standing.rating]} to ${ratingWords[given.rating]}`
  if (isLowered(given, standing))
    return { code: 'invalid', message: `You lower ${words}. Write the reason: it goes into the history.` }
  if (isWithoutNewEvidence(given, circumstances))
    return {
      code: 'invalid',
      message: `You improve ${words}, and nothing new was shown since the last rating. Write the reason, or add the evidence first.`,
    }
  return undefined
}

function isLowered(given: GivenRating, standing: StandingRating): boolean {
  return standing.rating !== 'not_assessed' && compareRatings(given.rating, standing.rating) < 0
}

/** True when a rating is better than the one before and nothing was shown in between. */
export function isWithoutNewEvidence(
  given: Pick<GivenRating, 'rating'>,
  { standing, evidenceAt }: Pick<RatingCircumstances, 'standing' | 'evidenceAt'>,
): boolean {
  if (!standing || standing.rating === 'not_assessed') return false
  if (compareRatings(given.rating, standing.rating) <= 0) return false
  return evidenceAt === undefined || evidenceAt <= standing.ratedAt
}
