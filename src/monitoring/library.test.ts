import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { readGuides } from '#content/guides.ts'
import { openLibrary } from '#content/library.ts'
import type { Collected } from '#evidence/collected.ts'
import { sourcesOf } from './kpi-source.ts'
import { computeKpi, describeLibrary } from './library.ts'
import { registerFigures } from './register-figures.ts'

const content = join(import.meta.dirname, '../../content')
const { shelf, problems } = readGuides(content)
const { questions } = openLibrary(content)
const sources = sourcesOf(shelf.kpis, questions)
const asked = [...questions.measures, ...questions.checks]
const named = (id: string) => asked.filter(({ about }) => about.aka.includes(id))

test('every KPI is computed in one way, or says what it needs, and never both', () => {
  assert.deepEqual(problems, [])
  const wrong = shelf.kpis.flatMap(({ id, facts, needs }) => {
    const ways = named(id).length + (facts === undefined ? 0 : 1) + (needs === undefined ? 0 : 1)
    return ways === 1 ? [] : [`${id}: ${ways} ways`]
  })

  assert.deepEqual(wrong, [])
})

test('the count of computed KPIs is that of the content, and every one of the rest names what it lacks', () => {
  const computed = shelf.kpis.filter(({ id, facts }) => named(id).length > 0 || facts !== undefined)
  const lines = describeLibrary(shelf.kpis, sources, { collected: undefined, facts: undefined })
  const needing = lines.filter(({ source }) => source.by === 'nobody')

  assert.equal(lines.length, shelf.kpis.length)
  assert.equal(lines.length - needing.length, computed.length)
  for (const { kpi, because } of needing) assert.match(because ?? '', /^[A-Z].{20,}\.$/s, kpi.id)
})

test('what the library takes from registers is computed, and nothing is computed that it does not take', () => {
  const taken = [
    ...shelf.kpis.flatMap(({ facts }) => facts ?? []),
    ...questions.measures.flatMap(({ about }) => about.registers ?? []),
  ]

  assert.deepEqual(taken.toSorted(), registerFigures.map(({ id }) => id).toSorted())
})

test('no measure computes a KPI of the opposite direction, and a percentage is computed as one', () => {
  const wrong = questions.measures.flatMap(({ id, about }) =>
    shelf.kpis
      .filter((kpi) => about.aka.includes(kpi.id))
      .filter(
        ({ unit, direction }) =>
          (unit === '%' && about.answers === 'value' && !['percent', 'share'].includes(about.unit)) ||
          [direction, about.direction].toSorted().join() === 'down,up',
      )
      .map((kpi) => `${kpi.id} ${kpi.direction} ${kpi.unit}, ${id} ${about.direction} ${about.unit}`),
  )

  assert.deepEqual(wrong, [])
})

test('a check is taken month by month where it asks about a period, else once, at the end of the data', () => {
  const base = { dataFrom: '2026-01-05', dataUntil: '2026-03-31 22:00:00' }
  const months = ['2026-01', '2026-02'].map((period) => ({ period, part: 9, whole: 10, n: 10 }))
  const result = { check: 'x', population: 30, met: 24, because: '' }
  const of = (one: object) => ({ ...base, results: [one], measures: [] }) as unknown as Collected // only what is read here
  const source = {
    by: 'check',
    id: 'x',
    answers: 'share',
    unit: '%',
    isAsOf: false,
    direction: 'up',
  } as const

  const byMonth = computeKpi(source, { collected: of({ ...result, months }), facts: undefined })
  assert.deepEqual(
    byMonth.points.map(({ period }) => period),
    ['2026-02'],
    'the data begin in the middle of January, so January is not whole',
  )
  const once = computeKpi(source, { collected: of(result), facts: undefined })
  assert.deepEqual(once.points, [{ period: '2026-03', part: 24, whole: 30, n: 30 }])
  assert.equal(once.isAsOf, true)
})

test('where there are no registers at all, the measure of an imported file stands for what they would say', () => {
  const source = sources.get('KPI-004')
  const months = [{ period: '2026-02', part: 9, whole: 10, n: 10 }]
  const collected = {
    dataFrom: '2026-01-05',
    measures: [{ id: 'people.training-completion', points: months }],
    results: [],
  } as unknown as Collected // only what is read here

  assert.ok(source)
  assert.equal(source.by, 'registers')
  assert.deepEqual(computeKpi(source, { collected, facts: undefined }).points, months)
})
