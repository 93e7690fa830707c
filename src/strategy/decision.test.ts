import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DecisionFigures, daysLate, missingParts, sealOf } from './decision.ts'

const figures: DecisionFigures = {
  readiness: { label: 'blocked', index: 49, rated: 100, applicable: 300 },
  gaps: { total: 40, major: 1, accepted: 3, effortDays: { low: 80, likely: 120, high: 200 } },
  alignment: { goals: 3, services: 12, coverage: 0.6 },
  risks: { rated: 5, high: 1 },
}
const roadmap = {
  plannedStart: '2026-01-05',
  plannedFinish: '2026-08-01',
  p50: '2026-08-20',
  p80: '2026-09-14',
  certificationDate: '2026-09-02',
  probability: 0.38,
  inputsHash: 'a',
}

test('the seal changes with any figure and not with the order in which they stand', () => {
  const turned = Object.fromEntries(Object.entries(figures).toReversed()) as DecisionFigures // the same parts

  assert.equal(sealOf(turned), sealOf(figures))
  assert.notEqual(sealOf({ ...figures, roadmap }), sealOf(figures))
  assert.notEqual(
    sealOf({ ...figures, roadmap: { ...roadmap, inputsHash: 'b' } }),
    sealOf({ ...figures, roadmap }),
  )
})

test('a seal is the same after the figures were kept as JSON', () => {
  assert.equal(sealOf(JSON.parse(JSON.stringify({ ...figures, case: undefined }))), sealOf(figures))
})

test('what was not planned is named', () => {
  assert.deepEqual(missingParts({ ...figures, roadmap }), ['case', 'training'])
})

test('days late are counted from the certification date to the P80 date', () => {
  assert.equal(daysLate({ ...figures, roadmap }), 12)
  assert.equal(daysLate(figures), undefined)
})
