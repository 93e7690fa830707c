import { z } from 'zod'
import { OwnLineDraft } from '#finance/own-line.ts'
import type { Endpoints } from './endpoint.ts'
import { OfLine, Version } from './finance.ts'
import { ByDigest, listPlan } from './list-plan.ts'
import { InOrganization, text } from './page.ts'
import { HistoryEntry } from './registers.ts'

/** An own line as a form sends it. */
export const OwnBody = OwnLineDraft.extend({
  title: text(200, 1),
  isIn: z.boolean().default(true),
  settled: text(2000).default(''),
  owner: text(200).default(''),
})

/** What an uploaded list of own lines will do, or did, row by row. */
export const OwnListView = listPlan({
  title: z.string(),
  before: OwnLineDraft.optional(),
  after: OwnLineDraft.optional(),
  /** What differs, column by column; nothing of a new or refused row. */
  changes: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
})
export type OwnListView = z.infer<typeof OwnListView>

export const ownLinesApi = {
  'GET /api/organizations/:organization/case/lines/:line/history': {
    summary: 'Every change of a line, newest first',
    allows: 'read the business case',
    params: OfLine,
    answers: z.object({ items: z.array(HistoryEntry) }),
  },
  'POST /api/organizations/:organization/case/own-lines': {
    summary:
      'Write a line of cost or benefit of your own: its amounts low, likely and high, their unit and price, source, owner, years, and what it counts',
    allows: 'write the business case',
    params: InOrganization,
    body: OwnBody,
    answers: Version.extend({ id: z.string() }),
    created: true,
  },
  'PUT /api/organizations/:organization/case/own-lines/:line': {
    summary: 'Write an own line anew, whole',
    allows: 'write the business case',
    params: OfLine,
    body: OwnBody,
    answers: Version,
    versioned: true,
  },
  'DELETE /api/organizations/:organization/case/own-lines/:line': {
    summary: 'Delete an own line; it can be put back',
    allows: 'write the business case',
    params: OfLine,
    answers: 'nothing',
    versioned: true,
  },
  'POST /api/organizations/:organization/case/own-lines/:line/restoration': {
    summary: 'Put a deleted own line back as it was',
    allows: 'write the business case',
    params: OfLine,
    answers: Version,
  },
  'GET /api/organizations/:organization/case/own-line-list': {
    summary: 'The own lines as a list that can be changed and taken back (XLSX or CSV)',
    allows: 'read the business case',
    params: InOrganization,
    query: z.object({ format: z.enum(['csv', 'xlsx']).default('xlsx') }),
    answers: 'file',
  },
  'POST /api/organizations/:organization/case/own-line-list': {
    summary:
      'Import own lines (multipart; XLSX or CSV, at most 2 MB): without a digest a preview of every row, with the digest of the preview it is applied',
    allows: 'write the business case',
    params: InOrganization,
    query: ByDigest,
    answers: OwnListView,
    takesFiles: true,
  },
} as const satisfies Endpoints
