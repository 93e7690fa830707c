import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pertQuantile } from './pert.ts'

test('a symmetrical estimate has its likeliest value in the middle', () => {
  assert.ok(Math.abs(pertQuantile({ low: 10, likely: 20, high: 30 }, 0.5) - 20) < 0.01)
})

test('the mean over all shares is that of PERT, a sixth of least, four times likeliest and most', () => {
  const estimate = { low: 10, likely: 20, high: 40 }
  const shares = Array.from({ length: 2000 }, (_, at) => (at + 0.5) / 2000)

  const mean = shares.reduce((sum, share) => sum + pertQuantile(estimate, share), 0) / shares.length

  assert.ok(Math.abs(mean - (10 + 4 * 20 + 40) / 6) < 0.02, String(mean))
})

test('the ends are the least and the most', () => {
  const estimate = { low: 1, likely: 2, high: 5 }

  assert.deepEqual([pertQuantile(estimate, 0), pertQuantile(estimate, 1)], [1, 5])
})

test('an estimate without a range is its value', () => {
  assert.equal(pertQuantile({ low: 3, likely: 3, high: 3 }, 0.9), 3)
})
