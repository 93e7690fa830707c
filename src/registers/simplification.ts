import type { Data, Fault } from './definition.ts'

/** What fell away, and what became of the measure: after less before, in its unit and in percent of before. */
export function countSimplification(data: Data): Data {
  const { value_before: before, value_after: after } = data
  const isMeasured = typeof before === 'number' && typeof after === 'number'
  return {
    steps_removed: lessOf(data.steps_before, data.steps_after),
    approvals_removed: lessOf(data.approvals_before, data.approvals_after),
    effect: isMeasured ? Math.round(1000 * (after - before)) / 1000 : undefined,
    effect_percent:
      isMeasured && before !== 0 ? Math.round((1000 * (after - before)) / Math.abs(before)) / 10 : undefined,
  }
}

/** A simplification takes something away, and counts as measured only with both values and both periods. */
export function examineSimplification(data: Data, state: string): readonly Fault[] {
  const grown = (['steps', 'approvals'] as const).flatMap((what): Fault[] =>
    (lessOf(data[`${what}_before`], data[`${what}_after`]) ?? 0) < 0
      ? [{ field: `${what}_after`, message: `are more than before: that is no simplification` }]
      : [],
  )
  const { before_until: ended, done_on: done, after_from: began } = data
  const early: Fault[] =
    typeof ended === 'string' && typeof done === 'string' && ended > done
      ? [{ field: 'before_until', message: 'is after the day of the change: before means before it' }]
      : []
  const late: Fault[] =
    typeof began === 'string' && typeof done === 'string' && began < done
      ? [{ field: 'after_from', message: 'is before the day of the change: after means after it' }]
      : []
  const nothing: Fault[] =
    state === 'measured' && [data.steps_removed, data.approvals_removed].every((one) => !one)
      ? [{ field: 'steps_after', message: 'say how many steps or approvals fell away' }]
      : []
  return [...grown, ...early, ...late, ...nothing]
}

function lessOf(before: unknown, after: unknown): number | undefined {
  return typeof before === 'number' && typeof after === 'number' ? before - after : undefined
}
