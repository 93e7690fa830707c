import type { Kpi } from '#content/guides.ts'
import { nextMonth } from '#evidence/period.ts'

/** Which way is good. */
export type Direction = Kpi['direction']

/** A target as it was set: from which month it holds, when and by whom it was set, and why. */
export type Target = Readonly<{
  number: number
  target: number
  validFrom: string
  reason: string
  setBy: string
  /** An instant. */
  setAt: string
}>

/** How a month is judged: by the target in force then; one that was set later stands beside it. */
export type Judged = Readonly<{
  target: number
  isReached: boolean | undefined
  /** No target was set before the month was over: it is judged by the first one, set later. */
  isSetLater: boolean
  /** The target was changed for this month after it was over. */
  changedTo: number | undefined
}>

/** Judges the figure of a month; undefined without a target that holds for it. */
export function judge(
  { period, number }: Readonly<{ period: string; number: number | undefined }>,
  targets: readonly Target[],
  direction: Direction,
): Judged | undefined {
  const over = `${nextMonth(period)}T00:00:00.000Z`
  const meant = targets.filter(({ validFrom }) => validFrom <= period)
  const then = meant.filter(({ setAt }) => setAt < over).at(-1)
  const held = then ?? meant[0]
  if (!held) return undefined
  const now = meant.at(-1)
  return {
    target: held.target,
    isReached: number === undefined ? undefined : reaches(number, held.target, direction),
    isSetLater: then === undefined,
    changedTo: now && now.target !== held.target ? now.target : undefined,
  }
}

/** Whether a figure reaches a target; undefined where neither way is better. To zero: as near to it as the target says. */
export function reaches(number: number, target: number, direction: Direction): boolean | undefined {
  if (direction === 'neutral') return undefined
  if (direction === 'up') return number >= target
  return direction === 'down' ? number <= target : Math.abs(number) <= Math.abs(target)
}
