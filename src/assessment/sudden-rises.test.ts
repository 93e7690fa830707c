import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suddenRises } from './sudden-rises.ts'

function steps(count: number, from: string, to: string, by = 'Ada') {
  return Array.from({ length: count }, (_, index) => `4.1-${index}`).flatMap((requirement) => [
    { requirement, rating: from, by, on: '2026-01-01' },
    { requirement, rating: to, by, on: '2026-02-01' },
  ])
}

test('eleven better on one day by one person are named, ten are not', () => {
  assert.equal(suddenRises(steps(10, 'partially', 'conforming')).length, 0)
  assert.deepEqual(
    suddenRises(steps(11, 'partially', 'conforming')).map(({ by, on, requirements }) => [
      by,
      on,
      requirements.length,
    ]),
    [['Ada', '2026-02-01', 11]],
  )
})

test('a first rating is no rise, and neither is a lower one', () => {
  assert.equal(suddenRises(steps(20, 'not_assessed', 'conforming')).length, 0)
  assert.equal(suddenRises(steps(20, 'conforming', 'partially')).length, 0)
})
