import { proveBound } from './engine/bound.ts'
import { findWindows } from './engine/critical-path.ts'
import type { Instance, Schedule } from './engine/instance.ts'
import { type Budget, search } from './engine/search.ts'

/**
 * A schedule and what is known about it: bound is a makespan that no schedule can beat, so that equal figures mean the
 * schedule is proved to be the shortest. schedules counts what was built to find it.
 */
export type Solution = Readonly<{ schedule: Schedule; bound: number; isProved: boolean; schedules: number }>

/** Schedules that a plan of ordinary size is searched with. */
export const usualBudget: Budget = { schedules: 4000, seed: 20000 }

/** Finds a short schedule of an instance; undefined where its tasks do not fit before the horizon at all. */
export function solve(instance: Instance, horizon: number, budget: Budget): Solution | undefined {
  const quick = search(instance, horizon, { ...budget, schedules: 3 }, 0)
  if (!quick) return undefined
  const bound = proveBound(instance, quick.schedule.makespan)
  const found = search(instance, roomFor(quick.schedule.makespan, horizon), budget, bound) ?? quick
  const { schedule, schedules } = found
  return { schedule, bound, isProved: schedule.makespan === bound, schedules: schedules + quick.schedules }
}

/** What is longer than the first plan need not be finished; a little room lets an order be tried that begins worse. */
function roomFor(makespan: number, horizon: number): number {
  return Math.min(horizon, Math.ceil(1.3 * makespan) + 10)
}

/** A horizon that every schedule of an instance without absences fits into. */
export function generousHorizon(instance: Instance): number {
  const work = instance.durations.reduce((sum, duration) => sum + duration, 0)
  const lags = instance.links.reduce((sum, { lag }) => sum + Math.max(0, lag), 0)
  return findWindows(instance).length + work + lags + 1
}
