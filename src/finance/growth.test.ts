import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Collected } from '#evidence/collected.ts'
import { growBy, measuredGrowth, type Volume, volumesOf } from './growth.ts'

function volume(perYear: number, lessenedBy = 0, grew?: number): Volume {
  return {
    measure: 'work.volume',
    title: 'Work',
    unit: 'tickets',
    perYear,
    months: 12,
    period: { from: '2025-11', to: '2026-10' },
    grew,
    lessenedBy,
  }
}

const matter = { ramp: [0, 0.5, 1], dayRate: 400, daysAYear: 200 }
const asked = { rate: 0.1, staff: 100, ticketShare: 0.5, years: 2 }

test('volume, people and cost follow the rate as computed by hand', () => {
  const [now, next, later] = growBy([volume(1000)], asked, matter)

  assert.deepEqual([now?.volume, now?.staff, now?.cost], [1000, 100, 0])
  assert.deepEqual([next?.volume, Math.round(1000 * (next?.staff ?? 0))], [1100, 105_000])
  assert.equal(Math.round(next?.cost ?? 0), 5 * 200 * 400)
  // 1.21 times as much work for half of the time.
  assert.equal(Math.round(1000 * (later?.staff ?? 0)), 110_500)
})

test('the programme takes off what the case assumes, by its ramp, and nothing in the year that was measured', () => {
  const years = growBy([volume(600, 0.2), volume(400)], { ...asked, rate: 0 }, matter)

  assert.deepEqual(
    years.map(({ volumeWith }) => volumeWith),
    [1000, 600 * 0.9 + 400, 600 * 0.8 + 400],
  )
  assert.equal(years[2]?.staffWith, 100 * (0.5 + 0.5 * 0.88))
})

test('without people there is no staff, without a day rate no cost, without volumes nothing', () => {
  const [, unstaffed] = growBy([volume(10)], { ...asked, staff: undefined }, matter)
  const [, unpriced] = growBy([volume(10)], asked, { ...matter, dayRate: undefined })

  assert.deepEqual([unstaffed?.staff, unstaffed?.cost], [undefined, undefined])
  assert.equal(unpriced?.cost, undefined)
  assert.deepEqual(growBy([], asked, matter), [])
})

test('growth is that of the last twelve whole months against the twelve before, for all volumes together', () => {
  const months = Array.from({ length: 25 }, (_, at) =>
    new Date(Date.UTC(2024, at, 1)).toISOString().slice(0, 7),
  )
  const points = months.map((period, at) => ({ period, value: at < 12 ? 10 : 12, n: 1 }))
  const collected = {
    dataFrom: '2024-01-01 00:00:00',
    dataUntil: '2026-01-15 00:00:00',
    measures: [{ id: 'work.volume', title: 'Work', unit: 'tickets', points }],
  } as unknown as Collected // only what volumes look at
  const model = {
    volumes: [{ measure: 'work.volume', lessened_by: 'reduction' }, { measure: 'no.volume' }],
    day_rate: 'rate',
    ticket_share: 0.5,
    days_a_year: 220,
  }
  const assumptions = new Map([['reduction', { low: 0, base: 0.1, high: 0.2 }]])
  const [found, ...more] = volumesOf(model, collected, { assumptions })

  assert.deepEqual(more, [])
  assert.deepEqual([found?.perYear, found?.months, found?.lessenedBy], [144, 12, 0.1])
  assert.deepEqual(found?.period, { from: '2025-01', to: '2025-12' })
  assert.equal(Math.round(1000 * (found?.grew ?? 0)), 200)
  assert.equal(Math.round(1000 * (measuredGrowth([volume(110, 0, 0.1), volume(100, 0, 0)]) ?? 0)), 50)
  assert.equal(measuredGrowth([volume(110, 0, 0.1), volume(100)]), undefined)
})
