import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examineStatement } from './customer-statement.ts'
import { examineChosen, judgeConditions } from './option-conditions.ts'
import { countSimplification, examineSimplification } from './simplification.ts'
import { costOfWay, examineWay } from './ways-cost.ts'

test('a way costs its days at their rates, its documents, and its licences over the years', () => {
  const way = {
    years: 3,
    external_days_low: 10,
    external_days: 20,
    external_days_high: 40,
    external_rate: 1000,
    documents: 10,
    document_price: 65,
    licence_once: 500,
    licence_yearly: 100,
    own_days: 100,
    own_rate: 400,
  }

  // 500 + 3 * 100 + 10 * 65 are the same in every course.
  assert.deepEqual(costOfWay(way), {
    cost_low: 10_000 + 1450 + 40_000,
    cost_likely: 20_000 + 1450 + 40_000,
    cost_high: 40_000 + 1450 + 40_000,
    cost_paid: 20_000 + 1450,
  })
  assert.deepEqual(examineWay(way), [])
})

test('days out of order, and days without a rate, are named by their field', () => {
  const fields = (data: object) =>
    examineWay(data as Parameters<typeof examineWay>[0]).map(({ field }) => field)

  assert.deepEqual(fields({ own_days_low: 5, own_days: 3, own_rate: 1 }), ['own_days'])
  assert.deepEqual(fields({ own_days_low: 5, own_rate: 1 }), ['own_days'])
  assert.deepEqual(fields({ external_days: 3, documents: 2 }), ['external_rate', 'document_price'])
})

test('conditions that are not known do not hold, and a failing one is answered before an option is chosen', () => {
  const conditions = [
    { condition: 'People are there', holds: 'yes' },
    { condition: 'Suppliers report', holds: 'not known' },
    { condition: 'Nothing else runs', holds: 'no' },
  ]
  const answered = [...conditions.slice(0, 2), { ...conditions[2], shown_by: 'The move is done in May.' }]

  assert.deepEqual(judgeConditions({ conditions }), { conditions_met: 33 })
  assert.deepEqual(judgeConditions({}), { conditions_met: undefined })
  assert.match(examineChosen({ conditions }, 'chosen')[0]?.message ?? '', /"Nothing else runs" does not hold/)
  assert.deepEqual(examineChosen({ conditions }, 'compared'), [])
  assert.deepEqual(examineChosen({ conditions: answered }, 'chosen'), [])
})

test('a simplification says what fell away and what became of its measure', () => {
  const data = {
    steps_before: 9,
    steps_after: 6,
    approvals_before: 3,
    approvals_after: 1,
    value_before: 4,
    value_after: 1,
  }

  assert.deepEqual(countSimplification(data), {
    steps_removed: 3,
    approvals_removed: 2,
    effect: -3,
    effect_percent: -75,
  })
  assert.equal(countSimplification({ value_before: 0, value_after: 1 }).effect_percent, undefined)
})

test('before means before and after means after, and more steps are no simplification', () => {
  const days = { done_on: '2026-10-12', before_until: '2026-10-13', after_from: '2026-10-11' }
  const fields = (data: object, state = 'in use') =>
    examineSimplification(data as Parameters<typeof examineSimplification>[0], state).map(
      ({ field }) => field,
    )

  assert.deepEqual(fields(days), ['before_until', 'after_from'])
  assert.deepEqual(fields({ steps_before: 3, steps_after: 5 }), ['steps_after'])
  assert.deepEqual(fields({ steps_removed: 0 }, 'measured'), ['steps_after'])
  assert.deepEqual(fields({ approvals_removed: 2 }, 'measured'), [])
})

test('what a customer said is used only with a consent and its day', () => {
  const fields = (data: object, state: string) =>
    examineStatement(data as Parameters<typeof examineStatement>[0], state).map(({ field }) => field)
  const given = { consent: 'with name', consent_on: '2026-09-14', said_on: '2026-09-14' }

  assert.deepEqual(fields({ consent: 'none', said_on: '2026-09-14' }, 'usable'), ['consent'])
  assert.deepEqual(fields({ consent: 'with name' }, 'received'), ['consent_on'])
  assert.deepEqual(fields({ ...given, consent_until: '2026-01-01' }, 'usable'), ['consent_until'])
  assert.deepEqual(fields(given, 'usable'), [])
})
