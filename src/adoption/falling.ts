import { changesOf } from './survey-change.ts'
import type { SurveyResults } from './survey-results.ts'

/** A step on which a group has fallen back between two surveys, in points of the index with the 95 % interval. */
export type Falling = Readonly<{ unit: string; step: string; points: number; low: number; high: number }>

/** Groups that fell back on a step, the deepest fall first. Only groups that both surveys show, and only where the interval excludes 0. */
export function fallingIn(before: SurveyResults, after: SurveyResults): readonly Falling[] {
  return after.groups
    .flatMap((now) => {
      const then = before.groups.find(({ name }) => name === now.name)
      if (!then) return []
      return changesOf(then.dimensions, now.dimensions)
        .filter(({ isChange, points }) => isChange && points < 0)
        .map(({ id, points, low, high }) => ({ unit: now.name, step: id, points, low, high }))
    })
    .toSorted((one, other) => one.points - other.points)
}
