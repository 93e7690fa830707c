import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Contribution, Goal } from './goal.ts'
import { goalsTouched } from './goals-touched.ts'

const named = (id: string, title: string) => ({ id, number: `#${id}`, title })
const goal = (id: string, title: string): Goal => ({
  ...named(id, title),
  theme: undefined,
  perspective: undefined,
  priority: undefined,
  owner: undefined,
  horizon: undefined,
  metric: undefined,
  unit: undefined,
  baseline: undefined,
  target: undefined,
  current: undefined,
  dueOn: undefined,
})
const serves = (
  what: string,
  kind: Contribution['kind'],
  of: string,
  strength: Contribution['strength'],
): Contribution => ({ id: `${what}-${of}`, goal: of, kind, what, strength, rationale: '', owner: undefined })
const matter = {
  goals: [goal('g1', 'Open every day'), goal('g2', 'Clients return'), goal('g3', 'The law is kept')],
  services: [named('s1', 'Payment gateway'), named('s2', 'Mail')],
}
const told = (contributions: readonly Contribution[], services: readonly string[]) =>
  goalsTouched({ ...matter, contributions }, '8.6.1-a', services).map(({ goal: { id }, strength, by }) => [
    id,
    strength,
    by,
  ])

test('a goal is touched by the requirement itself, and by a service whose tickets do not meet it', () => {
  const contributions = [
    serves('8.6.1-a', 'requirement', 'g1', 'medium'),
    serves('s1', 'service', 'g2', 'high'),
    serves('s2', 'service', 'g3', 'high'),
    serves('8.6.1-b', 'requirement', 'g3', 'high'),
  ]

  assert.deepEqual(told(contributions, [' payment Gateway ']), [
    ['g2', 'high', 'Payment gateway'],
    ['g1', 'medium', undefined],
  ])
})

test('of several ways to a goal the strongest is told, and the direct one of two as strong', () => {
  const contributions = [
    serves('8.6.1-a', 'requirement', 'g1', 'high'),
    serves('s1', 'service', 'g1', 'high'),
    serves('s2', 'service', 'g2', 'high'),
    serves('8.6.1-a', 'requirement', 'g2', 'low'),
  ]

  assert.deepEqual(told(contributions, ['Payment gateway', 'Mail']), [
    ['g1', 'high', undefined],
    ['g2', 'high', 'Mail'],
  ])
})

test('a contribution of none touches nothing, nor does one to a goal that is gone', () => {
  const contributions = [
    serves('8.6.1-a', 'requirement', 'g1', 'none'),
    serves('8.6.1-a', 'requirement', 'g9', 'high'),
  ]

  assert.deepEqual(told(contributions, []), [])
})

test('a goal stands where its strongest way puts it, not where a weaker one would', () => {
  const contributions = [
    serves('8.6.1-a', 'requirement', 'g1', 'low'),
    serves('s1', 'service', 'g1', 'high'),
    serves('8.6.1-a', 'requirement', 'g2', 'medium'),
  ]

  assert.deepEqual(told(contributions, ['Payment gateway']), [
    ['g1', 'high', 'Payment gateway'],
    ['g2', 'medium', undefined],
  ])
})
