import { z } from 'zod'
import { Day } from '#assessment/statement.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

const count = z.number().int().nonnegative()
const share = z.number().min(0).max(1)
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** A list of an answer. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.array(item).readonly()
}

/** A record by what people need to find it. */
const NamedView = z.object({ id: z.string(), number: z.string(), label: z.string() })

/** What became of clocks. Decided are kept, missed and open misses; the others are counted and decide nothing. */
export const OutcomesView = z.object({
  kept: count,
  missed: count,
  openMissed: count,
  running: count,
  unusable: count,
  noClock: count,
})

/** What was agreed for a month; without a share it says why there is none. */
export const AgreedView = z.object({
  share: share.optional(),
  standing: z.enum(['agreed', 'several', 'unsaid', 'none']),
  agreements: listOf(NamedView.extend({ version: count })),
})

/** One service in one month. today: what the newest collection counts, where that differs from what stands. */
export const LevelMonthView = z.object({
  month: z.string(),
  isClosed: z.boolean(),
  outcomes: OutcomesView,
  decided: count,
  attainment: share.optional(),
  agreed: AgreedView,
  verdict: z.enum(['met', 'missed', 'no target', 'no cases']),
  today: z.object({ outcomes: OutcomesView, attainment: share.optional(), number: count }).optional(),
})
export type LevelMonthView = z.infer<typeof LevelMonthView>

/** By which rules clocks ran, and who computed them. */
export const RuleView = z.object({
  computedBy: z.string(),
  pauseRule: z.string(),
  reopenRule: z.string(),
  clocks: count,
})

const RecordView = z.object({ id: z.string(), number: z.string() }).optional()

/** Where the figures come from. */
const SourceView = z.object({ number: count, dataUntil: z.string(), collectedAt: z.string() }).optional()

/** The matrix of services and months. */
export const LevelMatrixView = z.object({
  metric: z.string(),
  metrics: listOf(z.string()),
  customers: listOf(z.string()),
  months: listOf(z.object({ month: z.string(), isClosed: z.boolean(), collection: count })),
  source: SourceView,
  rows: listOf(
    z.object({
      service: z.string(),
      record: RecordView,
      months: listOf(LevelMonthView),
      outcomes: OutcomesView,
    }),
  ),
  rules: listOf(RuleView),
})
export type LevelMatrixView = z.infer<typeof LevelMatrixView>

const CountedShareView = z.object({
  part: count,
  whole: count,
  share,
  interval: z.object({ low: z.number(), high: z.number() }),
})

/** What surveys of a group said; withheld says why its satisfaction is not shown. */
export const SatisfactionView = z.object({
  name: z.string(),
  sent: count,
  answered: count,
  response: CountedShareView.optional(),
  satisfied: CountedShareView.optional(),
  withheld: z.enum(['no answers', 'too few', 'protects another']).optional(),
})
export type SatisfactionView = z.infer<typeof SatisfactionView>

/** A complaint with the hours until it was answered. */
export const ComplaintView = z.object({
  ticket: z.string(),
  service: z.string(),
  customer: z.string(),
  state: z.string(),
  isOpen: z.boolean(),
  receivedAt: z.string().optional(),
  answeredAt: z.string().optional(),
  endedAt: z.string().optional(),
  hoursToAnswer: z.number().optional(),
})
export type ComplaintView = z.infer<typeof ComplaintView>

/** What holds up the promises of a service. */
export const SupportView = z.object({
  links: listOf(
    z.object({
      sla: NamedView,
      says: z.string(),
      verdict: z.string(),
      accepted: z.string().optional(),
      supports: listOf(z.object({ agreement: NamedView, verdict: z.string(), says: z.string() })),
    }),
  ),
  supporters: listOf(
    z.object({
      agreement: NamedView,
      kind: z.string(),
      party: z.string().optional(),
      held: z.object({ kept: count, decided: count, as: z.enum(['group', 'supplier']) }).optional(),
      agreed: z.number().optional(),
      /** Absent in reports that were frozen before it was judged. */
      verdict: z.enum(['met', 'missed', 'no target', 'no cases']).optional(),
    }),
  ),
})

/** Something that a review agreed. */
export const ReviewActionView = z.object({
  id: z.string(),
  agreedOn: z.string(),
  customer: z.string(),
  what: z.string(),
  owner: z.string(),
  dueOn: z.string(),
  isOverdue: z.boolean(),
  doneOn: z.string().optional(),
  doneSays: z.string().optional(),
  version: count,
})
export type ReviewActionView = z.infer<typeof ReviewActionView>

/** A review as it was held. */
export const ServiceReviewView = z.object({
  id: z.string(),
  service: z.string(),
  customer: z.string(),
  heldOn: z.string(),
  attendees: listOf(z.string()),
  note: z.string(),
  nextOn: z.string(),
  /** Nobody has held a newer one, and its day is over. */
  isOverdue: z.boolean(),
  seal: z.string(),
  recordedBy: z.string(),
  /** The months as they stood when the review was written down. */
  months: listOf(LevelMonthView),
})
export type ServiceReviewView = z.infer<typeof ServiceReviewView>

/** One service whole. */
export const ServiceLevelView = z.object({
  service: z.string(),
  record: RecordView,
  metric: z.string(),
  metrics: listOf(z.string()),
  source: SourceView,
  months: listOf(LevelMonthView),
  rules: listOf(RuleView),
  customers: listOf(z.object({ customer: z.string(), months: listOf(LevelMonthView) })),
  chain: SupportView,
  satisfaction: z.object({ whole: SatisfactionView, groups: listOf(SatisfactionView) }),
  complaints: z.object({
    items: listOf(ComplaintView),
    count,
    open: count,
    unanswered: count,
    medianHours: z.number().optional(),
  }),
  reviews: listOf(ServiceReviewView),
  actions: listOf(ReviewActionView),
})
export type ServiceLevelView = z.infer<typeof ServiceLevelView>

/** The tickets of missed clocks in one month. */
export const BreachesView = z.object({
  month: z.string(),
  collection: count,
  groups: listOf(z.object({ customer: z.string(), metric: z.string(), tickets: listOf(z.string()) })),
})
export type BreachesView = z.infer<typeof BreachesView>

const Metric = z.string().max(40).default('resolution')
const Last = z.coerce.number().int().min(1).max(60).default(12)
const Customer = z.string().max(300).optional()
const Service = z.string().max(300)

export const serviceLevelsApi = {
  'GET /api/organizations/:organization/service-levels': {
    summary: 'Services and months: promises kept of those decided, against the share agreed in each month',
    allows: 'read evidence',
    params: InOrganization,
    query: z.object({ metric: Metric, customer: Customer, last: Last }),
    answers: LevelMatrixView,
  },
  'GET /api/organizations/:organization/service-level': {
    summary:
      'One service: its months, customers, supporting agreements, satisfaction, complaints and reviews',
    allows: 'read evidence',
    params: InOrganization,
    query: z.object({ service: Service, metric: Metric, customer: Customer, last: Last }),
    answers: ServiceLevelView,
  },
  'GET /api/organizations/:organization/service-level/breaches': {
    summary:
      'The tickets that missed their target in one month of a service, as the figure that stands counts them',
    allows: 'read evidence',
    params: InOrganization,
    query: z.object({ service: Service, month: Month }),
    answers: BreachesView,
  },
  'POST /api/organizations/:organization/service-reviews': {
    summary: 'Keep a review with a customer: who was there, the figures as they stand, what was agreed',
    allows: 'write registers',
    params: InOrganization,
    body: z.object({
      service: text(300, 1),
      customer: text(300).default(''),
      heldOn: Day,
      attendees: z.array(text(200, 1)).min(1).max(50),
      note: text(4000, 1),
      everyMonths: z.number().int().min(1).max(24),
      actions: z
        .array(z.object({ what: text(1000, 1), owner: text(300, 1), dueOn: Day }))
        .max(50)
        .default([]),
    }),
    answers: z.object({ id: z.uuid(), nextOn: z.string() }),
    created: true,
  },
  'POST /api/organizations/:organization/service-review-actions/:reviewAction/done': {
    summary: 'Say that what a review agreed is done, and what came of it',
    allows: 'write registers',
    params: InOrganization.extend({ reviewAction: z.uuid() }),
    body: z.object({ says: text(1000, 1), version: z.number().int().optional() }),
    answers: 'nothing',
  },
} as const satisfies Endpoints
