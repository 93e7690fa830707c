import {
  type AlignedService,
  type Contribution,
  type Goal,
  type Level,
  missingOf,
  type Named,
  type Strength,
} from './goal.ts'

/** A figure that people steer by, and who answers for it. */
export type Kpi = Named & Readonly<{ owner: string | undefined }>

/** What alignment is measured from. */
export type AlignmentMatter = Readonly<{
  goals: readonly Goal[]
  services: readonly AlignedService[]
  contributions: readonly Contribution[]
  kpis: readonly Kpi[]
  initiatives: readonly Named[]
}>

/** A share with what it was computed from: reached of weight. */
export type Covered = Readonly<{ share: number; reached: number; weight: number; n: number }>

/** How well services and goals fit each other. Shares are undefined where there is nothing to cover. */
export type Alignment = Readonly<{
  /** The lower of both shares. */
  score: number | undefined
  ofServices: Covered | undefined
  ofGoals: Covered | undefined
  goalsWithoutService: readonly Named[]
  servicesWithoutGoal: readonly AlignedService[]
  kpisWithoutOwner: readonly Kpi[]
  initiativesWithoutGoal: readonly Named[]
  incompleteGoals: readonly (Named & { readonly missing: ReturnType<typeof missingOf> })[]
}>

/** Weights of our own, see docs/decisions/0018-strategy-and-signing.md. */
export const strengthWeights: Readonly<Record<Strength, number>> = { none: 0, low: 1, medium: 2, high: 3 }
export const priorityWeights: Readonly<Record<Level, number>> = { low: 1, medium: 2, high: 3 }
export const criticalityWeights: Readonly<Record<NonNullable<AlignedService['criticality']>, number>> = {
  low: 1,
  medium: 2,
  high: 3,
  critical: 4,
}
const strongest = 3
/** Of a goal without a priority and a service without a criticality. */
const unsaidWeight = 2

/**
 * Coverage of alignment. A service reaches its strongest contribution to any goal, of 3; services weigh by criticality (1 to 4).
 * A goal reaches the strongest contribution of any service, of 3; goals weigh by priority (1 to 3).
 * share = sum(weight * strongest / 3) / sum(weight); score = the lower of the two shares.
 */
export function measureAlignment(matter: AlignmentMatter): Alignment {
  const { goals, services, kpis, initiatives } = matter
  const counted = countedIn(matter)
  const ofServices = counted.filter(({ kind }) => kind === 'service')
  const [byService, byGoal] = [strongestBy(ofServices, 'what'), strongestBy(ofServices, 'goal')]
  const serviceCover = coverOf(
    services,
    ({ criticality }) => criticality && criticalityWeights[criticality],
    byService,
  )
  const goalCover = coverOf(goals, ({ priority }) => priority && priorityWeights[priority], byGoal)
  const undertaken = new Set(counted.filter(({ kind }) => kind === 'initiative').map(({ what }) => what))
  return {
    score: serviceCover && goalCover && Math.min(serviceCover.share, goalCover.share),
    ofServices: serviceCover,
    ofGoals: goalCover,
    goalsWithoutService: goals.filter(({ id }) => !byGoal.has(id)),
    servicesWithoutGoal: services.filter(({ id }) => !byService.has(id)),
    kpisWithoutOwner: kpis.filter(({ owner }) => owner === undefined),
    initiativesWithoutGoal: initiatives.filter(({ id }) => !undertaken.has(id)),
    incompleteGoals: goals.flatMap((goal) => {
      const missing = missingOf(goal)
      return missing.length > 0 ? [{ id: goal.id, number: goal.number, title: goal.title, missing }] : []
    }),
  }
}

/** Contributions that say something, between a goal and a service that both still count. */
function countedIn({ goals, services, contributions }: AlignmentMatter): readonly Contribution[] {
  const known = new Set([...goals, ...services].map(({ id }) => id))
  return contributions.filter(
    ({ goal, kind, what, strength }) =>
      strength !== 'none' && known.has(goal) && (kind !== 'service' || known.has(what)),
  )
}

function strongestBy(
  contributions: readonly Contribution[],
  side: 'goal' | 'what',
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const one of contributions)
    found.set(one[side], Math.max(found.get(one[side]) ?? 0, strengthWeights[one.strength]))
  return found
}

function coverOf<T extends Named>(
  rows: readonly T[],
  weightOf: (row: T) => number | undefined,
  strongestOf: ReadonlyMap<string, number>,
): Covered | undefined {
  if (rows.length === 0) return undefined
  let [weight, reached] = [0, 0]
  for (const row of rows) {
    const own = weightOf(row) ?? unsaidWeight
    weight += own
    reached += (own * (strongestOf.get(row.id) ?? 0)) / strongest
  }
  return { share: reached / weight, reached, weight, n: rows.length }
}
