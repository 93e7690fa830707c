import assert from 'node:assert/strict'
import { test } from 'node:test'
import { effectOf, newcombe, welch } from './effect.ts'
import type { Dated } from './figure.ts'
import { student95 } from './student.ts'

const near = (found: number, expected: number, within = 5e-5) =>
  assert.ok(Math.abs(found - expected) < within, `${found} is not ${expected}`)

test('the interval of two shares is that of Newcombe (1998), table II, method 10', () => {
  // 56/70 - 48/80: 0.0524 to 0.3339; 9/10 - 3/10: 0.1705 to 0.8090; 10/10 - 0/20: 0.6791 to 1.
  const vectors = [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
  ] as const
  for (const [a, m, b, n, low, high] of vectors) {
    const found = newcombe({ part: a, whole: m }, { part: b, whole: n })
    near(found.low, low)
    near(found.high, high)
  }
})

test("the quantile of Student's t is that of the tables", () => {
  near(student95(1), 12.7062, 1e-3)
  near(student95(2), 4.3027)
  near(student95(5), 2.5706)
  near(student95(10), 2.2281)
  near(student95(30), 2.0423)
  near(student95(1000), 1.9623)
})

test('the interval of two means is that of Welch, as reckoned by hand', () => {
  // Means 12 and 9, variances 1 and 4, n 3 and 3: difference 3, error sqrt(5/3), freedom (5/3)^2 / (1/18 + 16/18) = 2.941176.
  const found = welch([11, 12, 13], [7, 9, 11])
  const reach = student95(50 / 17) * Math.sqrt(5 / 3)

  near(found.difference, 3, 1e-12)
  near(found.low, 3 - reach, 1e-9)
  near(found.high, 3 + reach, 1e-9)
  near(student95(50 / 17), 3.2194, 2e-3)
})

const shares = (from: number, parts: readonly number[]): Dated[] =>
  parts.map((part, at) => ({
    period: `2026-${String(from + at).padStart(2, '0')}`,
    part,
    whole: 100,
    n: 100,
  }))

test('the month of the decision belongs to neither side, and at most six months stand before it', () => {
  const series = [...shares(1, [1, 50, 50, 50, 50, 50, 50]), ...shares(8, [99]), ...shares(9, [80, 80])]
  const effect = effectOf(series, '2026-08-14', true)

  assert.ok(effect.isKnown)
  assert.deepEqual(
    [effect.before.from, effect.before.to, effect.before.part, effect.before.whole],
    ['2026-02', '2026-07', 300, 600],
  )
  assert.deepEqual(
    [effect.after.from, effect.after.to, effect.after.part, effect.after.whole],
    ['2026-09', '2026-10', 160, 200],
  )
  near(effect.difference, 0.3, 1e-12)
  assert.equal(effect.isClear, true)
  assert.match(effect.method, /Newcombe/)
})

test('no month after the decision, or too few cases, is said and not reckoned', () => {
  assert.deepEqual(effectOf(shares(1, [50, 50]), '2026-02-10', true), {
    isKnown: false,
    because: 'No month after 2026-02 is closed yet.',
  })
  const few: Dated[] = [
    { period: '2026-01', part: 1, whole: 9, n: 9 },
    { period: '2026-03', part: 9, whole: 9, n: 9 },
  ]
  assert.match(JSON.stringify(effectOf(few, '2026-02-10', true)), /Fewer than 10 cases/)
  const means: Dated[] = ['2026-01', '2026-03'].map((period) => ({ period, value: 1, n: 5 }))
  assert.match(JSON.stringify(effectOf(means, '2026-02-10', false)), /Fewer than 3 months/)
})

test('a series that does not change has no clear effect', () => {
  const effect = effectOf(shares(1, [50, 52, 48, 50, 51, 49, 50]), '2026-04-10', true)

  assert.ok(effect.isKnown)
  assert.equal(effect.isClear, false)
})
