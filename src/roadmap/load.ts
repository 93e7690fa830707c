import { type Composed, slotsOfDay } from './compose.ts'
import { findWindows, isWorkable } from './engine/critical-path.ts'
import type { Instance, Schedule } from './engine/instance.ts'
import type { RoleWeek } from './roadmap-schedule.ts'
import { mondayOf } from './working-days.ts'

/**
 * What a role has to do and can do in each week from the beginning to its last task, in person-days. wanted is what it
 * would have to do if every task began as soon as its dependencies allow: more than the capacity is an overload.
 */
export function loadOf(composed: Composed, schedule: Schedule): readonly RoleWeek[] {
  const { instance, roles, days } = composed
  const { earliestStart, earliestFinish, length } = findWindows(instance)
  const early = { starts: [...earliestStart], finishes: [...earliestFinish], makespan: length }
  return roles.flatMap(({ name }, role) => {
    const needed = neededByDay(instance, schedule, role)
    const wanted = neededByDay(instance, early, role)
    const last = Math.max(0, ...needed.keys(), ...wanted.keys())
    const weeks = new Map<string, { needed: number; wanted: number; capacity: number }>()
    for (let place = 0; place <= last; place += 1) {
      const monday = mondayOf(days[place] ?? '')
      const week = weeks.get(monday) ?? { needed: 0, wanted: 0, capacity: 0 }
      week.needed += needed.get(place) ?? 0
      week.wanted += wanted.get(place) ?? 0
      week.capacity += (instance.capacities[role]?.[place * slotsOfDay] ?? 0) / 100
      weeks.set(monday, week)
    }
    return [...weeks].map(([week, one]) => ({
      role: name,
      week,
      needed: rounded(one.needed),
      wanted: rounded(one.wanted),
      capacity: rounded(one.capacity),
    }))
  })
}

/** Person-days of a role on each working day, by the place of the day. */
function neededByDay(
  instance: Instance,
  { starts, finishes }: Schedule,
  role: number,
): ReadonlyMap<number, number> {
  const perUnit = 1 / (100 * slotsOfDay)
  const needed = new Map<number, number>()
  for (const [task, needs] of instance.demands.entries()) {
    const amount = needs.find(({ resource }) => resource === role)?.amount ?? 0
    if (amount === 0) continue
    for (let slot = starts[task] ?? 0; slot < (finishes[task] ?? 0); slot += 1) {
      if (!isWorkable(instance, task, slot)) continue
      const place = Math.floor(slot / slotsOfDay)
      needed.set(place, (needed.get(place) ?? 0) + amount * perUnit)
    }
  }
  return needed
}

function rounded(days: number): number {
  return Math.round(100 * days) / 100
}
