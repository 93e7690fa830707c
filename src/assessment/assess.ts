import assert from 'node:assert'
import { type Criticality, clauseOf, isRatedByItself, type Requirement } from '#content/requirement.ts'
import type { Result } from '#evidence/result.ts'
import { type ClauseView, viewClauses } from './clause-view.ts'
import { type ConfirmedRating, countedRating, latestRatings } from './confirmed-rating.ts'
import { type DataEvidence, readData, resultsOf } from './data-evidence.ts'
import { type Attached, coverage, type Strength, strengthOf, yearly } from './evidence-strength.ts'
import { findGap, type Gap, rankGaps } from './gap.ts'
import { type Gate, judgeGates } from './gates.ts'
import { type ItemStatus, statusOf } from './item-status.ts'
import type { Programme } from './programme.ts'
import { type Proposal, propose, proposeFromSources } from './propose.ts'
import { fallsShort, type Rating, worstOfApplicable } from './rating.ts'
import { measureReadiness, type RatedItem, type Readiness } from './readiness.ts'
import { followSources } from './sources.ts'
import { latestStatements, type Statement } from './statement.ts'

/**
 * Everything an assessment is made from. requiredDocuments: entries of the document list that a requirement demands;
 * cadenceDays: how often the evidence for a requirement is renewed.
 */
export type AssessmentInput = {
  readonly requirements: readonly Requirement[]
  readonly results: readonly Result[]
  readonly statements: readonly Statement[]
  readonly ratings: readonly ConfirmedRating[]
  /** Documents and records that people put to requirements. */
  readonly attached?: readonly (Attached & { readonly requirement: string })[]
  readonly programme: Programme
  readonly requiredDocuments: number
  readonly on: string
  readonly cadenceDays?: ReadonlyMap<string, number>
}

/**
 * One requirement: what is proposed, what a person rated, and what both stand on. counted: the rating as readiness
 * counts it. isDerived: it repeats others, is shown as the worst of them, and counts in no index, gate, clause or gap.
 */
export type AssessmentItem = {
  readonly requirement: string
  readonly clause: string
  readonly title: string
  readonly criticality: Criticality
  readonly proposed: Proposal
  readonly rating: ConfirmedRating | undefined
  readonly counted: Rating
  readonly isDerived: boolean
  readonly strength: Strength
  readonly results: readonly string[]
  readonly status: ItemStatus
}

/** One clause as rated by persons and as proposed, beside each other. */
export type ClauseLine = ClauseView & { readonly proposed: ClauseView }

/** The state of a scope on one day. Ratings and proposals are kept apart, each with its own index. */
export type Assessment = {
  readonly on: string
  readonly items: readonly AssessmentItem[]
  readonly readiness: Readiness
  readonly proposedReadiness: Readiness
  readonly ratedShare: number
  readonly gates: readonly Gate[]
  readonly gatesOfStage1: readonly Gate[]
  readonly clauses: readonly ClauseLine[]
  readonly gaps: readonly Gap[]
}

type Seen = {
  readonly requirement: Requirement
  readonly data: DataEvidence
  readonly strength: Strength
  readonly statement: Statement | undefined
}

/** Says what the results and statements mean: a proposal per requirement, gaps, gates and readiness. */
export function assess(input: AssessmentInput): Assessment {
  const seen = look(input)
  const proposals = proposeAll(seen, input.programme)
  const items = describeItems(seen, proposals, input)
  const own = items.filter((item) => !item.isDerived)
  const asRated = own.map((item) => toRatedItem(item, item.counted))
  const asProposed = own.map((item) => toRatedItem(item, item.proposed.rating))
  const evidenceShare = coverage(own.filter(isApplicable).map((item) => item.strength))
  const hasEvidence = input.results.length + input.statements.length + (input.attached ?? []).length > 0
  const facts = {
    items: asRated,
    evidenceShare: hasEvidence ? evidenceShare : undefined,
    programme: input.programme,
    requiredDocuments: input.requiredDocuments,
    dataSince: input.results.map((result) => result.period.from).toSorted()[0],
    on: input.on,
  }
  const gates = judgeGates({ ...facts, stage: 'stage 2' })
  const readinessFacts = {
    evidenceShare: facts.evidenceShare ?? 0,
    internalAuditDone: isGreen(gates, 'G8'),
    managementReviewDone: isGreen(gates, 'G9'),
  }
  const readiness = measureReadiness(asRated, readinessFacts)
  return {
    on: input.on,
    items,
    readiness,
    proposedReadiness: measureReadiness(asProposed, readinessFacts, 'proposals'),
    ratedShare: readiness.assessedShare,
    gates,
    gatesOfStage1: judgeGates({ ...facts, stage: 'stage 1' }),
    clauses: pairClauses(viewClauses(asRated), viewClauses(asProposed)),
    gaps: findGaps(seen, own, input.programme),
  }
}

function look(input: AssessmentInput): readonly Seen[] {
  const { requirements, results, on, cadenceDays } = input
  const stated = latestStatements(input.statements)
  const attached = Map.groupBy(input.attached ?? [], ({ requirement }) => requirement)
  return requirements.map((requirement) => {
    const statement = stated.get(requirement.id)
    const data = readData(requirement, results)
    const cadence = cadenceDays?.get(requirement.id) ?? yearly
    return {
      requirement,
      statement,
      data,
      strength: strengthOf(requirement, {
        statement,
        data,
        on,
        cadenceDays: cadence,
        attached: attached.get(requirement.id) ?? [],
      }),
    }
  })
}

function proposeAll(seen: readonly Seen[], programme: Programme): ReadonlyMap<string, Proposal> {
  const repeated = new Set(programme.internal_audit?.requirements ?? [])
  const own = new Map(
    seen.map((one) => [one.requirement.id, propose({ ...one, repeated: repeated.has(one.requirement.id) })]),
  )
  return followSources(
    seen.map((one) => one.requirement),
    (id) => demand(own, id),
    proposeFromSources,
  )
}

/** What persons rated, as readiness counts it; a derived item is never rated itself and takes the worst of its sources. */
function countRatings(
  requirements: readonly Requirement[],
  rated: ReadonlyMap<string, ConfirmedRating>,
): ReadonlyMap<string, Rating> {
  const own = new Map(requirements.map((one) => [one.id, countedRating(one, rated.get(one.id))]))
  return followSources(
    requirements,
    (id) => demand(own, id),
    (_, sources) => worstOfApplicable([...sources.values()]),
  )
}

function demand<T>(values: ReadonlyMap<string, T>, id: string): T {
  const value = values.get(id)
  assert(value !== undefined, `nothing is known about ${id}`)
  return value
}

function describeItems(
  seen: readonly Seen[],
  proposals: ReadonlyMap<string, Proposal>,
  { ratings, results, requirements }: AssessmentInput,
): readonly AssessmentItem[] {
  const rated = latestRatings(ratings)
  const counted = countRatings(requirements, rated)
  return seen.map((one) => {
    const { requirement, strength } = one
    const proposed = demand(proposals, requirement.id)
    return {
      requirement: requirement.id,
      clause: clauseOf(requirement),
      title: requirement.title,
      criticality: requirement.criticality,
      proposed,
      rating: isRatedByItself(requirement) ? rated.get(requirement.id) : undefined,
      counted: demand(counted, requirement.id),
      isDerived: !isRatedByItself(requirement),
      strength,
      results: [...new Set(resultsOf(requirement, results).map((result) => result.check))],
      status: statusOf({ ...one, proposed: proposed.rating }),
    }
  })
}

function findGaps(
  seen: readonly Seen[],
  items: readonly AssessmentItem[],
  programme: Programme,
): readonly Gap[] {
  const byId = new Map(seen.map((one) => [one.requirement.id, one]))
  const gaps = items.map((item) => {
    const { requirement, data } = demand(byId, item.requirement)
    const rated = ratedAs(item)
    return findGap({
      requirement,
      rating: rated ?? item.proposed.rating,
      source: rated ? 'rating' : 'proposal',
      missing: item.proposed.missing,
      failing: data.failing,
      itStaff: programme.size?.it_staff,
    })
  })
  return rankGaps(gaps.filter((gap) => gap !== undefined))
}

/** What a person said about an item; what falls short is a gap even before a second person has seen it. */
function ratedAs({ counted, rating }: AssessmentItem): Rating | undefined {
  if (counted !== 'not_assessed') return counted
  return rating && fallsShort(rating.rating) ? rating.rating : undefined
}

/** A person's rating decides what applies; until there is one, the proposal does. */
function isApplicable(item: AssessmentItem): boolean {
  const rating = item.counted === 'not_assessed' ? item.proposed.rating : item.counted
  return rating !== 'not_applicable'
}

function toRatedItem({ requirement: id, clause, criticality }: AssessmentItem, rating: Rating): RatedItem {
  return { id, clause, criticality, rating }
}

function pairClauses(rated: readonly ClauseView[], proposed: readonly ClauseView[]): readonly ClauseLine[] {
  const byClause = new Map(proposed.map((view) => [view.clause, view]))
  return rated.map((view) => ({ ...view, proposed: byClause.get(view.clause) ?? view }))
}

function isGreen(gates: readonly Gate[], id: string): boolean {
  return gates.some((gate) => gate.id === id && gate.colour === 'green')
}
