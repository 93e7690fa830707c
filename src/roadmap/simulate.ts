import { mulberry32 } from '#assessment/sampling.ts'
import { type Composed, placeOfDay, slotsOfDay } from './compose.ts'
import { makeDecoder } from './engine/decode.ts'
import type { Schedule } from './engine/instance.ts'
import { sortBy } from './engine/order.ts'
import { pertQuantile } from './pert.ts'
import type { FixedDate } from './plan.ts'
import type { Risk } from './roadmap-schedule.ts'
import { mondayOf } from './working-days.ts'

/** How often the roadmap is gone through by chance, and with which seed. */
export type Chances = Readonly<{ runs: number; seed: number }>

/**
 * Goes through the plan many times with efforts drawn by PERT, one independent uniform per task in the order of the
 * tasks. The tasks keep the order of the plan, and roles and absences hold as in the plan.
 */
export function simulate(
  composed: Composed,
  plan: Schedule,
  dates: readonly FixedDate[],
  { runs, seed }: Chances,
): Risk {
  const { instance, tasks, days } = composed
  const horizon = 3 * plan.makespan + 20 * slotsOfDay
  const decoder = makeDecoder(instance, horizon)
  const order = Int32Array.from(tasks.keys())
  sortBy(order, Int32Array.from(plan.starts), 1)
  const chance = mulberry32(seed)
  const usual = [...decoder.durations]
  const needed = dates.map((date) => tasks.flatMap((task, at) => (isNeeded(task, date) ? [at] : [])))
  const latest = dates.map(({ on }) => slotsOfDay * placeOfDay(days, on))
  const kept = dates.map(() => 0)
  const finishes: number[] = []
  for (let run = 0; run < runs; run += 1) {
    for (const [at, { effort }] of tasks.entries()) {
      const drawn = pertQuantile(effort, chance()) / effort.likely
      decoder.durations[at] = Math.max(1, Math.round((usual[at] ?? 1) * drawn))
    }
    const makespan = decoder.forward(order)
    finishes.push(makespan < 0 ? horizon : makespan)
    for (const [at, theirs] of needed.entries())
      if (makespan >= 0 && theirs.every((task) => (decoder.finishes[task] ?? 0) <= (latest[at] ?? 0)))
        kept[at] = (kept[at] ?? 0) + 1
  }
  const sorted = finishes.toSorted((a, b) => a - b)
  const dayOf = (slot: number) => days[Math.min(days.length - 1, Math.ceil(slot / slotsOfDay) - 1)] ?? ''
  const weeks = Map.groupBy(sorted, (slot) => mondayOf(dayOf(slot)))
  return {
    runs,
    seed,
    p50: dayOf(sorted[Math.ceil(0.5 * runs) - 1] ?? 0),
    p80: dayOf(sorted[Math.ceil(0.8 * runs) - 1] ?? 0),
    finishes: [...weeks].map(([week, all]) => ({ week, count: all.length })),
    dates: dates.map(({ kind, title, on }, at) => {
      const last = Math.max(0, ...(needed[at] ?? []).map((task) => plan.finishes[task] ?? 0))
      return {
        kind,
        title,
        on,
        ...(last > 0 ? { planned: dayOf(last) } : {}),
        probability: (kept[at] ?? 0) / runs,
      }
    }),
  }
}

function isNeeded({ criticality }: Composed['tasks'][number], { needs }: FixedDate): boolean {
  return needs === 'everything' || criticality === 'high'
}
