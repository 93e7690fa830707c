import { z } from 'zod'
import { languageCodes } from '#base/language.ts'
import { ReportPart } from '#service-level/report.ts'
import type { Endpoints } from './endpoint.ts'
import { JobView } from './jobs.ts'
import { InOrganization, text } from './page.ts'
import {
  ComplaintView,
  LevelMonthView,
  listOf,
  RuleView,
  SatisfactionView,
  SupportView,
} from './service-levels.ts'

const DocumentLanguage = z.enum(languageCodes)
const count = z.number().int().nonnegative()
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const Period = z.string().regex(/^\d{4}-((0[1-9]|1[0-2])|Q[1-4])$/)

/** What a service report is. customer is empty for all of them. */
export const ReportDraft = z.object({
  title: text(200, 1),
  audience: text(300, 1),
  purpose: text(1000, 1),
  services: z.array(text(300, 1)).min(1).max(100),
  customer: text(300).default(''),
  parts: z.array(ReportPart).min(1),
  cadence: z.enum(['monthly', 'quarterly']),
  dueDays: z.number().int().min(1).max(90),
  issuer: text(300, 1),
  recipients: z.array(z.email()).max(100),
  firstMonth: Month,
})
export type ReportDraft = z.infer<typeof ReportDraft>

/** An issue that went out. */
export const IssueHeadView = z.object({
  id: z.uuid(),
  period: z.string(),
  dueOn: z.string(),
  seal: z.string(),
  issuedBy: z.string(),
  issuedAt: z.string(),
  recipients: count,
  acknowledged: count,
})
export type IssueHeadView = z.infer<typeof IssueHeadView>

/** A definition with what is expected of it against what was issued, newest first. */
export const ServiceReportView = ReportDraft.extend({
  services: listOf(z.string()),
  parts: listOf(ReportPart),
  recipients: listOf(z.string()),
  id: z.uuid(),
  endedAt: z.string().optional(),
  version: count,
  expected: listOf(
    z.object({
      period: z.string(),
      endsOn: z.string(),
      dueOn: z.string(),
      standing: z.enum(['on time', 'late', 'missing', 'due']),
      issue: IssueHeadView.optional(),
    }),
  ),
})
export type ServiceReportView = z.infer<typeof ServiceReportView>

/** The figures of a report, as they stand or as they were issued. */
export const ReportFiguresView = z.object({
  organization: z.string(),
  definition: ReportDraft.extend({
    services: listOf(z.string()),
    parts: listOf(ReportPart),
    recipients: listOf(z.string()),
  }),
  period: z.object({
    name: z.string(),
    from: z.string(),
    to: z.string(),
    endsOn: z.string(),
    dueOn: z.string(),
  }),
  data: listOf(
    z.object({ number: count, dataUntil: z.string(), dataHash: z.string(), packVersion: z.string() }),
  ),
  levels: listOf(
    z.object({
      service: z.string(),
      metric: z.string(),
      months: listOf(LevelMonthView),
      trend: listOf(LevelMonthView),
      breaches: listOf(z.object({ month: z.string(), tickets: listOf(z.string()) })),
      rules: listOf(RuleView),
    }),
  ),
  chains: listOf(z.object({ service: z.string(), chain: SupportView })),
  satisfaction: z.object({ whole: SatisfactionView, groups: listOf(SatisfactionView) }),
  complaints: listOf(ComplaintView),
  actions: listOf(
    z.object({
      service: z.string(),
      what: z.string(),
      owner: z.string(),
      dueOn: z.string(),
      doneOn: z.string().optional(),
    }),
  ),
})
export type ReportFiguresView = z.infer<typeof ReportFiguresView>

/** Somebody who gets an issue. */
const ReceiptView = z.object({
  recipient: z.string(),
  sentAt: z.string().optional(),
  acknowledgedAt: z.string().optional(),
  says: z.string().optional(),
})

/** An issue as a file. */
const IssueFileView = z.object({ language: DocumentLanguage, sha256: z.string(), bytes: count })

/**
 * One issue with its figures, and who has it. document: as it was issued, once it is written; translations: the same
 * figures written in other languages.
 */
export const IssueView = IssueHeadView.extend({
  title: z.string(),
  figures: ReportFiguresView,
  receipts: listOf(ReceiptView),
  language: DocumentLanguage,
  document: IssueFileView.optional(),
  translations: listOf(IssueFileView),
})
export type IssueView = z.infer<typeof IssueView>

/** An issue for whoever has its link. */
export const DeliveredView = z.object({
  title: z.string(),
  organization: z.string(),
  period: z.string(),
  issuedAt: z.string(),
  issuer: z.string(),
  seal: z.string(),
  isWritten: z.boolean(),
  acknowledgedAt: z.string().optional(),
})
export type DeliveredView = z.infer<typeof DeliveredView>

const OfReport = InOrganization.extend({ serviceReport: z.uuid() })
const OfIssue = InOrganization.extend({ serviceReportIssue: z.uuid() })
/** What stands behind the # of a link. It is said in the body, so that no log of addresses holds it. */
const WithCode = z.object({ code: z.string().min(1).max(200) })

export const serviceReportsApi = {
  'GET /api/organizations/:organization/service-reports': {
    summary: 'The service reports: what each is, which issues are expected, on time, late or missing',
    allows: 'read evidence',
    params: InOrganization,
    answers: z.object({ items: listOf(ServiceReportView) }),
  },
  'POST /api/organizations/:organization/service-reports': {
    summary: 'Define a service report',
    allows: 'write registers',
    params: InOrganization,
    body: ReportDraft,
    answers: ServiceReportView,
    created: true,
  },
  'GET /api/organizations/:organization/service-reports/:serviceReport': {
    summary: 'One service report with the issues that are expected of it',
    allows: 'read evidence',
    params: OfReport,
    answers: ServiceReportView,
    versioned: true,
  },
  'PUT /api/organizations/:organization/service-reports/:serviceReport': {
    summary: 'Change what a service report is from now on; what was issued stays',
    allows: 'write registers',
    params: OfReport,
    body: ReportDraft,
    answers: ServiceReportView,
    versioned: true,
  },
  'POST /api/organizations/:organization/service-reports/:serviceReport/end': {
    summary: 'End a service report: nothing more is expected of it',
    allows: 'write registers',
    params: OfReport,
    answers: ServiceReportView,
    versioned: true,
  },
  'GET /api/organizations/:organization/service-reports/:serviceReport/preview': {
    summary: 'The figures of an issue as they would be frozen today',
    allows: 'read evidence',
    params: OfReport,
    query: z.object({ period: Period }),
    answers: ReportFiguresView,
  },
  'POST /api/organizations/:organization/service-reports/:serviceReport/issues': {
    summary:
      'Issue a report: its figures are frozen, it is written as PDF in a language, without one that of the organization, and sent to everybody who gets it',
    allows: 'write registers',
    params: OfReport,
    body: z.object({ period: Period, language: DocumentLanguage.optional() }),
    answers: z.object({ issue: z.object({ id: z.uuid(), seal: z.string() }), job: JobView }),
    created: true,
  },
  'GET /api/organizations/:organization/service-report-issues/:serviceReportIssue': {
    summary: 'One issue as it went out, with its figures and who has acknowledged it',
    allows: 'read evidence',
    params: OfIssue,
    answers: IssueView,
  },
  'POST /api/organizations/:organization/service-report-issues/:serviceReportIssue/files': {
    summary: 'Write an issue in another language, from the figures that were frozen; once',
    allows: 'make documents',
    params: OfIssue,
    body: z.object({ language: DocumentLanguage }),
    answers: z.object({ job: JobView.optional() }),
    created: true,
  },
  'GET /api/organizations/:organization/service-report-issues/:serviceReportIssue/file': {
    summary: 'One issue as PDF, the same bytes every time; without a language as it was issued',
    allows: 'read evidence',
    params: OfIssue,
    query: z.object({ language: DocumentLanguage.optional() }),
    answers: 'file',
  },
  'POST /api/service-reports/opening': {
    summary: 'What a service report is, to whoever has a link to it',
    allows: 'anyone',
    body: WithCode,
    answers: DeliveredView,
  },
  'POST /api/service-reports/file': {
    summary: 'A service report as PDF, to whoever has a link to it',
    allows: 'anyone',
    body: WithCode,
    answers: 'file',
  },
  'POST /api/service-reports/acknowledgement': {
    summary: 'Say that a service report has arrived, once',
    allows: 'anyone',
    body: WithCode.extend({ says: text(1000).default('') }),
    answers: 'nothing',
  },
} as const satisfies Endpoints
