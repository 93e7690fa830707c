import type { DimensionResult } from './survey-results.ts'

/** The change of a dimension between two surveys, in points of the index, with its 95 % interval. */
export type SurveyChange = Readonly<{
  id: string
  points: number
  low: number
  high: number
  /** Only when the interval excludes 0; otherwise nothing is called a change. */
  isChange: boolean
}>

/**
 * Compares the same dimensions of the same group in two surveys: the difference of the means with the interval of Welch
 * (degrees of freedom by Satterthwaite). Dimensions that only one of them shows are left out.
 */
export function changesOf(
  before: readonly DimensionResult[],
  after: readonly DimensionResult[],
): readonly SurveyChange[] {
  return after.flatMap((now) => {
    const then = before.find(({ id }) => id === now.id)
    return then && then.n > 1 && now.n > 1 ? [changeOf(then, now)] : []
  })
}

function changeOf(before: DimensionResult, after: DimensionResult): SurveyChange {
  const [one, other] = [before.deviation ** 2 / before.n, after.deviation ** 2 / after.n]
  const freedom =
    one + other === 0
      ? Number.POSITIVE_INFINITY
      : (one + other) ** 2 / (one ** 2 / (before.n - 1) + other ** 2 / (after.n - 1))
  const reach = quantile975(freedom) * Math.sqrt(one + other)
  const difference = after.mean - before.mean
  const [low, high] = [difference - reach, difference + reach]
  return {
    id: after.id,
    points: difference * 25,
    low: low * 25,
    high: high * 25,
    isChange: low > 0 || high < 0,
  }
}

const z = 1.959964

/** The 97.5 % quantile of Student's t by the expansion of Abramowitz and Stegun 26.7.5; within 0.01 from 4 degrees on. */
export function quantile975(freedom: number): number {
  const v = Math.max(1, freedom)
  if (!Number.isFinite(v)) return z
  return (
    z +
    (z ** 3 + z) / (4 * v) +
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * v ** 2) +
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * v ** 3)
  )
}
