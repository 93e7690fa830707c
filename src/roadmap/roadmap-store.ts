import { openState, type Wanted } from '#assessment/state-store.ts'
import type { Library } from '#content/library.ts'
import type { Tx } from '#db/records.ts'
import { differenceOf, type ScheduleDifference } from './difference.ts'
import { readOptionTasks } from './option-tasks-store.ts'
import { assumedPlan, type Plan } from './plan.ts'
import { hashOfInputs, type RoadmapMatter } from './plan-roadmap.ts'
import { type KeptPlan, readPlan } from './plan-store.ts'
import { proposeRemedies, type Remedy, type Task, tasksOf } from './remedy.ts'
import { readDecisions } from './remedy-store.ts'
import { type KeptSchedule, readSchedule } from './schedule-store.ts'
import { packages } from './work-packages.ts'

/** Whose roadmap is asked for, and the instant it is asked at. */
export type RoadmapQuestion = Omit<Wanted, 'baseline'> & Readonly<{ library: Library }>

/** Everything a roadmap stands on: remedies of the gaps, the tasks among them and those of chosen technology options, the plan, and the schedule that was kept last. */
export type OpenRoadmap = Readonly<{
  today: string
  remedies: readonly Remedy[]
  tasks: readonly Task[]
  plan: Plan
  kept: KeptPlan
  schedule: KeptSchedule | undefined
  /** True where decisions, roles or dates have changed since the schedule was computed. */
  isStale: boolean
}>

/** Reads the roadmap of an organization. Only to be asked where nothing was written in the same transaction. */
export async function openRoadmap(tx: Tx, { library, ...wanted }: RoadmapQuestion): Promise<OpenRoadmap> {
  const state = await openState(tx, library, wanted)
  const { organization, now } = wanted
  const remedies = proposeRemedies(state.assessment.gaps, await readDecisions(tx))
  const tasks = [
    ...tasksOf(remedies, library.catalogue.requirements, packages(library.catalogue)),
    ...(await readOptionTasks(tx, organization)),
  ]
  const kept = await readPlan(tx)
  const today = now.toISOString().slice(0, 10)
  const plan =
    kept.plan ??
    assumedPlan(
      tasks.map(({ role }) => role),
      today,
    )
  const schedule = await readSchedule(tx)
  const isStale =
    schedule !== undefined && schedule.schedule.inputsHash !== hashOfInputs({ tasks, plan, today })
  return { today, remedies, tasks, plan, kept, schedule, isStale }
}

/** What an open roadmap is planned from. */
export function matterOf({ tasks, plan, today }: OpenRoadmap): RoadmapMatter {
  return { tasks, plan, today }
}

/** How the kept schedule differs from the one before it, or from the one with a number. */
export async function compareSchedules(
  tx: Tx,
  after: KeptSchedule,
  number: number,
): Promise<ScheduleDifference | undefined> {
  const before = await readSchedule(tx, number)
  if (!before) return undefined
  const plans = [await readPlan(tx, before.planVersion), await readPlan(tx, after.planVersion)]
  return differenceOf(
    { schedule: before.schedule, plan: plans[0]?.plan },
    { schedule: after.schedule, plan: plans[1]?.plan },
  )
}
