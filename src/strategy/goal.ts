import type { Perspective } from '#content/strategy.ts'

/** A record by what people need to find it. */
export type Named = Readonly<{ id: string; number: string; title: string }>

/** A strategic goal, as far as alignment and scorecard look at it. */
export type Goal = Named &
  Readonly<{
    theme: string | undefined
    perspective: Perspective | undefined
    priority: Level | undefined
    owner: string | undefined
    horizon: string | undefined
    metric: string | undefined
    unit: string | undefined
    baseline: number | undefined
    target: number | undefined
    current: number | undefined
    dueOn: string | undefined
  }>

/** How much: of a priority, of a contribution. */
export type Level = 'low' | 'medium' | 'high'

/** How strongly something contributes to a goal. */
export type Strength = 'none' | Level

/** What contributes to a goal. */
export type ContributionKind = 'service' | 'requirement' | 'KPI' | 'objective' | 'initiative'

/** One cell of the matrix. what: the id of the record, of the requirement, or of the measure. */
export type Contribution = Readonly<{
  id: string
  goal: string
  kind: ContributionKind
  what: string
  strength: Strength
  rationale: string
  owner: string | undefined
}>

/** What is undertaken for goals. */
export type Initiative = Named &
  Readonly<{ state: string; owner: string | undefined; endsOn: string | undefined }>

/** A service management objective: the goals that it serves, and how its success is measured. */
export type Objective = Named &
  Readonly<{ goals: readonly string[]; measure: string | undefined }> &
  Pick<Goal, 'unit' | 'baseline' | 'target' | 'current' | 'owner' | 'dueOn'>

/** A service that goals may need. */
export type AlignedService = Named &
  Readonly<{ criticality: 'low' | 'medium' | 'high' | 'critical' | undefined }>

/** What of a goal is missing before anybody can be held to it. */
export function missingOf({ owner, horizon, metric }: Goal): readonly ('owner' | 'horizon' | 'metric')[] {
  return [
    ...(owner === undefined ? (['owner'] as const) : []),
    ...(horizon === undefined ? (['horizon'] as const) : []),
    ...(metric === undefined ? (['metric'] as const) : []),
  ]
}

/** How far a goal is from its baseline to its target, 0 to 1 and beyond; undefined where a value is missing or both are the same. */
export function progressOf({
  baseline,
  target,
  current,
}: Pick<Goal, 'baseline' | 'target' | 'current'>): number | undefined {
  if (baseline === undefined || target === undefined || current === undefined) return undefined
  return target === baseline ? undefined : (current - baseline) / (target - baseline)
}
