import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examineAct } from './leader-act.ts'
import { examineMessage, reachMessage } from './message-reach.ts'
import { examineStakeholder, placeStakeholder } from './stakeholder-grid.ts'

const placed = (power: number, interest: number, impact: number, now: string, needed: string) =>
  placeStakeholder({
    power,
    interest,
    impact,
    attitude_needed: needed,
    attitudes: [{ on: '2026-01-10', attitude: now }],
  })

test('power, interest and what is missing in attitude give quarter and priority', () => {
  assert.deepEqual(placed(5, 2, 3, 'doubts', 'supports'), {
    attitude_now: 'doubts',
    quadrant: 'keep satisfied',
    priority: 13,
  })
  assert.deepEqual(placed(2, 5, 5, 'supports', 'supports'), {
    attitude_now: 'supports',
    quadrant: 'keep informed',
    priority: 5,
  })
  assert.deepEqual(placed(4, 4, 4, 'neutral', 'drives'), {
    attitude_now: 'neutral',
    quadrant: 'manage closely',
    priority: 12,
  })
})

test('the newest attitude is the one that counts, in whatever order they were written', () => {
  const attitudes = [
    { on: '2026-05-01', attitude: 'supports' },
    { on: '2026-02-01', attitude: 'blocks' },
  ]

  assert.equal(placeStakeholder({ power: 1, interest: 1, attitudes }).attitude_now, 'supports')
})

test('a day with two attitudes is refused', () => {
  const row = { on: '2026-05-01', attitude: 'supports' }

  assert.match(
    examineStakeholder({ attitudes: [row, row] })[0]?.message ?? '',
    /2026-05-01 stands there twice/,
  )
})

test('a leader cannot confirm an act of his own', () => {
  const act = { kind: 'communication', leader: 'Ada@example.org', done_on: '2026-03-01' }

  assert.match(
    examineAct({ ...act, confirmed_by: 'ada@example.org ' }, 'confirmed')[0]?.message ?? '',
    /Ada@example.org cannot confirm/,
  )
  assert.deepEqual(examineAct({ ...act, confirmed_by: 'ben@example.org' }, 'confirmed'), [])
})

test('a message reaches a share of its audience, and never more', () => {
  assert.deepEqual(reachMessage({ reached: 33, audience_size: 40 }), { reach: 82.5 })
  assert.match(examineMessage({ reached: 41, audience_size: 40 })[0]?.message ?? '', /more than the 40/)
  assert.match(examineMessage({ at: '25:00' })[0]?.message ?? '', /no time/)
})
