import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReviewInput } from '#content/improvement.ts'
import type { MeasureResult } from '#evidence/collected.ts'
import { carryForward, type ReviewAction, unspoken } from './management-review.ts'
import { type Fact, prepareInputs } from './review-facts.ts'

const input: ReviewInput = {
  id: 'risks',
  title: 'Risks',
  asks: 'Do our actions work?',
  requirements: ['9.3-i'],
  figures: [
    { id: 'risks.high', title: 'High risks', fact: 'risks.high', unit: 'risks', good: 'down' },
    { id: 'risks.share', title: 'Share', measure: 'change.success', good: 'up' },
  ],
}
const fact = (value: number): Fact => ({ value, where: { page: 'register', id: 'risks' } })

function measure(points: MeasureResult['points']): MeasureResult {
  return {
    id: 'change.success',
    title: 'Success',
    claim: '',
    process: 'change',
    answers: 'share',
    unit: 'share',
    direction: 'up',
    target: 0.9,
    headline: false,
    aka: [],
    points,
    knownGaps: [],
    sqlHash: '',
  }
}

test('a figure is the newest month with a value, and stands beside that of the review before', () => {
  const then = prepareInputs({
    inputs: [input],
    facts: new Map([['risks.high', fact(2)]]),
    measures: [measure([{ period: '2026-01', part: 1, whole: 2, n: 2 }])],
    before: [],
  })
  const [now] = prepareInputs({
    inputs: [input],
    facts: new Map([['risks.high', fact(3)]]),
    measures: [
      measure([
        { period: '2026-01', part: 1, whole: 2, n: 2 },
        { period: '2026-02', part: 9, whole: 10, n: 10 },
        { period: '2026-03', part: 0, whole: 0, n: 0 },
      ]),
    ],
    before: then,
  })

  assert.deepEqual(
    now?.figures.map(({ value, before, n, period, target }) => [value, before, n, period, target]),
    [
      [3, 2, undefined, undefined, undefined],
      [0.9, 0.5, 10, '2026-02', 0.9],
    ],
  )
})

test('an input without any value has no facts, and zero is a value', () => {
  const prepare = (facts: ReadonlyMap<string, Fact>) =>
    prepareInputs({ inputs: [input], facts, measures: [], before: [] })
  const empty = prepare(new Map())

  assert.equal(empty[0]?.hasFacts, false)
  assert.equal(prepare(new Map([['risks.high', fact(0)]]))[0]?.hasFacts, true)
  assert.deepEqual(
    unspoken({ inputs: empty, carried: [], minutes: {} }).map(({ id }) => id),
    ['risks'],
  )
  assert.deepEqual(unspoken({ inputs: empty, carried: [], minutes: { risks: 'None came up.' } }), [])
  assert.equal(unspoken({ inputs: empty, carried: [], minutes: { risks: '  ' } }).length, 1)
})

function action(says: string, more: Partial<ReviewAction>): ReviewAction {
  return {
    id: says,
    review: 1,
    kind: 'other',
    says,
    owner: 'Ada',
    dueOn: '2026-12-31',
    state: 'open',
    outcome: '',
    version: 1,
    ...more,
  }
}

test('open actions are carried, the overdue first; ended ones only since the review before', () => {
  const carried = carryForward(
    [
      action('old', { state: 'done', endedOn: '2026-01-10' }),
      action('later', {}),
      action('done', { state: 'done', endedOn: '2026-08-01' }),
      action('overdue', { dueOn: '2026-09-30' }),
      action('today', { dueOn: '2026-11-22' }),
    ],
    { on: '2026-11-22', since: '2026-06-23' },
  )

  assert.deepEqual(
    carried.map(({ says, isOverdue }) => [says, isOverdue]),
    [
      ['overdue', true],
      ['today', false],
      ['later', false],
      ['done', false],
    ],
  )
})
