import { type Effect, effectOf, effectOverTime } from './effect.ts'
import type { Standing } from './series.ts'
import type { Direction } from './target.ts'

/** What a KPI tells about an outcome: what it was, what it is, and whether the difference is more than chance. */
export type Outcome = Readonly<{
  effect: Effect
  /** better and worse only where the interval of the difference does not hold zero, and the KPI has a good direction. */
  verdict: 'better' | 'worse' | 'unclear' | 'unknown'
  /** The difference as a share of what it was, for figures that are no shares themselves. */
  relative: number | undefined
  /** The target as a difference from what it was: relative for figures, in points for shares. */
  targetAgainst: Readonly<{ by: 'relative' | 'points'; value: number }> | undefined
}>

/** What is known of the KPI. since: the day from which it should be other than before; the first months count without it. */
export type Followed = Readonly<{
  /** Closed months only. */
  series: readonly Standing[]
  /** The figures are parts of wholes. */
  isShare: boolean
  /** A difference is told in points, since the figures are shares however they were made. */
  inPoints: boolean
  direction: Direction
  target: number | undefined
  since: string | undefined
}>

/** Tells the outcome of one KPI. */
export function outcomeOf({ series, isShare, inPoints, direction, target, since }: Followed): Outcome {
  const effect = since === undefined ? effectOverTime(series, isShare) : effectOf(series, since, isShare)
  const before = effect.isKnown ? effect.before.number : undefined
  const isScalable = before !== undefined && before !== 0 && !inPoints
  return {
    effect,
    verdict: verdictOf(effect, direction),
    relative: effect.isKnown && isScalable ? effect.difference / Math.abs(before) : undefined,
    targetAgainst:
      before === undefined || target === undefined ? undefined : against(before, target, inPoints),
  }
}

function against(before: number, target: number, inPoints: boolean): Outcome['targetAgainst'] {
  if (inPoints) return { by: 'points', value: target - before }
  return before === 0 ? undefined : { by: 'relative', value: (target - before) / Math.abs(before) }
}

function verdictOf(effect: Effect, direction: Direction): Outcome['verdict'] {
  if (!effect.isKnown) return 'unknown'
  if (!effect.isClear || direction === 'neutral') return 'unclear'
  const isBetter =
    direction === 'to zero'
      ? Math.abs(effect.after.number) < Math.abs(effect.before.number)
      : effect.difference > 0 === (direction === 'up')
  return isBetter ? 'better' : 'worse'
}
