import { createHash } from 'node:crypto'
import { canonical } from '#access/trail.ts'
import { Refusal } from '#base/refusal.ts'
import { type Composed, compose, slotsOfDay } from './compose.ts'
import { findWindows, type Windows } from './engine/critical-path.ts'
import type { Instance, Schedule } from './engine/instance.ts'
import { loadOf } from './load.ts'
import type { Plan } from './plan.ts'
import type { Task } from './remedy.ts'
import type { RoadmapSchedule, ScheduledTask } from './roadmap-schedule.ts'
import { type Chances, simulate } from './simulate.ts'
import { type Solution, solve, usualBudget } from './solve.ts'

/** What a roadmap is made from; today is the day it is made on. */
export type RoadmapMatter = Readonly<{ tasks: readonly Task[]; plan: Plan; today: string }>

/** How much is tried: schedules built, and courses simulated. */
export type Effort = Readonly<{ budget: { schedules: number; seed: number }; chances: Chances }>

/** What a kept roadmap is computed with. */
export const usualEffort: Effort = { budget: usualBudget, chances: { runs: 1000, seed: 20000 } }

/**
 * Gives every task its dates: shortest finish found within the budget, with the bound that was proved, floats, load and
 * risk. Refuses what cannot be planned and names the records.
 */
export function planRoadmap(matter: RoadmapMatter, effort: Effort = usualEffort): RoadmapSchedule {
  const { tasks, plan, today } = matter
  if (tasks.length === 0)
    throw new Refusal(
      'conflict',
      'There is nothing to plan yet. Accept a remedy of a requirement, or choose a technology option, first.',
    )
  const composed = compose(tasks, plan, today)
  const solution = solve(composed.instance, composed.days.length * slotsOfDay, effort.budget)
  if (!solution)
    throw new Refusal(
      'invalid',
      'The work does not fit into twenty years. Give the roles more time, or decline remedies.',
    )
  const { schedule } = solution
  const scheduled = describeTasks(composed, schedule)
  const dayOf = (slot: number) => composed.days[Math.max(0, Math.ceil(slot / slotsOfDay) - 1)] ?? ''
  return {
    start: composed.days[0] ?? today,
    finish: dayOf(schedule.makespan),
    ...proofOf(solution, dayOf),
    seed: effort.budget.seed,
    criticalDays: inDays(findWindows(composed.instance).length),
    workingDays: inDays(schedule.makespan),
    personDays: Math.round(10 * tasks.reduce((sum, task) => sum + task.effort.likely, 0)) / 10,
    tasks: scheduled,
    load: [...loadOf(composed, schedule)],
    risk: simulate(composed, schedule, plan.dates, effort.chances),
    inputsHash: hashOfInputs(matter),
  }
}

/** Names what a roadmap was computed from: equal inputs have equal hashes. A start in the past counts as today. */
export function hashOfInputs({ tasks, plan, today }: RoadmapMatter): string {
  const startOn = plan.startOn > today ? plan.startOn : today
  return createHash('sha256')
    .update(canonical([tasks, { ...plan, startOn }]))
    .digest('hex')
}

function proofOf({ bound, isProved, schedules }: Solution, dayOf: (slot: number) => string) {
  return { bound: dayOf(bound), isProved, schedules }
}

function describeTasks(composed: Composed, schedule: Schedule): ScheduledTask[] {
  const { instance, tasks, days } = composed
  const loose = findWindows(instance)
  const windows = findWindows(instance, schedule.makespan)
  const holds = tasks.map((_, task) => heldBy(instance, schedule, task))
  const driving = drivingTasks(schedule, holds)
  return tasks.map(({ id, title, activity, role, workPackage, effort }, task): ScheduledTask => {
    const [start, finish] = [schedule.starts[task] ?? 0, schedule.finishes[task] ?? 0]
    const hold = holds[task]
    return {
      id,
      title,
      activity,
      role,
      workPackage,
      effort,
      start: days[Math.floor(start / slotsOfDay)] ?? '',
      quarter: start % slotsOfDay,
      finish: days[Math.max(0, Math.ceil(finish / slotsOfDay) - 1)] ?? '',
      waitsFor: instance.links
        .filter((link) => link.to === task)
        .map(({ from, kind, lag }) => ({ task: tasks[from]?.id ?? '', kind, lag: lag / slotsOfDay })),
      ...floatsOf(instance, windows, schedule, task),
      isCritical: (loose.latestStart[task] ?? 0) <= (loose.earliestStart[task] ?? 0),
      isDriving: driving.has(task),
      held: {
        by: hold?.by ?? 'nothing',
        ...(hold?.task === undefined ? {} : { task: tasks[hold.task]?.id ?? '' }),
      },
    }
  })
}

function floatsOf(
  instance: Instance,
  windows: Windows,
  { starts, finishes, makespan }: Schedule,
  task: number,
) {
  const slacks = instance.links
    .filter(({ from }) => from === task)
    .map(({ to, kind, lag }) => {
      const since = (kind === 'finish-start' ? finishes[task] : starts[task]) ?? 0
      return (starts[to] ?? 0) - since - lag
    })
  const free = Math.min(makespan - (finishes[task] ?? 0), ...slacks)
  return {
    totalFloat: inDays((windows.latestStart[task] ?? 0) - (starts[task] ?? 0)),
    freeFloat: inDays(free),
  }
}

type Hold = Readonly<{ by: 'nothing' | 'task' | 'role' | 'date'; task?: number }>

/** What a task waited for last: of several, a dependency before its role. */
function heldBy({ links, releases, demands }: Instance, { starts, finishes }: Schedule, task: number): Hold {
  const start = starts[task] ?? 0
  const tie = links.find(
    ({ from, to, kind, lag }) =>
      to === task && ((kind === 'finish-start' ? finishes[from] : starts[from]) ?? 0) + lag === start,
  )
  if (tie) return { by: 'task', task: tie.from }
  if (start > 0 && (releases[task] ?? 0) === start) return { by: 'date' }
  const own = demands[task]?.[0]?.resource
  const busy = finishes.findIndex(
    (finish, other) => other !== task && finish === start && demands[other]?.[0]?.resource === own,
  )
  if (busy >= 0) return { by: 'role', task: busy }
  return start > (releases[task] ?? 0) ? lastBefore({ starts, finishes }, demands, task) : { by: 'nothing' }
}

/** After an absence nothing ends exactly where a task begins: the last of the same role or among its links held it. */
function lastBefore(
  { starts, finishes }: Pick<Schedule, 'starts' | 'finishes'>,
  demands: Instance['demands'],
  task: number,
): Hold {
  const own = demands[task]?.[0]?.resource
  let last: number | undefined
  for (const [other, finish] of finishes.entries()) {
    if (other === task || demands[other]?.[0]?.resource !== own) continue
    if (finish <= (starts[task] ?? 0) && finish > (finishes[last ?? -1] ?? -1)) last = other
  }
  return last === undefined ? { by: 'nothing' } : { by: 'role', task: last }
}

/** The chain from the task that ends last back to the beginning. */
function drivingTasks(
  { finishes, makespan }: Schedule,
  holds: readonly (Hold | undefined)[],
): ReadonlySet<number> {
  const chain = new Set<number>()
  let at: number | undefined = finishes.indexOf(makespan)
  while (at !== undefined && at >= 0 && !chain.has(at)) {
    chain.add(at)
    at = holds[at]?.task
  }
  return chain
}

function inDays(slots: number): number {
  return slots / slotsOfDay
}
