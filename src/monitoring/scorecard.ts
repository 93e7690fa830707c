import {
  type Contribution,
  type Goal,
  type Initiative,
  type Named,
  type Objective,
  progressOf,
} from '#strategy/goal.ts'
import type { KpiLine, KpiState } from './describe-monitoring.ts'

/** The sides of a balanced scorecard, in the order in which they carry each other; unsaid: of goals without one. */
export const sides = ['financial', 'customer', 'process', 'learning', 'unsaid'] as const
export type Side = (typeof sides)[number]

/** How a measure stands; not watched: it is to show a goal, and nobody has adopted it. */
export type MeasureState = KpiState | 'not watched'

/** What shows whether a goal is reached: its own metric, that of an objective, or a KPI with the figures of its series. */
export type ScoreMeasure = Readonly<{
  kind: 'goal' | 'objective' | 'KPI'
  /** The id of the record or KPI; of a KPI that is not watched, of what computes it. */
  id: string
  title: string
  answers: 'share' | 'value'
  unit: string
  baseline: number | undefined
  target: number | undefined
  actual: number | undefined
  /** The month of a KPI's figure. */
  period: string | undefined
  state: MeasureState
  isStale: boolean
}>

/** A goal with what measures it and what is undertaken for it. */
export type ScoreGoal = Named &
  Readonly<{
    owner: string | undefined
    dueOn: string | undefined
    measures: readonly ScoreMeasure[]
    initiatives: readonly Initiative[]
  }>

/** One side: its goals, the KPIs that are watched there without a goal, and how its measures stand. */
export type ScoreSide = Readonly<{
  side: Side
  goals: readonly ScoreGoal[]
  others: readonly ScoreMeasure[]
  counts: Readonly<Record<MeasureState, number>>
}>

/** What a scorecard is made from. */
export type ScorecardMatter = Readonly<{
  goals: readonly Goal[]
  objectives: readonly Objective[]
  contributions: readonly Contribution[]
  initiatives: readonly Initiative[]
  kpis: readonly KpiLine[]
  /** What measures are called, by their ids. */
  titles: ReadonlyMap<string, string>
}>

/**
 * The balanced scorecard: by side goal, measure, target, actual and initiative. A KPI stands with every goal that it
 * contributes to, whatever its own side; one that serves no goal stands on its own side below them.
 */
export function describeScorecard(matter: ScorecardMatter): readonly ScoreSide[] {
  const kpis = matter.kpis.filter(({ isEnded }) => !isEnded)
  const goals = matter.goals.map(
    (goal) => [goal.perspective ?? 'unsaid', goalOf(goal, { ...matter, kpis })] as const,
  )
  const placed = new Set(goals.flatMap(([, { measures }]) => measures.map(({ id }) => id)))
  return sides.flatMap((side) => {
    const own = goals.filter(([of]) => of === side).map(([, goal]) => goal)
    const others = kpis.filter(({ kpi, perspective }) => perspective === side && !placed.has(kpi)).map(ofKpi)
    if (side === 'unsaid' && own.length === 0) return []
    return [
      {
        side,
        goals: own,
        others,
        counts: countedOf([...own.flatMap(({ measures }) => measures), ...others]),
      },
    ]
  })
}

function goalOf(goal: Goal, matter: ScorecardMatter): ScoreGoal {
  const { objectives, contributions, initiatives } = matter
  const given = contributions.filter((one) => one.goal === goal.id && one.strength !== 'none')
  const named = (kind: Contribution['kind']) =>
    new Set(given.filter((one) => one.kind === kind).map(({ what }) => what))
  const [byKpi, byInitiative, byObjective] = [named('KPI'), named('initiative'), named('objective')]
  const serving = objectives.filter(({ id, goals }) => goals.includes(goal.id) || byObjective.has(id))
  const { id, number, title, owner, dueOn } = goal
  return {
    id,
    number,
    title,
    owner,
    dueOn,
    measures: [
      ...(goal.metric === undefined ? [] : [ofRecord('goal', goal, goal.metric)]),
      ...serving.flatMap((one) =>
        one.measure === undefined ? [] : [ofRecord('objective', one, `${one.title}: ${one.measure}`)],
      ),
      ...[...byKpi].flatMap((measure) => watchedAs(measure, matter)),
    ],
    initiatives: initiatives.filter((one) => byInitiative.has(one.id)),
  }
}

/** The KPIs that a measure computes; where none of them is watched, that is said. */
function watchedAs(
  measure: string,
  { kpis, titles }: Pick<ScorecardMatter, 'kpis' | 'titles'>,
): readonly ScoreMeasure[] {
  const found = kpis.filter(({ kpi, computedBy }) => computedBy === measure || kpi === measure)
  if (found.length > 0) return found.map(ofKpi)
  const nothing = { baseline: undefined, target: undefined, actual: undefined, period: undefined }
  const state = 'not watched' as const
  return [
    {
      kind: 'KPI',
      id: measure,
      title: titles.get(measure) ?? measure,
      answers: 'value',
      unit: '',
      ...nothing,
      state,
      isStale: false,
    },
  ]
}

function ofKpi({ kpi, title, answers, unit, judged, latest, state, isStale }: KpiLine): ScoreMeasure {
  const figures = {
    baseline: undefined,
    target: judged?.target,
    actual: latest?.number,
    period: latest?.period,
  }
  return {
    kind: 'KPI',
    id: kpi,
    title,
    answers,
    unit,
    ...figures,
    state,
    isStale: isStale && latest !== undefined,
  }
}

type Measured = Named & Pick<Goal, 'unit' | 'baseline' | 'target' | 'current'>

function ofRecord(kind: 'goal' | 'objective', record: Measured, title: string): ScoreMeasure {
  const { id, unit = '', baseline, target, current: actual } = record
  const figures = { baseline, target, actual, period: undefined }
  return { kind, id, title, answers: 'value', unit, ...figures, state: stateOf(record), isStale: false }
}

/** Which way is good follows from baseline and target; without both nobody can say whether a value between them is enough. */
function stateOf(record: Measured): KpiState {
  if (record.current === undefined) return 'no data'
  const progress = progressOf(record)
  if (progress === undefined) return 'no target'
  return progress >= 1 ? 'on target' : 'off target'
}

function countedOf(measures: readonly ScoreMeasure[]): ScoreSide['counts'] {
  const of = (state: MeasureState) => measures.filter((one) => one.state === state).length
  return {
    'on target': of('on target'),
    'off target': of('off target'),
    'no target': of('no target'),
    'no data': of('no data'),
    'not watched': of('not watched'),
  }
}
