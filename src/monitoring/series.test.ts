import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Dated } from './figure.ts'
import { forecastOf } from './forecast.ts'
import { type KeptPoint, newRows, standingOf } from './series.ts'
import { ageOf, cadenceOf } from './staleness.ts'
import { judge, type Target } from './target.ts'

let number = 0
function next() {
  number += 1
  return number
}
const row = (period: string, part: number, isClosed: boolean, reason?: string): KeptPoint => ({
  id: 'x',
  number: next(),
  period,
  part,
  whole: 10,
  n: 10,
  collection: 'c',
  isClosed,
  dataHash: 'h',
  computedAt: '2026-03-01T00:00:00.000Z',
  reason,
  by: 'x',
})

test('while a month is open the newest row stands, once closed the first one computed then', () => {
  const open = [row('2026-01', 3, false), row('2026-01', 4, false)]
  assert.equal(standingOf(open)[0]?.part, 4)

  const closed = [...open, row('2026-01', 5, true), row('2026-01', 9, true)]
  const [standing] = standingOf(closed)

  assert.equal(standing?.part, 5)
  assert.equal(standing?.isClosed, true)
  assert.equal(standing?.differs?.part, 9, 'the other figure is shown')
  assert.equal(standing?.rows.length, 4)
})

test('a correction stands from then on, and a later collection that says otherwise is shown again', () => {
  const rows = [
    row('2026-01', 5, true),
    row('2026-01', 9, true),
    row('2026-01', 9, true, 'tickets were missing'),
  ]

  assert.equal(standingOf(rows)[0]?.part, 9)
  assert.equal(standingOf(rows)[0]?.differs, undefined)
  assert.equal(standingOf([...rows, row('2026-01', 7, true)])[0]?.differs?.part, 7)
})

test('of a collection only what is new is kept', () => {
  const rows = [row('2026-01', 5, true), row('2026-02', 1, false)]
  const found = [
    { period: '2026-01', part: 5, whole: 10, n: 10, isClosed: true },
    { period: '2026-02', part: 1, whole: 10, n: 10, isClosed: true },
    { period: '2026-03', part: 2, whole: 10, n: 10, isClosed: false },
  ]

  assert.deepEqual(
    newRows(rows, found).map(({ period }) => period),
    ['2026-02', '2026-03'],
  )
})

const set = (at: number, target: number, validFrom: string, setAt: string): Target => ({
  number: at,
  target,
  validFrom,
  reason: 'r',
  setBy: 'x',
  setAt,
})

test('a month is judged by the target in force then; one changed after the fact stands beside it', () => {
  const targets = [
    set(1, 0.95, '2026-01', '2025-12-10T00:00:00.000Z'),
    set(2, 0.9, '2026-01', '2026-03-10T00:00:00.000Z'),
  ]

  assert.deepEqual(judge({ period: '2026-01', number: 0.92 }, targets, 'up'), {
    target: 0.95,
    isReached: false,
    isSetLater: false,
    changedTo: 0.9,
  })
  assert.deepEqual(judge({ period: '2026-04', number: 0.92 }, targets, 'up'), {
    target: 0.9,
    isReached: true,
    isSetLater: false,
    changedTo: undefined,
  })
})

test('a month that was over before any target was set says that its target came later', () => {
  const targets = [set(1, 5, '2025-01', '2026-03-10T00:00:00.000Z')]

  assert.deepEqual(judge({ period: '2025-06', number: 4 }, targets, 'down'), {
    target: 5,
    isReached: true,
    isSetLater: true,
    changedTo: undefined,
  })
  assert.equal(judge({ period: '2024-12', number: 4 }, targets, 'down'), undefined)
  assert.equal(judge({ period: '2026-04', number: 4 }, targets, 'neutral')?.isReached, undefined)
})

const values = (numbers: readonly number[]): Dated[] =>
  numbers.map((value, at) => ({ period: `2026-${String(at + 1).padStart(2, '0')}`, value, n: 1 }))

test('the forecast takes the way that erred least, and says by how much', () => {
  const rising = forecastOf(values([1, 2, 3, 4, 5, 6, 7, 8]), false)
  assert.equal(rising?.way, 'linear trend')
  assert.ok(Math.abs((rising?.next ?? 0) - 9) < 1e-9)
  assert.ok((rising?.error ?? 1) < 1e-9)

  // One step ahead from the fifth point on: 'last value' errs by 2 each time, 'mean of three' by 4/3 or 2/3.
  const swinging = forecastOf(values([1, 3, 1, 3, 1, 3, 1, 3]), false)
  assert.equal(swinging?.errors['last value'], 2)
  assert.ok(Math.abs((swinging?.errors['mean of three'] ?? 0) - 4 / 3) < 1e-9)
  assert.notEqual(swinging?.way, 'last value')
  assert.equal(swinging?.tried, 4)
})

test('a constant series is forecast by its last value, and fewer than eight points are not forecast', () => {
  assert.deepEqual(
    [forecastOf(values(Array(8).fill(5)), false)?.way, forecastOf(values(Array(8).fill(5)), false)?.next],
    ['last value', 5],
  )
  assert.equal(forecastOf(values(Array(7).fill(5)), false), undefined)
})

test('the forecast of a share stays between 0 and 1', () => {
  const falling = Array.from({ length: 9 }, (_, at) => ({
    period: `2026-0${at + 1}`,
    part: 80 - 10 * at,
    whole: 100,
    n: 100,
  }))
  const next = forecastOf(
    falling.map((one) => ({ ...one, part: Math.max(0, one.part) })),
    true,
  )?.next

  assert.ok(next !== undefined && next >= 0)
})

test('a figure is stale once a whole cadence has passed since the end of its month', () => {
  assert.deepEqual(ageOf('2026-03', 'monthly', '2026-05-02'), { days: 31, isStale: false })
  assert.deepEqual(ageOf('2026-03', 'monthly', '2026-05-03'), { days: 32, isStale: true })
  assert.deepEqual(ageOf('2026-03', 'weekly', '2026-04-09'), { days: 8, isStale: true })
  assert.deepEqual(ageOf('2026-03', 'monthly', '2026-03-15'), { days: 0, isStale: false })
  assert.deepEqual(
    [cadenceOf('daily'), cadenceOf('per audit'), cadenceOf('monthly')],
    ['weekly', 'quarterly', 'monthly'],
  )
})
