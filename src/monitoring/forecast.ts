import { type Dated, meanOf, numberOf } from './figure.ts'

/** Fewer points than this carry no forecast. */
export const fewestForForecast = 8
/** Each way is tried from this many points on, so that a line has something to follow. */
const firstOrigin = 4

/** The ways of saying the next figure, the simplest first. */
export const ways = ['last value', 'mean of three', 'linear trend'] as const
export type Way = (typeof ways)[number]

/** The next figure by the way that erred least so far, with how far it erred on the mean. */
export type Forecast = Readonly<{
  way: Way
  next: number
  /** The mean absolute error of this way, one step ahead, over so many past steps. */
  error: number
  tried: number
  errors: Readonly<Record<Way, number>>
}>

const sayers: Readonly<Record<Way, (past: readonly number[]) => number>> = {
  'last value': (past) => past.at(-1) ?? 0,
  'mean of three': (past) => meanOf(past.slice(-3)),
  'linear trend': trend,
}

/** Forecasts one step ahead; undefined while there are too few points. A share stays between 0 and 1. */
export function forecastOf(series: readonly Dated[], isShare: boolean): Forecast | undefined {
  const numbers = series.flatMap((one) => numberOf(one) ?? [])
  if (numbers.length < fewestForForecast) return undefined
  const within = (value: number) => (isShare ? Math.min(1, Math.max(0, value)) : value)
  const origins = numbers.map((_, at) => at).slice(firstOrigin)
  const errorOf = (way: Way) =>
    meanOf(origins.map((at) => Math.abs((numbers[at] ?? 0) - within(sayers[way](numbers.slice(0, at))))))
  const errors = Object.fromEntries(ways.map((way) => [way, errorOf(way)])) as Record<Way, number> // one for each way
  const way = ways.reduce((best, one) => (errors[one] < errors[best] - 1e-12 ? one : best))
  return { way, next: within(sayers[way](numbers)), error: errors[way], tried: origins.length, errors }
}

/** The straight line through all points (least squares), one step on. */
function trend(past: readonly number[]): number {
  const middle = (past.length - 1) / 2
  const mean = meanOf(past)
  const slope =
    past.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0) /
    past.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
  return mean + slope * (past.length - middle)
}
