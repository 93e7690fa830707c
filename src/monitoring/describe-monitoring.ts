import type { Adopted } from './adoption-store.ts'
import { type ControlChart, chartOf, fewestPoints } from './control-chart.ts'
import { type Effect, effectOf } from './effect.ts'
import { numberOf } from './figure.ts'
import { type Forecast, fewestForForecast, forecastOf } from './forecast.ts'
import type { KnownKpi } from './known-kpis.ts'
import { latestOf } from './library.ts'
import type { Unanswered } from './own-kpi-store.ts'
import { closedOf, type Standing } from './series.ts'
import type { KeptDecision, KeptSignal } from './signal-store.ts'
import { type Age, ageOf, type Cadence } from './staleness.ts'
import { type Direction, type Judged, judge, type Target } from './target.ts'

/** What is kept of one KPI that is watched. on: today, as an ISO day. */
export type Watched = Readonly<{
  known: KnownKpi
  adopted: Adopted
  series: readonly Standing[]
  targets: readonly Target[]
  signals: readonly KeptSignal[]
  decisions: readonly KeptDecision[]
  /** That it had no answer for the newest collection; earlier figures stand. */
  unanswered: Unanswered | undefined
  on: string
}>

/** How a KPI stands: whether it keeps its course, and whether its figure is one to go by. */
export type KpiState = 'on target' | 'off target' | 'no target' | 'no data'

/** One KPI as the page of monitoring lists it. */
export type KpiLine = Readonly<{
  kpi: string
  title: string
  process: string
  perspective: KnownKpi['kpi']['perspective']
  /** The measure, check, fact of the registers or own select that computes it. */
  computedBy: string | undefined
  owner: string
  cadence: Cadence
  direction: Direction
  answers: 'share' | 'value'
  unit: string
  isEnded: boolean
  unanswered: Unanswered | undefined
  state: KpiState
  latest: (Standing & Readonly<{ number: number }>) | undefined
  judged: Judged | undefined
  age: Age | undefined
  /** Older than its cadence, or never computed. */
  isStale: boolean
  series: readonly Readonly<{ period: string; number: number | undefined; n: number }>[]
  /** Signals without a decision, and all of them. */
  openSignals: number
  signals: number
  /** Closed months for which a newer collection computed something else. */
  differing: number
}>

/** Describes one KPI in a line. */
export function describeLine(watched: Watched): KpiLine {
  const { known, adopted, series, targets, signals, decisions, on } = watched
  const { kpi, source } = known
  const latest = judgedMonth(watched)
  const judged = latest && judge({ period: latest.period, number: latest.number }, targets, adopted.direction)
  const age = latest && ageOf(latest.period, adopted.cadence, on)
  const decided = new Set(decisions.map(({ signal }) => signal))
  return {
    kpi: kpi.id,
    title: kpi.title,
    process: kpi.process,
    perspective: kpi.perspective,
    computedBy: source.by === 'nobody' ? undefined : source.id,
    owner: adopted.owner,
    cadence: adopted.cadence,
    direction: adopted.direction,
    answers: source.by === 'nobody' ? 'value' : source.answers,
    unit: source.by === 'nobody' ? kpi.unit : source.unit,
    isEnded: adopted.isEnded,
    unanswered: watched.unanswered,
    state: stateOf(latest, judged),
    latest,
    judged,
    age,
    isStale: age === undefined || age.isStale,
    series: series.slice(-24).map((one) => ({ period: one.period, number: numberOf(one), n: one.n })),
    openSignals: signals.filter(({ id }) => !decided.has(id)).length,
    signals: signals.length,
    differing: series.filter(({ differs }) => differs !== undefined).length,
  }
}

/** The month that is judged: the newest closed one. One that runs is judged only where a figure is one of a day, or there is no other. */
function judgedMonth({ known: { source }, series }: Watched) {
  const isAsOf = source.by !== 'nobody' && source.isAsOf
  return latestOf(isAsOf ? series : series.filter(({ isClosed }) => isClosed)) ?? latestOf(series)
}

function stateOf(latest: unknown, judged: Judged | undefined): KpiState {
  if (!latest) return 'no data'
  if (judged?.isReached === undefined) return 'no target'
  return judged.isReached ? 'on target' : 'off target'
}

/** A month in the table of a KPI. */
export type MonthLine = Standing & Readonly<{ number: number | undefined; judged: Judged | undefined }>

/** A signal with what was decided because of it, and what came after. */
export type SignalLine = KeptSignal &
  Readonly<{ decisions: readonly DecisionLine[]; worst: KeptSignal['figures'][number] | undefined }>
export type DecisionLine = KeptDecision & Readonly<{ effect: Effect; isOverdue: boolean }>

/** One KPI whole. */
export type KpiPage = KpiLine &
  Readonly<{
    known: KnownKpi
    adopted: Adopted
    targets: readonly Target[]
    chart: ControlChart
    /** Why there are no limits. */
    whyNoLimits: string | undefined
    months: readonly MonthLine[]
    items: readonly SignalLine[]
    decisions: readonly DecisionLine[]
    forecast: Forecast | undefined
    whyNoForecast: string | undefined
  }>

/** Describes one KPI with its chart, its months, its targets, what was signalled and decided, and what comes next. */
export function describeKpi(watched: Watched): KpiPage {
  const { known, adopted, series, targets, on } = watched
  const { source } = known
  const isShare = source.by !== 'nobody' && source.answers === 'share'
  const isAsOf = source.by !== 'nobody' && source.isAsOf
  const closed = closedOf(series, { isAsOf, month: on.slice(0, 7) })
  const chart = chartOf(closed, isShare)
  const decisions = watched.decisions.map((one) => ({
    ...one,
    effect: effectOf(closed, one.decidedOn, isShare),
    isOverdue: one.dueOn !== undefined && one.dueOn < on,
  }))
  const forecast = forecastOf(closed, isShare)
  return {
    ...describeLine(watched),
    known,
    adopted,
    targets,
    chart,
    whyNoLimits: chart.limits
      ? undefined
      : `No limits are computed yet: ${chart.points.length} of ${fewestPoints} closed months.`,
    months: series.map((one) => {
      const number = numberOf(one)
      return { ...one, number, judged: judge({ period: one.period, number }, targets, adopted.direction) }
    }),
    items: watched.signals.map((signal) => ({
      ...signal,
      decisions: decisions.filter((one) => one.signal === signal.id),
      worst: worstOf(signal.figures),
    })),
    decisions,
    forecast,
    whyNoForecast: forecast
      ? undefined
      : `No forecast yet: ${chart.points.length} of ${fewestForForecast} closed months.`,
  }
}

/** The month of a signal that lies furthest from the centre. */
function worstOf(figures: KeptSignal['figures']): KeptSignal['figures'][number] | undefined {
  return figures.toSorted(
    (one, other) => Math.abs(other.number - other.centre) - Math.abs(one.number - one.centre),
  )[0]
}
