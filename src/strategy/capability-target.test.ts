import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aResult } from '../../test/oracle/given.ts'
import { type SetTarget, type Supported, targetCapabilities } from './capability-target.ts'

const processes = [
  { clause: '8.5.1', title: 'Change management' },
  { clause: '8.7.2', title: 'Service continuity management' },
]

function goal(priority: Supported['priority'], ...clauses: string[]): Supported {
  return { id: `goal-${priority}`, number: 'GOA-1', title: 'Open every day', priority, clauses }
}

function set(level: SetTarget['level']): ReadonlyMap<string, SetTarget> {
  const target: SetTarget = {
    level,
    reason: 'The board wants more.',
    version: 1,
    changedBy: 'Ada',
    changedAt: '2026-11-01T00:00:00.000Z',
  }
  return new Map([['8.5.1', target]])
}

const decides = [{ requirement: '8.5.1.3-a', part: 'approval' }]
const performed = aResult({ check: 'work.quick', purpose: 'performance', decides })
/** 60 of the 95 percent that are asked for are one third of the way: 33 percent of the attribute. */
const half = aResult({ check: 'work.as-agreed', met: 60, decides })

function first(
  ...given: Parameters<typeof targetCapabilities> extends [unknown, ...infer Rest] ? Rest : never
) {
  const [found] = targetCapabilities(processes, ...given)
  assert.ok(found)
  return found
}

test('a process without a goal is to be performed; the goal of the highest priority behind it says how much more', () => {
  const nothing = first([], new Map(), [])
  const low = first([goal('low', '8.5.1')], new Map(), [])
  const high = first([goal('low', '8.5.1'), goal('high', '8.5.1.3'), goal('medium', '8.7.2')], new Map(), [])
  const unsaid = first([goal(undefined, '8.5.1')], new Map(), [])

  assert.deepEqual(
    [nothing, low, high, unsaid].map(({ derived, target }) => [derived, target]),
    [
      [1, 1],
      [1, 1],
      [3, 3],
      [2, 2],
    ],
  )
  assert.equal(high.goals.length, 2)
  assert.equal(nothing.standing, 'not seen')
})

test('what is set stands instead of what follows from goals, and the gap is computed anew', () => {
  const goals = [goal('low', '8.5.1')]
  const modest = first(goals, new Map(), [performed, half])
  const wanted = first(goals, set(3), [performed, half])

  assert.equal(modest.standing, 'reached as far as seen')
  assert.deepEqual(
    modest.attributes.map(({ attribute, above }) => [attribute, above]),
    [['1.1', 50]],
  )
  assert.deepEqual([wanted.target, wanted.derived, wanted.standing], [3, 1, 'short'])
  assert.deepEqual(
    wanted.attributes.map(({ attribute, above, shown, short }) => [attribute, above, shown, short]),
    [
      ['1.1', 85, 100, undefined],
      ['2.2', 85, undefined, undefined],
      ['3.2', 50, 33, 18],
    ],
  )
})

test('a target of zero asks nothing, and checks that decide another process say nothing here', () => {
  const none = first([goal('high', '8.5.1')], set(0), [half])
  const elsewhere = aResult({ met: 10, decides: [{ requirement: '8.7.2-a', part: 'plan' }] })
  const other = first([goal('high', '8.5.1')], new Map(), [elsewhere])

  assert.deepEqual(none.attributes, [])
  assert.equal(none.standing, 'not seen')
  assert.equal(other.standing, 'not seen')
})
