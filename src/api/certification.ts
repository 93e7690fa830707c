import { z } from 'zod'
import { languageCodes } from '#base/language.ts'
import { Cadence, Step } from '#content/improvement.ts'
import { entryKinds } from '#improvement/calendar.ts'
import { cycleSteps } from '#improvement/certification-cycle.ts'
import { Where } from '#improvement/where.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization } from './page.ts'

const count = z.number().int().nonnegative()
const CycleStep = z.enum(cycleSteps)

const BodyAuditView = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.string(),
  state: z.string(),
  body: z.string().optional(),
  plannedOn: z.string().optional(),
  beginsOn: z.string().optional(),
  endsOn: z.string().optional(),
  auditorDays: z.number().optional(),
  result: z.string().optional(),
  conditions: z.string().optional(),
  majors: z.number().optional(),
  minors: z.number().optional(),
  majorsVerifiedOn: z.string().optional(),
})

const CertificateView = z.object({
  id: z.string(),
  number: z.string(),
  body: z.string(),
  state: z.string(),
  issuedOn: z.string(),
  expiresOn: z.string(),
  because: z.string().optional(),
})

/** The run of a certification, from stage 1 to recertification. */
export const CycleView = z.object({
  on: z.string(),
  steps: z
    .array(
      z.object({
        step: CycleStep,
        state: z.enum(['done', 'late', 'due', 'ahead', 'open']),
        doneOn: z.string().optional(),
        plannedOn: z.string().optional(),
        /** Somebody's plan; otherwise the day follows from the rules. */
        isAgreed: z.boolean(),
        latestOn: z.string().optional(),
        audit: BodyAuditView.optional(),
      }),
    )
    .readonly(),
  next: z
    .object({ step: CycleStep, plannedOn: z.string().optional(), latestOn: z.string().optional() })
    .optional(),
  certificate: CertificateView.optional(),
  standing: z.enum(['none', 'valid', 'suspended', 'withdrawn', 'expired']),
  warnings: z
    .array(
      z.object({
        kind: z.enum([
          'another stage 2',
          'majors to verify',
          'missed surveillance',
          'expired',
          'planned too late',
        ]),
        step: CycleStep,
        by: z.string(),
      }),
    )
    .readonly(),
})

/** The certification cycle with what has to be ready for its next step. */
export const CertificationView = z.object({
  cycle: CycleView,
  preparation: z
    .array(
      z.object({
        id: z.enum([
          'gates',
          'evidence',
          'findings',
          'duties',
          'review',
          'audit',
          'conditions',
          'assessment',
        ]),
        standing: z.enum(['ready', 'attention', 'missing', 'unknown']),
        ready: count,
        of: count,
        open: z.array(z.string()).readonly(),
        where: Where,
      }),
    )
    .readonly(),
  evidence: z.object({
    fresh: count,
    amber: count,
    red: count,
    none: count,
    oldest: z
      .array(
        z.object({
          requirement: z.string(),
          freshness: z.enum(['fresh', 'amber', 'red', 'none']),
          days: z.number().int().optional(),
        }),
      )
      .readonly(),
  }),
  certificates: z.array(CertificateView).readonly(),
  audits: z.array(BodyAuditView).readonly(),
})
export type CertificationView = z.infer<typeof CertificationView>

const Proof = z.object({ on: z.string(), title: z.string(), where: Where })
const slotStates = ['done', 'due', 'missed', 'ahead'] as const

/** Everything that is dated, and each recurring duty, expected against done. */
export const CalendarView = z.object({
  on: z.string(),
  since: z.string(),
  isCertified: z.boolean(),
  entries: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(entryKinds),
        step: Step,
        title: z.string(),
        on: z.string(),
        owner: z.string().optional(),
        state: z.enum(['done', 'overdue', 'due', 'ahead']),
        where: Where,
      }),
    )
    .readonly(),
  duties: z
    .array(
      z.object({
        id: z.string(),
        title: z.string(),
        clause: z.string(),
        requirements: z.array(z.string()).readonly(),
        cadence: Cadence,
        step: Step,
        isProvedByItself: z.boolean(),
        state: z.enum(['done', 'due', 'missed']),
        last: Proof.optional(),
        nextOn: z.string(),
        slots: z
          .array(
            z.object({
              name: z.string(),
              from: z.string(),
              to: z.string(),
              until: z.string(),
              state: z.enum(slotStates),
              isLate: z.boolean(),
              proofs: z.array(Proof).readonly(),
            }),
          )
          .readonly(),
        years: z
          .array(z.object({ year: z.string(), expected: count, done: count, missed: count }))
          .readonly(),
      }),
    )
    .readonly(),
})
export type CalendarView = z.infer<typeof CalendarView>

/** An address for calendar programs, without the address itself. */
const FeedView = z.object({
  madeAt: z.iso.datetime(),
  readAt: z.iso.datetime().optional(),
  language: z.enum(languageCodes),
})
const InLanguage = z.object({ language: z.enum(languageCodes).default('en') })

export const certificationApi = {
  'GET /api/organizations/:organization/certification': {
    summary: 'The certification cycle by record and rule, and what has to be ready for its next step',
    allows: 'read registers',
    params: InOrganization,
    answers: CertificationView,
  },
  'GET /api/organizations/:organization/calendar': {
    summary: 'Everything that is dated, and recurring duties, expected against done',
    allows: 'read registers',
    params: InOrganization,
    answers: CalendarView,
  },
  'GET /api/organizations/:organization/calendar/file': {
    summary: 'The calendar as a file for calendar programs',
    allows: 'read registers',
    params: InOrganization,
    query: InLanguage,
    answers: 'file',
  },
  'GET /api/organizations/:organization/calendar/feed': {
    summary: 'Whether whoever asks has an address for calendar programs, and when it was read',
    allows: 'read registers',
    params: InOrganization,
    answers: z.object({ feed: FeedView.optional() }),
  },
  'POST /api/organizations/:organization/calendar/feed': {
    summary: 'Make an address for calendar programs; it is told once, and an earlier one ends',
    allows: 'read registers',
    params: InOrganization,
    body: InLanguage,
    answers: FeedView.extend({ address: z.string() }),
    created: true,
    secret: true,
  },
  'DELETE /api/organizations/:organization/calendar/feed': {
    summary: 'End the own address for calendar programs at once',
    allows: 'read registers',
    params: InOrganization,
    answers: 'nothing',
  },
  'GET /api/calendars/:code': {
    summary: 'The calendar for a calendar program, by the address of a person: text/calendar, to read only',
    allows: 'anyone',
    params: z.object({ code: z.string().max(200) }),
    answers: 'file',
  },
  'POST /api/organizations/:organization/calendar/reminders': {
    summary: 'Remind the owners of what is due or overdue, once for each day it is due on',
    allows: 'manage baselines',
    params: InOrganization,
    answers: z.object({ reminded: count }),
    created: true,
  },
} as const satisfies Endpoints
