import { z } from 'zod'
import type { Actor } from '#access/actor.ts'
import { Role } from '#access/permissions.ts'
import { Answers as SurveyAnswers } from '#adoption/survey-answers.ts'
import { Programme } from '#assessment/programme.ts'
import { Rating } from '#assessment/rating.ts'
import { Statement } from '#assessment/statement.ts'
import { AuditAnswer } from '#audit/checklist.ts'
import { CauseCategory, CauseForm, CauseRow, Grade } from '#audit/finding.ts'
import type { Catalogue } from '#content/catalogue.ts'
import { QualityOfValue } from '#finance/assumption.ts'
import { CaseSettings } from '#finance/case.ts'
import { OwnLineDraft } from '#finance/own-line.ts'
import { FixedDate, PlanRole, TaskWish } from '#roadmap/plan.ts'
import { RemedyState } from '#roadmap/remedy.ts'
import { ReportPart } from '#service-level/report.ts'

/** Somebody of a simulated organization. */
const Character = z.object({ name: z.string(), email: z.email(), role: Role })

/** A record to be written: links name the record they lead to by its label. */
export const Draft = z.object({
  register: z.string(),
  state: z.string(),
  data: z.record(z.string(), z.unknown()),
})
export type Draft = Readonly<z.infer<typeof Draft>>

/** What somebody says, rates or is asked about one requirement; people are named by their addresses. */
export const Answered = z.object({
  requirement: z.string(),
  statement: Statement.omit({ requirement: true }).extend({ by: z.email() }).optional(),
  rating: z
    .object({
      rating: Rating,
      rationale: z.string(),
      by: z.email(),
      confirmedBy: z.email().optional(),
    })
    .optional(),
  askedOf: z.object({ person: z.email(), inDays: z.number().int(), note: z.string() }).optional(),
})
export type Answered = Readonly<z.infer<typeof Answered>>

/** What is done about the gaps: decisions, who has how much time, and days that were agreed, counted from the day it is told. */
export const ToldRoadmap = z.object({
  remedies: z.array(
    z.object({ requirement: z.string(), state: RemedyState, reason: z.string(), by: z.email() }),
  ),
  roles: z.array(PlanRole),
  dates: z.array(FixedDate.omit({ on: true }).extend({ inDays: z.number().int() })),
  tasks: z.array(TaskWish.omit({ notBefore: true })),
  baseline: z.string(),
})
export type ToldRoadmap = Readonly<z.infer<typeof ToldRoadmap>>

/** What people say about the phases of the programme, and how goals and services were looked at. */
export const ToldStrategy = z.object({
  statements: z.array(
    z.object({ criterion: z.string(), isMet: z.boolean(), says: z.string(), by: z.email() }),
  ),
  review: z.object({ note: z.string(), by: z.email(), inDays: z.number().int() }),
})

/** The KPIs that are watched, targets that were set anew, and what was decided about them; days are those of the simulated years. */
export const ToldMonitoring = z.object({
  watched: z.array(z.object({ kpi: z.string(), owner: z.string(), target: z.number().optional() })),
  targets: z.array(
    z.object({
      kpi: z.string(),
      target: z.number(),
      validFrom: z.string(),
      reason: z.string(),
      by: z.email(),
    }),
  ),
  decisions: z.array(
    z.object({
      kpi: z.string(),
      says: z.string(),
      owner: z.string(),
      by: z.email(),
      decidedOn: z.string(),
      dueOn: z.string(),
    }),
  ),
})

const ToldReview = z.object({
  service: z.string(),
  customer: z.string(),
  heldOn: z.string(),
  attendees: z.array(z.string()),
  note: z.string(),
  everyMonths: z.number(),
  actions: z.array(z.object({ what: z.string(), owner: z.string(), dueOn: z.string() })),
})

/** What follows on the first evidence: reports that went out, reviews that were held. by: who did it. */
export const ToldAfterEvidence = z.object({
  issues: z.array(z.object({ report: z.string(), period: z.string(), at: z.iso.datetime() })),
  reviews: z.array(ToldReview),
  by: z.string(),
})
export type ToldAfterEvidence = Readonly<z.infer<typeof ToldAfterEvidence>>

/** What is reported about services, and what went out. */
export const ToldServiceLevels = ToldAfterEvidence.extend({
  reports: z.array(
    z.object({
      title: z.string(),
      audience: z.string(),
      purpose: z.string(),
      services: z.array(z.string()),
      customer: z.string(),
      parts: z.array(ReportPart),
      cadence: z.enum(['monthly', 'quarterly']),
      dueDays: z.number(),
      issuer: z.string(),
      recipients: z.array(z.email()),
      firstMonth: z.string(),
    }),
  ),
})

/** The business case of a simulated organization: how it is computed, its values and lines, and what was measured by whom. */
export const ToldCase = z.object({
  settings: CaseSettings,
  assumptions: z.array(
    z.object({
      id: z.string(),
      low: z.number(),
      base: z.number(),
      high: z.number(),
      source: z.string(),
      quality: QualityOfValue,
      owner: z.string(),
      note: z.string(),
      isFollowing: z.boolean().optional(),
    }),
  ),
  lines: z.array(
    z.object({
      id: z.string(),
      owner: z.string(),
      settled: z.string(),
      class: z.enum(['hard', 'freed time', 'soft']).optional(),
    }),
  ),
  /** Lines that the house wrote itself. */
  own: z.array(OwnLineDraft.extend({ owner: z.string(), settled: z.string() })),
  actuals: z.array(
    z.object({
      line: z.string(),
      quarter: z.string(),
      value: z.number(),
      evidence: z.string(),
      by: z.email(),
    }),
  ),
})

export type ToldCase = Readonly<z.infer<typeof ToldCase>>

/** The people side: registers whose days are counted from the day it is told ("day:-30"), surveys held, courses taken. */
export const ToldAdoption = z.object({
  records: z.array(Draft),
  surveys: z.array(
    z.object({
      instrument: z.string(),
      title: z.string(),
      heard: z.string(),
      sentInDays: z.number().int(),
      openDays: z.number().int(),
      groups: z.array(
        z.object({ name: z.string(), invited: z.number().int(), answers: z.array(SurveyAnswers) }),
      ),
    }),
  ),
  training: z.array(
    z.object({
      person: z.string(),
      course: z.string(),
      because: z.string(),
      assignedInDays: z.number().int(),
      dueInDays: z.number().int(),
      passedInDays: z.number().int().optional(),
      score: z.number().optional(),
      exempt: z.object({ because: z.string(), untilInDays: z.number().int() }).optional(),
    }),
  ),
})
export type ToldAdoption = Readonly<z.infer<typeof ToldAdoption>>

/** A finding of an audit of the past, and how far its chain has come; days are counted from the day it is told. */
export const ToldFinding = z.object({
  grade: Grade,
  title: z.string(),
  requirements: z.array(z.string()),
  evidence: z.string(),
  missing: z.string(),
  gradeReason: z.string(),
  extent: z.string(),
  owner: z.email(),
  chain: z
    .object({
      inDays: z.number().int(),
      until: z.enum(['contained', 'analysing', 'action_planned', 'implementing', 'implemented', 'verifying']),
      correction: z.string(),
      causeForm: CauseForm,
      causeRows: z.array(CauseRow),
      rootCause: z.string(),
      causeCategory: CauseCategory.optional(),
      extentCheck: z.string(),
      approvedBy: z.email(),
      actions: z.array(
        z.object({
          says: z.string(),
          owner: z.email(),
          dueInDays: z.number().int(),
          doneInDays: z.number().int().optional(),
          evidence: z.string(),
        }),
      ),
      effect: z
        .object({
          inDays: z.number().int(),
          by: z.email(),
          criterion: z.string(),
          isEffective: z.boolean(),
          says: z.string(),
        })
        .optional(),
    })
    .optional(),
})
export type ToldFinding = Readonly<z.infer<typeof ToldFinding>>

/** An audit of the past; lines that are not answered here were met. */
export const ToldAudit = z.object({
  title: z.string(),
  clauses: z.array(z.string()),
  because: z.string(),
  heldInDays: z.number().int(),
  criteria: z.string(),
  method: z.string(),
  lead: z.email(),
  conclusion: z.string(),
  answers: z.array(z.object({ requirement: z.string(), answer: AuditAnswer, notes: z.string() })),
  findings: z.array(ToldFinding),
})

/** What the tickets do not tell of a simulated organization: people, registers, and an assessment half way through. */
export const Story = z.object({
  people: z.array(Character),
  records: z.array(Draft),
  programme: Programme,
  baseline: z.object({ name: z.string(), scope: z.string() }),
  answers: z.array(Answered),
  audits: z.array(ToldAudit),
  roadmap: ToldRoadmap,
  strategy: ToldStrategy,
  monitoring: ToldMonitoring,
  serviceLevels: ToldServiceLevels,
  businessCase: ToldCase,
  adoption: ToldAdoption,
})
export type Story = Readonly<z.infer<typeof Story>>

/** What a story is told to: an organization, its owner, the catalogue, the folder of the pack, and the day it is told on. */
export type Listener = Readonly<{ owner: Actor; catalogue: Catalogue; content: string; at: Date }>
