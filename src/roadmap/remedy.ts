import { z } from 'zod'
import type { Gap } from '#assessment/gap.ts'
import { byClauseOrder, EffortDays, type Requirement } from '#content/requirement.ts'

/** What was decided about a remedy; proposed means that nobody has decided yet. */
export const RemedyState = z.enum(['proposed', 'accepted', 'deferred', 'declined'])
export type RemedyState = z.infer<typeof RemedyState>

/** A decision about the remedy of one requirement. role and effort replace those of the catalogue, in person-days. */
export const RemedyDecision = z
  .object({
    state: RemedyState,
    reason: z.string().max(2000).default(''),
    role: z.string().min(1).max(100).optional(),
    effort: EffortDays.optional(),
  })
  .refine(({ state, reason }) => !needsReason(state) || reason.trim() !== '', {
    message: 'is needed where a remedy is deferred or declined',
    path: ['reason'],
  })
export type RemedyDecision = Readonly<z.infer<typeof RemedyDecision>>

/** A decision as it is kept; version 0 while nobody has decided. */
export type KeptRemedy = RemedyDecision &
  Readonly<{ version: number; decidedBy: string | undefined; decidedAt: string | undefined }>

/** What is proposed against one gap, and what was decided about it. */
export type Remedy = Readonly<{
  requirement: string
  title: string
  activity: string
  role: string
  effort: EffortDays
  gap: Gap
  decision: KeptRemedy
}>

/** Putting off and turning down are explained. */
export function needsReason(state: RemedyState): boolean {
  return state === 'deferred' || state === 'declined'
}

/** The decision about a remedy that nobody has decided about. */
export const undecided: KeptRemedy = {
  state: 'proposed',
  reason: '',
  version: 0,
  decidedBy: undefined,
  decidedAt: undefined,
}

/**
 * The remedies of an assessment: one for each gap, with activity and role from the catalogue and the effort for what is
 * open, scaled to the size of the organization (gap.effort). Ranked as the gaps are.
 */
export function proposeRemedies(
  gaps: readonly Gap[],
  decisions: ReadonlyMap<string, KeptRemedy>,
): readonly Remedy[] {
  return gaps.map((gap) => {
    const decision = decisions.get(gap.requirement) ?? undecided
    return {
      requirement: gap.requirement,
      title: gap.title,
      activity: gap.remedy,
      role: decision.role ?? gap.role,
      effort: decision.effort ?? gap.effort,
      gap,
      decision,
    }
  })
}

/** One piece of work that was accepted. waitsFor holds the tasks that have to be finished before it (depends_on). */
export type Task = Readonly<{
  id: string
  title: string
  activity: string
  role: string
  effort: EffortDays
  workPackage: string
  criticality: Requirement['criticality']
  waitsFor: readonly string[]
}>

/**
 * The tasks of the accepted remedies. What a task waits for (depends_on) is passed on through requirements that have no
 * task of their own, so that the order of the catalogue holds among those that have.
 */
export function tasksOf(
  remedies: readonly Remedy[],
  requirements: readonly Requirement[],
  packageOf: (requirement: string) => string,
): readonly Task[] {
  const known = new Map(requirements.map((one) => [one.id, one]))
  const accepted = new Set(
    remedies.filter(({ decision }) => decision.state === 'accepted').map((one) => one.requirement),
  )
  const waitsFor = (id: string, seen: Set<string>): readonly string[] =>
    (known.get(id)?.depends_on ?? []).flatMap((other) => {
      if (seen.has(other)) return []
      seen.add(other)
      return accepted.has(other) ? [other] : waitsFor(other, seen)
    })
  return remedies
    .filter(({ requirement }) => accepted.has(requirement))
    .map(({ requirement, title, activity, role, effort, gap }) => ({
      id: requirement,
      title,
      activity,
      role,
      effort,
      workPackage: packageOf(requirement),
      criticality: gap.criticality,
      waitsFor: [...new Set(waitsFor(requirement, new Set()))],
    }))
    .toSorted(byClauseOrder)
}
