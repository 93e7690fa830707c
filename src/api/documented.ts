import { z } from 'zod'
import { languageCodes } from '#base/language.ts'
import { DocumentView, documentsToSign } from './documents.ts'
import type { Endpoints } from './endpoint.ts'
import { JobView } from './jobs.ts'
import { InOrganization } from './page.ts'

/** The documents that management signs. */
export const DocumentedKind = z.enum(documentsToSign)

/** What is asked for: without a language that of the organization, without a subject the first there is. */
export const AskedDocumented = z.object({
  kind: DocumentedKind,
  language: z.enum(languageCodes).optional(),
  /** The service, audit or review that it is about. */
  subject: z.uuid().optional(),
  /** What it is filled from; as everything stands without it. */
  snapshot: z.uuid().optional(),
})

/** A document that management signs: what it can be about, and what is missing before it can be approved. */
export const DocumentedView = z.object({
  kind: DocumentedKind,
  title: z.string(),
  /** The piece of documented information that it is. */
  piece: z.string(),
  /** Its number in the register of documents, or that of its piece. */
  number: z.string(),
  clauses: z.array(z.string()),
  about: z.enum(['organization', 'service', 'audit', 'review']),
  subjects: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Of the organization, or of the first subject. */
  missing: z.array(z.object({ heading: z.string(), says: z.string() })),
})
export type DocumentedView = z.infer<typeof DocumentedView>

export const documentedApi = {
  'GET /api/organizations/:organization/documented': {
    summary: 'The documents that management signs, with what is missing before each can be approved',
    allows: 'make documents',
    params: InOrganization,
    query: z.object({ language: z.enum(languageCodes).optional() }),
    answers: z.object({ language: z.enum(languageCodes), items: z.array(DocumentedView) }),
  },
  'POST /api/organizations/:organization/documented': {
    summary:
      'Fill a document that management signs from a snapshot, or as everything stands, as a Word file; what is kept under the same key is answered at once',
    allows: 'make documents',
    params: InOrganization,
    body: AskedDocumented,
    answers: z.object({ job: JobView.optional(), document: DocumentView.optional() }),
    created: true,
  },
} as const satisfies Endpoints
