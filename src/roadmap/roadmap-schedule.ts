import { z } from 'zod'
import { Day } from '#assessment/statement.ts'

/** Why a task does not start earlier: nothing holds it, a dependency, its role is busy with another task, or its own date. */
const Held = z.object({ by: z.enum(['nothing', 'task', 'role', 'date']), task: z.string().optional() })

/** When one task is done. Floats are working days: total before the plan ends later, free before another task starts later. */
export const ScheduledTask = z.object({
  id: z.string(),
  title: z.string(),
  activity: z.string(),
  role: z.string(),
  workPackage: z.string(),
  effort: z.object({ low: z.number(), likely: z.number(), high: z.number() }),
  start: Day,
  /** Quarters of the first day that are over when it starts; absent in schedules of before this was kept. */
  quarter: z.number().int().min(0).max(3).optional(),
  /** The last day that is worked on it. */
  finish: Day,
  waitsFor: z.array(
    z.object({ task: z.string(), kind: z.enum(['finish-start', 'start-start']), lag: z.number() }),
  ),
  totalFloat: z.number(),
  freeFloat: z.number(),
  /** On the longest chain of dependencies, were everybody there all the time. */
  isCritical: z.boolean(),
  /** On the chain of dependencies and busy roles that sets the finish of the plan. */
  isDriving: z.boolean(),
  held: Held,
})
export type ScheduledTask = Readonly<z.infer<typeof ScheduledTask>>

/** What one role has to do in one week, would have to do as early as possible, and can do, in person-days. */
export const RoleWeek = z.object({
  role: z.string(),
  week: Day,
  needed: z.number(),
  wanted: z.number(),
  capacity: z.number(),
})
export type RoleWeek = Readonly<z.infer<typeof RoleWeek>>

/** What the simulation says; probability of a date is the share of courses in which what it needs is finished before it. */
export const Risk = z.object({
  runs: z.number().int(),
  seed: z.number().int(),
  p50: Day,
  p80: Day,
  finishes: z.array(z.object({ week: Day, count: z.number().int() })),
  dates: z.array(
    z.object({
      kind: z.string(),
      title: z.string(),
      on: Day,
      planned: Day.optional(),
      probability: z.number(),
    }),
  ),
})
export type Risk = Readonly<z.infer<typeof Risk>>

/** A whole roadmap with dates. bound is the day before which no plan with these roles can be finished, as far as proved. */
export const RoadmapSchedule = z.object({
  start: Day,
  finish: Day,
  bound: Day,
  isProved: z.boolean(),
  schedules: z.number().int(),
  seed: z.number().int(),
  /** Working days of the longest chain of dependencies, were everybody there all the time. */
  criticalDays: z.number(),
  workingDays: z.number(),
  personDays: z.number(),
  tasks: z.array(ScheduledTask),
  load: z.array(RoleWeek),
  risk: Risk,
  inputsHash: z.string(),
})
export type RoadmapSchedule = Readonly<z.infer<typeof RoadmapSchedule>>
