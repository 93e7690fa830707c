import { z } from 'zod'
import { AuditKind, AuditState } from '#audit/audit.ts'
import { AuditAnswer, SeenEvidence } from '#audit/checklist.ts'
import { AuditPageView, AuditProgrammeView, AuditProposalView, AuditView } from './audit-views.ts'
import { ProofGiven } from './decisions.ts'
import type { Endpoints } from './endpoint.ts'
import { ByDigest } from './list-plan.ts'
import { InOrganization, text } from './page.ts'

const count = z.number().int()
const Clauses = z
  .array(z.string().regex(/^\d{1,2}(\.\d{1,2}){0,3}$/))
  .min(1)
  .max(200)
const Plan = z.object({
  kind: AuditKind.default('internal'),
  title: text(200, 1),
  clauses: Clauses,
  because: text(2000).default(''),
  plannedOn: z.iso.date(),
  heldOn: z.iso.date().optional(),
  criteria: text(4000).default(''),
  method: text(4000).default(''),
  lead: text(200, 1).optional(),
  team: z.array(text(200, 1)).max(20).default([]),
})
const ChecklistFileView = z.object({
  file: z.string(),
  isApplied: z.boolean(),
  digest: z.string(),
  counts: z.object({ answer: count, unchanged: count, conflict: count, refused: count }),
  rows: z.array(
    z.object({
      line: count,
      requirement: z.string(),
      fate: z.enum(['answer', 'unchanged', 'conflict', 'refused']),
      says: z.string(),
      answer: AuditAnswer.optional(),
      notes: z.string(),
    }),
  ),
})
const OfAudit = InOrganization.extend({ audit: z.uuid() })
const readers = ['read audits', 'enter the evidence room'] as const

export const auditsApi = {
  'GET /api/organizations/:organization/audits': {
    summary:
      'The audit programme: audits, coverage of clauses and years, both series of the success rate, who could audit',
    allows: readers,
    params: InOrganization,
    answers: AuditProgrammeView,
  },
  'POST /api/organizations/:organization/audits': {
    summary: 'Put an audit into the programme; whoever would audit the own work is refused',
    allows: 'hold audits',
    params: InOrganization,
    body: Plan,
    answers: AuditView,
    created: true,
  },
  'GET /api/organizations/:organization/audit-proposal': {
    summary: 'Audits for three years, proposed from importance, risk and earlier results',
    allows: 'hold audits',
    params: InOrganization,
    answers: AuditProposalView,
  },
  'GET /api/organizations/:organization/audits/:audit': {
    summary: 'One audit: plan, checklist, findings, samples and report',
    allows: readers,
    params: OfAudit,
    answers: AuditPageView,
    versioned: true,
  },
  'PATCH /api/organizations/:organization/audits/:audit': {
    summary: 'Change the plan of an audit that is not reported',
    allows: 'hold audits',
    params: OfAudit,
    body: Plan.omit({ kind: true })
      .extend({ heldOn: z.iso.date().nullable(), lead: text(200, 1).nullable() })
      .partial(),
    answers: AuditView,
    versioned: true,
  },
  'POST /api/organizations/:organization/audits/:audit/moves': {
    summary: 'Move an audit on; preparing it makes its checklist',
    allows: 'hold audits',
    params: OfAudit,
    body: z.object({ to: AuditState, reason: text(2000).optional() }),
    answers: AuditView,
    versioned: true,
  },
  'POST /api/organizations/:organization/audits/:audit/answers': {
    summary: 'Answer lines of the checklist, all or none; version is that of the line as it was read',
    allows: 'hold audits',
    params: OfAudit,
    body: z.object({
      answers: z
        .array(
          z.object({
            requirement: z.string().max(20),
            answer: AuditAnswer.optional(),
            notes: text(8000).default(''),
            evidence: z.array(SeenEvidence).max(50).optional(),
            version: count.min(1),
          }),
        )
        .min(1)
        .max(400),
    }),
    answers: AuditPageView,
  },
  'GET /api/organizations/:organization/audits/:audit/checklist': {
    summary: 'The checklist as a workbook, to be filled in without a connection',
    allows: 'hold audits',
    params: OfAudit,
    answers: 'file',
  },
  'POST /api/organizations/:organization/audits/:audit/checklist': {
    summary:
      'Send a filled-in checklist (multipart, one file): without a digest it says what would become of each row, with the digest of that answer it is applied',
    allows: 'hold audits',
    params: OfAudit,
    query: ByDigest,
    answers: ChecklistFileView,
    takesFiles: true,
  },
  'POST /api/organizations/:organization/audits/:audit/sample-links': {
    summary: 'Link a sample that was drawn to the audit, and to the line it was drawn for',
    allows: 'hold audits',
    params: OfAudit,
    body: z.object({ sample: z.uuid(), requirement: z.string().max(20).optional() }),
    answers: AuditPageView,
  },
  'POST /api/organizations/:organization/audits/:audit/signatures': {
    summary:
      'Sign the report as its lead; the password or passkey is asked again, and nothing of it changes afterwards',
    allows: 'hold audits',
    params: OfAudit,
    body: z.object({
      conclusion: text(8000, 1),
      seal: z.string().regex(/^[0-9a-f]{64}$/),
      proof: ProofGiven,
    }),
    answers: AuditPageView,
    created: true,
  },
  'POST /api/organizations/:organization/audits/:audit/addenda': {
    summary: 'Add to a signed report; what it says stays',
    allows: 'hold audits',
    params: OfAudit,
    body: z.object({ says: text(4000, 1) }),
    answers: AuditPageView,
    created: true,
  },
} as const satisfies Endpoints
