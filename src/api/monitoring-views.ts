import { z } from 'zod'
import { OutcomeFamily } from '#content/outcomes.ts'
import { Perspective } from '#content/strategy.ts'
import { ways } from '#monitoring/forecast.ts'
import { rules } from '#monitoring/signal-rules.ts'
import { cadences } from '#monitoring/staleness.ts'

const count = z.number().int().nonnegative()
/** Which way is good. */
export const Direction = z.enum(['up', 'down', 'neutral', 'to zero'])
/** How often a KPI is looked at. */
export const Cadence = z.enum(cadences)
/** A share is part of whole; a value stands on n cases. */
export const Answers = z.enum(['share', 'value'])
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
  /** That it had no answer for the newest collection, and why; earlier figures stand. */
  unanswered: z.object({ because: z.string(), at: z.string() }).optional(),
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

/** What changed after a day, with its interval; or why nothing is known. */
export const Effect = z.discriminatedUnion('isKnown', [
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

/** One KPI of an outcome: watched with what came of it, or only its present value. */
const FollowedKpi = LibraryKpi.pick({
  kpi: true,
  source: true,
  latest: true,
  because: true,
  isAdopted: true,
}).extend({
  owner: z.string().optional(),
  target: z.number().optional(),
  outcome: z
    .object({
      effect: Effect,
      verdict: z.enum(['better', 'worse', 'unclear', 'unknown']),
      relative: z.number().optional(),
      targetAgainst: z.object({ by: z.enum(['relative', 'points']), value: z.number() }).optional(),
    })
    .optional(),
})

/** The outcomes by family. since: the decision that they are held against, where it is long enough ago. */
export const OutcomesView = z.object({
  since: z.string().optional(),
  families: z.array(z.object({ id: OutcomeFamily, kpis: z.array(FollowedKpi) })),
})
export type OutcomesView = z.infer<typeof OutcomesView>

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
      way: z.enum(ways),
      next: z.number(),
      error: z.number(),
      tried: count,
      errors: z.record(z.string(), z.number()),
    })
    .optional(),
  whyNoForecast: z.string().optional(),
})
export type KpiDetail = z.infer<typeof KpiDetail>

/** A month that an own select answered. */
export const OwnMonth = z.object({ ...figure, number: z.number().optional() })

/** A KPI of the organization's own, in one version. */
export const OwnKpiView = z.object({
  kpi: z.string(),
  number: count,
  title: z.string(),
  claim: z.string(),
  answers: Answers,
  unit: z.string(),
  direction: Direction,
  sql: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
})
export type OwnKpiView = z.infer<typeof OwnKpiView>
