import { z } from 'zod'
import { Day } from '#assessment/statement.ts'
import type { Plan, PlanRole } from './plan.ts'
import type { RoadmapSchedule, ScheduledTask } from './roadmap-schedule.ts'

/** One thing that was decided differently; before and after are values, not sentences. */
export const Reason = z.object({
  kind: z.enum([
    'task added',
    'task removed',
    'effort',
    'role of a task',
    'wish',
    'role',
    'dates',
    'dependencies',
    'calendar',
    'begin',
  ]),
  what: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
})
export type Reason = Readonly<z.infer<typeof Reason>>

/** What two schedules say of one task. */
const Moved = z.object({
  id: z.string(),
  title: z.string(),
  startBefore: Day,
  startAfter: Day,
  finishBefore: Day,
  finishAfter: Day,
  /** Calendar days by which it ends later; earlier is negative. */
  days: z.number().int(),
})

/** How a schedule differs from an earlier one, and what was decided between them. */
export const ScheduleDifference = z.object({
  finishBefore: Day,
  finishAfter: Day,
  p80Before: Day,
  p80After: Day,
  days: z.number().int(),
  reasons: z.array(Reason),
  moved: z.array(Moved),
})
export type ScheduleDifference = Readonly<z.infer<typeof ScheduleDifference>>

/** A schedule with the plan it was computed with; no plan where it was the assumed one. */
export type Planned = Readonly<{ schedule: RoadmapSchedule; plan: Plan | undefined }>

/** Compares two schedules; the tasks that end elsewhere most first. */
export function differenceOf(before: Planned, after: Planned): ScheduleDifference {
  const old = new Map(before.schedule.tasks.map((task) => [task.id, task]))
  const moved = after.schedule.tasks.flatMap((task) => {
    const was = old.get(task.id)
    if (!was || (was.start === task.start && was.finish === task.finish)) return []
    return [
      {
        id: task.id,
        title: task.title,
        startBefore: was.start,
        startAfter: task.start,
        finishBefore: was.finish,
        finishAfter: task.finish,
        days: daysBetween(was.finish, task.finish),
      },
    ]
  })
  return {
    finishBefore: before.schedule.finish,
    finishAfter: after.schedule.finish,
    p80Before: before.schedule.risk.p80,
    p80After: after.schedule.risk.p80,
    days: daysBetween(before.schedule.finish, after.schedule.finish),
    reasons: [...taskReasons(before.schedule.tasks, after.schedule.tasks), ...planReasons(before, after)],
    moved: moved.toSorted((a, b) => Math.abs(b.days) - Math.abs(a.days) || (a.id < b.id ? -1 : 1)),
  }
}

function taskReasons(before: readonly ScheduledTask[], after: readonly ScheduledTask[]): readonly Reason[] {
  const [old, now] = [before, after].map((tasks) => new Map(tasks.map((task) => [task.id, task])))
  const removed = before.filter(({ id }) => !now?.has(id))
  return [
    ...removed.map(({ id, effort }): Reason => ({ kind: 'task removed', what: id, before: days(effort) })),
    ...after.flatMap(({ id, effort, role }): Reason[] => {
      const was = old?.get(id)
      if (!was) return [{ kind: 'task added', what: id, after: days(effort) }]
      return [
        ...changed('effort', id, days(was.effort), days(effort)),
        ...changed('role of a task', id, was.role, role),
      ]
    }),
  ]
}

function planReasons(before: Planned, after: Planned): readonly Reason[] {
  const [old, now] = [before.plan, after.plan]
  if (!old || !now) return changed('begin', '', before.schedule.start, after.schedule.start)
  const roles = new Set([...old.roles, ...now.roles].map(({ name }) => name))
  const wishes = new Set([...old.tasks, ...now.tasks].map(({ task }) => task))
  const wishOf = (plan: Plan, task: string) => plan.tasks.find((one) => one.task === task)?.notBefore ?? '–'
  return [
    ...changed('begin', '', before.schedule.start, after.schedule.start),
    ...[...roles].flatMap((name) => changed('role', name, capacity(old, name), capacity(now, name))),
    ...[...wishes].flatMap((task) => changed('wish', task, wishOf(old, task), wishOf(now, task))),
    ...changed('dates', '', datesOf(old), datesOf(now)),
    ...changed('dependencies', '', linksOf(old), linksOf(now)),
    ...changed('calendar', '', calendarOf(old), calendarOf(now)),
  ]
}

function changed(kind: Reason['kind'], what: string, before: string, after: string): readonly Reason[] {
  return before === after ? [] : [{ kind, what, before, after }]
}

function capacity({ roles }: Plan, name: string): string {
  const role = roles.find((one) => one.name === name)
  return role ? `${role.people} × ${Math.round(100 * role.share)} %${timesAway(role)}` : '–'
}

function timesAway({ absences }: PlanRole): string {
  return absences.map(({ from, to }) => `, ${from} – ${to}`).join('')
}

function datesOf({ dates }: Plan): string {
  return dates.map(({ title, on }) => `${title} ${on}`).join(', ')
}

function linksOf({ links }: Plan): string {
  return links
    .map(({ from, to, kind, lag }) => `${from} → ${to}${kind === 'start-start' ? ' SS' : ''} +${lag}`)
    .join(', ')
}

function calendarOf({ weekdays, holidays }: Plan): string {
  return `${weekdays.join(' ')}; ${holidays.join(' ')}`
}

function days({ likely }: ScheduledTask['effort']): string {
  return String(likely)
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
