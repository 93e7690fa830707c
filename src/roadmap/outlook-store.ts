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
    kind: plan?.roles.find(({ name }) => name === role)?.kind ?? assumedKind,
  }))
}
