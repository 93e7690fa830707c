import { z } from 'zod'
import { Rating } from '#assessment/rating.ts'
import { findableKinds } from '#assessment/search.ts'
import { BaselineView, LinkView, PersonView, SourceView } from './assessment-views.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

const Task = z.object({
  requirement: z.string(),
  title: z.string(),
  person: PersonView,
  dueOn: z.string().optional(),
  note: z.string(),
  assignedBy: z.string(),
  isOverdue: z.boolean(),
  isDone: z.boolean(),
})

const FindingTask = z.object({
  finding: z.string(),
  name: z.string(),
  title: z.string(),
  kind: z.enum(['action', 'finding', 'effect check']),
  dueOn: z.string().optional(),
  isOverdue: z.boolean(),
})

/** What waits for whoever asks. A list that his role has nothing to do with is absent. */
export const TodayView = z.object({
  on: z.string(),
  tasks: z.array(Task),
  findings: z.array(FindingTask).optional(),
  confirmations: z
    .array(
      z.object({
        requirement: z.string(),
        title: z.string(),
        rating: Rating,
        ratedBy: PersonView,
        ratedAt: z.string(),
        isSelf: z.boolean(),
        version: z.number().int(),
      }),
    )
    .optional(),
  overdue: z.array(Task).optional(),
  stale: z
    .array(
      z.object({
        id: z.string(),
        requirement: z.string(),
        title: z.string(),
        expiresOn: z.string(),
        days: z.number().int(),
        isExpired: z.boolean(),
      }),
    )
    .optional(),
  drifts: z
    .array(
      z.object({
        check: z.string(),
        title: z.string(),
        before: z.string(),
        after: z.string(),
        shareBefore: z.number().optional(),
        shareAfter: z.number().optional(),
        population: z.number().int(),
        threshold: z.number(),
        says: z.string(),
      }),
    )
    .optional(),
  source: SourceView,
})
export type TodayView = z.infer<typeof TodayView>

/** Where the assessment contradicts itself, or stands on too little. */
export const ConsistencyView = z.object({
  rules: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      why: z.string(),
      found: z.array(z.object({ requirement: z.string(), title: z.string(), says: z.string() })),
    }),
  ),
  rises: z.array(z.object({ by: z.string(), on: z.string(), requirements: z.array(z.string()) })),
  count: z.number().int(),
  source: SourceView,
})

const Share = z.object({ met: z.number().int(), of: z.number().int(), share: z.number().optional() })

/** Own state beside the target and the reference profiles. */
export const BenchmarkView = z.object({
  baseline: BaselineView.optional(),
  lines: z.array(
    z.object({
      group: z.string(),
      title: z.string(),
      clauses: z.array(z.string()),
      rated: Share.extend({ assessed: z.number().int() }),
      proposed: Share,
      target: z.number().optional(),
      references: z.record(z.string(), z.number()),
    }),
  ),
  profiles: z.array(z.object({ id: z.string(), title: z.string(), source: z.string(), asOf: z.string() })),
  source: SourceView,
})

const Named = z.object({ id: z.string(), number: z.string(), label: z.string(), state: z.string() })

/** What an auditor from outside is shown. */
export const EvidenceRoomView = z.object({
  organization: z.string(),
  scope: z.string(),
  scopeApprovedOn: z.string().optional(),
  services: z.array(Named),
  parties: z.array(Named),
  documents: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      isRequired: z.boolean(),
      requiredBy: z.array(z.string()),
      status: z.string(),
      documents: z.array(Named),
    }),
  ),
  requirements: z.array(
    z.object({
      requirement: z.string(),
      title: z.string(),
      clause: z.string(),
      clauseTitle: z.string(),
      evidence: z.array(LinkView.extend({ sha256: z.string().optional() })),
      checks: z.array(z.string()),
    }),
  ),
  source: SourceView,
})

export const workbenchApi = {
  'GET /api/organizations/:organization/today': {
    summary: 'What waits for you today',
    allows: 'see own tasks',
    params: InOrganization,
    answers: TodayView,
  },
  'GET /api/organizations/:organization/consistency': {
    summary: 'Where the assessment contradicts itself, or stands on too little',
    allows: 'read readiness',
    params: InOrganization,
    query: z.object({ baseline: z.uuid().optional() }),
    answers: ConsistencyView,
  },
  'GET /api/organizations/:organization/benchmark': {
    summary: 'Own state beside the target and the reference profiles, with their source and date',
    allows: 'read readiness',
    params: InOrganization,
    query: z.object({ baseline: z.uuid().optional() }),
    answers: BenchmarkView,
  },
  'GET /api/organizations/:organization/search': {
    summary:
      'Requirements, checks, measures, records, people, KPIs, guides, forms, documents and words that hold every word, the best twenty; before them processes, and tickets by their number',
    allows: 'see own tasks',
    params: InOrganization,
    query: z.object({ text: text(200, 1) }),
    answers: z.object({
      items: z.array(
        z.object({
          kind: z.enum(['process', 'ticket', ...findableKinds]),
          id: z.string(),
          title: z.string(),
          /** The clause, process, register, role or type of ticket. */
          beside: z.string(),
        }),
      ),
    }),
  },
  'GET /api/organizations/:organization/evidence-room': {
    summary: 'What an auditor from outside is shown: scope, services, documents, evidence; no ratings',
    allows: 'enter the evidence room',
    params: InOrganization,
    answers: EvidenceRoomView,
  },
  'GET /api/organizations/:organization/evidence-room/ratings': {
    summary: 'The organization’s own ratings, for whoever opens them; that they were opened is kept',
    allows: 'enter the evidence room',
    params: InOrganization,
    answers: z.object({
      items: z.array(
        z.object({
          requirement: z.string(),
          title: z.string(),
          rating: Rating,
          rationale: z.string(),
          isConfirmed: z.boolean(),
        }),
      ),
      source: SourceView,
    }),
  },
} as const satisfies Endpoints
