import type { Basis, Interval, Verdict } from './result.ts'

/** Two-sided 95 % quantile of the standard normal distribution. */
const z = 1.959963984540054

/** Fewer usable cases than this carry no verdict (assessment model 2.4). */
export const fewestCases = 10

/** More unusable subjects than this share make a part of what was meant to be everything (assessment model 2.4). */
export const toleratedUnknown = 0.05

/** The counts a verdict is made from: answers per subject, the share demanded, and whether all cases were seen. */
export type Counts = {
  readonly met: number
  readonly notMet: number
  readonly unknown: number
  readonly threshold: number
  readonly basis: Basis
}

/** A verdict with everything needed to explain it. */
export type Decision = {
  readonly verdict: Verdict
  readonly because: string
  readonly basis: Basis
  readonly share: number | undefined
  readonly interval: Interval | undefined
}

/** Wilson 95 % score interval for k good of n cases (Wilson 1927), both ends from 0 to 1; n is at least 1. */
export function wilson(k: number, n: number): Interval {
  const share = k / n
  const centre = share + z ** 2 / (2 * n)
  const reach = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  const scale = 1 + z ** 2 / n
  return {
    low: k === 0 ? 0 : Math.max(0, (centre - reach) / scale),
    high: k === n ? 1 : Math.min(1, (centre + reach) / scale),
  }
}

/** Decides a check: by the share itself when all cases were seen, by the Wilson interval when only a part was. */
export function decide(counts: Counts): Decision {
  const { met, notMet, threshold } = counts
  const cases = met + notMet
  const basis = basisOf(counts)
  if (cases === 0) {
    const because = counts.unknown > 0 ? 'no case has the fields that are needed' : 'no cases'
    return { verdict: 'inconclusive', because, basis, share: undefined, interval: undefined }
  }
  const share = met / cases
  const interval = wilson(met, cases)
  if (cases < fewestCases) {
    return { verdict: 'inconclusive', because: `fewer than ${fewestCases} cases`, basis, share, interval }
  }
  const decided = basis === 'population' ? byShare(share, threshold) : byInterval(interval, threshold)
  return { ...decided, basis, share, interval }
}

function basisOf({ met, notMet, unknown, basis }: Counts): Basis {
  const subjects = met + notMet + unknown
  return unknown > toleratedUnknown * subjects ? 'sample' : basis
}

function byShare(share: number, threshold: number) {
  return share >= threshold
    ? ({ verdict: 'pass', because: 'the share reaches the threshold' } as const)
    : ({ verdict: 'fail', because: 'the share is below the threshold' } as const)
}

function byInterval({ low, high }: Interval, threshold: number) {
  if (threshold < 1 && low >= threshold) {
    return { verdict: 'pass', because: 'the interval lies above the threshold' } as const
  }
  if (high < threshold) return { verdict: 'fail', because: 'the interval lies below the threshold' } as const
  if (threshold === 1) {
    return { verdict: 'inconclusive', because: 'a part cannot prove that every case is met' } as const
  }
  return { verdict: 'inconclusive', because: 'interval spans the threshold' } as const
}
