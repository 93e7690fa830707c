import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mulberry32 } from '#assessment/sampling.ts'
import { financeModel, financeOracle, oracleCase } from '../../test/oracle/finance.ts'
import { type Appraisal, appraise, prepare } from './appraise.ts'
import { asItStands } from './case.ts'
import { irr, npv, payback } from './cash-flow.ts'
import { pertInverse, pertMean, triangularInverse, triangularMean } from './distribution.ts'
import { simulate } from './simulate.ts'
import { termsOf } from './terms.ts'

/** Every number of the worked example. It is rounded to six places, its sums to the sixth as well. */
const { base_case: base, scenarios, monte_carlo: monteCarlo, test_vectors: vectors } = financeOracle
const half = 5e-7

const prepared = prepare(financeModel, oracleCase())
const standing = appraise(prepared)

function near(found: number | undefined, expected: number | null, tolerance = half + 1e-9): void {
  if (expected === null) assert.equal(found, undefined)
  else
    assert.ok(
      found !== undefined && Math.abs(found - expected) <= tolerance,
      `${found} is not ${expected} within ${tolerance}`,
    )
}

function nearAll(found: readonly number[], expected: readonly number[], tolerance = 1e-6): void {
  assert.equal(found.length, expected.length)
  for (const [at, value] of expected.entries()) near(found[at], value, tolerance)
}

function yearsOf({ lines }: Appraisal, ids: readonly string[], year: number): number {
  return lines
    .filter(({ line }) => ids.includes(line))
    .reduce((sum, line) => sum + (line.perYear[year] ?? 0), 0)
}

test('costs, benefits and net flows of every year are those of the worked example', () => {
  nearAll(standing.cost, base.cost)
  nearAll(standing.benefit, base.benefit)
  nearAll(standing.net, base.net)
})

test('every cost line of every year is that of the worked example', () => {
  for (const [year, lines] of base.cost_lines_by_year.entries())
    for (const [line, value] of Object.entries(lines))
      near(
        yearsOf(standing, line === 'internal_time' ? [line, 'running_the_sms'] : [line], year),
        value,
        1e-6,
      )
})

test('every benefit line, of a full year and of every year, is that of the worked example', () => {
  for (const [line, value] of Object.entries(base.benefit_lines_full_year))
    near(standing.lines.find((one) => one.line === line)?.fullYear, value, 1e-6)
  for (const [year, lines] of base.benefit_lines_by_year.entries())
    for (const [line, value] of Object.entries(lines)) near(yearsOf(standing, [line], year), value, 1e-6)
})

test('value, return, payback and ratios are those of the worked example', () => {
  near(standing.npv, base.npv, 1e-6)
  near(standing.irr.rate, base.irr)
  near(standing.paybackYears, base.payback_years)
  near(standing.discountedPaybackYears, base.discounted_payback_years)
  near(standing.roi, base.roi)
  near(standing.bcr, base.bcr)
  near(standing.presentCost, base.pv_cost, 1e-6)
  near(standing.presentBenefit, base.pv_benefit, 1e-6)
  near(standing.breakEvenFactor, scenarios.break_even_benefit_factor)
})

test('with half and with three quarters of the benefits the figures are those of the worked example', () => {
  for (const [factor, expected] of [
    [0.5, scenarios['benefit_factor_0.50']],
    [0.75, scenarios['benefit_factor_0.75']],
  ] as const) {
    const found = appraise(prepared, { ...asItStands, benefit_factor: factor })

    near(found.npv, expected.npv, 1e-6)
    near(found.irr.rate, expected.irr)
    near(found.paybackYears, expected.payback_years)
    near(found.roi, expected.roi)
  }
})

test('with benefits inside IT only the case never pays back, and the rate of return says why there is none', () => {
  const expected = scenarios.inside_it_only
  const found = appraise(prepared, { ...asItStands, only: 'inside IT' })
  const benefits = found.lines.filter(({ side }) => side === 'benefit').map(({ line }) => line)

  assert.deepEqual(benefits.toSorted(), expected.lines)
  nearAll(found.net, expected.net)
  near(found.npv, expected.npv, 1e-6)
  near(found.irr.rate, expected.irr)
  assert.equal(found.irr.note, 'no change of sign')
  near(found.paybackYears, expected.payback_years)
})

test('the tornado has every bar of the worked example in its order', () => {
  assert.deepEqual(
    standing.tornado.map(({ input }) => input),
    financeOracle.tornado.map(({ input }) => input),
  )
  for (const [at, expected] of financeOracle.tornado.entries()) {
    const bar = standing.tornado[at]
    near(bar?.low, expected.low, 0)
    near(bar?.base, expected.base, 0)
    near(bar?.high, expected.high, 0)
    near(bar?.npvAtLow, expected.npv_at_low, 1e-6)
    near(bar?.npvAtHigh, expected.npv_at_high, 1e-6)
    near(bar?.swing, expected.swing, 1.1e-6)
  }
})

test('inputs are drawn in the order of the worked example', () => {
  const drawn = prepared.inputs.list.filter(({ range }) => range.high > range.low).map(({ id }) => id)

  assert.deepEqual(drawn, financeOracle.input_order_for_sampling)
})

test('the generator gives the first uniforms of the worked example', () => {
  const next = mulberry32(20000)

  nearAll(
    monteCarlo.first_uniforms_seed_20000.map(() => next()),
    monteCarlo.first_uniforms_seed_20000,
  )
})

test('the triangular simulation gives the first trials and the whole spread of the worked example', () => {
  const { expected, found, firstThree } = simulated('triangular')

  nearAll(firstThree, expected.first_three)
  for (const name of ['mean', 'sd', 'p05', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'] as const)
    near(found[name], expected[name], 1e-6)
  near(found.probabilityPositive, expected.prob_npv_positive)
})

test('the PERT simulation stays within the tolerance of the worked example', () => {
  const { expected, found, firstThree } = simulated('PERT')
  const tolerance = 0.02 * expected.sd

  nearAll(firstThree, expected.first_three, tolerance)
  for (const name of ['mean', 'sd', 'p05', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95'] as const)
    near(found[name], expected[name], tolerance)
  near(found.probabilityPositive, expected.prob_npv_positive, 0.001)
})

function simulated(distribution: 'triangular' | 'PERT') {
  const expected = distribution === 'PERT' ? monteCarlo.pert : monteCarlo.triangular
  const given = oracleCase({ distribution, trials: expected.n, seed: expected.seed })
  const ready = prepare(financeModel, given)
  const terms = termsOf(ready.amounts, given, asItStands, ready.inputs.place)
  const values = simulate(terms, ready.inputs, ready.draws(), {
    rate: given.settings.discountRate,
    scenario: asItStands,
  })
  return { expected, found: appraise(ready).spread, firstThree: [...values.subarray(0, 3)] }
}

test('the inverses give the test vectors', () => {
  for (const { a, m, b, u, x } of vectors.triangular_inverse_cdf)
    near(triangularInverse({ low: a, base: m, high: b })(u), x, 1e-5)
  for (const { a, m, b, u, x } of vectors.pert_inverse_cdf)
    near(pertInverse({ low: a, base: m, high: b })(u), x, 1e-5)
  const { pert_mean: pert, triangular_mean: triangle } = vectors
  near(pertMean({ low: pert.a, base: pert.m, high: pert.b }), pert.mean)
  near(triangularMean({ low: triangle.a, base: triangle.m, high: triangle.b }), triangle.mean)
})

test('the edge cases of flows come out as the worked example has them', () => {
  for (const { cf, rate, npv: value, irr: expected, payback_years: years } of vectors.cash_flow_cases) {
    near(npv(cf, rate), value)
    near(irr(cf).rate, expected)
    near(payback(cf), years)
  }
})
