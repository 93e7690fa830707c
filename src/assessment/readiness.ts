import type { Criticality } from '#content/requirement.ts'
import { clauseScores } from './clause-view.ts'
import { type Rating, scoreOf } from './rating.ts'
import { weightOf } from './weights.ts'

/** What the index needs to know about one requirement. */
export type RatedItem = {
  readonly id: string
  readonly clause: string
  readonly criticality: Criticality
  readonly rating: Rating
}

/** Facts from outside the ratings; evidenceShare is from 0 to 1. */
export type ReadinessFacts = {
  readonly evidenceShare: number
  readonly internalAuditDone: boolean
  readonly managementReviewDone: boolean
}

/** The words beside the index, from the lowest cap to none. */
export type ReadinessLabel =
  | 'blocked'
  | 'not ready'
  | 'preparing'
  | 'nearly ready'
  | 'ready with conditions'
  | 'ready'

type Cap = { readonly cap: number; readonly label: ReadinessLabel; readonly condition: string }

/**
 * The index of a scope with everything it must never be shown without.
 * index, cap, rawLow and rawHigh are out of 100; shares are from 0 to 1; blocking holds the open majors.
 * lowestClause: by the rule of the model, in which what nobody assessed counts nothing. lowestAssessedClause: the same among the
 * clauses that were begun, which is what is shown; openClauses: how many were not.
 */
export type Readiness = {
  readonly basis: 'ratings' | 'proposals'
  readonly index: number
  readonly label: ReadinessLabel
  readonly cap: number
  readonly caps: readonly string[]
  readonly rawLow: number
  readonly rawHigh: number
  readonly lowestClause: { readonly clause: string; readonly score: number } | undefined
  readonly lowestAssessedClause: Readiness['lowestClause']
  readonly openClauses: number
  readonly blocking: readonly string[]
  readonly systemicClauses: readonly string[]
  readonly applicable: number
  readonly assessed: number
  readonly assessedShare: number
  readonly evidenceShare: number
}

/** This many minors or partial ratings make a clause systemic. */
const systemicCount = 3

/** Index with caps (assessment model 4.2); the basis says whether persons rated or the ratings are only proposed. */
export function measureReadiness(
  items: readonly RatedItem[],
  facts: ReadinessFacts,
  basis: Readiness['basis'] = 'ratings',
): Readiness {
  const applicable = items.filter((item) => item.rating !== 'not_applicable')
  const assessed = applicable.filter((item) => item.rating !== 'not_assessed')
  const assessedShare = applicable.length === 0 ? 0 : assessed.length / applicable.length
  const rawLow = rawIndex(applicable, 0)
  const systemic = systemicClauses(applicable)
  const holding = capsOf(applicable, facts, assessedShare, systemic.length > 0)
  const lowest = holding[0]
  const begun = new Set(assessed.map(({ clause }) => clause))
  const cap = lowest?.cap ?? 100
  return {
    basis,
    index: Math.min(cap, Math.floor(rawLow)),
    label: lowest?.label ?? 'ready',
    cap,
    caps: holding.map(({ condition }) => condition),
    rawLow,
    rawHigh: rawIndex(applicable, 1),
    lowestClause: lowestClause(applicable),
    lowestAssessedClause: lowestClause(applicable.filter(({ clause }) => begun.has(clause))),
    openClauses: new Set(applicable.map(({ clause }) => clause)).size - begun.size,
    blocking: applicable.filter((item) => item.rating === 'major_nc').map((item) => item.id),
    systemicClauses: systemic,
    applicable: applicable.length,
    assessed: assessed.length,
    assessedShare,
    evidenceShare: facts.evidenceShare,
  }
}

/** Weighted share of points out of 100, with the given points for what is not assessed. */
function rawIndex(applicable: readonly RatedItem[], scoreOfUnknown: 0 | 1): number {
  let points = 0
  let weights = 0
  for (const { criticality, rating } of applicable) {
    weights += weightOf(criticality)
    points += weightOf(criticality) * (scoreOf(rating) ?? scoreOfUnknown)
  }
  return weights === 0 ? 0 : (100 * points) / weights
}

/** Clauses with three or more minors or partial ratings, in the order of the catalogue. */
export function systemicClauses(items: readonly Pick<RatedItem, 'clause' | 'rating'>[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { clause, rating } of items) {
    if (isPartial(rating)) counts.set(clause, (counts.get(clause) ?? 0) + 1)
  }
  return [...counts].filter(([, count]) => count >= systemicCount).map(([clause]) => clause)
}

function isPartial(rating: Rating): boolean {
  return rating === 'minor_nc' || rating === 'partially'
}

/** The clause with the lowest score below 1; of equal ones the first by the text of its number. */
function lowestClause(items: readonly RatedItem[]): Readiness['lowestClause'] {
  const below = clauseScores(items).filter(({ score }) => score < 1)
  return below.toSorted((a, b) => a.score - b.score || (a.clause < b.clause ? -1 : 1))[0]
}

function capsOf(
  applicable: readonly RatedItem[],
  facts: ReadinessFacts,
  assessedShare: number,
  hasSystemicClause: boolean,
): readonly Cap[] {
  const some = (...ratings: readonly Rating[]) => applicable.some((item) => ratings.includes(item.rating))
  const high = applicable.filter((item) => item.criticality === 'high')
  const rules: readonly (readonly [boolean, number, ReadinessLabel, string])[] = [
    [some('major_nc'), 49, 'blocked', 'major nonconformity open'],
    [
      hasSystemicClause,
      59,
      'not ready',
      'three or more minor nonconformities or partial ratings in one clause',
    ],
    [
      high.some((item) => item.rating === 'not_assessed'),
      59,
      'not ready',
      'high criticality requirement not assessed',
    ],
    [assessedShare < 0.95, 69, 'preparing', 'less than 95 % assessed'],
    [facts.evidenceShare < 0.9, 69, 'preparing', 'less than 90 % with current evidence'],
    [!facts.internalAuditDone, 79, 'nearly ready', 'full internal audit missing'],
    [!facts.managementReviewDone, 79, 'nearly ready', 'management review missing'],
    [
      high.some((item) => item.rating === 'partially'),
      79,
      'nearly ready',
      'high criticality requirement only partially met',
    ],
    [some('not_assessed'), 94, 'ready with conditions', 'requirements not assessed'],
    [
      some('minor_nc', 'partially'),
      94,
      'ready with conditions',
      'open minor nonconformities or partial fulfilment',
    ],
  ]
  return rules
    .filter(([holds]) => holds)
    .map(([, cap, label, condition]) => ({ cap, label, condition }))
    .toSorted((a, b) => a.cap - b.cap || (a.condition < b.condition ? -1 : 1))
}

/**
 * The one line in which an index is shown, for example
 * "BLOCKED - 1 major, lowest clause 9.2.1 (40 %), index 49 (raw 99.55), assessed 100 %, evidence 97 %".
 */
export function displayLine(readiness: Readiness): string {
  const { blocking, index, assessedShare, evidenceShare } = readiness
  const head = `${readiness.basis === 'proposals' ? 'PROPOSED: ' : ''}${readiness.label.toUpperCase()}`
  const rated = readiness.basis === 'ratings' ? 'assessed' : 'proposed'
  const parts = [
    ...(readiness.basis === 'ratings' && readiness.assessed === 0 ? ['nobody has rated'] : []),
    countMajors(blocking.length),
    ...lowestAndOpen(readiness),
    `index ${index} (raw ${rawRange(readiness)})`,
    `${rated} ${floored(assessedShare)}`,
    `evidence ${floored(evidenceShare)}`,
  ]
  return `${head} - ${parts.join(', ')}`
}

/** The lowest clause of those that were assessed, and how many were not: nobody having looked is no bad result. */
function lowestAndOpen({
  lowestAssessedClause: lowest,
  openClauses,
  assessed,
}: Readiness): readonly string[] {
  if (openClauses === 0)
    return [lowest ? `lowest clause ${lowest.clause} (${floored(lowest.score)})` : 'no clause below 100 %']
  if (assessed === 0) return ['no clause assessed yet']
  return [
    lowest
      ? `lowest assessed clause ${lowest.clause} (${floored(lowest.score)})`
      : 'no assessed clause below 100 %',
    `${openClauses} ${openClauses === 1 ? 'clause' : 'clauses'} not assessed yet`,
  ]
}

function countMajors(count: number): string {
  if (count === 0) return 'no major'
  return count === 1 ? '1 major' : `${count} majors`
}

function rawRange({ rawLow, rawHigh }: Readiness): string {
  const [low, high] = [twoDecimals(rawLow), twoDecimals(rawHigh)]
  return low === high ? low : `${low} to ${high}`
}

function twoDecimals(value: number): string {
  return String(Number(value.toFixed(2)))
}

/** Whole percent, never rounded up: 99.7 % must not read as 100 %. */
function floored(share: number): string {
  return `${Math.floor(100 * share + 1e-9)} %`
}
