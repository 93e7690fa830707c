import type { Tx } from '#db/records.ts'
import type { PlannedEffort, RoadmapOutlook } from './outlook.ts'
import { assumedKind, type Plan } from './plan.ts'
import { readPlan } from './plan-store.ts'
import type { RoadmapSchedule } from './roadmap-schedule.ts'
import { readSchedule } from './schedule-store.ts'

/** The outlook of an organization's roadmap as it was planned last; undefined while there is none. */
export async function readOutlook(
  tx: Tx,
  _scope: Readonly<{ organization: string }>,
): Promise<RoadmapOutlook | undefined> {
  const kept = await readSchedule(tx)
  if (!kept) return undefined
  const { plan } = await readPlan(tx, kept.planVersion)
  return outlookOf(kept.schedule, plan)
}

/** Person-days of own people and of bought ones in all tasks: what they take at least, likely and at most, and when. */
export type PlannedDays = Readonly<{ internal: Days; external: Days; from: string; to: string }>
type Days = Readonly<{ low: number; base: number; high: number }>

/** The work of the roadmap as it was planned last; undefined while there is none. */
export async function readPlannedDays(tx: Tx): Promise<PlannedDays | undefined> {
  const kept = await readSchedule(tx)
  if (!kept) return undefined
  const { plan } = await readPlan(tx, kept.planVersion)
  const { start, finish } = kept.schedule
  return {
    internal: daysOf(kept.schedule, plan, 'internal'),
    external: daysOf(kept.schedule, plan, 'external'),
    from: start,
    to: finish,
  }
}

function daysOf({ tasks }: RoadmapSchedule, plan: Plan | undefined, kind: PlannedEffort['kind']): Days {
  const theirs = tasks.filter(({ role }) => kindOf(plan, role) === kind)
  const sum = (part: 'low' | 'likely' | 'high') =>
    Math.round(100 * theirs.reduce((all, { effort }) => all + effort[part], 0)) / 100
  return { low: sum('low'), base: sum('likely'), high: sum('high') }
}

function kindOf(plan: Plan | undefined, role: string): PlannedEffort['kind'] {
  return plan?.roles.find(({ name }) => name === role)?.kind ?? assumedKind
}

/** What others need to know of a schedule. */
export function outlookOf(schedule: RoadmapSchedule, plan: Plan | undefined): RoadmapOutlook {
  const { start, finish, risk, inputsHash } = schedule
  const date =
    risk.dates.find(({ kind }) => kind === 'certification') ??
    risk.dates.find(({ kind }) => kind === 'stage 2')
  return {
    plannedStart: start,
    plannedFinish: finish,
    p50: risk.p50,
    p80: risk.p80,
    ...(date ? { certificationDate: date.on, probability: date.probability } : {}),
    effort: effortOf(schedule, plan),
    inputsHash,
  }
}

function effortOf({ tasks }: RoadmapSchedule, plan: Plan | undefined): PlannedEffort[] {
  return [...Map.groupBy(tasks, ({ role }) => role)].map(([role, theirs]) => ({
    role,
    personDays: Math.round(100 * theirs.reduce((sum, { effort }) => sum + effort.likely, 0)) / 100,
    from: theirs.map(({ start }) => start).toSorted()[0] ?? '',
    to:
      theirs
        .map(({ finish }) => finish)
        .toSorted()
        .at(-1) ?? '',
    kind: kindOf(plan, role),
  }))
}
