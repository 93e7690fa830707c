import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Contribution, Goal } from '#strategy/goal.ts'
import type { KpiLine } from './describe-monitoring.ts'
import { describeScorecard, type ScorecardMatter } from './scorecard.ts'

const goal = (id: string, more: Partial<Goal> = {}): Goal => ({
  id,
  number: `GOA-${id}`,
  title: `Goal ${id}`,
  theme: undefined,
  perspective: 'customer',
  priority: undefined,
  owner: undefined,
  horizon: undefined,
  metric: undefined,
  unit: undefined,
  baseline: undefined,
  target: undefined,
  current: undefined,
  dueOn: undefined,
  ...more,
})

const line = (kpi: string, more: Partial<KpiLine> = {}): KpiLine => ({
  kpi,
  title: `KPI ${kpi}`,
  process: 'Change',
  perspective: 'process',
  computedBy: `of.${kpi}`,
  owner: '',
  cadence: 'monthly',
  direction: 'up',
  answers: 'share',
  unit: '%',
  isEnded: false,
  unanswered: undefined,
  state: 'on target',
  latest: undefined,
  judged: undefined,
  age: undefined,
  isStale: false,
  series: [],
  openSignals: 0,
  signals: 0,
  differing: 0,
  ...more,
})

const given = (
  of: string,
  kind: Contribution['kind'],
  what: string,
  strength = 'high' as Contribution['strength'],
) => ({
  id: `${of} ${what}`,
  goal: of,
  kind,
  what,
  strength,
  rationale: 'r',
  owner: undefined,
})

const nothing: ScorecardMatter = {
  goals: [],
  objectives: [],
  contributions: [],
  initiatives: [],
  kpis: [],
  titles: new Map([['of.KPI-1', 'Solved at once']]),
}
const initiative = {
  id: 'i',
  number: 'INI-1',
  title: 'Ask first',
  state: 'under way',
  owner: 'Ada',
  endsOn: undefined,
}

test('four sides are always there, a fifth only for goals that name none', () => {
  assert.deepEqual(
    describeScorecard(nothing).map(({ side }) => side),
    ['financial', 'customer', 'process', 'learning'],
  )
  const [last] = describeScorecard({ ...nothing, goals: [goal('a', { perspective: undefined })] }).slice(-1)
  assert.deepEqual([last?.side, last?.goals.length], ['unsaid', 1])
})

test('a KPI stands with the goal that its measure contributes to, with the figures of its series, and nowhere else', () => {
  const figures = {
    latest: { period: '2026-02', number: 0.93 } as KpiLine['latest'],
    judged: { target: 0.95, isReached: false, isSetLater: false, changedTo: undefined } as KpiLine['judged'],
    state: 'off target' as const,
  }
  const sides = describeScorecard({
    ...nothing,
    goals: [goal('a')],
    contributions: [given('a', 'KPI', 'of.KPI-1'), given('a', 'initiative', 'i')],
    initiatives: [initiative, { ...initiative, id: 'other' }],
    kpis: [line('KPI-1', figures), line('KPI-2'), line('KPI-3', { isEnded: true })],
  })
  const [customer, process] = ['customer', 'process'].map((one) => sides.find(({ side }) => side === one))
  const [measure] = customer?.goals[0]?.measures ?? []

  assert.deepEqual(
    [measure?.kind, measure?.id, measure?.target, measure?.actual, measure?.period, measure?.state],
    ['KPI', 'KPI-1', 0.95, 0.93, '2026-02', 'off target'],
  )
  assert.deepEqual(customer?.goals[0]?.initiatives, [initiative])
  assert.deepEqual(
    process?.others.map(({ id }) => id),
    ['KPI-2'],
    'the one with a goal is not told twice, the ended one not at all',
  )
  assert.deepEqual([customer?.counts['off target'], process?.counts['on target']], [1, 1])
})

test('a measure that is to show a goal and that nobody watches is named as such; one that contributes nothing is not', () => {
  const [, customer] = describeScorecard({
    ...nothing,
    goals: [goal('a')],
    contributions: [given('a', 'KPI', 'of.KPI-1'), given('a', 'KPI', 'of.KPI-2', 'none')],
  })

  assert.deepEqual(
    customer?.goals[0]?.measures.map(({ id, title, state, actual }) => [id, title, state, actual]),
    [['of.KPI-1', 'Solved at once', 'not watched', undefined]],
  )
})

test('which way is good follows from baseline and target; without both nobody is on target', () => {
  const measured = (more: Partial<Goal>) =>
    describeScorecard({ ...nothing, goals: [goal('a', { metric: 'Hours lost', ...more })] })[1]?.goals[0]
      ?.measures[0]?.state

  assert.equal(measured({ baseline: 420, target: 200, current: 365 }), 'off target')
  assert.equal(measured({ baseline: 420, target: 200, current: 200 }), 'on target')
  assert.equal(measured({ baseline: 68, target: 78, current: 80 }), 'on target')
  assert.equal(measured({ target: 78, current: 80 }), 'no target')
  assert.equal(measured({ baseline: 78, target: 78, current: 80 }), 'no target')
  assert.equal(measured({ baseline: 68, target: 78 }), 'no data')
})

test('an objective serves a goal by its own link or by a contribution, once', () => {
  const objective = {
    id: 'o',
    number: 'OBJ-1',
    title: 'Fewer misses',
    goals: ['a'],
    measure: 'Misses',
    unit: undefined,
    baseline: 10,
    target: 5,
    current: 4,
    owner: undefined,
    dueOn: undefined,
  }
  const [, customer] = describeScorecard({
    ...nothing,
    goals: [goal('a'), goal('b')],
    objectives: [objective, { ...objective, id: 'p', goals: [], measure: undefined }],
    contributions: [given('a', 'objective', 'o'), given('b', 'objective', 'o')],
  })

  assert.deepEqual(
    customer?.goals.map(({ measures }) => measures.map(({ id, title, state }) => [id, title, state])),
    [[['o', 'Fewer misses: Misses', 'on target']], [['o', 'Fewer misses: Misses', 'on target']]],
  )
})
