import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomeOf } from './outcome.ts'
import type { Standing } from './series.ts'

function month(at: number, figure: Readonly<{ value?: number; part?: number; whole?: number }>): Standing {
  const period = `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  const { value, part, whole } = figure
  const kept = {
    id: period,
    number: at,
    collection: undefined,
    dataHash: '',
    computedAt: '',
    reason: undefined,
    by: '',
    period,
    value,
    part,
    whole,
    n: whole ?? 1,
    isClosed: true,
  }
  return { period, value, part, whole, n: whole ?? 1, isClosed: true, kept, differs: undefined, rows: [kept] }
}

const hours = (...values: readonly number[]) => values.map((value, at) => month(at, { value }))
const followed = {
  isShare: false,
  inPoints: false,
  direction: 'down',
  target: undefined,
  since: undefined,
} as const

test('the first six months are held against the newest six, and fewer hours are better', () => {
  const series = hours(20, 21, 19, 20, 21, 19, 50, 16, 17, 15, 16, 17, 15)
  const outcome = outcomeOf({ ...followed, series, target: 16 })

  assert.ok(outcome.effect.isKnown)
  assert.deepEqual(
    [outcome.effect.before, outcome.effect.after].map(({ from, to, number }) => [from, to, number]),
    [
      ['2025-01', '2025-06', 20],
      ['2025-08', '2026-01', 16],
    ],
  )
  assert.equal(outcome.verdict, 'better')
  assert.equal(outcome.relative, -0.2)
  assert.deepEqual(outcome.targetAgainst, { by: 'relative', value: -0.2 })
})

test('the same fall is worse where more is better, and says nothing where neither way is', () => {
  const series = hours(20, 21, 19, 16, 17, 15)

  assert.equal(outcomeOf({ ...followed, series, direction: 'up' }).verdict, 'worse')
  assert.equal(outcomeOf({ ...followed, series, direction: 'neutral' }).verdict, 'unclear')
  assert.equal(outcomeOf({ ...followed, series, direction: 'to zero' }).verdict, 'better')
})

test('a difference that chance makes is no outcome', () => {
  assert.equal(outcomeOf({ ...followed, series: hours(20, 30, 10, 19, 31, 9) }).verdict, 'unclear')
})

test('a share is told in points, and its target too', () => {
  const series = [80, 80, 80, 95, 95, 95].map((part, at) => month(at, { part, whole: 100 }))
  const outcome = outcomeOf({
    ...followed,
    series,
    isShare: true,
    inPoints: true,
    direction: 'up',
    target: 0.9,
  })

  assert.equal(outcome.verdict, 'better')
  assert.equal(outcome.relative, undefined)
  assert.equal(outcome.targetAgainst?.by, 'points')
  assert.ok(Math.abs((outcome.targetAgainst?.value ?? 0) - 0.1) < 1e-9)
})

test('from a decision on, its month belongs to neither side', () => {
  const series = hours(20, 21, 19, 100, 16, 17, 15)
  const outcome = outcomeOf({ ...followed, series, since: '2025-04-15T10:00:00.000Z' })

  assert.ok(outcome.effect.isKnown)
  assert.deepEqual([outcome.effect.before.number, outcome.effect.after.number], [20, 16])
})

test('without two months nothing is known, and no month is held against itself', () => {
  assert.equal(outcomeOf({ ...followed, series: [] }).verdict, 'unknown')
  assert.equal(outcomeOf({ ...followed, series: hours(20) }).verdict, 'unknown')
  assert.equal(
    outcomeOf({ ...followed, series: hours(0, 0, 0, 0, 0, 0), target: 1 }).targetAgainst,
    undefined,
  )
})
