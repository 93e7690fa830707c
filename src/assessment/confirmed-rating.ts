import { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { isRatedByItself, type Requirement } from '#content/requirement.ts'
import { fallsShort, Rating } from './rating.ts'
import { Day } from './statement.ts'

/** A rating that a person gave; seen_by is the second person who confirms it. */
export const ConfirmedRating = z.object({
  requirement: z.string().min(1),
  rating: Rating,
  by: z.string().min(1),
  on: Day,
  seen_by: z.string().min(1).optional(),
  is_self: z.boolean().optional(),
  reason: z.string().min(1).optional(),
})
export type ConfirmedRating = Readonly<z.infer<typeof ConfirmedRating>>

/** The rating that counts per requirement: the latest one, and of the same day the last given. */
export function latestRatings(ratings: readonly ConfirmedRating[]): ReadonlyMap<string, ConfirmedRating> {
  const latest = new Map<string, ConfirmedRating>()
  for (const rating of ratings) {
    const known = latest.get(rating.requirement)
    if (!known || rating.on >= known.on) latest.set(rating.requirement, rating)
  }
  return latest
}

/**
 * The rating as readiness counts it. A good rating of high criticality waits for a second person; a bad one counts
 * at once. What may not be left out, or is left out without a reason, counts as not assessed.
 */
export function countedRating(requirement: Requirement, confirmed: ConfirmedRating | undefined): Rating {
  if (!confirmed) return 'not_assessed'
  if (confirmed.rating === 'not_applicable' && refusesNotApplicable(requirement, confirmed))
    return 'not_assessed'
  if (fallsShort(confirmed.rating) && confirmed.rating !== 'partially') return confirmed.rating
  return requirement.criticality === 'high' && !isSeenTwice(confirmed) ? 'not_assessed' : confirmed.rating
}

/** What is wrong with the ratings given, one problem each. */
export function problemsOfRatings(
  requirements: readonly Requirement[],
  ratings: readonly ConfirmedRating[],
  file: string,
): readonly Problem[] {
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]))
  return ratings.flatMap((rating) => {
    const requirement = byId.get(rating.requirement)
    if (!requirement) {
      return [
        problem(
          'assessment.unknown-requirement',
          `There is no requirement ${rating.requirement}. Correct the number.`,
          file,
        ),
      ]
    }
    return problemsOfOne(requirement, rating, file)
  })
}

function problemsOfOne(requirement: Requirement, rating: ConfirmedRating, file: string): readonly Problem[] {
  const { id } = requirement
  if (!isRatedByItself(requirement)) {
    const message = `${id} follows from other requirements and is not rated itself. Rate those, and take this rating out.`
    return [problem('assessment.derived-rated', message, file)]
  }
  if (rating.rating === 'not_applicable' && refusesNotApplicable(requirement, rating)) {
    const message =
      requirement.applicability.mode === 'if_exists'
        ? `${id} is rated not applicable without a reason. Write the reason.`
        : `${id} cannot be left out. Rate it, or rate the rule while its event has not happened.`
    return [problem('assessment.not-applicable-refused', message, file)]
  }
  if (countedRating(requirement, rating) === 'not_assessed' && rating.rating !== 'not_assessed') {
    const message = `${id} is of high criticality and its rating was seen by one person only. Name a second one in seen_by.`
    return [{ ...problem('assessment.second-person', message, file), level: 'warning' }]
  }
  return []
}

function refusesNotApplicable(requirement: Requirement, rating: ConfirmedRating): boolean {
  return requirement.applicability.mode !== 'if_exists' || rating.reason === undefined
}

function isSeenTwice({ by, seen_by: seenBy }: ConfirmedRating): boolean {
  return seenBy !== undefined && seenBy !== by
}

function problem(code: string, message: string, file: string): Problem {
  return { code, message, where: { file }, level: 'error' }
}
