import type { Data, Fault } from './definition.ts'

/** How much an improvement counts more that serves an objective (10.2 asks for this criterion, not for this factor). */
const alignedFactor = 1.2

/**
 * The score of an improvement: value × (6 − effort) × (6 − risk), each from 1 to 5, and a fifth more where it serves an
 * objective. From 1 to 150; undefined while one of the three is open.
 */
export function scoreOf({ value, effort, risk, objectives }: Data): number | undefined {
  if (typeof value !== 'number' || typeof effort !== 'number' || typeof risk !== 'number') return undefined
  const isAligned = Array.isArray(objectives) && objectives.length > 0
  return Math.round(value * (6 - effort) * (6 - risk) * (isAligned ? alignedFactor : 1))
}

/** Whether the measured effect reaches the target, seen from the baseline; undefined while one of them is missing. */
export function isTargetMet({ baseline, target, effect_value: effect }: Data): boolean | undefined {
  if (typeof baseline !== 'number' || typeof target !== 'number' || typeof effect !== 'number')
    return undefined
  return target >= baseline ? effect >= target : effect <= target
}

/** The computed fields of an improvement. */
export function rateImprovement(data: Data): Data {
  return { score: scoreOf(data), target_met: isTargetMet(data) }
}

/** An improvement is closed on its measured effect or on a recorded reason, and never on neither; a missed target is explained. */
export function examineImprovement(data: Data, state: string): readonly Fault[] {
  if (data.target !== undefined && data.target === data.baseline)
    return [{ field: 'target', message: 'the target is the baseline: say what is to become different' }]
  if (state !== 'closed') return []
  const isMeasured = data.effect_value !== undefined && data.measured_on !== undefined
  if (!isMeasured && !data.why_unmeasured)
    return [
      {
        field: 'effect_value',
        message: 'measure the effect and say on which day, or record why it is not measured, before closing',
      },
    ]
  if (isTargetMet(data) === false && !data.conclusion)
    return [{ field: 'conclusion', message: 'the target is missed: say what follows from it before closing' }]
  return []
}
