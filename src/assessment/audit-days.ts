/** Days of audit to plan with, before a certification body calculates; the authors' judgement, in half days. */
export type PlanningBand = {
  readonly applied: number
  readonly isLimited: boolean
  readonly low: number
  readonly likely: number
  readonly high: number
  readonly surveillance: number
  readonly recertification: number
}

/** Reductions may not exceed this in total; a rule of the certification scheme. */
const largestReduction = -0.3

/**
 * Planning band for an initial audit from the persons in scope (assessment model 7.1). Adjustments are shares,
 * for example -0.2 for one fifth less; each needs its own reason.
 */
export function planAuditDays(persons: number, adjustments: readonly number[] = []): PlanningBand {
  const wanted = adjustments.reduce((sum, adjustment) => sum + adjustment, 0)
  const isLimited = wanted < largestReduction - 1e-9
  const applied = isLimited ? largestReduction : wanted
  const size = Math.log2(persons)
  const likely = Math.max(3, 1.9 * size - 3.1) * (1 + applied)
  return {
    applied,
    isLimited,
    low: halfDays(Math.max(2.5, 1.7 * size - 4.3) * (1 + applied)),
    likely: halfDays(likely),
    high: halfDays(Math.max(4, 2.1 * size - 1.9) * (1 + applied)),
    surveillance: Math.max(1, halfDays(likely / 3)),
    recertification: Math.max(1.5, halfDays((likely * 2) / 3)),
  }
}

function halfDays(days: number): number {
  return Math.round(2 * days) / 2
}
