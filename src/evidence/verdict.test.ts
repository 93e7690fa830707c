import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { decide, wilson } from './verdict.ts'

const oracle = JSON.parse(
  readFileSync(new URL('../../test/oracle/assessment-oracle.json', import.meta.url), 'utf8'),
)
const added = JSON.parse(
  readFileSync(new URL('../../test/oracle/assessment-oracle-added.json', import.meta.url), 'utf8'),
)

test('the Wilson interval agrees with each vector to six decimals', async (t) => {
  for (const { k, n, low, high } of oracle.wilson_95) {
    await t.test(`${k} of ${n}`, () => {
      const interval = wilson(k, n)

      assert.ok(Math.abs(interval.low - low) < 5.1e-7, `low ${interval.low}`)
      assert.ok(Math.abs(interval.high - high) < 5.1e-7, `high ${interval.high}`)
    })
  }
})

test('a sample is decided as each vector says', async (t) => {
  for (const { k, n, threshold, verdict } of oracle.data_verdicts) {
    await t.test(`${k} of ${n} against ${threshold}`, () => {
      const decision = decide({ met: k, notMet: n - k, unknown: 0, threshold, basis: 'sample' })

      assert.equal(decision.verdict, verdict)
    })
  }
})

test('full populations, few cases and a threshold of 100 % are decided as each added vector says', async (t) => {
  for (const { name, met, not_met: notMet, unknown, threshold, basis, ...expected } of added.data_verdicts) {
    await t.test(name, () => {
      const decision = decide({ met, notMet, unknown, threshold, basis })

      assert.equal(decision.verdict, expected.verdict)
      assert.equal(decision.basis, expected.judged_as)
      if (expected.because) assert.equal(decision.because, expected.because)
    })
  }
})

const counts = {
  met: fc.nat(500),
  notMet: fc.nat(500),
  unknown: fc.nat(50),
  threshold: fc.double({ min: 0, max: 1, noNaN: true }),
}

test('the interval always holds the share', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.integer({ min: 1, max: 2000 }), (good, n) => {
      const k = Math.min(good, n)
      const { low, high } = wilson(k, n)

      assert.ok(low <= k / n && k / n <= high && low >= 0 && high <= 1)
    }),
  )
})

test('a sample never decides against what the share says', () => {
  fc.assert(
    fc.property(fc.record(counts), (given) => {
      const sample = decide({ ...given, basis: 'sample' })
      const share = sample.share ?? 0

      if (sample.verdict === 'pass') assert.ok(share >= given.threshold)
      if (sample.verdict === 'fail') assert.ok(share < given.threshold)
    }),
  )
})

test('one more good case never turns a pass into a fail', () => {
  fc.assert(
    fc.property(
      fc.record(counts),
      fc.constantFrom('population' as const, 'sample' as const),
      (given, basis) => {
        const before = decide({ ...given, basis })
        const after = decide({ ...given, met: given.met + 1, basis })

        if (before.verdict === 'pass') assert.notEqual(after.verdict, 'fail')
      },
    ),
  )
})
