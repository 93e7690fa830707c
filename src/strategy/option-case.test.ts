import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Record } from '#registers/record.ts'
import { costOf } from './option-case-store.ts'

const option: Record = {
  id: 'a',
  register: 'technology-options',
  serial: 1,
  number: 'TOP-1',
  state: 'chosen',
  label: 'Connect monitoring',
  data: { cost_once: 12_000, cost_yearly: 0, effort_days: 15 },
  version: 1,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  deletedAt: undefined,
}

test('a chosen option enters the case with its cost as it stands in the register', () => {
  assert.deepEqual(costOf(option), {
    id: 'option-a',
    title: 'TOP-1 Connect monitoring',
    side: 'cost',
    class: 'hard',
    source: 'Technology option TOP-1',
    once: { low: 12_000, base: 12_000, high: 12_000 },
  })
})

test('an option that is not chosen, or costs nothing, has no line', () => {
  assert.throws(() => costOf({ ...option, state: 'compared' }), /TOP-1 is not chosen/)
  assert.throws(() => costOf({ ...option, data: {} }), /costs nothing/)
})
