import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#base/refusal.ts'
import { financeModel, oracleCase } from '../../test/oracle/finance.ts'
import { appraise, prepare } from './appraise.ts'
import { asItStands, type BusinessCase } from './case.ts'
import { findOverlaps } from './overlap.ts'
import { drawInputs } from './simulate.ts'
import { ThreePoint } from './three-point.ts'

/** What holds for every case, whatever its numbers. */
const given = oracleCase({ trials: 2000 })
const standing = appraise(prepare(financeModel, given))

function withLine(id: string, choice: Partial<{ isIn: boolean; settled: string; class: 'hard' | 'soft' }>) {
  const before = given.lines.get(id) ?? { isIn: true, settled: '' }
  return { ...given, lines: new Map([...given.lines, [id, { ...before, ...choice }]]) }
}

function withAssumption(id: string, range: ThreePoint | undefined): BusinessCase {
  const assumptions = new Map(given.assumptions)
  if (range) assumptions.set(id, range)
  else assumptions.delete(id)
  return { ...given, assumptions }
}

test('the same case gives the same bytes, another seed gives others', () => {
  const again = appraise(prepare(financeModel, oracleCase({ trials: 2000 })))
  const other = appraise(prepare(financeModel, oracleCase({ trials: 2000, seed: 7 })))

  assert.equal(JSON.stringify(again), JSON.stringify(standing))
  assert.notEqual(other.spread.p50, standing.spread.p50)
  assert.notEqual(other.inputsHash, standing.inputsHash)
})

test('hard, freed and soft benefits add up to all benefits', () => {
  const { subtotals, presentBenefit } = standing
  const sum = subtotals.hard.presentValue + subtotals['freed time'].presentValue + subtotals.soft.presentValue

  assert.ok(Math.abs(sum - presentBenefit) < 1e-6)
})

test('without soft benefits the value falls by their present value, trial by trial on the same draws', () => {
  const without = appraise(prepare(financeModel, given), { ...asItStands, soft: 'off' })

  assert.ok(Math.abs(standing.npv - without.npv - standing.subtotals.soft.presentValue) < 1e-6)
  assert.ok(without.spread.p10 < standing.spread.p10)
})

test('a benefit that was said to be hard stays when soft ones are left out', () => {
  const hard = appraise(prepare(financeModel, withLine('downtime_margin', { class: 'hard' })), {
    ...asItStands,
    soft: 'off',
  })

  assert.ok(hard.lines.some(({ line }) => line === 'downtime_margin'))
})

test('freed time at a share puts that share in the place of every own realisation', () => {
  const ready = prepare(financeModel, given)
  const whole = appraise(ready, { ...asItStands, freed_time: 1 })
  const off = appraise(ready, { ...asItStands, freed_time: 'off' })
  const fullYear = (line: string) => whole.lines.find((one) => one.line === line)?.fullYear

  assert.ok(Math.abs((fullYear('user_time_avoided_incidents') ?? 0) - 2 * 64_022.4) < 1e-6)
  assert.ok(Math.abs((fullYear('incident_handling') ?? 0) - 51_840) < 1e-6)
  assert.equal(off.subtotals['freed time'].presentValue, 0)
})

test('the bar of an input is what its values do to the case', () => {
  const bar = standing.tornado.find(({ input }) => input === 'internal_day_rate')
  const dearer = appraise(
    prepare(financeModel, withAssumption('internal_day_rate', { low: 480, base: 480, high: 480 })),
  )

  assert.ok(bar && Math.abs(dearer.npv - bar.npvAtHigh) < 1e-6)
})

test('where a bar says that the value is zero, it is', () => {
  const weak = { ...asItStands, benefit_factor: 0.75 }
  const bar = appraise(prepare(financeModel, given), weak).tornado.find(
    ({ breakEvenAt }) => breakEvenAt !== undefined,
  )
  assert.ok(bar?.breakEvenAt !== undefined)

  const there = { ...weak, overrides: { [bar.input]: bar.breakEvenAt } }
  assert.ok(Math.abs(appraise(prepare(financeModel, given), there).npv) < 1)
})

test('three months late moves costs and benefits', () => {
  const late = appraise(prepare(financeModel, given), { ...asItStands, delay_months: 3 })

  assert.ok(Math.abs((late.cost[0] ?? 0) - 0.75 * (standing.cost[0] ?? 0)) < 1e-6)
  assert.ok(Math.abs((late.benefit[1] ?? 0) - 0.75 * (standing.benefit[1] ?? 0)) < 1e-6)
  assert.notEqual(late.npv, standing.npv)
})

test('without the certificate neither its fees nor what only it brings are counted', () => {
  const without = appraise(prepare(financeModel, given), { ...asItStands, certificate: 'off' })
  const lines = without.lines.map(({ line }) => line)

  for (const line of ['certification', 'tenders_won', 'audit_effort_saved']) assert.ok(!lines.includes(line))
})

test('a redesign of processes is shown as a part and adds nothing', () => {
  const known = withAssumption('process_redesign_share', { low: 0.2, base: 0.3, high: 0.4 })
  const lines = new Map([...known.lines, ['process_redesign', { isIn: true, settled: '' }]])
  const shown = appraise(prepare(financeModel, { ...known, lines }))

  assert.equal(shown.npv, standing.npv)
  assert.equal(shown.lines.find(({ line }) => line === 'process_redesign')?.perYear[0], 80_640)
})

test('a line of the own organization counts with its range', () => {
  const own = {
    id: 'x',
    title: 'Parking',
    side: 'cost' as const,
    class: 'hard' as const,
    once: { low: 5, base: 10, high: 15 },
  }
  const found = appraise(prepare(financeModel, { ...given, own: [own] }))

  assert.ok(Math.abs(standing.npv - found.npv - 10) < 1e-6)
  assert.ok(found.tornado.some(({ title, swing }) => title === 'Parking' && Math.abs(swing - 10) < 1e-6))
})

test('a missing assumption is refused by its name, and so is a case without own time', () => {
  const missing = withAssumption('hours_lost_per_incident', undefined)
  const without = { ...given, lines: new Map([...given.lines]) }
  for (const line of ['internal_time', 'running_the_sms'])
    without.lines.set(line, { isIn: false, settled: '' })

  assert.throws(
    () => prepare(financeModel, missing),
    (error) => {
      assert.ok(error instanceof Refusal)
      assert.match(error.message, /hours_lost_per_incident/)
      return true
    },
  )
  assert.throws(() => prepare(financeModel, without), /no own time/)
})

test('values below zero or out of order are no assumption', () => {
  assert.ok(!ThreePoint.safeParse({ low: -1, base: 0, high: 1 }).success)
  assert.ok(!ThreePoint.safeParse({ low: 2, base: 1, high: 3 }).success)
})

test('lines that claim the same are an overlap until somebody says how it was settled', () => {
  const pair = (overlaps: ReturnType<typeof findOverlaps>) =>
    overlaps.find(({ lines }) => lines.includes('incident_handling') && lines.includes('change_rework'))
  const settled = withLine('change_rework', { settled: 'Taken out of the handling line.' })

  assert.equal(pair(findOverlaps(financeModel, given))?.settled, '')
  assert.equal(pair(findOverlaps(financeModel, settled))?.settled, 'Taken out of the handling line.')
  assert.equal(pair(findOverlaps(financeModel, withLine('change_rework', { isIn: false }))), undefined)
})

test('a correlation orders the volumes alike and leaves every other draw as it was', () => {
  const ready = prepare(financeModel, given)
  const together = drawInputs(ready.inputs, { ...given.settings, correlation: 0.8 })
  const [incidents, outage] = ['incidents_per_year', 'downtime_hours_per_year'].map(ready.inputs.place)
  const [one, other] = [together.columns.get(incidents ?? -1), together.columns.get(outage ?? -1)]
  assert.ok(one && other)

  assert.ok(Math.abs(rankCorrelation(one, other) - 0.8) < 0.05)
  for (const [place, column] of ready.draws().columns) {
    assert.deepEqual(together.columns.get(place)?.toSorted(), column.toSorted())
    if (place !== incidents && place !== outage) assert.deepEqual(together.columns.get(place), column)
  }
})

function rankCorrelation(one: Float64Array, other: Float64Array): number {
  const ranks = (column: Float64Array) => {
    const rank = new Float64Array(column.length)
    for (const [at, place] of [...column.keys()]
      .sort((a, b) => (column[a] ?? 0) - (column[b] ?? 0))
      .entries())
      rank[place] = at
    return rank
  }
  const [a, b] = [ranks(one), ranks(other)]
  const mean = (a.length - 1) / 2
  const product = (x: Float64Array, y: Float64Array) =>
    x.reduce((sum, value, at) => sum + (value - mean) * ((y[at] ?? 0) - mean), 0)
  return product(a, b) / product(a, a)
}
