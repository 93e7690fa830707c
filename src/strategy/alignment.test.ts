import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AlignmentMatter, measureAlignment } from './alignment.ts'
import type { AlignedService, Contribution, Goal } from './goal.ts'

function goal(id: string, more: Partial<Goal> = {}): Goal {
  return {
    id,
    number: `GOA-${id}`,
    title: id,
    theme: undefined,
    perspective: undefined,
    priority: 'medium',
    owner: 'Ada',
    horizon: 'this year',
    metric: 'a figure',
    unit: undefined,
    baseline: undefined,
    target: undefined,
    current: undefined,
    dueOn: undefined,
    ...more,
  }
}

const service = (id: string, criticality: AlignedService['criticality']): AlignedService => ({
  id,
  number: `SVC-${id}`,
  title: id,
  criticality,
})

const helps = (what: string, of: string, strength: Contribution['strength']): Contribution => ({
  id: `${what}>${of}`,
  goal: of,
  kind: 'service',
  what,
  strength,
  rationale: 'because',
  owner: undefined,
})

const matter: AlignmentMatter = {
  goals: [goal('grow', { priority: 'high' }), goal('save', { priority: 'low' })],
  services: [service('shop', 'critical'), service('mail', 'low'), service('till', 'high')],
  contributions: [
    helps('shop', 'grow', 'high'),
    helps('mail', 'save', 'low'),
    helps('till', 'grow', 'medium'),
  ],
  kpis: [],
  initiatives: [],
}

test('coverage is what a hand computes, and the score is the lower share', () => {
  const { score, ofServices, ofGoals } = measureAlignment(matter)

  // services: (4*3/3 + 1*1/3 + 3*2/3) / 8; goals: (3*3/3 + 1*1/3) / 4
  assert.equal(ofServices?.share.toFixed(6), ((4 + 1 / 3 + 2) / 8).toFixed(6))
  assert.equal(ofGoals?.share.toFixed(6), ((3 + 1 / 3) / 4).toFixed(6))
  assert.equal(score, ofServices?.share)
})

test('three services that serve nothing stand in the list and lower the coverage', () => {
  const before = measureAlignment(matter).score ?? 0

  const none = measureAlignment({
    ...matter,
    contributions: matter.contributions.map((one) => ({ ...one, strength: 'none' })),
  })

  assert.deepEqual(
    none.servicesWithoutGoal.map(({ id }) => id),
    ['shop', 'mail', 'till'],
  )
  assert.deepEqual(
    none.goalsWithoutService.map(({ id }) => id),
    ['grow', 'save'],
  )
  assert.equal(none.score, 0)
  assert.ok(before > 0)
})

test('a second, weaker contribution changes nothing, and what has gone does not count', () => {
  const more = [helps('shop', 'save', 'low'), helps('gone', 'grow', 'high'), helps('mail', 'gone', 'high')]

  const { ofServices } = measureAlignment({ ...matter, contributions: [...matter.contributions, ...more] })

  assert.equal(ofServices?.reached, measureAlignment(matter).ofServices?.reached)
})

test('without goals or services there is no score, and none is made up', () => {
  const empty = measureAlignment({ ...matter, goals: [], contributions: [] })

  assert.equal(empty.score, undefined)
  assert.equal(empty.ofServices?.share, 0)
  assert.equal(empty.ofGoals, undefined)
})

test('goals that lack owner, horizon or metric and KPIs without owner are listed', () => {
  const found = measureAlignment({
    ...matter,
    goals: [goal('vague', { owner: undefined, metric: undefined })],
    kpis: [
      { id: 'a', number: 'OBJ-1', title: 'nobody looks', owner: undefined },
      { id: 'b', number: 'OBJ-2', title: 'Ada looks', owner: 'Ada' },
    ],
    initiatives: [{ id: 'i', number: 'INI-1', title: 'for nothing' }],
  })

  assert.deepEqual(found.incompleteGoals[0]?.missing, ['owner', 'metric'])
  assert.deepEqual(
    found.kpisWithoutOwner.map(({ number }) => number),
    ['OBJ-1'],
  )
  assert.deepEqual(
    found.initiativesWithoutGoal.map(({ number }) => number),
    ['INI-1'],
  )
})
