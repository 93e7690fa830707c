import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aResult } from '../../test/oracle/given.ts'
import { hintCapability } from './capability-from-data.ts'

test('tickets hint at three attributes and leave alone what they cannot see', () => {
  const results = [
    aResult({ check: 'work.done' }),
    aResult({ check: 'work.fields', met: 40 }),
    aResult({ check: 'work.few', met: 5, population: 5 }),
    aResult({ check: 'work.other', met: 0 }),
  ]
  const attributes = { 'work.done': '1.1', 'work.fields': '2.2', 'work.few': '3.2' } as const

  const hints = hintCapability(
    results,
    (check) => Object.entries(attributes).find(([name]) => name === check)?.[1],
  )

  assert.deepEqual(hints, [
    { attribute: '1.1', percent: 100, band: 'F', checks: ['work.done'] },
    { attribute: '2.2', percent: 33, band: 'P', checks: ['work.fields'] },
    { attribute: '3.2', percent: undefined, band: undefined, checks: [] },
  ])
})
