import { sql } from 'kysely'
import { openState, type State } from '#assessment/state-store.ts'
import type { Tx } from '#db/records.ts'
import type { Record } from '#registers/record.ts'
import { readAll } from '#registers/record-store.ts'
import { type Alignment, measureAlignment } from './alignment.ts'
import type { ProgrammeFacts } from './criterion.ts'
import { type DecisionFigures, sealOf } from './decision.ts'
import { type KeptDecision, latestDecision } from './decision-store.ts'
import { readStrategyRecords, type Strategy } from './goal-store.ts'
import { type Asking, type Outlooks, readOutlooks } from './outlook-store.ts'

/** Everything that phases and decisions are judged on, read once. */
export type Standing = Readonly<{
  state: State
  strategy: Strategy
  alignment: Alignment
  outlooks: Outlooks
  risks: readonly Record[]
}>

/** Whose standing is read, by which pack, and when. */
export type Reading = Asking

/** Reads where an organization stands. */
export async function readStanding(tx: Tx, reading: Reading): Promise<Standing> {
  const { organization, library } = reading
  const state = await openState(tx, library, reading)
  const strategy = await readStrategyRecords(tx, organization)
  return {
    state,
    strategy,
    alignment: measureAlignment(strategy),
    outlooks: await readOutlooks(tx, reading),
    risks: await readAll(tx, organization, 'risks'),
  }
}

/** The figures of a decision as they are now, with the seal by which a change of any of them is seen. */
export function figuresOf(standing: Standing): Readonly<{ figures: DecisionFigures; seal: string }> {
  const { state, strategy, alignment, outlooks, risks } = standing
  const { gaps, readiness } = state.assessment
  const rated = risks.filter(({ data }) => data.level !== undefined)
  const figures: DecisionFigures = {
    readiness: {
      label: readiness.label,
      index: readiness.index,
      rated: readiness.assessed,
      applicable: readiness.applicable,
    },
    gaps: {
      total: gaps.length,
      major: gaps.filter(({ severity }) => severity === 'major').length,
      accepted: outlooks.acceptedGaps,
      effortDays: {
        low: total(gaps.map(({ effort }) => effort.low)),
        likely: total(gaps.map(({ effort }) => effort.likely)),
        high: total(gaps.map(({ effort }) => effort.high)),
      },
    },
    alignment: {
      goals: strategy.goals.length,
      services: strategy.services.length,
      ...(alignment.score === undefined ? {} : { coverage: alignment.score }),
    },
    risks: { rated: rated.length, high: rated.filter(({ data }) => isHigh(data.level)).length },
    ...partsOf(outlooks),
  }
  return { figures, seal: sealOf(figures) }
}

function partsOf({ roadmap, case: money, training }: Outlooks): Partial<DecisionFigures> {
  const { effort: _, ...dates } = roadmap ?? { effort: [] }
  return {
    ...(roadmap ? { roadmap: dates as DecisionFigures['roadmap'] } : {}), // effort is all that is left out
    ...(money ? { case: money } : {}),
    ...(training ? { training } : {}),
  }
}

/** The facts that criteria of phases are judged on. */
export async function readProgrammeFacts(
  tx: Tx,
  standing: Standing,
  reading: Reading,
): Promise<ProgrammeFacts> {
  const { organization } = reading
  const { state, strategy, alignment, outlooks, risks } = standing
  const { roadmap, acceptedGaps, case: money, training } = outlooks
  const documents = await readAll(tx, organization, 'documents')
  const tools = (await readAll(tx, organization, 'assets')).filter(isToolInUse)
  const critical = strategy.services.filter(({ criticality }) => criticality === 'critical')
  const { readiness } = state.assessment
  return {
    sponsors: await countSponsors(tx, organization, reading.now),
    gates: new Map(state.assessment.gates.map(({ id, colour, because }) => [id, { colour, because }])),
    collectedOn: state.collection?.collectedAt.toISOString().slice(0, 10),
    applicable: readiness.applicable,
    rated: readiness.assessed,
    acceptedGaps,
    goals: strategy.goals.length,
    incompleteGoals: alignment.incompleteGoals.map(({ title }) => title),
    criticalServices: critical.length,
    criticalWithoutGoal: alignment.servicesWithoutGoal
      .filter(({ criticality }) => criticality === 'critical')
      .map(({ title }) => title),
    alignment: alignment.score,
    policiesInForce: documents.filter(({ state: at, data }) => at === 'in force' && data.kind === 'policy')
      .length,
    ratedRisks: risks.filter(({ data }) => data.level !== undefined).length,
    decision: decisionFact(await latestDecision(tx)),
    roadmap: roadmap && {
      p80: roadmap.p80,
      certificationDate: roadmap.certificationDate,
      probability: roadmap.probability,
    },
    isCaseComputed: money !== undefined,
    isTrainingPlanned: training !== undefined,
    rolesFilled: state.programme.programme.roles_filled,
    tools: tools.length,
    unjudgedTools: tools
      .filter(({ data }) => data.compatibility === undefined || data.integration_risk === undefined)
      .map(({ label }) => label),
  }
}

/** A tool of service management that is in use or on its way. */
export function isToolInUse({ data, state }: Record): boolean {
  return data.kind === 'tool of the SMS' && state !== 'retired' && state !== 'disposed'
}

function isHigh(level: unknown): boolean {
  return level === 'high' || level === 'very high'
}

function decisionFact(decision: KeptDecision | undefined): ProgrammeFacts['decision'] {
  return decision && { verdict: decision.verdict, on: decision.signedAt.slice(0, 10), by: decision.signedBy }
}

async function countSponsors(tx: Tx, organization: string, now: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from membership
    where organization_id = ${organization} and role = 'sponsor'
      and (expires_at is null or expires_at > ${now})`.execute(tx)
  return rows[0]?.count ?? 0
}

function total(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) * 10) / 10
}
