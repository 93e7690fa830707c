import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#base/refusal.ts'
import { financeModel, oracleCase } from '../../test/oracle/finance.ts'
import { appraise, prepare } from './appraise.ts'
import { asItStands, type Scenario } from './case.ts'
import { findOverlaps } from './overlap.ts'
import { demandOwnLine, type OwnLine, type OwnLineDraft } from './own-line.ts'
import { findOwnHead, ownHeads, readOwnLines } from './own-line-list.ts'
import { ownLineHeads } from './own-line-table.ts'

const given = oracleCase({ trials: 500 })
const standing = appraise(prepare(financeModel, given))
const range = (value: number) => ({ low: value, base: value, high: value })

/** Reporting by hand: 120 hours a year at 45, half of it used otherwise, from year 2 to year 4. */
const reports: OwnLine = {
  id: 'own-reports',
  title: 'Reports no longer written by hand',
  side: 'benefit',
  class: 'freed time',
  reach: 'inside IT',
  yearly: { low: 80, base: 120, high: 200 },
  unit: 'hours',
  price: { low: 45, base: 45, high: 45 },
  realisation: 0.5,
  fromYear: 2,
  toYear: 4,
  claims: ['time of reporting'],
  source: 'Time sheets',
}
const archive: OwnLine = {
  id: 'own-archive',
  title: 'Old archive closed',
  side: 'cost',
  class: 'hard',
  once: { low: 8_000, base: 10_000, high: 15_000 },
  onceIn: 2,
  yearly: range(500),
  fromYear: 3,
}

function withOwn(...own: readonly OwnLine[]) {
  return prepare(financeModel, { ...given, own })
}

/** The flows of a line in a reading; undefined where the reading does not count it. */
function yearsOf(line: OwnLine, scenario: Scenario = asItStands) {
  return appraise(withOwn(line), scenario).lines.find((one) => one.line === line.id)?.perYear
}

test('an own benefit is its amount times price and realised share, in its years, by the ramp of the case', () => {
  const full = 120 * 45 * 0.5

  assert.deepEqual(yearsOf(reports), [0, 0, 0.75 * full, full, full, 0])
})

test('the net present value moves by exactly the discounted own flows', () => {
  const found = appraise(withOwn(reports, archive))
  const flows = [0, 0, 0.75 * 2700 - 10_000, 2700 - 500, 2700 - 500, -500]
  const wanted = flows.reduce((sum, flow, year) => sum + flow / 1.08 ** year, 0)

  assert.ok(Math.abs(found.npv - standing.npv - wanted) < 1e-6)
})

test('a cost falls in the year that was set for it, and yearly from its first year on', () => {
  assert.deepEqual(yearsOf(archive), [0, 0, 10_000, 500, 500, 500])
})

test('scenarios read own lines as they read those of the pack', () => {
  const users = { ...reports, reach: 'users' as const }
  const tender = { ...reports, needsCertificate: true }

  assert.equal(yearsOf(users, { ...asItStands, only: 'inside IT' }), undefined)
  assert.ok(yearsOf(reports, { ...asItStands, only: 'inside IT' }))
  assert.equal(yearsOf(tender, { ...asItStands, certificate: 'off' }), undefined)
  assert.equal(yearsOf(reports, { ...asItStands, freed_time: 'off' }), undefined)
  assert.equal(yearsOf(reports, { ...asItStands, freed_time: 0.2 })?.[3], 120 * 45 * 0.2)
  assert.equal(yearsOf({ ...reports, class: 'soft' }, { ...asItStands, soft: 'off' }), undefined)
})

test('an own line has its bar in the tornado, which is as wide as its range', () => {
  const bar = appraise(withOwn(reports)).tornado.find(({ title }) => title === reports.title)
  const perHour = [2, 3, 4].reduce((sum, year) => sum + (year === 2 ? 0.75 : 1) / 1.08 ** year, 0) * 45 * 0.5

  assert.ok(bar && Math.abs(bar.swing - 120 * perHour) < 1e-6)
})

test('an own benefit that claims what another line claims is an overlap until it is settled', () => {
  const twice = { ...reports, claims: ['margin of outages'] }
  const open = findOverlaps(financeModel, { ...given, own: [twice] })
  const lines = new Map([...given.lines, [twice.id, { isIn: true, settled: 'Other outages.' }]])
  const settled = findOverlaps(financeModel, { ...given, lines, own: [twice] })

  assert.deepEqual(
    open
      .filter(({ lines: pair }) => pair.includes(twice.id))
      .map(({ claims, settled: how }) => [claims, how]),
    [[['margin of outages'], '']],
  )
  assert.equal(settled.find(({ lines: pair }) => pair.includes(twice.id))?.settled, 'Other outages.')
})

const around = {
  model: financeModel,
  years: 5,
  taken: ['Training'],
  measures: new Set(['change.failure']),
}
const { id: _, ...draft } = reports

test('a freed hour counts half unless somebody says otherwise', () => {
  const { realisation: __, ...silent } = draft

  assert.equal(demandOwnLine(silent, around).realisation, 0.5)
})

test('what cannot be computed is refused with the title of its line', () => {
  const { yearly: __, ...without } = draft
  const { price: ___, ...priceless } = draft
  const wrong: readonly (readonly [OwnLineDraft, RegExp])[] = [
    [{ ...draft, title: ' ' }, /no title/],
    [{ ...draft, title: 'training' }, /another line has this title/],
    [{ ...draft, yearly: { low: -1, base: 2, high: 3 } }, /^Reports no longer .*: -1 is below zero/],
    [{ ...draft, yearly: { low: 3, base: 2, high: 4 } }, /in this order/],
    [without, /has no amount/],
    [priceless, /in hours\. Say what one of them is worth/],
    [{ ...priceless, unit: '', price: range(45) }, /price of one unit, but no unit/],
    [{ ...draft, price: range(-45) }, /price: -45 is below zero/],
    [{ ...draft, price: { low: 50, base: 45, high: 60 } }, /price: low 50, likely 45 and high 60/],
    [{ ...draft, realisation: 50 }, /realised is 50\. Write a number from 0 to 1/],
    [{ ...draft, toYear: 9 }, /year 9 is not in the case, which looks at year 0 to 5/],
    [{ ...draft, fromYear: 4, toYear: 2 }, /begins in year 4 and ends in year 2/],
    [{ ...draft, claims: [] }, /say what it counts/],
    [{ ...draft, proof: 'nothing.like-it' }, /no measure nothing\.like-it/],
    [{ ...draft, once: range(1) }, /a benefit counts by its full year/],
    [{ ...draft, source: 'Claim C-06' }, /claim C-06 .* is unverified/],
    [{ ...draft, side: 'cost' }, /only a benefit can be freed time/],
    [{ ...draft, side: 'cost', class: 'hard' }, /a cost counts whole/],
  ]
  for (const [one, says] of wrong)
    assert.throws(
      () => demandOwnLine(one, around),
      (error) => error instanceof Refusal && says.test(error.message),
      String(says),
    )
})

test('a list is read by its heads in four languages, and a number that can be read two ways is not guessed', () => {
  const rows = (text: string) =>
    readOwnLines(text.split('\n').map((line, at) => ({ line: at + 1, cells: line.split('|') })))
  const german = rows(
    'Unsere Zeilen\nZeile|Seite|Jährlich tief|Jährlich wahrscheinlich|Jährlich hoch\nMiete|Kosten|1.000,5|1200|1400,25',
  )
  const wrong = rows('Line|Side|Once low|Once likely|Once high\nA|cost|1,000|2|3\nB|income|||\nC|cost|1||3')

  assert.deepEqual(german?.[0]?.said, { side: 'cost', yearly: { low: 1000.5, base: 1200, high: 1400.25 } })
  assert.deepEqual(
    wrong?.map(({ line, wrong: why }) => [line, why?.slice(0, 30)]),
    [
      [2, 'once low: "1,000" is no number'],
      [3, 'side: "income" is not known. W'],
      [4, 'once: low, likely and high are'],
    ],
  )
  assert.equal(rows('Name,Owner\na,b'), undefined)
})

test('a price is one number or three, never two', () => {
  const prices = readOwnLines(
    [
      ['Line', 'Side', 'Price', 'Price low', 'Price high'],
      ['A', 'cost', '45', '', ''],
      ['B', 'cost', '45', '40', '60'],
      ['C', 'cost', '45', '40', ''],
    ].map((cells, at) => ({ line: at + 1, cells })),
  )

  assert.deepEqual(
    prices?.map(({ said, wrong }) => said.price ?? wrong),
    [range(45), { low: 40, base: 45, high: 60 }, 'price: low, likely and high are needed, all three.'],
  )
})

test('every head that an export names is read as its column', () => {
  const head = findOwnHead([{ line: 1, cells: ownLineHeads() }])

  assert.deepEqual([...(head?.places.keys() ?? [])], Object.keys(ownHeads))
})
