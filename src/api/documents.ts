import { z } from 'zod'
import { languageCodes } from '#base/language.ts'
import { documentedKinds } from '#deliver/documented-matter.ts'
import type { Endpoints } from './endpoint.ts'
import { JobView } from './jobs.ts'
import { InOrganization, PageQuery, pageOf, text } from './page.ts'

/** The snapshot that a document was made from. changes: how many records were changed since it was taken. */
const MadeFrom = z.object({
  id: z.uuid(),
  number: z.number().int(),
  name: z.string(),
  isForDocuments: z.boolean(),
  at: z.string(),
  sha256: z.string(),
  isNewest: z.boolean(),
  changes: z.number().int(),
})

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
  snapshot: MadeFrom.optional(),
  /** Of a document about what lies between two snapshots: the earlier one. */
  since: MadeFrom.optional(),
  language: z.string().optional(),
  /** Hashes of the templates and of the brand. */
  template: z.string().optional(),
  brand: z.string().optional(),
  /** Over snapshot, templates, language and brand: the same key is the same file. */
  key: z.string().optional(),
})
export type DocumentView = z.infer<typeof DocumentView>

/** The documents that are written from one snapshot, in the order in which people meet them. */
export const documentsOfSet = [
  'gap report',
  'strategy framework',
  'implementation roadmap',
  'business case',
  'executive summary',
  'process guidelines',
  'playbook',
  'oscal',
  'awareness deck',
  'forms',
] as const

/** The documents that management signs; of the set too. */
export const documentsToSign = documentedKinds

/** What can be made: a document, all of a snapshot, what lies between two snapshots, or everything that was written. */
export const DocumentKind = z.enum([
  ...documentsOfSet,
  ...documentsToSign,
  'whole set',
  'difference report',
  'open data',
])
export type DocumentKind = z.infer<typeof DocumentKind>

/** What is asked for: without a snapshot it is made from how everything stands. since: the earlier snapshot of a difference. */
export const AskedDocuments = z.object({
  kind: DocumentKind.default('gap report'),
  snapshot: z.uuid().optional(),
  since: z.uuid().optional(),
  language: z.enum(languageCodes).default('en'),
  /** Whom the awareness deck is for; nobody named is everybody. */
  roles: z.array(text(40, 1)).max(10).optional(),
  /** The one guide that is wanted of the process guidelines; all without it. */
  guide: text(60, 1).optional(),
  /** The service, audit or review that a document to be signed is about; the first there is without it. */
  subject: z.uuid().optional(),
})
export type AskedDocuments = z.infer<typeof AskedDocuments>

export const documentsApi = {
  'GET /api/organizations/:organization/documents': {
    summary: 'The documents that were made, newest first',
    allows: 'read evidence',
    params: InOrganization,
    query: PageQuery,
    answers: pageOf(DocumentView),
  },
  'POST /api/organizations/:organization/documents': {
    summary:
      'Make documents from a snapshot, or from how everything stands; what is kept under the same key is answered at once',
    allows: 'make documents',
    params: InOrganization,
    body: AskedDocuments,
    answers: z.object({ job: JobView.optional(), document: DocumentView.optional() }),
    created: true,
  },
  'GET /api/organizations/:organization/documents/choices': {
    summary: 'What documents can be made for: the roles of the awareness deck, and the guides of processes',
    allows: 'read evidence',
    params: InOrganization,
    answers: z.object({
      roles: z.array(z.object({ id: z.string(), title: z.record(z.enum(languageCodes), z.string()) })),
      guides: z.array(z.object({ id: z.string(), title: z.string(), isFull: z.boolean() })),
    }),
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
