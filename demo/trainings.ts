import { DAY, instant } from './calendar.ts'
import type { World } from './world.ts'
import { streamOf } from './world.ts'

const FOR_EVERYBODY = [
  ['Service management awareness', '2025-01-13'],
  ['Security awareness 2025', '2025-03-03'],
  ['Security awareness 2026', '2026-03-02'],
  ['Incident and major incident practice', '2025-05-12'],
  ['Change and release practice', '2025-09-29'],
  ['Configuration register basics', '2026-01-19'],
] as const
const PASS_TIME = 60

/** Courses assigned to everybody, done in time. */
export function makeTrainings(world: World): void {
  const chance = streamOf(world, 'trainings')
  for (const [module, day] of FOR_EVERYBODY) {
    for (const person of world.staff.everybody) {
      const assignedAt = instant(`${day}T08:00:00Z`)
      const isExempt = chance.is(0.01)
      const days = Math.min(chance.whole(2, PASS_TIME - 4), chance.whole(2, PASS_TIME - 4) + 10)
      const completedAt = assignedAt + days * DAY + chance.whole(0, 9) * 3600
      const dueAt = assignedAt + PASS_TIME * DAY
      world.trainings.push({
        person,
        module,
        assignedAt,
        dueAt,
        completedAt: isExempt ? undefined : completedAt,
        isExempt,
      })
    }
  }
}
