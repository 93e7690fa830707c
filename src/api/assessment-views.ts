import { z } from 'zod'
import { BaselineKind, Target } from '#assessment/baseline.ts'
import { LinkKind, Shows } from '#assessment/evidence-link.ts'
import { Rating } from '#assessment/rating.ts'
import { DocumentSeen, Practice } from '#assessment/statement.ts'
import { Purpose, Severity } from '#content/question.ts'
import { Criticality } from '#content/requirement.ts'
import { Basis, Exception, Interval, Verdict } from '#evidence/result.ts'

/** A person as others see him at what he did. */
export const PersonView = z.object({ id: z.string(), name: z.string() })

/** One version of a rating. version 0 and not_assessed: nobody has rated yet. */
export const RatingView = z.object({
  requirement: z.string(),
  version: z.number().int(),
  rating: Rating,
  rationale: z.string(),
  isSelf: z.boolean(),
  origin: z.enum(['person', 'import', 'carried over']).optional(),
  ratedBy: PersonView.optional(),
  ratedAt: z.string().optional(),
  confirmedBy: PersonView.optional(),
  confirmedAt: z.string().optional(),
  reason: z.string().optional(),
  isWithoutNewEvidence: z.boolean(),
})
export type RatingView = z.infer<typeof RatingView>

/** One version of a statement. version 0: nobody has said anything yet. */
export const StatementView = z.object({
  requirement: z.string(),
  version: z.number().int(),
  practice: Practice.optional(),
  since: z.string().optional(),
  document: DocumentSeen.optional(),
  records: z.string().optional(),
  applies: z.boolean().optional(),
  exercised: z.boolean().optional(),
  comment: z.string().optional(),
  who: z.string().optional(),
  role: z.string().optional(),
  on: z.string().optional(),
  writtenBy: z.string().optional(),
  writtenAt: z.string().optional(),
})
export type StatementView = z.infer<typeof StatementView>

/** Who is asked about a requirement. version 0: nobody. */
export const AssignmentView = z.object({
  requirement: z.string(),
  version: z.number().int(),
  person: PersonView.optional(),
  dueOn: z.string().optional(),
  note: z.string(),
  assignedBy: z.string().optional(),
  assignedAt: z.string().optional(),
})
export type AssignmentView = z.infer<typeof AssignmentView>

/** A piece of evidence that a person put to a requirement. */
export const LinkView = z.object({
  id: z.string(),
  requirement: z.string(),
  kind: LinkKind,
  target: z.string(),
  title: z.string(),
  shows: Shows,
  seenOn: z.string(),
  expiresOn: z.string().optional(),
  isExpired: z.boolean(),
  note: z.string(),
  addedBy: z.string(),
  addedAt: z.string(),
})
export type LinkView = z.infer<typeof LinkView>

/** A baseline. */
export const BaselineView = z.object({
  id: z.string(),
  name: z.string(),
  kind: BaselineKind,
  scope: z.string(),
  assessedOn: z.string(),
  target: Target,
  state: z.enum(['open', 'closed']),
  startedBy: z.string(),
  startedAt: z.string(),
  closedAt: z.string().optional(),
  version: z.number().int(),
})
export type BaselineView = z.infer<typeof BaselineView>

/** Where the numbers of a view come from. */
export const SourceView = z.object({
  collection: z.string().optional(),
  collectedAt: z.string().optional(),
  period: z.object({ from: z.string(), to: z.string() }).optional(),
  dataUntil: z.string().optional(),
  packVersion: z.string().optional(),
  /** The day for which the age of evidence is counted. */
  on: z.string(),
  revision: z.number().int(),
})
export type SourceView = z.infer<typeof SourceView>

/**
 * One check as it speaks about one requirement. Without a result nobody has asked it yet; a check whose column is
 * missing was asked and says so in because.
 */
export const RequirementCheckView = z.object({
  check: z.string(),
  title: z.string(),
  claim: z.string(),
  purpose: Purpose,
  severity: Severity,
  isDraft: z.boolean(),
  part: z.string(),
  subject: z.string(),
  populationText: z.string(),
  threshold: z.number(),
  remedy: z.string(),
  knownGaps: z.array(z.string()),
  result: z
    .object({
      period: z.object({ from: z.string(), to: z.string() }),
      population: z.number().int(),
      met: z.number().int(),
      unknown: z.number().int(),
      notApplicable: z.number().int(),
      share: z.number().optional(),
      interval: Interval.optional(),
      verdict: Verdict,
      because: z.string(),
      basis: Basis,
      exceptionCount: z.number().int(),
      exceptions: z.array(Exception),
      sqlHash: z.string(),
      dataHash: z.string(),
    })
    .optional(),
})
export type RequirementCheckView = z.infer<typeof RequirementCheckView>

/** One step of the path to a proposal. */
export const StepView = z.object({ step: z.string(), said: z.string(), because: z.string() })

/** A proposed rating; never a rating by itself. */
export const ProposalView = z.object({
  rating: Rating,
  path: z.array(StepView),
  missing: z.array(z.string()),
  notYetExercised: z.boolean(),
  considerMajor: z.boolean(),
})

/** How strong the evidence is (E0 to E4), and what conforming needs. */
export const StrengthView = z.object({
  level: z.number().int(),
  needed: z.number().int(),
  kinds: z.array(z.string()),
  kindsNeeded: z.number().int(),
  isEnough: z.boolean(),
})

/** How a requirement is covered. */
export const ItemStatusView = z.enum([
  'automated',
  'partial',
  'stated',
  'documented',
  'not applicable',
  'open',
])

/** How far a rating is: seen by one person, by two, or waiting for the second one that it needs. */
export const Confirmation = z.enum(['not rated', 'one person', 'waits for a second person', 'two persons'])

/** One requirement in a list. */
export const RequirementRow = z.object({
  requirement: z.string(),
  clause: z.string(),
  title: z.string(),
  criticality: Criticality,
  status: ItemStatusView,
  proposed: Rating,
  rating: Rating,
  /** The rating as readiness counts it. */
  counted: Rating,
  confirmation: Confirmation,
  isSelf: z.boolean(),
  isDerived: z.boolean(),
  isQuickScan: z.boolean(),
  evidence: z.object({ level: z.number().int(), needed: z.number().int(), isEnough: z.boolean() }),
  checks: z.object({
    asked: z.number().int(),
    failed: z.number().int(),
    exceptions: z.number().int(),
  }),
  assignee: PersonView.optional(),
  dueOn: z.string().optional(),
  isOverdue: z.boolean(),
  version: z.number().int(),
})
export type RequirementRow = z.infer<typeof RequirementRow>
