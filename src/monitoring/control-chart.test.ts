import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chartOf, fewestPoints, rangesOf } from './control-chart.ts'
import type { Dated } from './figure.ts'

const month = (at: number) => `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
const values = (numbers: readonly number[]): Dated[] =>
  numbers.map((value, at) => ({ period: month(at), value, n: 1 }))
const shares = (parts: readonly (readonly [number, number])[]): Dated[] =>
  parts.map(([part, whole], at) => ({ period: month(at), part, whole, n: whole }))
const near = (found: number | undefined, expected: number) =>
  assert.ok(found !== undefined && Math.abs(found - expected) < 1e-9, `${found} is not ${expected}`)

/** A seeded stream of numbers from 0 to 1 (Park and Miller). */
function stream(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

test('limits of values are the mean and 2.66 mean moving ranges, as reckoned by hand', () => {
  // Mean 10.5; ranges 2 1 2 3 2 1 2 3 2 1 2 sum to 21, 21 / 11 = 1.909090...
  const numbers = [10, 12, 11, 9, 12, 10, 11, 9, 12, 10, 11, 9]
  const ranges = rangesOf(numbers)
  assert.deepEqual(ranges, [2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2])

  const { kind, limits, signals } = chartOf(values(numbers), false)

  assert.equal(kind, 'XmR')
  near(limits?.centre, 10.5)
  near(limits?.range?.mean, 21 / 11)
  near(limits?.range?.limit, 3.268 * (21 / 11))
  near(limits?.points[0]?.low, 10.5 - 2.66 * (21 / 11))
  near(limits?.points[0]?.high, 10.5 + 2.66 * (21 / 11))
  assert.deepEqual(limits?.baseline, { from: '2024-01', to: '2024-12', points: 12 })
  assert.deepEqual(signals, [])
})

test('limits of a share follow the n of each month, as reckoned by hand', () => {
  // 90 of 100 in all: centre 0.9; for n = 100 sigma = sqrt(0.9 x 0.1 / 100) = 0.03, for n = 25 it is 0.06.
  const chart = chartOf(shares([...Array(11).fill([90, 100]), [9, 10], [80, 100], [18, 25]]), true)

  near(chart.limits?.centre, 0.9)
  near(chart.limits?.points[0]?.low, 0.81)
  near(chart.limits?.points[0]?.high, 0.99)
  near(chart.limits?.points[13]?.low, 0.72)
  near(chart.limits?.points[13]?.high, 1)
  assert.deepEqual(
    chart.signals.filter(({ rule }) => rule === 'outside the limits'),
    [{ rule: 'outside the limits', periods: ['2025-01'] }],
    '80 of 100 lies below 0.81, 18 of 25 on its own limit 0.72 does not lie below it',
  )
})

test(`fewer than ${fewestPoints} points have no limits and no signals`, () => {
  const { limits, signals, points } = chartOf(values([1, 1, 1, 1, 1, 1, 1, 1, 99]), false)

  assert.equal(limits, undefined)
  assert.deepEqual(signals, [])
  assert.equal(points.length, 9)
})

test('a month without cases is no point', () => {
  const chart = chartOf(
    [...shares(Array(9).fill([1, 2])), { period: '2030-01', part: 0, whole: 0, n: 0 }],
    true,
  )

  assert.equal(chart.points.length, 9)
  assert.equal(chart.limits, undefined)
})

test('what comes after the baseline does not move the limits', () => {
  const base = [10, 12, 11, 9, 12, 10, 11, 9, 12, 10, 11, 9]
  const before = chartOf(values(base), false).limits
  const after = chartOf(values([...base, 40, 50, 60]), false).limits

  assert.equal(after?.centre, before?.centre)
  assert.deepEqual(after?.baseline, before?.baseline)
})

test('a constant series has no signal, whatever its value and length', () => {
  for (const length of [10, 12, 30, 100])
    for (const value of [0, 1, -3, 1e6, 0.1])
      assert.deepEqual(chartOf(values(Array(length).fill(value)), false).signals, [])
  for (const [part, whole] of [
    [0, 7],
    [7, 7],
    [3, 7],
  ] as const)
    assert.deepEqual(chartOf(shares(Array(40).fill([part, whole])), true).signals, [])
})

test('a series turned upside down has the same signals, and one moved or stretched too', () => {
  const next = stream(20000)
  for (let round = 0; round < 200; round += 1) {
    const numbers = Array.from({ length: 24 }, () => Math.round(100 * next()))
    const { signals } = chartOf(values(numbers), false)

    assert.deepEqual(chartOf(values(numbers.map((one) => -one)), false).signals, signals)
    assert.deepEqual(chartOf(values(numbers.map((one) => 4 * one + 8)), false).signals, signals)
  }
})

test('of a course of pure chance few points lie outside the limits', () => {
  const next = stream(7)
  let outside = 0
  for (let round = 0; round < 400; round += 1) {
    const numbers = Array.from({ length: 24 }, () => next() + next() + next() + next())
    const { signals } = chartOf(values(numbers), false)
    outside += signals.filter(({ rule }) => rule === 'outside the limits').length
  }
  const share = outside / (400 * 24)

  assert.ok(share < 0.02, `${outside} of ${400 * 24} points`)
})
