import { fewestForPercent, kept } from '#base/format.ts'
import type { MeasureResult, Point } from '#evidence/collected.ts'
import { wilson } from '#evidence/verdict.ts'
import type { Chart } from '../charts/svg.ts'
import { drawTrend, type TrendPoint } from '../charts/trend.ts'
import type { Speech } from '../speech.ts'

/** A trend with its finding as title, and what is measured below it. */
export type TrendFigure = {
  readonly title: string
  readonly subtitle: string
  readonly source: string
  readonly chart: Chart
}

/** The figure of a measure over the whole period, or its latest month; unit stands apart where it is words. */
export type Headline = {
  readonly label: string
  readonly value: string
  readonly unit: string
  readonly note: string
}

/** Fewer months than this give no usual range. */
const fewestMonths = 12

/** Average moving range to three standard deviations of an individuals chart (Shewhart; 3 / 1.128). */
const spreadFactor = 2.66

/** The value of a month, as share or as it is; a month without cases has none, while nothing open or lost is a zero. */
export function monthValue(point: Point): number | undefined {
  if (point.part !== undefined || point.whole !== undefined) {
    const { part = 0, whole = 0 } = point
    return whole === 0 ? undefined : part / whole
  }
  return point.value
}

/** A value of a measure in its unit. */
export function sayValue(
  { answers, unit }: Pick<MeasureResult, 'answers' | 'unit'>,
  value: number,
  speech: Speech,
): string {
  const words = unitInWords({ answers, unit })
  const number = sayNumber({ answers, unit }, value, speech)
  return words === '' ? number : `${number} ${words}`
}

/** A value without a unit that is written in words. */
function sayNumber(
  { answers, unit }: Pick<MeasureResult, 'answers' | 'unit'>,
  value: number,
  { percent, decimal }: Speech,
): string {
  if (answers === 'share' || unit === 'share') return percent(value)
  if (unit === 'hours') return `${decimal(value)}\u00A0h`
  if (unit === 'minutes') return `${decimal(value)}\u00A0min`
  if (unit === 'days') return `${decimal(value)}\u00A0d`
  return decimal(value)
}

const shortUnits = new Set(['share', 'hours', 'minutes', 'days', 'ratio', 'count', 'number', ''])

/** "per user", "requests"; empty for units that are short enough to stand beside the number. */
function unitInWords({ answers, unit }: Pick<MeasureResult, 'answers' | 'unit'>): string {
  return answers === 'share' || shortUnits.has(unit) || unit.startsWith('index') ? '' : unit
}

/** The target of a measure in the scale of its values: shares may be written from 0 to 1 or in percent. */
export function targetOf({ answers, target }: Pick<MeasureResult, 'answers' | 'target'>): number | undefined {
  return answers === 'share' && target !== undefined && target > 1 ? target / 100 : target
}

/** What a measure says: of shares the whole period with its interval, of values the latest month. */
export function headlineOf(measure: MeasureResult, speech: Speech): Headline | undefined {
  const known = measure.points.filter((point) => monthValue(point) !== undefined)
  const last = known.at(-1)
  if (!last) return undefined
  if (measure.answers === 'share') {
    // What registers give is a standing: the last one says it all.
    const summed = measure.from === 'registers' ? [last] : known
    const part = summed.reduce((sum, point) => sum + (point.part ?? 0), 0)
    const whole = summed.reduce((sum, point) => sum + (point.whole ?? 0), 0)
    return {
      label: measure.title,
      value: speech.shareAlone(part, whole),
      unit: '',
      note: noteOfShare(part, whole, speech),
    }
  }
  const cases = known.reduce((sum, { n }) => sum + n, 0)
  return {
    label: measure.title,
    value: sayNumber(measure, monthValue(last) ?? 0, speech),
    unit: unitInWords(measure),
    note: speech.many('measure.value-note', known.length, {
      month: speech.month(last.period),
      n: last.n,
      cases,
    }),
  }
}

/** How many cases a share stands on, and how far it reaches; of a handful the number alone. */
export function noteOfShare(part: number, whole: number, speech: Speech): string {
  if (whole < fewestForPercent) return `n = ${speech.count(whole)}`
  return kept(
    speech.say('measure.share-note', { n: whole, interval: speech.intervalOf(wilson(part, whole)) }),
  )
}

/** The usual range of a series: mean and mean plus or minus 2.66 average moving ranges; undefined for short series. */
export function usualRange(
  values: readonly number[],
  ceiling?: number,
): { low: number; mean: number; high: number } | undefined {
  if (values.length < fewestMonths) return undefined
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const moves = values.slice(1).map((value, place) => Math.abs(value - (values[place] ?? value)))
  const reach = (spreadFactor * moves.reduce((sum, move) => sum + move, 0)) / moves.length
  return {
    low: Math.max(0, mean - reach),
    mean,
    high: Math.min(ceiling ?? Number.POSITIVE_INFINITY, mean + reach),
  }
}

/** How large a trend is drawn, and in which language it speaks. */
type Drawn = Readonly<{ width: number; height: number; speech: Speech }>

/** The trend of a measure over its months; undefined when fewer than two months have a value. */
export function trendOf(measure: MeasureResult, { width, height, speech }: Drawn): TrendFigure | undefined {
  const values = measure.points.map(monthValue)
  const known = values.filter((value) => value !== undefined)
  if (known.length < 2) return undefined
  const isShare = measure.answers === 'share'
  const limits = usualRange(known, isShare ? 1 : undefined)
  const points = measure.points.map((point, place): TrendPoint => {
    const value = values[place]
    if (value === undefined) return { period: point.period }
    const interval = isShare && point.whole ? wilson(point.part ?? 0, point.whole) : undefined
    const isSignal = limits !== undefined && (value < limits.low || value > limits.high)
    return { period: point.period, value, isSignal, ...interval }
  })
  const target = targetOf(measure)
  const title = findingOf(measure, points, speech)
  const cases = measure.points.reduce((sum, { n }) => sum + n, 0)
  const chart = drawTrend(
    {
      alt: altOf(measure, known, { title, speech }),
      points,
      say: (value) => sayTick(measure, value, speech),
      month: speech.month,
      ...(isShare ? { ceiling: 1 } : {}),
      ...(target === undefined ? {} : { target }),
      ...(limits ? { limits } : {}),
    },
    width,
    height,
  )
  const about = { n: cases, id: measure.id }
  const source =
    target === undefined
      ? speech.say('trend.source', about)
      : speech.say('trend.source-target', { ...about, target: sayValue(measure, target, speech) })
  return { title, subtitle: measure.title, source, chart }
}

function altOf(
  measure: MeasureResult,
  known: readonly number[],
  { title, speech }: { readonly title: string; readonly speech: Speech },
): string {
  const value = (number: number | undefined) => sayValue(measure, number ?? 0, speech)
  return speech.say('trend.alt', {
    title: measure.title,
    from: speech.month(measure.points[0]?.period ?? ''),
    to: speech.month(measure.points.at(-1)?.period ?? ''),
    finding: title,
    first: value(known[0]),
    last: value(known.at(-1)),
    lowest: value(Math.min(...known)),
    highest: value(Math.max(...known)),
  })
}

function sayTick(measure: MeasureResult, value: number, speech: Speech): string {
  return measure.answers === 'share' || measure.unit === 'share'
    ? speech.thresholdOf(Math.round(value * 1000) / 1000)
    : sayNumber(measure, value, speech)
}

/** The title of a trend: signals first, then the target, then that it is quiet. */
function findingOf(measure: MeasureResult, points: readonly TrendPoint[], speech: Speech): string {
  const target = targetOf(measure)
  const signals = points.filter(({ isSignal }) => isSignal).map(({ period }) => period)
  const known = points.flatMap(({ value }) => (value === undefined ? [] : [value]))
  if (signals.length > 2) return speech.say('trend.outside.many', { count: signals.length })
  if (signals.length > 0)
    return speech.say('trend.outside.some', { months: speech.listed(signals.map(speech.month)) })
  if (target !== undefined && measure.direction !== 'neutral') {
    const reached = known.filter((value) =>
      measure.direction === 'up' ? value >= target : value <= target,
    ).length
    return speech.many('trend.reached', known.length, { reached })
  }
  return known.length < fewestMonths ? speech.many('trend.few', known.length) : speech.say('trend.quiet')
}
