import { wilson } from '#evidence/verdict.ts'
import { type Dated, meanOf, numberOf } from './figure.ts'
import { student95 } from './student.ts'

/** How many months before a decision are compared with those after it, at most. */
const monthsBefore = 6
/** Fewer months than this on either side carry no interval of a mean. */
const fewestMonths = 3
/** Fewer cases than this on either side carry no interval of a share. */
const fewestCases = 10

type Side = Readonly<{
  from: string
  to: string
  months: number
  number: number
  part?: number
  whole?: number
}>

/** What changed after a decision: after less before, with its 95 % interval, and by which method. */
export type Effect =
  | Readonly<{ isKnown: false; because: string }>
  | Readonly<{
      isKnown: true
      method: string
      before: Side
      after: Side
      difference: number
      low: number
      high: number
      /** The interval does not hold zero. It says that something changed, not what caused it. */
      isClear: boolean
    }>

/** Compares the months before the month of a decision with those after it; the month itself belongs to neither. */
export function effectOf(series: readonly Dated[], decidedOn: string, isShare: boolean): Effect {
  const month = decidedOn.slice(0, 7)
  const seen = series.filter((one) => numberOf(one) !== undefined)
  const before = seen.filter(({ period }) => period < month).slice(-monthsBefore)
  const after = seen.filter(({ period }) => period > month)
  if (after.length === 0) return unknown(`No month after ${month} is closed yet.`)
  if (before.length === 0) return unknown(`No month before ${month} was measured.`)
  return isShare ? ofShares(before, after) : ofMeans(before, after)
}

/**
 * Compares the first months of a series with its newest ones, six on either side where there are that many, and never a month
 * with itself: for where nobody named a day from which things should be other than before.
 */
export function effectOverTime(series: readonly Dated[], isShare: boolean): Effect {
  const seen = series.filter((one) => numberOf(one) !== undefined)
  const months = Math.min(monthsBefore, Math.floor(seen.length / 2))
  if (months === 0) return unknown('Fewer than two months were measured.')
  const [before, after] = [seen.slice(0, months), seen.slice(-months)]
  return isShare ? ofShares(before, after) : ofMeans(before, after)
}

function unknown(because: string): Effect {
  return { isKnown: false, because }
}

function ofShares(before: readonly Dated[], after: readonly Dated[]): Effect {
  const [one, other] = [pooled(before), pooled(after)]
  if (one.whole < fewestCases || other.whole < fewestCases)
    return unknown(`Fewer than ${fewestCases} cases before or after.`)
  const { difference, low, high } = newcombe(other, one)
  const method =
    'difference of two shares, 95 % interval of Newcombe (1998, method 10, from Wilson intervals)'
  return known(
    method,
    { ...sideOf(before), ...one },
    { ...sideOf(after), ...other },
    { difference, low, high },
  )
}

function pooled(points: readonly Dated[]) {
  const part = points.reduce((sum, one) => sum + (one.part ?? 0), 0)
  const whole = points.reduce((sum, one) => sum + (one.whole ?? 0), 0)
  return { part, whole, number: part / whole }
}

/** The difference of two shares, the first less the second, with Newcombe's hybrid score interval (1998, method 10). */
export function newcombe(
  first: Readonly<{ part: number; whole: number }>,
  second: Readonly<{ part: number; whole: number }>,
): Readonly<{ difference: number; low: number; high: number }> {
  const [p, q] = [first.part / first.whole, second.part / second.whole]
  const [one, other] = [wilson(first.part, first.whole), wilson(second.part, second.whole)]
  return {
    difference: p - q,
    low: p - q - Math.hypot(p - one.low, other.high - q),
    high: p - q + Math.hypot(one.high - p, q - other.low),
  }
}

function ofMeans(before: readonly Dated[], after: readonly Dated[]): Effect {
  if (before.length < fewestMonths || after.length < fewestMonths)
    return unknown(`Fewer than ${fewestMonths} months before or after.`)
  const [one, other] = [numbersOf(before), numbersOf(after)]
  const { difference, low, high } = welch(other, one)
  const method = 'difference of two means over months, 95 % interval of Welch'
  const [from, to] = [
    { ...sideOf(before), number: meanOf(one) },
    { ...sideOf(after), number: meanOf(other) },
  ]
  return known(method, from, to, { difference, low, high })
}

function numbersOf(points: readonly Dated[]): readonly number[] {
  return points.flatMap((point) => numberOf(point) ?? [])
}

/** The difference of two means, the first less the second, with Welch's interval for unequal variances. */
export function welch(
  first: readonly number[],
  second: readonly number[],
): Readonly<{ difference: number; low: number; high: number }> {
  const difference = meanOf(first) - meanOf(second)
  const [a, b] = [variance(first) / first.length, variance(second) / second.length]
  if (a + b === 0) return { difference, low: difference, high: difference }
  const freedom = (a + b) ** 2 / (a ** 2 / (first.length - 1) + b ** 2 / (second.length - 1))
  const reach = student95(freedom) * Math.sqrt(a + b)
  return { difference, low: difference - reach, high: difference + reach }
}

function variance(values: readonly number[]): number {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}

function sideOf(points: readonly Dated[]) {
  return { from: points[0]?.period ?? '', to: points.at(-1)?.period ?? '', months: points.length }
}

function known(
  method: string,
  before: Side,
  after: Side,
  found: Readonly<{ difference: number; low: number; high: number }>,
): Effect {
  return { isKnown: true, method, before, after, ...found, isClear: found.low > 0 || found.high < 0 }
}
