import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeasureResult, Point } from '#evidence/collected.ts'
import type { Result } from '#evidence/result.ts'
import { testHypothesis } from './hypothesis.ts'

function measure(
  answers: MeasureResult['answers'],
  points: readonly Point[],
  because?: string,
): MeasureResult {
  return {
    id: 'change.success',
    title: 'Changes that succeeded',
    claim: '',
    process: 'change',
    answers,
    unit: answers === 'share' ? 'share' : 'hours',
    direction: 'up',
    headline: false,
    aka: [],
    points: [...points],
    because,
    knownGaps: [],
    sqlHash: '',
  }
}

const month = (part: number, whole: number): Point => ({ period: '2026-01', part, whole, n: whole })
const value = (one: number): Point => ({ period: '2026-01', value: one, n: 7 })
const about = { question: 'change.success', claim: 'at least', bound: 90 } as const

test('a share whose whole interval lies above the bound supports "at least"', () => {
  const tested = testHypothesis(about, {
    results: [],
    measures: [measure('share', [month(190, 200), month(196, 200)])],
  })

  assert.equal(tested.verdict, 'supported')
  assert.equal(tested.n, 400)
  assert.equal(tested.value, 96.5)
  // Wilson for 386 of 400
  assert.ok(
    Math.abs((tested.interval?.low ?? 0) - 94.21) < 0.02 &&
      Math.abs((tested.interval?.high ?? 0) - 97.9) < 0.02,
  )
})

test('the same share refutes "at most", and a bound inside the interval decides nothing', () => {
  const measures = [measure('share', [month(386, 400)])]

  assert.equal(testHypothesis({ ...about, claim: 'at most' }, { results: [], measures }).verdict, 'refuted')
  assert.equal(testHypothesis({ ...about, bound: 96 }, { results: [], measures }).verdict, 'undecided')
})

test('few cases decide nothing, however good they are', () => {
  const tested = testHypothesis(
    { ...about, bound: 10 },
    { results: [], measures: [measure('share', [month(9, 9)])] },
  )

  assert.deepEqual([tested.verdict, tested.because], ['undecided', 'Fewer than 10 cases.'])
})

test('values are averaged over months with the interval of Student', () => {
  const tested = testHypothesis(
    { question: 'change.success', claim: 'at most', bound: 20 },
    { results: [], measures: [measure('value', [10, 12, 14].map(value))] },
  )

  // mean 12, s = 2, t(2) = 4.303: 12 -+ 4.969
  assert.equal(tested.value, 12)
  assert.equal(tested.interval?.high.toFixed(2), '16.97')
  assert.equal(tested.verdict, 'supported')
  assert.equal(tested.counts, 'months')
})

test('what was not supplied is no data and says why', () => {
  const tested = testHypothesis(about, {
    results: [],
    measures: [measure('share', [], 'not supplied: change.outcome')],
  })

  assert.deepEqual([tested.verdict, tested.because], ['no data', 'not supplied: change.outcome'])
  assert.equal(testHypothesis(about, { results: [], measures: [] }).verdict, 'no data')
})

test('a check can be named as well', () => {
  const check = { check: 'change.approved-before-start', title: 'x', population: 50, met: 20 } as Result // only what is read

  const tested = testHypothesis(
    { question: check.check, claim: 'at most', bound: 70 },
    { results: [check], measures: [] },
  )

  assert.deepEqual([tested.verdict, tested.n, tested.value], ['supported', 50, 40])
})
