import { z } from 'zod'

/** The conformity scale of a requirement, from met to not looked at yet. */
export const Rating = z.enum([
  'conforming',
  'ofi',
  'partially',
  'minor_nc',
  'major_nc',
  'not_applicable',
  'not_assessed',
])
export type Rating = z.infer<typeof Rating>

/** The points a rating earns in the index; the other two ratings earn none of their own. */
const scores: Partial<Record<Rating, number>> = {
  conforming: 1,
  ofi: 1,
  partially: 0.5,
  minor_nc: 0.5,
  major_nc: 0,
}

/** From the worst to the best; what nobody has looked at stands between what falls short and what is met. */
const fromWorst: readonly Rating[] = [
  'major_nc',
  'minor_nc',
  'partially',
  'not_assessed',
  'ofi',
  'conforming',
  'not_applicable',
]

/** Points of a rating, 0 to 1; undefined for what is left out or not assessed. */
export function scoreOf(rating: Rating): number | undefined {
  return scores[rating]
}

/** Below zero when the first rating is the worse one; for sorting and for comparing. */
export function compareRatings(a: Rating, b: Rating): number {
  return fromWorst.indexOf(a) - fromWorst.indexOf(b)
}

/** The worst of several ratings, of which there is at least one. */
export function worstOf(first: Rating, ...others: readonly Rating[]): Rating {
  return others.reduce((worst, rating) => (compareRatings(rating, worst) < 0 ? rating : worst), first)
}

/** The worst of those that apply; not applicable when none does. */
export function worstOfApplicable(ratings: readonly Rating[]): Rating {
  return worstOf('not_applicable', ...ratings)
}

/** True when the requirement is met, with or without room for improvement. */
export function isMet(rating: Rating): boolean {
  return rating === 'conforming' || rating === 'ofi'
}

/** True when something is missing that has to be closed before stage 1. */
export function fallsShort(rating: Rating): boolean {
  return rating === 'partially' || rating === 'minor_nc' || rating === 'major_nc'
}

/** Each rating as people say it. */
export const ratingWords: Readonly<Record<Rating, string>> = {
  conforming: 'conforming',
  ofi: 'opportunity for improvement',
  partially: 'partially',
  minor_nc: 'minor nonconformity',
  major_nc: 'major nonconformity',
  not_applicable: 'not applicable',
  not_assessed: 'not assessed',
}
