import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { JobView } from './jobs.ts'
import { InOrganization, PageQuery, pageOf } from './page.ts'

/** A document that was made, and what it stands on. */
export const DocumentView = z.object({
  id: z.uuid(),
  kind: z.string(),
  title: z.string(),
  collectionId: z.uuid().optional(),
  baselineId: z.uuid().optional(),
  sha256: z.string(),
  bytes: z.number().int(),
  madeBy: z.string(),
  madeAt: z.string(),
})
export type DocumentView = z.infer<typeof DocumentView>

/** The documents that can be made. */
export const DocumentKind = z.enum([
  'gap report',
  'process guidelines',
  'playbook',
  'strategy framework',
  'oscal',
  'open data',
  'implementation roadmap',
  'business case',
  'executive summary',
])
export type DocumentKind = z.infer<typeof DocumentKind>

export const documentsApi = {
  'GET /api/organizations/:organization/documents': {
    summary: 'The documents that were made, newest first',
    allows: 'read evidence',
    params: InOrganization,
    query: PageQuery,
    answers: pageOf(DocumentView),
  },
  'POST /api/organizations/:organization/documents': {
    summary: 'Make a document about the newest evidence and the ratings as they stand',
    allows: 'make documents',
    params: InOrganization,
    body: z.object({ kind: DocumentKind.default('gap report') }),
    answers: z.object({ job: JobView }),
    created: true,
  },
  'GET /api/organizations/:organization/documents/:document': {
    summary: 'One document as a file',
    allows: 'read evidence',
    params: InOrganization.extend({ document: z.uuid() }),
    answers: 'file',
  },
  'GET /api/organizations/:organization/evidence-pack': {
    summary: 'Facts, answers, script and results with the audit trail, as a zip file that anybody can check',
    allows: 'read the audit trail',
    params: InOrganization,
    answers: 'file',
  },
} as const satisfies Endpoints
