import { z } from 'zod'
import { Rating } from '#assessment/rating.ts'
import { Criticality } from '#content/requirement.ts'
import { Exception } from '#evidence/result.ts'
import { BaselineView, SourceView } from './assessment-views.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization } from './page.ts'

/** An index with everything it must never be shown without. */
export const IndexView = z.object({
  basis: z.enum(['ratings', 'proposals']),
  index: z.number().int(),
  label: z.enum(['blocked', 'not ready', 'preparing', 'nearly ready', 'ready with conditions', 'ready']),
  /** The line in which an index is shown where there is room for one line only. */
  line: z.string(),
  cap: z.number().int(),
  caps: z.array(z.string()),
  /** The index without caps when all that is not assessed is bad, and when all of it is good; out of 100. */
  rawLow: z.number(),
  rawHigh: z.number(),
  lowestClause: z.object({ clause: z.string(), title: z.string(), score: z.number() }).optional(),
  blocking: z.array(z.string()),
  systemicClauses: z.array(z.string()),
  applicable: z.number().int(),
  assessed: z.number().int(),
  assessedShare: z.number(),
  evidenceShare: z.number(),
})

/** One gate on the way to the audit. */
export const GateView = z.object({
  id: z.string(),
  title: z.string(),
  colour: z.enum(['green', 'red', 'grey']),
  because: z.string(),
})

const Counts = z.record(Rating, z.number().int())

/** One cell of the heat map: a clause as rated, and as proposed. */
export const ClauseHeat = z.object({
  clause: z.string(),
  title: z.string(),
  items: z.number().int(),
  applicable: z.number().int(),
  assessed: z.number().int(),
  share: z.number().optional(),
  counts: Counts,
  /** The worst rating in it; not_assessed when nothing worse was rated and something is open. */
  worst: Rating,
  proposed: z.object({
    assessed: z.number().int(),
    share: z.number().optional(),
    counts: Counts,
    worst: Rating,
  }),
})

/** One thing that blocks, with the tickets that show it. */
export const GapView = z.object({
  requirement: z.string(),
  clause: z.string(),
  title: z.string(),
  criticality: Criticality,
  rating: Rating,
  severity: z.enum(['major', 'minor', 'partial']),
  source: z.enum(['rating', 'proposal']),
  typicalGap: z.string(),
  missing: z.array(z.string()),
  remedy: z.string(),
  role: z.string(),
  effortDays: z.object({ low: z.number(), likely: z.number(), high: z.number() }),
  failedChecks: z.array(z.string()),
  tickets: z.array(Exception),
  ticketCount: z.number().int(),
})
export type GapView = z.infer<typeof GapView>

/** The answer to "are we ready?", with all that it stands on. */
export const ReadinessView = z.object({
  sentence: z.string(),
  organization: z.string(),
  baseline: BaselineView.optional(),
  stage1: z.object({ on: z.string(), days: z.number().int() }).optional(),
  /** The day on which the organization wants its certificate. */
  certificate: z.object({ on: z.string(), days: z.number().int() }).optional(),
  index: IndexView,
  proposed: IndexView,
  rated: z.object({
    applicable: z.number().int(),
    rated: z.number().int(),
    /** Of those rated: seen by a second person. */
    confirmed: z.number().int(),
    /** Of those rated: waiting for the second person without whom they do not count. */
    waiting: z.number().int(),
    self: z.number().int(),
    ratedShare: z.number(),
    confirmedShare: z.number(),
  }),
  gates: z.array(GateView),
  gatesOfStage1: z.array(GateView),
  clauses: z.array(ClauseHeat),
  blocks: z.array(GapView),
  gapCount: z.number().int(),
  computed: z.object({
    formula: z.string(),
    weights: z.record(Criticality, z.number()),
    requirements: z.number().int(),
    checks: z.number().int(),
    statements: z.number().int(),
    catalogue: z.string(),
  }),
  source: SourceView,
})
export type ReadinessView = z.infer<typeof ReadinessView>

export const readinessApi = {
  'GET /api/organizations/:organization/readiness': {
    summary: 'Are we ready? The index with its cap, the gates, the clauses, and what blocks',
    allows: 'read readiness',
    params: InOrganization,
    query: z.object({
      baseline: z.uuid().optional(),
      blocks: z.coerce.number().int().min(1).max(306).default(7),
    }),
    answers: ReadinessView,
  },
} as const satisfies Endpoints
