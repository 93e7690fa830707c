import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { openSentences } from '#content/sentences.ts'
import { financeModel } from '../../test/oracle/finance.ts'
import { caseOnTheWay } from '../../test/worlds/programme.ts'
import { recalculate, type Values, valuesOf, whyNoOffice } from '../../test/worlds/recalculated.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { appraise, prepare } from './appraise.ts'
import { totalRow, yearColumn } from './book/flow-sheet.ts'
import { column } from './book/formulas.ts'
import { layOut } from './book/matter.ts'
import { givenBy } from './case-store.ts'
import { caseWorkbook, resultCells } from './case-workbook.ts'
import { titlesOf } from './describe-case.ts'
import type { OwnLine } from './own-line.ts'

const { assumptions, lines, ...rest } = caseOnTheWay()
/** Own lines with years, a price and shares of their own: the sheets have to count them as the engine does. */
const own: readonly OwnLine[] = [
  {
    id: 'own-reports',
    title: 'Reports no longer written by hand',
    side: 'benefit',
    class: 'freed time',
    yearly: { low: 80, base: 120, high: 200 },
    unit: 'hours',
    price: { low: 40, base: 45, high: 60 },
    realisation: 0.5,
    attribution: 0.8,
    fromYear: 2,
    toYear: 4,
    claims: ['time of reporting'],
  },
  {
    id: 'own-archive',
    title: 'Old archive closed',
    side: 'cost',
    class: 'hard',
    once: { low: 8_000, base: 10_000, high: 15_000 },
    onceIn: 2,
    yearly: { low: 500, base: 500, high: 500 },
  },
]
const ownKept = own.map(
  (line) => [line.id, { choice: { isIn: true, settled: '' }, owner: 'Ada', own: line, version: 1 }] as const,
)
const kept = { ...rest, assumptions: new Map(assumptions), lines: new Map([...lines, ...ownKept]) }
const given = givenBy(kept)
const prepared = prepare(financeModel, given)
const found = appraise(prepared)
const book = {
  organization: '=House',
  madeOn: '2026-07-06',
  words: openSentences(pack, 'business-case', 'en'),
  model: financeModel,
  kept,
  prepared,
  found,
  titles: titlesOf(financeModel, given),
}
const laid = layOut(book)
const noOffice = whyNoOffice()
let bytes: Buffer

before(async () => {
  bytes = await caseWorkbook(book)
})

function holdsTheCase(values: Values): void {
  near(values('Read me', resultCells.npv), found.npv, 0.005, 'net present value')
  near(values('Read me', resultCells.irr), found.irr.rate ?? Number.NaN, 1e-6, 'return')
  near(values('Read me', resultCells.payback), found.paybackYears ?? Number.NaN, 1e-6, 'payback')
  near(values('Read me', resultCells.discountedPayback), found.discountedPaybackYears ?? Number.NaN, 1e-6)
  near(values('Read me', resultCells.roi), found.roi ?? Number.NaN, 1e-9, 'ROI')
  near(values('Read me', resultCells.bcr), found.bcr ?? Number.NaN, 1e-9, 'BCR')
  near(values('Read me', resultCells.breakEven), found.breakEvenFactor ?? Number.NaN, 1e-9, 'break-even')
  holdsTheFlows(values)
  holdsTheScenarios(values)
}

function holdsTheFlows(values: Values): void {
  for (const year of laid.years)
    for (const [total, flows] of [
      ['cost', found.cost],
      ['benefit', found.benefit],
      ['net', found.net],
      ['sum', found.cumulated],
      ['discountedSum', found.discountedCumulated],
    ] as const)
      near(
        values('Cash flow', `${yearColumn(year)}${totalRow(laid, total)}`),
        flows[year] ?? Number.NaN,
        0.005,
        `${total} of year ${year}`,
      )
}

function holdsTheScenarios(values: Values): void {
  for (const [at, { found: read, kind }] of laid.scenarios.entries()) {
    const cell = (place: number) => values('Scenarios', `${column(5 + laid.years.length + place)}${2 + at}`)
    near(cell(1), read.npv, 0.005, kind.title)
    if (read.irr.rate === undefined) assert.equal(cell(2), 'none', kind.title)
    else near(cell(2), read.irr.rate, 1e-6, kind.title)
    if (read.paybackYears === undefined) assert.equal(cell(3), 'never', kind.title)
    else near(cell(3), read.paybackYears, 1e-6, kind.title)
  }
}

test('the file holds what the engine computed', async () => {
  holdsTheCase(await valuesOf(bytes))
})

test('LibreOffice computes the same from the formulas, to a cent', { skip: noOffice }, async () => {
  holdsTheCase(await recalculate(bytes))
})

test('a changed input moves the value as the engine says', { skip: noOffice }, async () => {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes)
  const place = prepared.inputs.place('internal_day_rate')
  const sheet = workbook.getWorksheet('Inputs')
  assert.ok(sheet && place >= 0)
  sheet.getCell(`F${2 + place}`).value = 480
  const values = await recalculate(Buffer.from(await workbook.xlsx.writeBuffer()))
  const old = given.assumptions.get('internal_day_rate')
  assert.ok(old)
  const changed = {
    ...given,
    assumptions: new Map(given.assumptions).set('internal_day_rate', {
      ...old,
      base: 480,
      high: Math.max(480, old.high),
    }),
  }

  near(values('Read me', resultCells.npv), appraise(prepare(financeModel, changed)).npv, 0.005)
})

test('what is simulated stands as values, and text stays text', async () => {
  const values = await valuesOf(bytes)

  near(values('Read me', 'B13'), found.spread.p10, 0.005, 'P10')
  near(values('Read me', 'B14'), found.spread.p50, 0.005, 'P50')
  near(values('Read me', 'B15'), found.spread.p90, 0.005, 'P90')
  assert.equal(values('Read me', 'A1'), 'Business case: =House')
  const front = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  assert.doesNotMatch(front, /<f>[^<]*House/)
})

test('the same case is the same bytes', async () => {
  assert.deepEqual(await caseWorkbook(book), bytes)
})

function near(value: string | number | undefined, wanted: number, within: number, about = ''): void {
  assert.ok(
    typeof value === 'number' && Math.abs(value - wanted) <= within,
    `${about}: ${value} instead of ${wanted}`,
  )
}

test('the cash flow and its chart are printed on one page', () => {
  const sheets = unzipSync(bytes)
  const drawn = Object.keys(sheets).filter((name) => /^xl\/worksheets\/_rels\//.test(name))

  const flow = strFromU8(sheets['xl/worksheets/sheet6.xml'] ?? new Uint8Array())

  assert.ok(drawn.includes('xl/worksheets/_rels/sheet6.xml.rels'), drawn.join())
  // One page is what the format means where nothing is said.
  const setup = /<pageSetup [^>]*>/.exec(flow)?.[0] ?? ''
  assert.match(setup, /landscape/)
  assert.doesNotMatch(setup, /fitToHeight="(?!1")/)
})
