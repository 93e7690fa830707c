import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { proveBound } from './bound.ts'
import { findWindows } from './critical-path.ts'
import { makeDecoder } from './decode.ts'
import { breachesOf, type Instance, inOrderOfLinks, type Link } from './instance.ts'
import { drawOrder, followersOf } from './order.ts'
import { search } from './search.ts'

const horizon = 200
const usual = 4

/** Small problems of every kind: both kinds of links, lags, releases, and resources that are away for a while. */
const instances = fc
  .record({
    durations: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 }),
    amounts: fc.array(fc.tuple(fc.integer({ min: 0, max: usual }), fc.integer({ min: 0, max: usual })), {
      minLength: 6,
      maxLength: 6,
    }),
    releases: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 }),
    links: fc.array(
      fc.record({
        from: fc.nat(5),
        to: fc.nat(5),
        kind: fc.constantFrom('finish-start' as const, 'start-start' as const),
        lag: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 5 },
    ),
    away: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 4 })),
  })
  .map(({ durations, amounts, releases, links, away: [from, length] }): Instance => {
    const row = Array.from({ length: 20 }, (_, slot) => (slot >= from && slot < from + length ? 0 : usual))
    return {
      durations,
      releases: releases.slice(0, durations.length),
      demands: amounts
        .slice(0, durations.length)
        .map((both) => both.flatMap((amount, resource) => (amount > 0 ? [{ resource, amount }] : []))),
      links: links.filter(({ from: before, to }) => before < to && to < durations.length),
      capacities: [row, [usual]],
    }
  })

test('a schedule keeps every rule of its problem', () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const found = search(instance, horizon, { schedules: 60, seed: 1 }, 0)

      assert.ok(found)
      assert.deepEqual(breachesOf(instance, found.schedule), [])
    }),
    { numRuns: 1000 },
  )
})

test('shifting right and left never makes a schedule longer than its order alone', () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const order = drawOrder(followersOf(instance), findWindows(instance).latestFinish, undefined)
      const alone = makespanOf(instance, [...order])
      const found = search(instance, horizon, { schedules: 1, seed: 1 }, 0)

      assert.ok(found && found.schedule.makespan <= alone, `${found?.schedule.makespan} <= ${alone}`)
    }),
    { numRuns: 1000 },
  )
})

test('work that fits to the left and not to the right of a time away has its schedule', () => {
  const away = Array.from({ length: 20 }, (_, slot) => (slot === 3 ? 0 : usual))
  const instance: Instance = {
    durations: [2, 2, 1],
    releases: [0, 0, 0],
    demands: [
      [{ resource: 0, amount: 2 }],
      [
        { resource: 0, amount: 3 },
        { resource: 1, amount: 1 },
      ],
      [{ resource: 1, amount: usual }],
    ],
    links: [{ from: 1, to: 2, kind: 'start-start', lag: 0 }],
    capacities: [away, [usual]],
  }

  const found = search(instance, horizon, { schedules: 60, seed: 1 }, 0)

  assert.equal(found?.schedule.makespan, 5)
  assert.deepEqual(breachesOf(instance, found.schedule), [])
})

test('the bound is never above the shortest schedule, and the search finds that one in a small problem', () => {
  fc.assert(
    fc.property(instances, (instance) => {
      const shortest = Math.min(...ordersOf(instance).map((order) => makespanOf(instance, order)))
      const bound = proveBound(instance, horizon)
      const found = search(instance, horizon, { schedules: 2000, seed: 1 }, bound)

      assert.ok(bound <= shortest, `${bound} <= ${shortest}`)
      assert.equal(found?.schedule.makespan, shortest)
    }),
    { numRuns: 100 },
  )
})

test('the same seed and budget give the same schedule', () => {
  fc.assert(
    fc.property(instances, fc.nat(1000), (instance, seed) => {
      const budget = { schedules: 100, seed }

      assert.deepEqual(search(instance, horizon, budget, 0), search(instance, horizon, budget, 0))
    }),
    { numRuns: 50 },
  )
})

test('work that does not fit before the horizon has no schedule', () => {
  const instance: Instance = {
    durations: [5],
    releases: [0],
    demands: [[{ resource: 0, amount: 1 }]],
    links: [],
    capacities: [[1]],
  }

  assert.equal(search(instance, 4, { schedules: 10, seed: 1 }, 0), undefined)
})

test('what breaks a rule is named', () => {
  const links: readonly Link[] = [{ from: 0, to: 1, kind: 'finish-start', lag: 1 }]
  const demands = [[{ resource: 0, amount: 1 }], [{ resource: 0, amount: 1 }]]
  const instance: Instance = { durations: [2, 2], releases: [0, 1], demands, links, capacities: [[1]] }

  const breaches = breachesOf(instance, { starts: [0, 0], finishes: [2, 2], makespan: 2 })

  assert.deepEqual(breaches, [
    'task 1 starts before it may',
    'task 1 does not wait for task 0',
    'resource 0 is overloaded in slot 0',
    'resource 0 is overloaded in slot 1',
  ])
})

test('links that lead in a circle have no order', () => {
  const links = [
    { from: 0, to: 1, kind: 'finish-start', lag: 0 },
    { from: 1, to: 0, kind: 'finish-start', lag: 0 },
  ] as const

  assert.equal(inOrderOfLinks(2, links), undefined)
})

function makespanOf(instance: Instance, order: readonly number[]): number {
  return makeDecoder(instance, horizon).forward(Int32Array.from(order))
}

/** Every order of the tasks in which each follows those it waits for. */
function ordersOf({ durations, links }: Instance): readonly (readonly number[])[] {
  const grow = (order: readonly number[]): readonly (readonly number[])[] => {
    if (order.length === durations.length) return [order]
    return [...durations.keys()]
      .filter((task) => !order.includes(task))
      .filter((task) => links.every(({ from, to }) => to !== task || order.includes(from)))
      .flatMap((task) => grow([...order, task]))
  }
  return grow([])
}
