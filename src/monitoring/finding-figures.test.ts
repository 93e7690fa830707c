import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FindingFacts, findingFigures } from './finding-figures.ts'

const one = {
  grade: 'minor',
  requirements: ['4.1-a'],
  raisedOn: '2026-01-01',
  closedOn: undefined,
  isRejected: false,
  effectDueOn: undefined,
  isEffective: undefined,
}
const findings: FindingFacts['findings'] = [
  { ...one, id: 'a', grade: 'major', raisedOn: '2026-02-19' },
  { ...one, id: 'b', raisedOn: '2026-01-30' },
  { ...one, id: 'c', closedOn: '2025-12-01', raisedOn: '2024-06-01', isEffective: true },
  {
    ...one,
    id: 'd',
    closedOn: '2026-01-10',
    raisedOn: '2025-11-01',
    requirements: ['9.2-a'],
    isEffective: false,
  },
  { ...one, id: 'e', requirements: ['9.9-z'], effectDueOn: '2026-02-01' },
  { ...one, id: 'f', grade: 'major', isRejected: true },
  { ...one, id: 'g', grade: 'opportunity' },
]
const actions = [
  { dueOn: '2026-01-10', doneOn: '2026-01-10' },
  { dueOn: '2026-01-10', doneOn: '2026-01-11' },
  { dueOn: '2026-02-10', doneOn: undefined },
  { dueOn: '2026-03-10', doneOn: undefined },
]
const of = (id: string, facts: FindingFacts = { findings, actions }) =>
  findingFigures.find((figure) => figure.id === id)?.of(facts, '2026-03-01')

test('figures of findings are those that a hand counts', () => {
  assert.deepEqual(of('open-majors'), { value: 1, n: 5 })
  assert.deepEqual(of('nonconformity-age'), { value: 30, n: 3 }, 'ages 10, 30 and 59 days')
  assert.deepEqual(of('actions-on-time'), { part: 1, whole: 3, n: 3 })
  assert.deepEqual(of('findings-effective'), { part: 1, whole: 3, n: 3 }, 'c proved, d did not, e is overdue')
  assert.deepEqual(
    of('findings-repeated'),
    { part: 2, whole: 4, n: 4 },
    'a and b follow c, which was closed before',
  )
})

test('without findings nothing is computed', () => {
  for (const { id } of findingFigures) assert.equal(of(id, { findings: [], actions: [] }), undefined, id)
})
