import type { Data, Fault } from './definition.ts'

/** The scale of likelihood, 1 to 5 by position. */
export const likelihoods = ['rare', 'unlikely', 'possible', 'likely', 'almost certain'] as const

/** The scale of effect, 1 to 5 by position. */
export const effects = ['negligible', 'slight', 'moderate', 'serious', 'severe'] as const

/** Levels of a rating; our scale: low up to 4, medium up to 9, high up to 15, very high above. */
export const riskLevels = ['low', 'medium', 'high', 'very high'] as const

/** The highest rating that can be accepted without saying why; our default (6.1.2 asks for a limit, not for this one). */
export const acceptanceLimit = 9

const limits = [4, 9, 15, 25] as const

/** Likelihood times effect, 1 to 25; undefined while either is open. */
export function ratingOf(likelihood: unknown, effect: unknown): number | undefined {
  const [first, second] = [rankIn(likelihoods, likelihood), rankIn(effects, effect)]
  return first === 0 || second === 0 ? undefined : first * second
}

function rankIn(scale: readonly unknown[], word: unknown): number {
  return scale.indexOf(word) + 1
}

/** The level of a rating. */
export function levelOf(rating: number): (typeof riskLevels)[number] {
  return riskLevels[limits.findIndex((limit) => rating <= limit)] ?? 'very high'
}

/** The computed fields of a risk. */
export function rateRisk(data: Data): Data {
  const rating = ratingOf(data.likelihood, data.effect)
  return {
    rating,
    level: rating === undefined ? undefined : levelOf(rating),
    residual_rating: ratingOf(data.residual_likelihood, data.residual_effect),
  }
}

/** Acceptance above the limit needs a reason that an auditor can read; an opportunity is not accepted but used. */
export function examineRisk(data: Data, state: string): readonly Fault[] {
  if (state !== 'accepted' || data.kind === 'opportunity') return []
  const left =
    ratingOf(data.residual_likelihood, data.residual_effect) ?? ratingOf(data.likelihood, data.effect)
  if (left === undefined)
    return [{ field: 'likelihood', message: 'Rate likelihood and effect before the risk is accepted.' }]
  if (left <= acceptanceLimit || data.acceptance_reason) return []
  return [
    {
      field: 'acceptance_reason',
      message: `The rating is ${left}, above the limit of ${acceptanceLimit}: say why it is acceptable, or treat it first.`,
    },
  ]
}
