import type { Plan, PlanRole } from '../plan.ts'
import type { RoadmapSchedule, ScheduledTask } from '../roadmap-schedule.ts'
import { dayAfter, weekdayOf } from '../working-days.ts'

const quarters = 4
const week = 7

/** When the people of a role work, as the search for dates has it: share in hundredths, no work on days off. */
export type RoleCalendar = Readonly<{
  role: PlanRole
  share: number
  /** Seven signs from Monday on, 1 for a day without work, as Excel writes weekends. */
  weekend: string
  daysOff: readonly string[]
  works: (on: string) => boolean
}>

/** The calendars of the roles that have tasks, in the order of their names. */
export function calendarsOf({ tasks }: RoadmapSchedule, plan: Plan): readonly RoleCalendar[] {
  const names = [...new Set(tasks.map(({ role }) => role))].toSorted()
  return names.map((name) => {
    const role = plan.roles.find((one) => one.name === name) ?? {
      name,
      people: 1,
      share: 1,
      kind: 'internal' as const,
      absences: [],
    }
    const days = plan.weekdays.filter((day) => role.weekdays?.includes(day) ?? true)
    const absent = role.absences.flatMap(({ from, to }) => daysBetween(from, to))
    const daysOff = [...new Set([...plan.holidays, ...absent])].toSorted()
    const off = new Set(daysOff)
    return {
      role,
      share: Math.max(1, Math.round(100 * role.share)) / 100,
      weekend: Array.from({ length: week }, (_, at) => (days.includes(at + 1) ? '0' : '1')).join(''),
      daysOff,
      works: (on: string) => days.includes(weekdayOf(on)) && !off.has(on),
    }
  })
}

/** One task in the units of a workbook: days of work by its role, from its start on. */
export type TaskDays = Readonly<{
  task: ScheduledTask
  calendar: RoleCalendar
  /** Part of the first day that is over when it starts. */
  startsAt: number
  duration: number
  /** Part of the last day that is left when it is finished. */
  leftOver: number
}>

/** The tasks in the units of a workbook. */
export function taskDays(
  tasks: readonly ScheduledTask[],
  calendars: readonly RoleCalendar[],
): readonly TaskDays[] {
  return tasks.flatMap((task) => {
    const calendar = calendars.find(({ role }) => role.name === task.role)
    if (!calendar) return []
    const duration =
      Math.max(1, Math.ceil((task.effort.likely * quarters) / calendar.share - 1e-9)) / quarters
    const startsAt =
      task.quarter === undefined ? guessStart(task, calendar, duration) : task.quarter / quarters
    return {
      task,
      calendar,
      startsAt,
      duration,
      leftOver: lastDayOf(startsAt, duration) + 1 - startsAt - duration,
    }
  })
}

/** How many days of work lie between the first and the last. */
export function lastDayOf(startsAt: number, duration: number): number {
  return Math.floor(startsAt + duration - 1 / quarters)
}

/** A schedule of before quarters were kept: the earliest quarter that leads to its finish. */
function guessStart(task: ScheduledTask, { works }: RoleCalendar, duration: number): number {
  const between = daysBetween(task.start, task.finish).filter(works).length - 1
  const fitting = Array.from({ length: quarters }, (_, at) => at / quarters).find(
    (startsAt) => lastDayOf(startsAt, duration) === between,
  )
  return fitting ?? 0
}

/** Person-days of a task in the week that begins on a Monday. */
export function workInWeek({ task, calendar, startsAt, leftOver }: TaskDays, monday: string): number {
  const sunday = dayAfter(monday, week - 1)
  if (task.start > sunday || task.finish < monday) return 0
  const from = task.start > monday ? task.start : monday
  const to = task.finish < sunday ? task.finish : sunday
  const days = daysBetween(from, to).filter(calendar.works).length
  const first = task.start >= monday ? startsAt : 0
  const last = task.finish <= sunday ? leftOver : 0
  return (days - first - last) * calendar.share
}

/** Person-days that a role has in a week, from the day on which the plan begins. */
export function capacityInWeek({ role, share, works }: RoleCalendar, monday: string, begin: string): number {
  const days = daysBetween(monday > begin ? monday : begin, dayAfter(monday, week - 1)).filter(works).length
  return days * role.people * share
}

function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = []
  for (let on = from; on <= to; on = dayAfter(on, 1)) days.push(on)
  return days
}
