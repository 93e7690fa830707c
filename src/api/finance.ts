import { z } from 'zod'
import { QualityOfValue, TakenFrom } from '#finance/assumption.ts'
import { CaseSettings } from '#finance/case.ts'
import { OwnLineDraft } from '#finance/own-line.ts'
import { ThreePoint } from '#finance/three-point.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'
import { TrackedLineView } from './tracked-line.ts'

const numbers = z.array(z.number())
const Class = z.enum(['hard', 'freed time', 'soft'])

/** How the case is to be read. freedTime: as it is assumed, off, or a share by which all freed time counts. */
export const CaseQuery = z.object({
  scenario: z.string().max(60).optional(),
  soft: z.enum(['on', 'off']).default('on'),
  freedTime: z.union([z.enum(['assumed', 'off']), z.coerce.number().min(0).max(1)]).default('assumed'),
  certificate: z.enum(['on', 'off']).default('on'),
  only: z.enum(['all', 'inside IT']).default('all'),
})

const MeasuredView = z.object({
  measure: z.string(),
  title: z.string(),
  unit: z.string(),
  n: z.number(),
  months: z.number(),
  period: z.object({ from: z.string(), to: z.string() }),
})

/** An assumption: what it is, its values with where they come from, and what the tickets say. */
export const AssumptionView = z.object({
  id: z.string(),
  title: z.string(),
  unit: z.string(),
  kind: z.enum(['cost', 'volume', 'benefit']),
  atMost: z.number().optional(),
  neededBy: z.array(z.string()),
  reference: z.array(z.string()),
  /** Counted in the tickets, or in a register. */
  baseline: MeasuredView.extend({ range: ThreePoint, register: z.string().optional() }).optional(),
  beside: z.array(MeasuredView.extend({ value: z.number() })),
  /** What roadmap or training plan for it. */
  planned: z
    .object({
      value: z.number(),
      by: z.enum(['roadmap', 'training']),
      from: z.string().optional(),
      to: z.string().optional(),
    })
    .optional(),
  version: z.number(),
  value: z
    .object({
      low: z.number(),
      base: z.number(),
      high: z.number(),
      source: z.string(),
      quality: QualityOfValue,
      owner: z.string(),
      note: z.string(),
      /** Takes its values from the roadmap as it is planned now. */
      isFollowing: z.boolean(),
      changedBy: z.string(),
      changedAt: z.string(),
    })
    .optional(),
})

/** A line of cost or benefit, in the case or not. Amounts are there where the case can be computed and the reading counts it. */
export const LineView = z.object({
  id: z.string(),
  title: z.string(),
  side: z.enum(['cost', 'benefit']),
  isIn: z.boolean(),
  isMandatory: z.boolean(),
  class: z.string(),
  classes: z.array(z.string()),
  kind: z.string(),
  partOf: z.string().optional(),
  guard: z.string(),
  proof: z.string().optional(),
  settled: z.string(),
  owner: z.string(),
  version: z.number(),
  formulas: z.array(z.object({ part: z.string(), text: z.string() })),
  without: z.number().optional(),
  isOwn: z.boolean(),
  /** The own line as it was written; absent for lines of the pack and of technology options. */
  own: OwnLineDraft.optional(),
  amounts: z.object({ perYear: numbers, fullYear: z.number(), presentValue: z.number() }).optional(),
})

const SpreadView = z.object({
  trials: z.number(),
  mean: z.number(),
  sd: z.number(),
  p05: z.number(),
  p10: z.number(),
  p25: z.number(),
  p50: z.number(),
  p75: z.number(),
  p90: z.number(),
  p95: z.number(),
  probabilityPositive: z.number(),
  bins: z.array(z.object({ from: z.number(), to: z.number(), count: z.number() })),
})

const SubtotalView = z.object({ fullYear: z.number(), presentValue: z.number() })

/** What the case comes to in one reading. */
export const ResultView = z.object({
  rate: z.number(),
  cost: numbers,
  benefit: numbers,
  net: numbers,
  cumulated: numbers,
  discountedCumulated: numbers,
  subtotals: z.object({ hard: SubtotalView, freedTime: SubtotalView, soft: SubtotalView }),
  npv: z.number(),
  irr: z.number().optional(),
  irrNote: z.string().optional(),
  paybackYears: z.number().optional(),
  discountedPaybackYears: z.number().optional(),
  roi: z.number().optional(),
  bcr: z.number().optional(),
  breakEvenFactor: z.number().optional(),
  presentCost: z.number(),
  presentBenefit: z.number(),
  spread: SpreadView,
  tornado: z.array(
    z.object({
      input: z.string(),
      title: z.string(),
      unit: z.string(),
      low: z.number(),
      base: z.number(),
      high: z.number(),
      npvAtLow: z.number(),
      npvAtHigh: z.number(),
      swing: z.number(),
      breakEvenAt: z.number().optional(),
    }),
  ),
  inputsHash: z.string(),
})
export type ResultView = z.infer<typeof ResultView>

/** The whole business case. Version 0: nobody has set it up. */
export const CaseView = z.object({
  version: z.number(),
  settings: CaseSettings,
  assumptions: z.array(AssumptionView),
  lines: z.array(LineView),
  overlaps: z.array(
    z.object({ titles: z.array(z.string()), claims: z.array(z.string()), settled: z.string() }),
  ),
  concerns: z.array(z.object({ kind: z.string(), about: z.array(z.string()) })),
  /** Everything that lines of benefit count, so that an own line can say which of it it counts too. */
  claims: z.array(z.string()),
  result: ResultView.optional(),
  /** Own lines that were deleted and can be put back, newest first. */
  deleted: z.array(
    z.object({ id: z.string(), title: z.string(), deletedAt: z.string(), deletedBy: z.string() }),
  ),
})
export type CaseView = z.infer<typeof CaseView>

/** One scenario beside the case as it stands. */
export const ScenarioView = z.object({
  id: z.string(),
  title: z.string(),
  npv: z.number(),
  p10: z.number(),
  p50: z.number(),
  p90: z.number(),
  probabilityPositive: z.number(),
  irr: z.number().optional(),
  irrNote: z.string().optional(),
  paybackYears: z.number().optional(),
  roi: z.number().optional(),
})

/** A figure that circulates and could not be traced. */
export const ClaimView = z.object({
  id: z.string(),
  says: z.string(),
  figure: z.string(),
  attributedTo: z.string(),
  status: z.enum(['unverified', 'verified']),
  because: z.string(),
  use: z.string(),
})

const AssumptionBody = z.object({
  low: z.number(),
  base: z.number(),
  high: z.number(),
  source: text(500).default(''),
  quality: QualityOfValue,
  owner: text(200).default(''),
  note: text(2000).default(''),
  measured: TakenFrom.optional(),
  isFollowing: z.boolean().default(false),
})

const LineBody = z.object({
  isIn: z.boolean(),
  class: Class.optional(),
  settled: text(2000).default(''),
  owner: text(200).default(''),
})

/** The version that something has from now on. */
export const Version = z.object({ version: z.number() })
const OfAssumption = InOrganization.extend({ assumption: z.string().max(100) })
/** One line of the case. */
export const OfLine = InOrganization.extend({ line: z.string().max(100) })
const OfQuarter = OfLine.extend({ quarter: z.string().regex(/^\d{4}-Q[1-4]$/) })

export const financeApi = {
  'GET /api/organizations/:organization/case': {
    summary:
      'The business case: what it says, what it stands on, what is open; soft benefits and freed time on or off',
    allows: 'read the business case',
    params: InOrganization,
    query: CaseQuery,
    answers: CaseView,
  },
  'PUT /api/organizations/:organization/case': {
    summary: 'Set how the case is computed: horizon, discount rate, ramp, seed',
    allows: 'write the business case',
    params: InOrganization,
    body: CaseSettings,
    answers: Version,
    versioned: true,
  },
  'PUT /api/organizations/:organization/case/assumptions/:assumption': {
    summary: 'Give an assumption its low, likely and high value, with source, quality and owner',
    allows: 'write the business case',
    params: OfAssumption,
    body: AssumptionBody,
    answers: Version,
    versioned: true,
  },
  'DELETE /api/organizations/:organization/case/assumptions/:assumption': {
    summary: 'Take the values of an assumption back',
    allows: 'write the business case',
    params: OfAssumption,
    answers: 'nothing',
  },
  'PUT /api/organizations/:organization/case/lines/:line': {
    summary: 'Put a line into the case or leave it out, choose its class, say how an overlap was settled',
    allows: 'write the business case',
    params: OfLine,
    body: LineBody,
    answers: Version,
    versioned: true,
  },
  'GET /api/organizations/:organization/case/scenarios': {
    summary: 'The case as it stands beside its scenarios, on the same draws',
    allows: 'read the business case',
    params: InOrganization,
    answers: z.object({ items: z.array(ScenarioView) }),
  },
  'GET /api/organizations/:organization/case/claims': {
    summary: 'Figures that circulate and could not be traced, with what they may be used for',
    allows: 'read the business case',
    params: InOrganization,
    answers: z.object({ items: z.array(ClaimView) }),
  },
  'GET /api/organizations/:organization/case/tracking': {
    summary: 'Planned and measured benefits by quarter',
    allows: 'read the business case',
    params: InOrganization,
    answers: z.object({ startsOn: z.string().optional(), items: z.array(TrackedLineView) }),
  },
  'PUT /api/organizations/:organization/case/tracking/:line/:quarter': {
    summary: 'Write down what a benefit brought in a quarter, with its evidence; not by its owner',
    allows: 'write the business case',
    params: OfQuarter,
    body: z.object({ value: z.number(), evidence: text(2000, 1) }),
    answers: Version,
    versioned: true,
  },
} as const satisfies Endpoints
