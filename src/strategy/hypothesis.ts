import type { MeasureResult } from '#evidence/collected.ts'
import type { Result } from '#evidence/result.ts'
import { fewestCases, wilson } from '#evidence/verdict.ts'

/** What is believed: a measure or check stays at least, or at most, at a bound. Bounds of shares are percent. */
export type Hypothesis = Readonly<{ question: string; claim: 'at least' | 'at most'; bound: number }>

/** What data say of it. Value, interval and bound are in the unit; n counts cases, or months where values are averaged. */
export type Tested = Readonly<{
  verdict: 'supported' | 'refuted' | 'undecided' | 'no data'
  because: string
  title: string | undefined
  unit: string | undefined
  n: number
  counts: 'cases' | 'months'
  value: number | undefined
  interval: Readonly<{ low: number; high: number }> | undefined
}>

/** The two-sided 95 % quantile of Student's t for 1 to 30 degrees of freedom; beyond, the normal one is near enough. */
const student = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]
const normal = 1.96
const fewestMonths = 3

/**
 * Holds a hypothesis against the newest evidence. It is supported when the whole 95 % interval lies on the side that is claimed,
 * refuted when all of it lies on the other, else undecided: the data of a period are a part of what the hypothesis speaks of.
 * Shares carry the Wilson interval over all cases, values that of Student over the months.
 */
export function testHypothesis(
  hypothesis: Hypothesis,
  { results, measures }: Readonly<{ results: readonly Result[]; measures: readonly MeasureResult[] }>,
): Tested {
  const { question } = hypothesis
  const check = results.find((one) => one.check === question)
  if (check) {
    const { title, population, met, because } = check
    return ofShare(hypothesis, { title, part: met, whole: population, because })
  }
  const measure = measures.find(({ id }) => id === question)
  if (!measure) return nothing(`There is no result of ${question} yet.`)
  if (measure.answers === 'value') return ofValues(hypothesis, measure)
  return ofShare(hypothesis, {
    title: measure.title,
    part: sum(measure.points.map(({ part = 0 }) => part)),
    whole: sum(measure.points.map(({ whole = 0 }) => whole)),
    because: measure.because,
  })
}

function ofShare(
  hypothesis: Hypothesis,
  {
    title,
    part,
    whole,
    because,
  }: Readonly<{ title: string; part: number; whole: number; because: string | undefined }>,
): Tested {
  const found = { title, unit: '%', n: whole, counts: 'cases' } as const
  if (whole === 0) return { ...nothing(because ?? 'There were no cases.'), ...found }
  const { low, high } = wilson(part, whole)
  const interval = { low: 100 * low, high: 100 * high }
  const value = (100 * part) / whole
  if (whole < fewestCases)
    return { ...found, value, interval, verdict: 'undecided', because: `Fewer than ${fewestCases} cases.` }
  return { ...found, value, interval, ...judge(hypothesis, interval) }
}

function ofValues(hypothesis: Hypothesis, { title, unit, points, because }: MeasureResult): Tested {
  const values = points.flatMap(({ value }) => (value === undefined ? [] : [value]))
  const n = values.length
  const found = { title, unit, n, counts: 'months' } as const
  if (n === 0) return { ...nothing(because ?? 'There are no values.'), ...found }
  const value = sum(values) / n
  if (n < fewestMonths)
    return {
      ...found,
      value,
      interval: undefined,
      verdict: 'undecided',
      because: `Fewer than ${fewestMonths} months.`,
    }
  const variance = sum(values.map((one) => (one - value) ** 2)) / (n - 1)
  const reach = (student[n - 2] ?? normal) * Math.sqrt(variance / n)
  const interval = { low: value - reach, high: value + reach }
  return { ...found, value, interval, ...judge(hypothesis, interval) }
}

function judge({ claim, bound }: Hypothesis, { low, high }: Readonly<{ low: number; high: number }>) {
  const [isAbove, isBelow] = [low >= bound, high <= bound]
  const [holds, fails] = claim === 'at least' ? [isAbove, high < bound] : [isBelow, low > bound]
  if (holds) return { verdict: 'supported', because: 'The whole interval lies where it is claimed.' } as const
  if (fails) return { verdict: 'refuted', because: 'The whole interval lies on the other side.' } as const
  return { verdict: 'undecided', because: 'The interval holds the bound.' } as const
}

function nothing(because: string): Tested {
  return {
    verdict: 'no data',
    because,
    title: undefined,
    unit: undefined,
    n: 0,
    counts: 'cases',
    value: undefined,
    interval: undefined,
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
