import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { readFinance } from '#content/finance.ts'
import { type BusinessCase, firstSettings } from '#finance/case.ts'
import type { ThreePoint } from '#finance/three-point.ts'

const point = z.object({ low: z.number(), base: z.number(), high: z.number() })
const flows = z.array(z.number())
const byLine = z.record(z.string(), z.number())
const nothing = z.number().nullable()
const spread = z.object({
  n: z.number(),
  seed: z.number(),
  first_three: flows,
  mean: z.number(),
  sd: z.number(),
  p05: z.number(),
  p10: z.number(),
  p25: z.number(),
  p50: z.number(),
  p75: z.number(),
  p90: z.number(),
  p95: z.number(),
  prob_npv_positive: z.number(),
})
const vector = z.object({ a: z.number(), m: z.number(), b: z.number(), u: z.number(), x: z.number() })
const mean = z.object({ a: z.number(), m: z.number(), b: z.number(), mean: z.number() })

const Oracle = z.object({
  inputs: z.record(z.string(), point),
  input_order_for_sampling: z.array(z.string()),
  fixed: z.record(z.string(), z.union([z.number(), flows])),
  base_case: z.object({
    cost: flows,
    benefit: flows,
    net: flows,
    npv: z.number(),
    irr: z.number(),
    payback_years: z.number(),
    discounted_payback_years: z.number(),
    roi: z.number(),
    bcr: z.number(),
    pv_cost: z.number(),
    pv_benefit: z.number(),
    cost_lines_by_year: z.array(byLine),
    benefit_lines_full_year: byLine,
    benefit_lines_by_year: z.array(byLine),
  }),
  scenarios: z.object({
    'benefit_factor_0.50': z.object({
      npv: z.number(),
      irr: nothing,
      payback_years: nothing,
      roi: z.number(),
    }),
    'benefit_factor_0.75': z.object({
      npv: z.number(),
      irr: nothing,
      payback_years: nothing,
      roi: z.number(),
    }),
    break_even_benefit_factor: z.number(),
    inside_it_only: z.object({
      lines: z.array(z.string()),
      net: flows,
      npv: z.number(),
      irr: nothing,
      payback_years: nothing,
    }),
  }),
  tornado: z.array(
    point.extend({
      input: z.string(),
      npv_at_low: z.number(),
      npv_at_high: z.number(),
      swing: z.number(),
    }),
  ),
  monte_carlo: z.object({ first_uniforms_seed_20000: flows, triangular: spread, pert: spread }),
  test_vectors: z.object({
    triangular_inverse_cdf: z.array(vector),
    pert_inverse_cdf: z.array(vector),
    pert_mean: mean,
    triangular_mean: mean,
    cash_flow_cases: z.array(
      z.object({
        name: z.string(),
        cf: flows,
        rate: z.number(),
        npv: z.number(),
        irr: nothing,
        payback_years: nothing,
      }),
    ),
  }),
})

/** The worked example: what goes in, and what has to come out. All its inputs are invented. */
export const financeOracle = Oracle.parse(
  JSON.parse(readFileSync(new URL('./finance-oracle.json', import.meta.url), 'utf8')),
)

/** The finance folder of the pack, free of problems. */
export const financeModel = readFinance(new URL('../../content', import.meta.url).pathname).model

const notInTheOracle = [
  'joint_audits',
  'insurance',
  'risk_reduction',
  'request_automation',
  'staff_productivity',
]
const ownTimeOfOracle = ['internal_time', 'running_the_sms']
const costsOfOracle = [...ownTimeOfOracle, 'training', 'consultancy', 'certification', 'tooling']

/** The worked example as a case of ours. */
export function oracleCase(settings: Partial<BusinessCase['settings']> = {}): BusinessCase {
  const { inputs, fixed } = financeOracle
  const assumptions = new Map<string, ThreePoint>(Object.entries(inputs))
  for (const [id, value] of Object.entries(fixed))
    if (typeof value === 'number') assumptions.set(id, { low: value, base: value, high: value })
  const lines = [...financeModel.costs, ...financeModel.benefits].map(({ id }) => id)
  const isIn = (id: string) =>
    costsOfOracle.includes(id) ||
    (financeModel.benefits.some((line) => line.id === id) && !notInTheOracle.includes(id))
  return {
    settings: { ...firstSettings, ...settings },
    assumptions,
    lines: new Map(lines.map((id) => [id, { isIn: isIn(id), settled: '' }])),
    own: [],
  }
}
