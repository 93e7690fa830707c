import type { Answered } from '../../data/call.ts'
import type { OrganizationLinks } from '../../links.ts'

export type Roadmap = Answered<'GET /api/organizations/:organization/roadmap'>
export type Schedule = NonNullable<Roadmap['schedule']>
export type Tried = Answered<'POST /api/organizations/:organization/roadmap/what-if'>
export type Task = Schedule['tasks'][number]
export type Difference = NonNullable<Roadmap['difference']>
export type Plan = Roadmap['plan']
export type Remedy = Answered<'GET /api/organizations/:organization/remedies'>['items'][number]

/** The plan as it is written: without what the server says about it. */
export function writable(plan: Plan): Omit<Plan, 'version' | 'isAssumed' | 'writtenBy' | 'writtenAt'> {
  const { startOn, weekdays, holidays, roles, dates, links, tasks } = plan
  return { startOn, weekdays, holidays, roles, dates, links, tasks }
}

/** The plan with a task that is to begin no earlier than a day, or as early as possible. */
export function withWish(plan: Plan, task: string, notBefore: string | undefined) {
  const { notBefore: _, ...known } = plan.tasks.find((one) => one.task === task) ?? {
    task,
    consulted: [],
    informed: [],
  }
  const wish = notBefore === undefined ? known : { ...known, notBefore }
  return { ...writable(plan), tasks: [...plan.tasks.filter((one) => one.task !== task), wish] }
}

const day = 86_400_000

/** Calendar days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day)
}

/** The day that lies a number of days after another. */
export function dayAfter(on: string, days: number): string {
  return new Date(Date.parse(on) + days * day).toISOString().slice(0, 10)
}

/** Where a task comes from: the requirement that it mends, or the page of the tools and their options. */
export function placeOf(task: string, to: OrganizationLinks): string {
  return task.startsWith('TOP-') ? to.technology : to.requirement(task)
}
