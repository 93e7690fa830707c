import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { JobView } from './jobs.ts'
import { InOrganization, PageQuery, pageOf, text } from './page.ts'

/** Who may look at what the data show. */
const looks = ['read evidence', 'enter the evidence room'] as const

/** One asking of every check and measure. */
export const CollectionView = z.object({
  id: z.uuid(),
  number: z.number().int(),
  period: z.object({ from: z.string(), to: z.string() }),
  dataFrom: z.string(),
  dataUntil: z.string(),
  dataHash: z.string(),
  packVersion: z.string(),
  collectedAt: z.string(),
  collectedBy: z.string(),
})
export type CollectionView = z.infer<typeof CollectionView>

const verdict = z.enum(['pass', 'fail', 'inconclusive'])
const interval = z.object({ low: z.number(), high: z.number() })

/** What a check said, as a row of a list. */
export const CheckRow = z.object({
  check: z.string(),
  title: z.string(),
  process: z.string(),
  subject: z.string(),
  purpose: z.enum(['conformity', 'performance', 'signal']),
  severity: z.enum(['major', 'minor', 'signal']),
  verdict,
  because: z.string(),
  basis: z.enum(['population', 'sample']),
  population: z.number().int(),
  met: z.number().int(),
  unknown: z.number().int(),
  notApplicable: z.number().int(),
  threshold: z.number(),
  share: z.number().optional(),
  interval: interval.optional(),
  exceptionCount: z.number().int(),
  requirements: z.array(z.string()),
})
export type CheckRow = z.infer<typeof CheckRow>

/** What a check said in one collection. */
export const PastResultView = z.object({
  collection: z.uuid(),
  number: z.number().int(),
  period: z.object({ from: z.string(), to: z.string() }),
  collectedAt: z.string(),
  verdict,
  because: z.string(),
  population: z.number().int(),
  met: z.number().int(),
  threshold: z.number(),
  share: z.number().optional(),
  interval: interval.optional(),
  sqlHash: z.string(),
})

/** A check whole: what it claims, what it said, how that can be repeated, and what it cannot see. */
export const CheckView = CheckRow.extend({
  collection: CollectionView,
  period: z.object({ from: z.string(), to: z.string() }),
  claim: z.string().optional(),
  populationSays: z.string().optional(),
  decides: z.array(
    z.object({ requirement: z.string(), part: z.string(), condition: z.number().int().optional() }),
  ),
  knownGaps: z.array(z.string()),
  remedy: z.string(),
  /** The select, as long as the pack still holds the one that was asked. */
  sql: z.string().optional(),
  sqlHash: z.string(),
  dataHash: z.string(),
  history: z.array(PastResultView),
})
export type CheckView = z.infer<typeof CheckView>

/** A ticket in a list: the columns that tell it apart. */
export const TicketRow = z.object({
  ticket: z.string(),
  type: z.string().optional(),
  state: z.string().optional(),
  priority: z.number().int().optional(),
  service: z.string().optional(),
  team: z.string().optional(),
  category: z.string().optional(),
  createdAt: z.string().optional(),
  resolvedAt: z.string().optional(),
})
export type TicketRow = z.infer<typeof TicketRow>

/** One subject that did not do what a check claims; the ticket where it is one. */
export const ExceptionView = z.object({
  subject: z.string(),
  reason: z.string(),
  ticket: TicketRow.optional(),
})

/** A measure, month by month. A point without a value says no data. */
export const MeasureView = z.object({
  id: z.string(),
  title: z.string(),
  claim: z.string(),
  process: z.string(),
  answers: z.enum(['share', 'value']),
  unit: z.string(),
  direction: z.enum(['up', 'down', 'neutral', 'to zero']),
  target: z.number().optional(),
  targetSource: z.string().optional(),
  headline: z.boolean(),
  aka: z.array(z.string()),
  points: z.array(
    z.object({
      period: z.string(),
      part: z.number().optional(),
      whole: z.number().optional(),
      value: z.number().optional(),
      n: z.number(),
    }),
  ),
  because: z.string().optional(),
  knownGaps: z.array(z.string()),
  sqlHash: z.string(),
  /** Registers gave it: each point is how things stood at the end of its month, or stand today. */
  from: z.literal('registers').optional(),
})
export type MeasureView = z.infer<typeof MeasureView>

/** One measure with how it is computed. */
export const MeasureDetail = MeasureView.extend({
  collection: CollectionView.optional(),
  sql: z.string().optional(),
  requirements: z.array(z.string()),
})
export type MeasureDetail = z.infer<typeof MeasureDetail>

const Many = z.union([z.string().max(60), z.array(z.string().max(60)).max(20)]).optional()

export const evidenceApi = {
  'GET /api/organizations/:organization/collections': {
    summary: 'The askings of every check and measure, newest first',
    allows: looks,
    params: InOrganization,
    query: PageQuery,
    answers: pageOf(CollectionView),
  },
  'POST /api/organizations/:organization/collections': {
    summary: 'Ask every check and measure again, about a period if one is named',
    allows: 'collect evidence',
    params: InOrganization,
    body: z
      .object({
        period: z
          .object({ from: z.iso.date(), to: z.iso.date() })
          .refine(({ from, to }) => from < to, 'the period holds no day; to is the day after the last one')
          .optional(),
      })
      .optional(),
    answers: z.object({ job: JobView }),
    created: true,
  },
  'GET /api/organizations/:organization/checks': {
    summary: 'What every check said in the newest collection',
    allows: looks,
    params: InOrganization,
    query: PageQuery.extend({
      process: Many,
      verdict: z.union([verdict, z.array(verdict)]).optional(),
      purpose: Many,
      requirement: text(40).optional(),
      search: text(100).optional(),
    }),
    answers: pageOf(CheckRow).extend({
      collection: CollectionView.optional(),
      /** How many of each verdict the filter without the verdict leaves. */
      counts: z.record(z.string(), z.number().int()),
    }),
  },
  'GET /api/organizations/:organization/checks/:check': {
    summary: 'One check: its result, how it was computed, and what it said before',
    allows: looks,
    params: InOrganization.extend({ check: text(120, 1) }),
    query: z.object({ collection: z.uuid().optional() }),
    answers: CheckView,
  },
  'GET /api/organizations/:organization/checks/:check/exceptions': {
    summary: 'The subjects that did not do what a check claims, with their tickets',
    allows: looks,
    params: InOrganization.extend({ check: text(120, 1) }),
    query: PageQuery,
    answers: pageOf(ExceptionView).extend({
      total: z.number().int(),
      /** Why subjects are counted and not named; absent where they are named. */
      withheld: z.string().optional(),
    }),
  },
  'GET /api/organizations/:organization/measures': {
    summary: 'Every measure of the newest collection, with its points',
    allows: looks,
    params: InOrganization,
    query: z.object({ process: Many, headline: z.enum(['true', 'false']).optional() }),
    answers: z.object({ collection: CollectionView.optional(), items: z.array(MeasureView) }),
  },
  'GET /api/organizations/:organization/measures/:measure': {
    summary: 'One measure with how it is computed',
    allows: looks,
    params: InOrganization.extend({ measure: text(120, 1) }),
    answers: MeasureDetail,
  },
} as const satisfies Endpoints
