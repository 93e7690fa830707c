import { twelveDigits } from '#evidence/collect.ts'
import { type Dated, meanOf, numberOf } from './figure.ts'
import { type Placed, type Rule, signalsIn } from './signal-rules.ts'

/** Fewer points than this carry no limits. */
export const fewestPoints = 10
/** The limits stand on the first points, so that what comes later cannot move them. */
export const baselinePoints = 12

/** Shewhart's constants for moving ranges of two points: limits of the values and of the ranges, and d2. */
const [ofValues, ofRanges, d2] = [2.66, 3.268, 1.128] as const

/** A month on the chart, with the limits that hold for it. */
export type ChartPoint = Dated & Placed & Readonly<{ number: number; range?: number | undefined }>

/** A rule that was broken, and the months in which. */
export type ChartSignal = Readonly<{ rule: Rule; periods: readonly string[] }>

/** A control chart: XmR for values, p for shares; without limits while there are too few points. */
export type ControlChart = Readonly<{
  kind: 'XmR' | 'p'
  points: readonly (Dated & Readonly<{ number: number }>)[]
  limits:
    | Readonly<{
        centre: number
        /** The months that the limits stand on. */
        baseline: Readonly<{ from: string; to: string; points: number }>
        /** Of an XmR chart: the mean moving range and the limit of one range. */
        range: Readonly<{ mean: number; limit: number }> | undefined
        points: readonly ChartPoint[]
      }>
    | undefined
  signals: readonly ChartSignal[]
}>

/**
 * Draws up the chart of a series. Numbers are taken to twelve digits: what is left of a sum of broken numbers is no signal.
 * A month without cases is no point. A share is drawn with the limits of its own n.
 */
export function chartOf(series: readonly Dated[], isShare: boolean): ControlChart {
  const points = series
    .flatMap((one) => {
      const number = numberOf(one)
      return number === undefined ? [] : [{ ...one, number: twelveDigits(number) }]
    })
    .toSorted((one, other) => (one.period < other.period ? -1 : 1))
  const kind = isShare ? 'p' : 'XmR'
  if (points.length < fewestPoints) return { kind, points, limits: undefined, signals: [] }
  const base = points.slice(0, baselinePoints)
  const { centre, range, placed } = isShare ? pChart(points, base) : xmrChart(points, base)
  const [from, to] = [base[0]?.period ?? '', base.at(-1)?.period ?? '']
  return {
    kind,
    points,
    limits: { centre, baseline: { from, to, points: base.length }, range, points: placed },
    signals: signalsIn(placed).map((signal) => ({
      rule: signal.rule,
      periods: signal.points.flatMap((at) => placed[at]?.period ?? []),
    })),
  }
}

type Numbered = ControlChart['points'][number]

function xmrChart(points: readonly Numbered[], base: readonly Numbered[]) {
  const centre = twelveDigits(meanOf(base.map(({ number }) => number)))
  const mean = meanOf(rangesOf(base.map(({ number }) => number)))
  const ranges = [undefined, ...rangesOf(points.map(({ number }) => number))]
  const reach = ofValues * mean
  const placed = points.map((point, at) => ({
    ...point,
    value: point.number,
    range: ranges[at],
    centre,
    sigma: mean / d2,
    low: twelveDigits(centre - reach),
    high: twelveDigits(centre + reach),
  }))
  return { centre, range: { mean, limit: ofRanges * mean }, placed }
}

/** The moving ranges: how far each number lies from the one before. */
export function rangesOf(numbers: readonly number[]): readonly number[] {
  return numbers.slice(1).map((number, at) => Math.abs(number - (numbers[at] ?? number)))
}

function pChart(points: readonly Numbered[], base: readonly Numbered[]) {
  const sum = (name: 'part' | 'whole') => base.reduce((total, one) => total + (one[name] ?? 0), 0)
  const centre = twelveDigits(sum('part') / sum('whole'))
  const placed = points.map((point) => {
    const sigma = Math.sqrt((centre * (1 - centre)) / (point.whole ?? 1))
    return {
      ...point,
      value: point.number,
      centre,
      sigma,
      low: Math.max(0, twelveDigits(centre - 3 * sigma)),
      high: Math.min(1, twelveDigits(centre + 3 * sigma)),
    }
  })
  return { centre, range: undefined, placed }
}
