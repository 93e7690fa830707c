import type { Baseline } from './baseline.ts'

/** A tender as far as it is counted: whether service management was asked about, and the day its offer was due. */
export type Tender = Readonly<{ asks: boolean; on: string | undefined }>

const day = 86_400_000
const year = 365.25 * day
const longestYears = 3

/**
 * Tenders a year that ask about service management: those of the register whose day is over, since the first of them, at
 * least one year and at most three, with the exact 95 % interval of Poisson around their number. Undefined where no
 * tender has a day that is over.
 */
export function countTenders(tenders: readonly Tender[], today: string): Baseline | undefined {
  const over = tenders.flatMap(({ asks, on }) => (on !== undefined && on <= today ? [{ asks, on }] : []))
  const [first] = over.map(({ on }) => on).sort()
  if (first === undefined) return undefined
  const until = Date.parse(today)
  const years = Math.min(longestYears, Math.max(1, (until - Date.parse(first)) / year))
  const from = new Date(until - years * year).toISOString().slice(0, 10)
  const n = over.filter(({ asks, on }) => asks && on >= from).length
  const { low, high } = poissonInterval(n)
  const yearly = (count: number) => Math.round((100 * count) / years) / 100
  return {
    measure: 'tenders',
    register: 'tenders',
    title: 'Tenders that ask about service management',
    unit: 'tenders a year',
    n,
    months: Math.round(12 * years),
    period: { from: from.slice(0, 7), to: today.slice(0, 7) },
    range: { low: yearly(low), base: yearly(n), high: yearly(high) },
  }
}

/** Means of Poisson between which a count of n is no surprise: each tail holds 2.5 % (Garwood 1936). */
export function poissonInterval(n: number): Readonly<{ low: number; high: number }> {
  const tail = 0.025
  const highest = 10 + 3 * n
  return {
    low: n === 0 ? 0 : meanWhere((mean) => 1 - atMost(n - 1, mean) < tail, highest),
    high: meanWhere((mean) => atMost(n, mean) > tail, highest),
  }
}

/** The chance of at most n where the mean is this. */
function atMost(n: number, mean: number): number {
  let [term, sum] = [Math.exp(-mean), 0]
  for (let count = 0; count <= n; count += 1) {
    sum += term
    term *= mean / (count + 1)
  }
  return sum
}

/** The mean up to which something holds, by halving. */
function meanWhere(holds: (mean: number) => boolean, highest: number): number {
  let [low, high] = [0, highest]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}
