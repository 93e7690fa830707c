import { z } from 'zod'
import { Day } from '#assessment/statement.ts'
import { Perspective } from '#content/strategy.ts'
import { rules } from '#monitoring/signal-rules.ts'
import { cadences } from '#monitoring/staleness.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

const count = z.number().int().nonnegative()
const Direction = z.enum(['up', 'down', 'neutral', 'to zero'])
const Cadence = z.enum(cadences)
const Answers = z.enum(['share', 'value'])
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is a month such as 2026-03')
const KpiId = z.string().regex(/^(KPI-\d{3}|OWN-\d{1,4})$/, 'is the number of a KPI, such as KPI-010')
const figure = {
  period: z.string(),
  part: z.number().optional(),
  whole: z.number().optional(),
  value: z.number().optional(),
  n: z.number(),
}

const Source = z.discriminatedUnion('by', [
  z.object({
    by: z.enum(['measure', 'check', 'registers', 'own']),
    id: z.string(),
    answers: Answers,
    unit: z.string(),
    isAsOf: z.boolean(),
    direction: Direction,
  }),
  z.object({ by: z.literal('nobody'), needs: z.string() }),
])

/** A KPI of the library, or an own one. */
const KpiView = z.object({
  id: z.string(),
  title: z.string(),
  process: z.string(),
  perspective: Perspective,
  clause: z.string(),
  formula: z.string(),
  unit: z.string(),
  direction: Direction,
  target: z.string(),
  target_source: z.string(),
  cadence: z.string(),
  requirements: z.array(z.string()),
  headline: z.boolean(),
  note: z.string().optional(),
})

/** A line of the library: what computes it and its present value, or what it needs. */
export const LibraryKpi = z.object({
  kpi: KpiView,
  source: Source,
  latest: z.object({ ...figure, number: z.number() }).optional(),
  because: z.string().optional(),
  isAdopted: z.boolean(),
  isOwn: z.boolean(),
})
export type LibraryKpi = z.infer<typeof LibraryKpi>

const Judged = z.object({
  target: z.number(),
  isReached: z.boolean().optional(),
  isSetLater: z.boolean(),
  changedTo: z.number().optional(),
})

const KeptPoint = z.object({
  ...figure,
  id: z.string(),
  collection: z.string().optional(),
  isClosed: z.boolean(),
  dataHash: z.string(),
  computedAt: z.string(),
  reason: z.string().optional(),
  by: z.string(),
})

/** One KPI as the page lists it. */
export const WatchedKpi = z.object({
  kpi: z.string(),
  title: z.string(),
  process: z.string(),
  perspective: Perspective,
  owner: z.string(),
  cadence: Cadence,
  direction: Direction,
  answers: Answers,
  unit: z.string(),
  isEnded: z.boolean(),
  state: z.enum(['on target', 'off target', 'no target', 'no data']),
  latest: z.object({ ...figure, number: z.number(), isClosed: z.boolean() }).optional(),
  judged: Judged.optional(),
  age: z.object({ days: count, isStale: z.boolean() }).optional(),
  isStale: z.boolean(),
  series: z.array(z.object({ period: z.string(), number: z.number().optional(), n: z.number() })),
  openSignals: count,
  signals: count,
  differing: count,
})
export type WatchedKpi = z.infer<typeof WatchedKpi>

const Side = z.object({
  from: z.string(),
  to: z.string(),
  months: count,
  number: z.number(),
  part: z.number().optional(),
  whole: z.number().optional(),
})

const Effect = z.discriminatedUnion('isKnown', [
  z.object({ isKnown: z.literal(false), because: z.string() }),
  z.object({
    isKnown: z.literal(true),
    method: z.string(),
    before: Side,
    after: Side,
    difference: z.number(),
    low: z.number(),
    high: z.number(),
    isClear: z.boolean(),
  }),
])

const Decision = z.object({
  id: z.string(),
  signal: z.string().optional(),
  says: z.string(),
  owner: z.string(),
  dueOn: z.string().optional(),
  decidedOn: z.string(),
  by: z.string(),
  keptAt: z.string(),
  effect: Effect,
  isOverdue: z.boolean(),
})

const SignalFigure = z.object({
  period: z.string(),
  number: z.number(),
  centre: z.number(),
  low: z.number(),
  high: z.number(),
})

const Range = z.object({ mean: z.number(), limit: z.number() })

/** One KPI whole: chart with limits, months, targets, signals, decisions with their effect, forecast. */
export const KpiDetail = WatchedKpi.extend({
  version: count,
  definition: KpiView,
  source: Source,
  adoptedOn: z.string(),
  adoptedBy: z.string(),
  targets: z.array(
    z.object({
      number: count,
      target: z.number(),
      validFrom: z.string(),
      reason: z.string(),
      setBy: z.string(),
      setAt: z.string(),
    }),
  ),
  chart: z.object({
    kind: z.enum(['XmR', 'p']),
    limits: z
      .object({
        centre: z.number(),
        baseline: z.object({ from: z.string(), to: z.string(), points: count }),
        range: Range.optional(),
        points: z.array(
          z.object({
            period: z.string(),
            number: z.number(),
            low: z.number(),
            high: z.number(),
            sigma: z.number(),
            range: z.number().optional(),
            n: z.number(),
          }),
        ),
      })
      .optional(),
    signals: z.array(z.object({ rule: z.enum(rules), periods: z.array(z.string()) })),
  }),
  whyNoLimits: z.string().optional(),
  months: z.array(
    z.object({
      ...figure,
      number: z.number().optional(),
      isClosed: z.boolean(),
      judged: Judged.optional(),
      kept: KeptPoint,
      differs: KeptPoint.optional(),
      rows: z.array(KeptPoint),
    }),
  ),
  items: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      rule: z.enum(rules),
      periods: z.array(z.string()),
      figures: z.array(SignalFigure),
      foundAt: z.string(),
      worst: SignalFigure.optional(),
      decisions: z.array(Decision),
    }),
  ),
  decisions: z.array(Decision),
  forecast: z
    .object({
      way: z.string(),
      next: z.number(),
      error: z.number(),
      tried: count,
      errors: z.record(z.string(), z.number()),
    })
    .optional(),
  whyNoForecast: z.string().optional(),
})
export type KpiDetail = z.infer<typeof KpiDetail>

const InKpi = InOrganization.extend({ kpi: KpiId })

export const monitoringApi = {
  'GET /api/organizations/:organization/kpis': {
    summary:
      'The library of KPIs whole: each computed by a measure, a check or the registers with its present value, or what it needs',
    allows: 'read evidence',
    params: InOrganization,
    query: z.object({
      search: z.string().max(200).optional(),
      process: z.string().max(60).optional(),
      perspective: Perspective.optional(),
      computed: z.enum(['true', 'false']).optional(),
    }),
    answers: z.object({
      items: z.array(LibraryKpi),
      /** Of the whole library, whatever was asked for. */
      counts: z.object({ all: count, computed: count, withValue: count, needing: count }),
    }),
  },
  'GET /api/organizations/:organization/monitoring': {
    summary: 'The KPIs that are watched: value, target, state, age, series and signals, from what is stored',
    allows: 'read evidence',
    params: InOrganization,
    answers: z.object({ items: z.array(WatchedKpi) }),
  },
  'POST /api/organizations/:organization/monitoring': {
    summary: 'Adopt a KPI; its series is computed at once from what is collected already',
    allows: 'write registers',
    params: InOrganization,
    body: z.object({
      kpi: KpiId,
      owner: text(200).default(''),
      cadence: Cadence.optional(),
      direction: Direction.optional(),
      target: z.number().optional(),
    }),
    answers: KpiDetail,
    created: true,
  },
  'GET /api/organizations/:organization/monitoring/:kpi': {
    summary:
      'A KPI whole: control chart, months with part and whole, targets, signals, decisions with effect, forecast',
    allows: 'read evidence',
    params: InKpi,
    answers: KpiDetail,
    versioned: true,
  },
  'PUT /api/organizations/:organization/monitoring/:kpi': {
    summary: 'Change who owns a KPI, how often it is looked at, which way is good, or whether it is watched',
    allows: 'write registers',
    params: InKpi,
    body: z.object({ owner: text(200), cadence: Cadence, direction: Direction, isEnded: z.boolean() }),
    answers: KpiDetail,
    versioned: true,
  },
  'POST /api/organizations/:organization/monitoring/:kpi/targets': {
    summary: 'Set a target anew, from a month on, with the reason; earlier ones stay',
    allows: 'write registers',
    params: InKpi,
    body: z.object({ target: z.number(), validFrom: Month, reason: text(2000, 1) }),
    answers: KpiDetail,
    created: true,
  },
  'POST /api/organizations/:organization/monitoring/:kpi/corrections': {
    summary: 'Let the figure that a newer collection computed for a closed month stand, with the reason',
    allows: 'write registers',
    params: InKpi,
    body: z.object({ period: Month, reason: text(2000, 1) }),
    answers: KpiDetail,
    created: true,
  },
  'POST /api/organizations/:organization/monitoring/:kpi/decisions': {
    summary:
      'Keep a decision about a KPI, mostly because of a signal; its effect is shown before and after its day',
    allows: 'write registers',
    params: InKpi,
    body: z.object({
      signal: z.uuid().optional(),
      says: text(4000, 1),
      owner: text(200, 1),
      dueOn: Day.optional(),
      decidedOn: Day,
    }),
    answers: KpiDetail,
    created: true,
  },
} as const satisfies Endpoints
