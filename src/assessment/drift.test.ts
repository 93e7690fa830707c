import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Result } from '#evidence/result.ts'
import { findDrifts } from './drift.ts'

function result(check: string, verdict: Result['verdict'], share?: number): Result {
  return {
    check,
    title: check,
    subject: 'ticket',
    purpose: 'conformity',
    severity: 'minor',
    period: { from: '2026-01-01', to: '2026-02-01' },
    population: 50,
    met: 40,
    unknown: 0,
    notApplicable: 0,
    threshold: 0.95,
    ...(share === undefined ? {} : { share }),
    verdict,
    because: '',
    basis: 'population',
    exceptions: [],
    exceptionCount: 0,
    decides: [],
    knownGaps: [],
    remedy: '',
    sqlHash: '',
    dataHash: '',
  }
}

test('a check that passed and fails is told, the deepest fall first', () => {
  const before = [result('a', 'pass', 0.97), result('b', 'pass', 0.96), result('c', 'fail', 0.5)]
  const after = [result('a', 'fail', 0.93), result('b', 'fail', 0.4), result('c', 'fail', 0.4)]

  assert.deepEqual(
    findDrifts(before, after).map(({ check }) => check),
    ['b', 'a'],
  )
  assert.match(findDrifts(before, after)[1]?.says ?? '', /from 97 % to 93 % of 50, wanted 95 %/)
})

test('a check without data is no drift', () => {
  assert.deepEqual(findDrifts([result('a', 'pass', 1)], [result('a', 'inconclusive')]), [])
  assert.deepEqual(findDrifts([], [result('a', 'fail', 0.1)]), [])
})
