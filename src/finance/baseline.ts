import type { AssumptionKind } from '#content/finance.ts'
import type { Collected, MeasureResult, Point } from '#evidence/collected.ts'
import { wilson } from '#evidence/verdict.ts'
import type { ThreePoint } from './three-point.ts'

/** A figure that the tickets gave, with what it stands on. */
export type Measured = Readonly<{
  measure: string
  title: string
  unit: string
  /** Cases that it was counted from. */
  n: number
  /** Whole months that it was counted over. */
  months: number
  period: Readonly<{ from: string; to: string }>
}>

/** What a year looks like without the programme: the counted value and the 95 % interval around it. */
export type Baseline = Measured &
  Readonly<{
    range: ThreePoint
    /** The register that it was counted in, where no measure counts it. */
    register?: string
  }>

/** A measure to be looked at before a value is chosen: its mean over the months. */
export type Beside = Measured & Readonly<{ value: number }>

/** Fewer months say too little about a year. */
const fewestMonths = 3

/** The baseline of an assumption from what was collected; undefined where it has none, or too few months were counted. */
export function baselineOf(kind: AssumptionKind, collected: Collected): Baseline | undefined {
  if (!kind.baseline) return undefined
  const { measure: id, take, times } = kind.baseline
  const measure = collected.measures.find((one) => one.id === id)
  if (!measure) return undefined
  const points = wholeMonths(measure, collected)
  if (points.length < fewestMonths) return undefined
  const range = take === 'share' ? shareOf(points) : yearOf(points, times)
  return range && { ...measuredBy(measure, points), range }
}

/** The measures that stand beside an assumption, each with its mean. */
export function besideOf(kind: AssumptionKind, collected: Collected): Beside[] {
  return kind.beside.flatMap((id): Beside[] => {
    const measure = collected.measures.find((one) => one.id === id)
    const points = measure ? wholeMonths(measure, collected) : []
    const value = measure && meanOf(points)
    return measure && value !== undefined ? [{ ...measuredBy(measure, points), value }] : []
  })
}

/** What a measure counted in the months of a quarter; undefined where a month of it is missing. */
export function measuredIn(quarter: string, id: string, collected: Collected): Beside | undefined {
  const measure = collected.measures.find((one) => one.id === id)
  if (!measure) return undefined
  const months = new Set(monthsOfQuarter(quarter))
  const points = wholeMonths(measure, collected).filter(({ period }) => months.has(period))
  const value = points.length === months.size ? meanOf(points) : undefined
  return value === undefined ? undefined : { ...measuredBy(measure, points), value }
}

/** 2027-Q1 is 2027-01, 2027-02 and 2027-03. */
export function monthsOfQuarter(quarter: string): readonly string[] {
  const [year, number] = quarter.split('-Q')
  return [1, 2, 3].map((month) => `${year}-${String((Number(number) - 1) * 3 + month).padStart(2, '0')}`)
}

/** Months that the data cover from their first to their last day. */
export function wholeMonths({ points }: MeasureResult, { dataFrom, dataUntil }: Collected): readonly Point[] {
  return points.filter(
    ({ period }) => `${period}-01` >= dataFrom.slice(0, 10) && lastDayOf(period) <= dataUntil.slice(0, 10),
  )
}

function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

/** Twelve times the mean month; the interval follows from how the months differ. */
function yearOf(points: readonly Point[], times: number): ThreePoint | undefined {
  const values = points.map(({ value, part }) => value ?? part ?? 0)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  const half = 1.96 * Math.sqrt(variance * 12)
  const year = 12 * mean
  return rangeOf([Math.max(0, year - half) * times, year * times, (year + half) * times])
}

/** All cases of all months together, with the interval of Wilson. */
function shareOf(points: readonly Point[]): ThreePoint | undefined {
  const part = points.reduce((sum, point) => sum + (point.part ?? 0), 0)
  const whole = points.reduce((sum, point) => sum + (point.whole ?? 0), 0)
  if (whole === 0) return undefined
  const { low, high } = wilson(part, whole)
  return rangeOf([low, part / whole, high], 4)
}

/** Rounded to what can be read: three figures more than the data can tell would only look exact. */
function rangeOf([low, base, high]: readonly [number, number, number], digits = 0): ThreePoint {
  const places = digits > 0 || high >= 100 ? digits : 1
  const round = (value: number) => Number(value.toFixed(places))
  return { low: round(low), base: round(base), high: round(high) }
}

function meanOf(points: readonly Point[]): number | undefined {
  const whole = points.reduce((sum, point) => sum + (point.whole ?? 0), 0)
  if (whole > 0) return points.reduce((sum, point) => sum + (point.part ?? 0), 0) / whole
  const valued = points.filter(({ value }) => value !== undefined)
  const n = valued.reduce((sum, point) => sum + point.n, 0)
  if (valued.length === 0) return undefined
  // A count is its own n: months weigh the same then.
  if (n === 0 || valued.every((point) => point.value === point.n))
    return valued.reduce((sum, { value = 0 }) => sum + value, 0) / valued.length
  return valued.reduce((sum, { value = 0, n: weight }) => sum + value * weight, 0) / n
}

function measuredBy({ id, title, unit }: MeasureResult, points: readonly Point[]): Measured {
  const n = points.reduce((sum, point) => sum + (point.whole ?? point.n), 0)
  const [first, last] = [points[0]?.period ?? '', points.at(-1)?.period ?? '']
  return { measure: id, title, unit, n, months: points.length, period: { from: first, to: last } }
}
