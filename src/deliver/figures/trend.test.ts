import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { MeasureResult, Point } from '#evidence/collected.ts'
import { pack } from '../../../test/worlds/report-input.ts'
import { openSpeech } from '../speech.ts'
import { headlineOf, monthValue, trendOf, usualRange } from './trend.ts'

const speech = openSpeech(pack, 'every', 'en')

const months = Array.from({ length: 12 }, (_, place) => `2025-${String(place + 1).padStart(2, '0')}`)

const measure = (points: readonly Point[], more: Partial<MeasureResult> = {}): MeasureResult => ({
  id: 'desk.in-time',
  title: 'Answered in time',
  claim: 'Tickets answered in time.',
  process: 'desk',
  answers: 'share',
  unit: 'share',
  direction: 'up',
  headline: true,
  aka: [],
  points: [...points],
  knownGaps: [],
  sqlHash: '',
  ...more,
})

test('a month without cases has no value, not zero', () => {
  assert.equal(monthValue({ period: '2025-01', part: 0, whole: 0, n: 0 }), undefined)
  assert.equal(monthValue({ period: '2025-01', part: 0, whole: 4, n: 4 }), 0)
})

test('a month in which nothing was open has the value zero, one without an answer has none', () => {
  assert.equal(monthValue({ period: '2025-01', value: 0, n: 0 }), 0)
  assert.equal(monthValue({ period: '2025-01', n: 0 }), undefined)
})

test('a measure without any case has no headline and no trend', () => {
  const silent = measure(months.map((period) => ({ period, part: 0, whole: 0, n: 0 })))

  assert.equal(headlineOf(silent, speech), undefined)
  assert.equal(trendOf(silent, { width: 146, height: 80, speech }), undefined)
})

test('the headline of a share covers the whole period and carries n and interval', () => {
  const headline = headlineOf(
    measure([
      { period: '2025-01', part: 45, whole: 50, n: 50 },
      { period: '2025-02', part: 50, whole: 50, n: 50 },
    ]),
    speech,
  )

  assert.equal(headline?.value.replaceAll('\u00A0', ' '), '95 %')
  assert.match(headline?.note.replaceAll('\u00A0', ' ') ?? '', /^n = 100; 95 % interval 88\.8 to 97\.9 %$/)
})

test('fewer than twelve months give no usual range', () => {
  assert.equal(usualRange([1, 2, 3]), undefined)
})

test('the usual range is the mean and 2.66 average moving ranges on both sides, never below zero', () => {
  const range = usualRange([10, 12, 10, 12, 10, 12, 10, 12, 10, 12, 10, 12])

  assert.ok(range)
  assert.ok(Math.abs(range.high - (11 + 2 * 2.66)) < 1e-9)
  assert.ok(Math.abs(range.low - (11 - 2 * 2.66)) < 1e-9)
  assert.equal(usualRange(Array.from({ length: 12 }, (_, place) => place % 2))?.low, 0)
})

test('a month outside the usual range is the finding', () => {
  const points = months.map((period, place) => ({
    period,
    value: place === 6 ? 90 : 10 + (place % 2),
    n: 40,
  }))

  const trend = trendOf(measure(points, { answers: 'value', unit: 'hours' }), {
    width: 146,
    height: 80,
    speech,
  })

  assert.equal(trend?.title, 'Outside the usual range in 2025-07')
  assert.match(trend?.chart.alt ?? '', /first 10.h, last 11.h, lowest 10.h, highest 90.h/i)
})

test('a quiet series is measured against its target', () => {
  const points = months.map((period, place) => ({ period, part: 90 + (place % 2) * 6, whole: 100, n: 100 }))

  assert.equal(
    trendOf(measure(points, { target: 0.95 }), { width: 146, height: 80, speech })?.title,
    'Target reached in 6 of 12 months',
  )
})

test('the line of a trend is broken where a month has no cases', () => {
  const points = months.map((period, place) =>
    place === 5 ? { period, part: 0, whole: 0, n: 0 } : { period, part: 90, whole: 100, n: 100 },
  )

  const svg = trendOf(measure(points), { width: 146, height: 80, speech })?.chart.svg ?? ''

  assert.equal(svg.match(/d="([^"]*)"/)?.[1]?.match(/M /g)?.length, 2)
})

test('a unit in words stands apart from its number, a short one beside it', () => {
  const point = { period: '2025-01', value: 8.4, n: 36 }
  const said = (unit: string) => {
    const headline = headlineOf(measure([point], { answers: 'value', unit }), speech)
    return [headline?.value.replaceAll('\u00A0', ' '), headline?.unit]
  }

  assert.deepEqual(said('deployments per week'), ['8.4', 'deployments per week'])
  assert.deepEqual(said('hours'), ['8.4 h', ''])
})

test('a value that is a share is said in percent', () => {
  const headline = headlineOf(
    measure([{ period: '2025-01', value: 0.972, n: 38 }], { answers: 'value', unit: 'share' }),
    speech,
  )

  assert.equal(headline?.value.replaceAll('\u00A0', ' '), '97.2 %')
})

test('the headline of a handful carries its n and no interval', () => {
  const headline = headlineOf(measure([{ period: '2025-01', part: 0, whole: 2, n: 2 }]), speech)

  assert.deepEqual([headline?.value, headline?.note], ['0 of 2', 'n = 2'])
})

test('a line that stays at all is drawn at the top of an axis from zero', () => {
  const points = months.map((period) => ({ period, part: 40, whole: 40, n: 40 }))
  const svg =
    trendOf(measure(points), { width: 146, height: 80, speech })?.chart.svg.replaceAll('\u00A0', ' ') ?? ''

  assert.match(svg, />0 %</)
  assert.match(svg, /d="M [\d.]+ 8 L/)
})
