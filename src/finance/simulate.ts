import { mulberry32 } from '#assessment/sampling.ts'
import type { CaseSettings, Scenario } from './case.ts'
import { correlate } from './correlate.ts'
import { inverseOf } from './distribution.ts'
import { type Inputs, likelyRow } from './inputs.ts'
import type { Term } from './terms.ts'

/** The drawn values of every input that has a range: one column an input, one place a trial. */
export type Draws = Readonly<{ trials: number; columns: ReadonlyMap<number, Float64Array> }>

/** The spread of the net present value over all trials. Percentiles by linear interpolation (type 7), sd of the sample. */
export type Spread = Readonly<{
  trials: number
  mean: number
  sd: number
  p05: number
  p10: number
  p25: number
  p50: number
  p75: number
  p90: number
  p95: number
  probabilityPositive: number
  /** Equal steps between the lowest and the highest value, with the trials in each. */
  bins: readonly Readonly<{ from: number; to: number; count: number }>[]
}>

/**
 * Draws every input that has a range: per trial one uniform an input, in the order of the inputs (mulberry32, seeded).
 * With a correlation the columns of the volumes are put into a like order (Iman and Conover); nothing else about them changes.
 */
export function drawInputs({ list }: Inputs, settings: CaseSettings): Draws {
  const { seed, trials, distribution, correlation } = settings
  const drawn = [...list.entries()].filter(([, { range }]) => range.high > range.low)
  const inverses = drawn.map(([, { range }]) => inverseOf(distribution, range))
  const columns = drawn.map(() => new Float64Array(trials))
  const next = mulberry32(seed)
  for (let trial = 0; trial < trials; trial += 1)
    for (let at = 0; at < drawn.length; at += 1) {
      const [column, inverse] = [columns[at], inverses[at]]
      if (column && inverse) column[trial] = inverse(next())
    }
  const volumes = drawn.flatMap(([, { isVolume }], at) => (isVolume && columns[at] ? [columns[at]] : []))
  if (correlation > 0 && volumes.length > 1) correlate(volumes, correlation, seed)
  return {
    trials,
    columns: new Map(
      drawn.map(([place], at): [number, Float64Array] => [place, columns[at] ?? new Float64Array(trials)]),
    ),
  }
}

/** The net present value of each trial. */
export function simulate(
  terms: readonly Term[],
  inputs: Inputs,
  draws: Draws,
  { rate, scenario }: Readonly<{ rate: number; scenario: Scenario }>,
): Float64Array {
  const row = likelyRow(inputs, scenario)
  const fixed = new Set(Object.keys(scenario.overrides ?? {}).map(inputs.place))
  const columns = [...draws.columns].filter(([place]) => !fixed.has(place))
  const weights = terms.map((term) => presentWeight(term, rate))
  const values = new Float64Array(draws.trials)
  for (let trial = 0; trial < draws.trials; trial += 1) {
    for (const [place, column] of columns) row[place] = column[trial] ?? Number.NaN
    let value = 0
    for (let at = 0; at < terms.length; at += 1) value += (weights[at] ?? 0) * (terms[at]?.of(row) ?? 0)
    values[trial] = value
  }
  return values
}

/** What one unit of an amount is worth today over all years: a cost counts below zero, a part of another line not at all. */
export function presentWeight({ amount, perYear }: Term, rate: number): number {
  if (amount.partOf !== undefined) return 0
  const sign = amount.side === 'cost' ? -1 : 1
  return sign * perYear.reduce((sum, share, year) => sum + share / (1 + rate) ** year, 0)
}

const steps = 40

/** Describes the values of all trials. */
export function spreadOf(values: Float64Array): Spread {
  const sorted = values.toSorted()
  const trials = sorted.length
  const mean = sorted.reduce((sum, value) => sum + value, 0) / trials
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const at = (share: number) => percentile(sorted, share)
  return {
    trials,
    mean,
    sd: Math.sqrt(squares / Math.max(1, trials - 1)),
    p05: at(0.05),
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
    p95: at(0.95),
    probabilityPositive: sorted.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) / trials,
    bins: binsOf(sorted),
  }
}

/** A percentile of sorted values, by linear interpolation between neighbours (type 7). */
export function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN
  return low + (place - below) * (high - low)
}

function binsOf(sorted: Float64Array): Spread['bins'] {
  const [lowest, highest] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
  const width = (highest - lowest) / steps
  if (width === 0) return [{ from: lowest, to: highest, count: sorted.length }]
  const counts = new Array<number>(steps).fill(0)
  for (const value of sorted) {
    const bin = Math.min(steps - 1, Math.floor((value - lowest) / width))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count, bin) => ({
    from: lowest + bin * width,
    to: lowest + (bin + 1) * width,
    count,
  }))
}
