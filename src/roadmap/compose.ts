import { Refusal } from '#base/refusal.ts'
import { findCircle, type Instance, type Link } from './engine/instance.ts'
import type { Plan, PlanRole } from './plan.ts'
import type { Task } from './remedy.ts'
import { weekdayOf, workingDaysFrom } from './working-days.ts'

/** Slots of one working day: work is planned in quarters of a day. */
export const slotsOfDay = 4

/** A roadmap as a scheduling problem. days are the working days of the organization; slot n lies on day n / slotsOfDay. */
export type Composed = Readonly<{
  instance: Instance
  tasks: readonly Task[]
  roles: readonly PlanRole[]
  days: readonly string[]
}>

/** Working days that are looked ahead at most: twenty years. */
const farthest = 20 * 261
const whole = 100

/** Puts tasks, roles and calendar together; refuses what cannot be planned, and names the records. */
export function compose(tasks: readonly Task[], plan: Plan, today: string): Composed {
  refusePast(plan, today)
  const roles = rolesOf(tasks, plan)
  const places = new Map(tasks.map(({ id }, at) => [id, at]))
  const links = linksOf(tasks, plan, places)
  refuseCircles(tasks, links)
  const placeOfRole = new Map(roles.map(({ name }, at) => [name, at]))
  const shares = roles.map(({ share }) => Math.max(1, Math.round(whole * share)))
  const durations = tasks.map(({ role, effort }) => {
    const share = shares[placeOfRole.get(role) ?? 0] ?? whole
    return Math.max(1, Math.ceil((effort.likely * slotsOfDay * whole) / share - 1e-9))
  })
  const start = plan.startOn > today ? plan.startOn : today
  const days = workingDaysFrom(start, plan, daysNeeded(durations, links, plan, start))
  refuseTooLong(tasks, roles, days)
  const wishes = new Map(plan.tasks.map((wish) => [wish.task, wish.notBefore]))
  return {
    tasks,
    roles,
    days,
    instance: {
      durations,
      releases: tasks.map(({ id }) => slotsOfDay * placeOfDay(days, wishes.get(id) ?? start)),
      demands: tasks.map(({ role }) => {
        const resource = placeOfRole.get(role) ?? 0
        return [{ resource, amount: shares[resource] ?? whole }]
      }),
      links,
      capacities: roles.map((role, at) => capacityOf(role, role.people * (shares[at] ?? 0), days)),
    },
  }
}

/** Refuses a plan that could be kept and never carried out: dependencies in a circle, a task without a role that has time for it. */
export function demandDoable(tasks: readonly Task[], plan: Plan): void {
  rolesOf(tasks, plan)
  refuseCircles(tasks, linksOf(tasks, plan, new Map(tasks.map(({ id }, at) => [id, at]))))
}

/** Where a day, or the first working day after it, stands among the working days. */
export function placeOfDay(days: readonly string[], on: string): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? '') < on) low = middle + 1
    else high = middle
  }
  return low
}

function refusePast(plan: Plan, today: string): void {
  const past = plan.dates.filter(({ on }) => on < today)
  if (past.length > 0)
    throw new Refusal(
      'invalid',
      `${listed(past.map(({ title, on }) => `${title} (${on})`))} ${past.length === 1 ? 'lies' : 'lie'} in the past. Move the date, or take it out of the plan.`,
    )
  const early = plan.dates.filter(({ on }) => on <= plan.startOn)
  if (early.length > 0)
    throw new Refusal(
      'invalid',
      `${listed(early.map(({ title, on }) => `${title} (${on})`))} ${early.length === 1 ? 'lies' : 'lie'} before the work begins (${plan.startOn}). Begin earlier, or move the date.`,
    )
}

/** The roles that have work to do; a task whose role is not there, or has no time, is named. */
function rolesOf(tasks: readonly Task[], plan: Plan): readonly PlanRole[] {
  const byRole = Map.groupBy(tasks, ({ role }) => role)
  const known = new Map(plan.roles.map((role) => [role.name, role]))
  const missing = [...byRole].filter(([name]) => !known.has(name))
  if (missing.length > 0)
    throw new Refusal(
      'invalid',
      `Nobody can do ${listed(missing.map(([name, theirs]) => `${named(theirs)} (role ${name})`))}. Add the role to the plan, or give the task to another role.`,
    )
  const roles = plan.roles.filter(({ name }) => byRole.has(name))
  const idle = roles.filter(({ people, share }) => people === 0 || share === 0)
  if (idle.length > 0)
    throw new Refusal(
      'invalid',
      `${listed(idle.map(({ name }) => `${name} has no capacity for ${named(byRole.get(name) ?? [])}`))}. Give the role people and a share of their time.`,
    )
  const absent = roles.filter(
    ({ weekdays }) => weekdays && !weekdays.some((day) => plan.weekdays.includes(day)),
  )
  if (absent.length > 0)
    throw new Refusal(
      'invalid',
      `${listed(absent.map(({ name }) => name))} never works on a working day of the plan. Change the days of the week.`,
    )
  return roles
}

function linksOf(tasks: readonly Task[], plan: Plan, places: ReadonlyMap<string, number>): readonly Link[] {
  const links = new Map<string, Link>()
  const add = (from: string, to: string, kind: Link['kind'], lag: number) => {
    const [before, after] = [places.get(from), places.get(to)]
    if (before === undefined || after === undefined) return
    const key = `${from} ${to} ${kind}`
    const known = links.get(key)
    links.set(key, { from: before, to: after, kind, lag: Math.max(lag * slotsOfDay, known?.lag ?? 0) })
  }
  for (const { id, waitsFor } of tasks) for (const other of waitsFor) add(other, id, 'finish-start', 0)
  for (const { from, to, kind, lag } of plan.links) add(from, to, kind, lag)
  return [...links.values()]
}

function refuseCircles(tasks: readonly Task[], links: readonly Link[]): void {
  const circle = findCircle(tasks.length, links)
  if (!circle) return
  const names = [...circle, circle[0] ?? 0].map((task) => tasks[task]?.id ?? '')
  throw new Refusal(
    'invalid',
    `The dependencies go round in a circle: ${names.join(' → ')}. Take one of them out.`,
  )
}

function daysNeeded(durations: readonly number[], links: readonly Link[], plan: Plan, start: string): number {
  const work = durations.reduce((sum, duration) => sum + duration, 0)
  const lags = links.reduce((sum, { lag }) => sum + lag, 0)
  const absent = plan.roles.flatMap(({ absences }) => absences).reduce((sum, one) => sum + lengthOf(one), 0)
  const leastDays = Math.min(...plan.roles.map(({ weekdays }) => weekdays?.length ?? plan.weekdays.length))
  const latest = plan.tasks.reduce(
    (last, { notBefore }) => (notBefore && notBefore > last ? notBefore : last),
    start,
  )
  const waiting = lengthOf({ from: start, to: latest })
  const needed = ((work + lags) / slotsOfDay) * (plan.weekdays.length / Math.max(1, leastDays))
  return Math.min(farthest, Math.ceil(needed) + absent + waiting + 20)
}

function lengthOf({ from, to }: Readonly<{ from: string; to: string }>): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1)
}

function refuseTooLong(tasks: readonly Task[], roles: readonly PlanRole[], days: readonly string[]): void {
  for (const role of roles) {
    const theirs = tasks.filter((task) => task.role === role.name)
    const effort = theirs.reduce((sum, task) => sum + task.effort.likely, 0)
    const perDay = (role.people * role.share * (role.weekdays?.length ?? 5)) / 5
    if (effort / perDay > Math.min(farthest, days.length))
      throw new Refusal(
        'invalid',
        `${role.name} has ${effort.toFixed(1)} person-days to do in ${named(theirs)}, which takes more than twenty years with the time given. Give the role more time, or the tasks to others.`,
      )
  }
}

/** The capacity slot by slot; the last value holds for ever after. */
function capacityOf(
  { weekdays, absences }: PlanRole,
  usual: number,
  days: readonly string[],
): readonly number[] {
  const worked = weekdays && new Set(weekdays)
  const byDay = days.map((on) => {
    if (worked && !worked.has(weekdayOf(on))) return 0
    return absences.some(({ from, to }) => from <= on && on <= to) ? 0 : usual
  })
  return [...byDay.flatMap((amount) => new Array<number>(slotsOfDay).fill(amount)), usual]
}

function named(tasks: readonly Task[]): string {
  const shown = tasks.slice(0, 5).map(({ id }) => id)
  const more = tasks.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more} more` : listed(shown)
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
