import { z } from 'zod'
import { Day } from '#assessment/statement.ts'
import { RequirementId } from '#content/requirement.ts'

/** A task: the requirement that its remedy mends, or the number of a technology option. */
const TaskId = z.union([RequirementId, z.string().regex(/^TOP-[1-9]\d*$/)], {
  error: 'is neither a clause number and a letter, such as 8.6.1-a, nor a technology option, such as TOP-3',
})

/** A day of the week, 1 for Monday to 7 for Sunday. */
const Weekday = z.number().int().min(1).max(7)
const Weekdays = z.array(Weekday).min(1).max(7)

/** A time during which nobody of a role works. */
export const Absence = z.object({ from: Day, to: Day })

/** Who does the work: how many people, which share of their time (0 to 1) is for the roadmap, and when they are away. */
export const PlanRole = z.object({
  name: z.string().min(1).max(100),
  people: z.number().int().min(0).max(500),
  share: z.number().min(0).max(1),
  kind: z.enum(['internal', 'external']).default('internal'),
  weekdays: Weekdays.optional(),
  absences: z.array(Absence).max(200).default([]),
})
export type PlanRole = Readonly<z.infer<typeof PlanRole>>

/** A day that was agreed with others. needs: what has to be finished before it. */
export const FixedDate = z.object({
  kind: z.enum(['stage 1', 'stage 2', 'certification', 'other']),
  title: z.string().min(1).max(200),
  on: Day,
  needs: z.enum(['high criticality', 'everything']),
})
export type FixedDate = Readonly<z.infer<typeof FixedDate>>

/** A dependency that the organization adds to those of the catalogue; lag in working days. */
export const PlanLink = z.object({
  from: TaskId,
  to: TaskId,
  kind: z.enum(['finish-start', 'start-start']),
  lag: z.number().int().min(0).max(500).default(0),
})
export type PlanLink = Readonly<z.infer<typeof PlanLink>>

/** What the organization says about one task. Consulted and informed are told apart as RACI has it. */
export const TaskWish = z.object({
  task: TaskId,
  notBefore: Day.optional(),
  accountable: z.string().max(100).optional(),
  consulted: z.array(z.string().min(1).max(100)).max(20).default([]),
  informed: z.array(z.string().min(1).max(100)).max(20).default([]),
})
export type TaskWish = Readonly<z.infer<typeof TaskWish>>

/** What a roadmap is planned with beside the accepted remedies: calendar, roles, agreed dates, dependencies, wishes. */
export const Plan = z.object({
  startOn: Day,
  weekdays: Weekdays,
  holidays: z.array(Day).max(500),
  roles: z.array(PlanRole).max(200),
  dates: z.array(FixedDate).max(50),
  links: z.array(PlanLink).max(2000),
  tasks: z.array(TaskWish).max(400),
})
export type Plan = Readonly<z.infer<typeof Plan>>

/** Share of a person's time that is assumed for the roadmap while nobody has said anything else. */
const assumedShare = 0.4

/** Who does work of which nothing else was said: the organization's own people. */
export const assumedKind = 'internal'

/** The plan before anybody wrote one: Monday to Friday, one person per role with part of the time, no agreed dates. */
export function assumedPlan(roles: readonly string[], today: string): Plan {
  return {
    startOn: today,
    weekdays: [1, 2, 3, 4, 5],
    holidays: [],
    roles: [...new Set(roles)].toSorted().map((name) => ({
      name,
      people: 1,
      share: assumedShare,
      kind: assumedKind,
      absences: [],
    })),
    dates: [],
    links: [],
    tasks: [],
  }
}
