import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countTenders, poissonInterval } from './tender-count.ts'

const asked = (on: string | undefined) => ({ asks: true, on })

test('tenders are counted by the year since the first, those that nobody asked about and those to come left out', () => {
  const found = countTenders(
    [
      asked('2025-06-30'),
      asked('2026-02-01'),
      { asks: false, on: '2024-12-31' },
      asked('2027-03-31'),
      asked(undefined),
    ],
    '2026-12-31',
  )

  assert.deepEqual([found?.n, found?.months, found?.period], [2, 24, { from: '2024-12', to: '2026-12' }])
  assert.equal(found?.range.base, 1)
  assert.deepEqual([found?.range.low, found?.range.high], [0.12, 3.61])
})

test('the window is at least a year and at most three', () => {
  const young = countTenders([asked('2026-12-01')], '2026-12-31')
  const old = countTenders([asked('2010-01-01'), asked('2026-01-01')], '2026-12-31')

  assert.deepEqual([young?.range.base, young?.months], [1, 12])
  assert.deepEqual([old?.n, old?.months, old?.range.base], [1, 36, 0.33])
})

test('a register without a tender whose day is over says nothing; one where nobody asked says none, and how sure that is', () => {
  assert.equal(countTenders([asked('2027-01-01')], '2026-12-31'), undefined)
  const none = countTenders([{ asks: false, on: '2026-01-01' }], '2026-12-31')
  assert.deepEqual([none?.range.low, none?.range.base], [0, 0])
  assert.equal(none?.range.high, 3.69)
})

test('the interval is that of the table of Poisson', () => {
  // Exact 95 % limits as printed in tables: 1 (0.025, 5.572), 5 (1.623, 11.668), 20 (12.217, 30.888).
  for (const [n, low, high] of [
    [1, 0.0253, 5.5716],
    [5, 1.6235, 11.6683],
    [20, 12.2165, 30.8884],
  ] as const) {
    const found = poissonInterval(n)
    assert.ok(Math.abs(found.low - low) < 1e-3, `${n}: ${found.low}`)
    assert.ok(Math.abs(found.high - high) < 1e-3, `${n}: ${found.high}`)
  }
})
