import type { KeptScheduleView, PlanView, RemedyView } from '#api/roadmap.ts'
import type { Library } from '#content/library.ts'
import type { KeptPlan } from '#roadmap/plan-store.ts'
import type { Remedy } from '#roadmap/remedy.ts'
import type { OpenRoadmap } from '#roadmap/roadmap-store.ts'

/** The plan as the contract has it. */
export function planView({ plan, kept }: Readonly<{ plan: OpenRoadmap['plan']; kept: KeptPlan }>): PlanView {
  const { startOn, weekdays, holidays, roles, dates, links, tasks } = plan
  return {
    startOn,
    weekdays,
    holidays,
    roles,
    dates,
    links,
    tasks,
    version: kept.version,
    isAssumed: kept.plan === undefined,
    ...(kept.writtenBy === undefined ? {} : { writtenBy: kept.writtenBy }),
    ...(kept.writtenAt === undefined ? {} : { writtenAt: kept.writtenAt }),
  }
}

/** The kept schedule as the contract has it. */
export function scheduleView({ schedule: kept, isStale }: OpenRoadmap): KeptScheduleView | undefined {
  if (!kept) return undefined
  const { schedule, number, plannedBy, plannedAt } = kept
  return { ...schedule, number, plannedBy, plannedAt, isStale }
}

/** A remedy as the contract has it, with its dates where it is planned. */
export function remedyView(open: OpenRoadmap, { catalogue }: Library): (remedy: Remedy) => RemedyView {
  const planned = new Map(open.schedule?.schedule.tasks.map((task) => [task.id, task]))
  const requirements = new Map(catalogue.requirements.map((one) => [one.id, one]))
  const clauses = new Map(catalogue.clauses.map((one) => [one.id, one.work_package]))
  const packages = new Map(catalogue.standard.work_packages.map(({ id, title }) => [id, title]))
  return ({ requirement, title, activity, role, effort, gap, decision }) => {
    const { state, reason, version, decidedBy, decidedAt } = decision
    const task = state === 'accepted' ? planned.get(requirement) : undefined
    return {
      requirement,
      title,
      clause: gap.clause,
      severity: gap.severity,
      criticality: gap.criticality,
      activity,
      role,
      effort,
      proposed: { role: gap.role, effort: gap.effort },
      workPackage: packages.get(clauses.get(gap.clause) ?? '') ?? '',
      dependsOn: requirements.get(requirement)?.depends_on ?? [],
      state,
      reason,
      version,
      ...(decidedBy === undefined ? {} : { decidedBy }),
      ...(decidedAt === undefined ? {} : { decidedAt }),
      ...(task ? { start: task.start, finish: task.finish } : {}),
    }
  }
}
