import { z } from 'zod'
import { GivenLink } from '#assessment/evidence-link.ts'
import { Rating } from '#assessment/rating.ts'
import { Day, DocumentSeen, Practice } from '#assessment/statement.ts'
import {
  Applicability,
  Criticality,
  DocumentedInformation,
  References,
  RequirementId,
} from '#content/requirement.ts'
import {
  AssignmentView,
  BaselineView,
  Confirmation,
  ItemStatusView,
  LinkView,
  PersonView,
  ProposalView,
  RatingView,
  RequirementCheckView,
  RequirementRow,
  SourceView,
  StatementView,
  StrengthView,
} from './assessment-views.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, PageQuery, pageOf, text } from './page.ts'

/** The requirement that an address speaks about. */
export const OfRequirement = InOrganization.extend({ requirement: RequirementId })

const InBaseline = z.object({ baseline: z.uuid().optional() })

/** How the list of requirements is narrowed; clause 8.6 holds 8.6.1 too. */
export const RequirementFilter = PageQuery.extend({
  baseline: z.uuid().optional(),
  clause: z
    .string()
    .regex(/^\d+(\.\d+)*$/)
    .max(20)
    .optional(),
  rating: Rating.optional(),
  proposed: Rating.optional(),
  status: ItemStatusView.optional(),
  confirmation: Confirmation.optional(),
  criticality: Criticality.optional(),
  /** A person's id, me, or nobody. */
  assignee: text(200, 1).optional(),
  overdue: z.stringbool().optional(),
  gaps: z.stringbool().optional(),
  text: text(200).optional(),
})

/** A rating as a person gives it. */
export const RatingBody = z.object({
  rating: Rating,
  rationale: text(4000).optional(),
  reason: text(2000).optional(),
  isSelf: z.boolean().optional(),
})

/** A statement as a person gives it. */
export const StatementBody = z.object({
  practice: Practice.optional(),
  since: Day.optional(),
  document: DocumentSeen.extend({ reference: text(1000, 1).optional() }).optional(),
  records: text(2000, 1).optional(),
  applies: z.boolean().optional(),
  exercised: z.boolean().optional(),
  comment: text(8000, 1).optional(),
  who: text(200, 1).optional(),
  role: text(200, 1).optional(),
  on: Day.optional(),
})

/** A document or record that an auditor will look for. */
export const ExpectedDocument = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['document', 'record', 'both']),
  isRequired: z.boolean(),
  content: z.string(),
  owner: z.string(),
  cadence: z.string(),
  auditorCheck: z.string(),
})

/** Everything about one requirement: what is asked, what is shown, what is proposed, what was rated and by whom. */
export const RequirementView = RequirementRow.extend({
  statementText: z.string(),
  question: z.string(),
  expects: z.string(),
  confidence: z.enum(['high', 'medium']),
  applicability: Applicability,
  documentedInformation: DocumentedInformation,
  derivedFrom: z.array(z.string()),
  dependsOn: z.array(z.string()),
  usuallyShown: z.object({
    documents: z.array(z.string()),
    records: z.array(z.string()),
    interviews: z.array(z.string()),
    data: z.array(z.string()),
  }),
  typicalGap: z.string(),
  remedy: z.object({
    activity: z.string(),
    role: z.string(),
    effortDays: z.object({ low: z.number(), likely: z.number(), high: z.number() }),
  }),
  references: References,
  clauseTitle: z.string(),
  ratings: z.array(Rating),
  checks: z.object({ asked: z.number().int(), failed: z.number().int(), exceptions: z.number().int() }),
  computed: z.array(RequirementCheckView),
  proposal: ProposalView,
  strength: StrengthView,
  currentRating: RatingView,
  currentStatement: StatementView,
  assignment: AssignmentView,
  links: z.array(LinkView),
  documents: z.array(ExpectedDocument),
  baseline: BaselineView.optional(),
  source: SourceView,
})
export type RequirementView = z.infer<typeof RequirementView>

/** One entry of the history of a requirement. */
export const HistoryEntry = z.object({
  number: z.number().int(),
  at: z.string(),
  who: PersonView,
  action: z.string(),
  kind: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  reason: z.string().optional(),
})

export const requirementsApi = {
  'GET /api/organizations/:organization/requirements': {
    summary: 'The requirements with their state; whoever only answers sees his own',
    allows: 'read requirements',
    params: InOrganization,
    query: RequirementFilter,
    answers: pageOf(RequirementRow).extend({ total: z.number().int(), source: SourceView }),
  },
  'GET /api/organizations/:organization/requirements/:requirement': {
    summary: 'One requirement with everything that is known about it',
    allows: 'read requirements',
    params: OfRequirement,
    query: InBaseline,
    answers: RequirementView,
  },
  'GET /api/organizations/:organization/requirements/:requirement/history': {
    summary: 'Everything that was done about one requirement, newest first',
    allows: 'read requirements',
    params: OfRequirement,
    answers: z.object({ items: z.array(HistoryEntry) }),
  },
  'GET /api/organizations/:organization/requirements/:requirement/rating': {
    summary: 'The rating of a requirement',
    allows: 'read requirements',
    params: OfRequirement,
    answers: RatingView,
    versioned: true,
  },
  'PUT /api/organizations/:organization/requirements/:requirement/rating': {
    summary: 'Rate a requirement; lowering, or improving without new evidence, asks for a reason',
    allows: 'rate requirements',
    params: OfRequirement,
    body: RatingBody,
    answers: RatingView,
    versioned: true,
  },
  'PUT /api/organizations/:organization/requirements/:requirement/confirmation': {
    summary: 'Confirm the rating of another person, or take your confirmation back',
    allows: 'confirm ratings',
    params: OfRequirement,
    body: z.object({ isConfirmed: z.boolean() }),
    answers: RatingView,
    versioned: true,
  },
  'GET /api/organizations/:organization/requirements/:requirement/statement': {
    summary: 'What was said about a requirement last',
    allows: 'read requirements',
    params: OfRequirement,
    answers: StatementView,
    versioned: true,
  },
  'PUT /api/organizations/:organization/requirements/:requirement/statement': {
    summary: 'Say how a requirement is practised; earlier statements stay in the history',
    allows: 'answer assigned requirements',
    params: OfRequirement,
    body: StatementBody,
    answers: StatementView,
    versioned: true,
  },
  'PUT /api/organizations/:organization/requirements/:requirement/assignment': {
    summary: 'Ask a person about a requirement; without a person nobody is asked any more',
    allows: 'assign requirements',
    params: OfRequirement,
    body: z.object({ person: text(200, 1).optional(), dueOn: Day.optional(), note: text(2000).optional() }),
    answers: AssignmentView,
    versioned: true,
  },
  'POST /api/organizations/:organization/requirements/:requirement/evidence': {
    summary: 'Put a piece of evidence to a requirement',
    allows: 'attach files',
    params: OfRequirement,
    body: GivenLink.extend({ target: text(2000, 1), title: text(300, 1), note: text(4000).optional() }),
    answers: LinkView,
    created: true,
  },
  'DELETE /api/organizations/:organization/requirements/:requirement/evidence/:link': {
    summary: 'Take a piece of evidence away from a requirement',
    allows: 'attach files',
    params: OfRequirement.extend({ link: z.uuid() }),
    answers: 'nothing',
  },
} as const satisfies Endpoints

export const ratingsApi = {
  'POST /api/organizations/:organization/ratings': {
    summary: 'Rate several requirements: all of them, or none when one is refused',
    allows: 'rate requirements',
    params: InOrganization,
    body: z.object({
      items: z
        .array(RatingBody.extend({ requirement: RequirementId, version: z.number().int().min(0).optional() }))
        .min(1)
        .max(306),
    }),
    answers: z.object({ items: z.array(RatingView) }),
  },
  'POST /api/organizations/:organization/assignments': {
    summary: 'Ask a person about several requirements at once',
    allows: 'assign requirements',
    params: InOrganization,
    body: z.object({
      requirements: z.array(RequirementId).min(1).max(306),
      person: text(200, 1),
      dueOn: Day.optional(),
      note: text(2000).optional(),
    }),
    answers: z.object({ items: z.array(AssignmentView) }),
  },
} as const satisfies Endpoints
