import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { JobView } from './jobs.ts'
import { InOrganization, PageQuery, pageOf, text } from './page.ts'

/** One uploaded file and where it stands. */
export const SourceView = z.object({
  id: z.uuid(),
  name: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  mediaKind: z.string(),
  state: z.enum(['uploaded', 'waiting', 'needs answer', 'read', 'refused', 'removing', 'removed']),
  message: z.string().optional(),
  uploadedBy: z.string(),
  uploadedAt: z.string(),
  version: z.number().int(),
})
export type SourceView = z.infer<typeof SourceView>

/** What only a person can say about the files, and what each answer would make of an example. */
export const QuestionView = z.object({
  about: z.enum(['day order', 'timezone']),
  file: z.string(),
  columns: z.array(z.string()),
  example: z.string(),
  readings: z.array(z.object({ answer: z.string(), reads: z.string() })),
})
export type QuestionView = z.infer<typeof QuestionView>

/** One reading of the files. */
export const ImportView = z.object({
  id: z.uuid(),
  readAt: z.string(),
  readBy: z.string(),
  files: z.number().int(),
  tickets: z.number().int(),
  problems: z.number().int(),
  mappingHash: z.string(),
  timezone: z.string().optional(),
  dataFrom: z.string(),
  dataUntil: z.string(),
})
export type ImportView = z.infer<typeof ImportView>

/** A problem of the data, how often it was seen, and where first. */
export const ProblemView = z.object({
  code: z.string(),
  level: z.string(),
  message: z.string(),
  file: z.string(),
  column: z.string().optional(),
  count: z.number().int(),
  sample: z.array(
    z.object({
      file: z.string(),
      line: z.number().optional(),
      ticket: z.string().optional(),
      detail: z.string(),
    }),
  ),
})
export type ProblemView = z.infer<typeof ProblemView>

/** One table that was read. */
export const ReadFileView = z.object({
  file: z.string(),
  table: z.string(),
  sha256: z.string(),
  format: z.string(),
  rows: z.number().int(),
  readAs: z.string(),
  shape: z.string(),
  type: z.string().optional(),
  isNew: z.boolean(),
})

/** How a status of the tool is read. */
export const StateProposalView = z.object({
  type: z.string(),
  native: z.string(),
  state: z.string(),
  by: z.string(),
  count: z.number().int().optional(),
})

/** One reading with everything it came to. */
export const ImportDetail = ImportView.extend({
  mapping: z.string(),
  readFiles: z.array(ReadFileView),
  counts: z.record(z.string(), z.number()),
  states: z.array(StateProposalView),
  problemList: z.array(ProblemView),
})
export type ImportDetail = z.infer<typeof ImportDetail>

const OneSource = InOrganization.extend({ source: z.uuid() })
const OneImport = InOrganization.extend({ import: z.uuid() })

export const sourcesApi = {
  'GET /api/organizations/:organization/sources': {
    summary: 'The uploaded files, newest first',
    allows: 'read sources',
    params: InOrganization,
    query: PageQuery,
    answers: pageOf(SourceView),
  },
  'POST /api/organizations/:organization/sources': {
    summary: 'Upload files (multipart/form-data); they are read by a job',
    allows: 'import tickets',
    params: InOrganization,
    query: z.object({
      /** later: more files follow, and POST imports begins. */
      start: z.enum(['now', 'later']).default('now'),
    }),
    answers: z.object({ items: z.array(SourceView), job: JobView.optional() }),
    created: true,
    takesFiles: true,
  },
  'GET /api/organizations/:organization/sources/questions': {
    summary: 'What the files leave open and only a person can say',
    allows: 'read sources',
    params: InOrganization,
    answers: z.object({ items: z.array(QuestionView) }),
  },
  'PUT /api/organizations/:organization/sources/questions': {
    summary: 'Answer what the files leave open; they are read again',
    allows: 'import tickets',
    params: InOrganization,
    body: z.object({
      answers: z
        .array(
          z.discriminatedUnion('about', [
            z.object({ about: z.literal('timezone'), answer: text(60, 1) }),
            z.object({
              about: z.literal('day order'),
              file: text(250, 1),
              answer: z.enum(['day first', 'month first']),
            }),
          ]),
        )
        .min(1)
        .max(100),
    }),
    answers: z.object({ job: JobView }),
  },
  'DELETE /api/organizations/:organization/sources/:source': {
    summary: 'Take a file out; the events are made anew without it',
    allows: 'import tickets',
    params: OneSource,
    answers: z.object({ job: JobView.optional() }),
  },
  'GET /api/organizations/:organization/imports': {
    summary: 'The readings of the files, newest first',
    allows: 'read sources',
    params: InOrganization,
    query: PageQuery,
    answers: pageOf(ImportView),
  },
  'POST /api/organizations/:organization/imports': {
    summary: 'Read what was uploaded, and the archive again',
    allows: 'import tickets',
    params: InOrganization,
    answers: z.object({ job: JobView }),
    created: true,
  },
  'GET /api/organizations/:organization/imports/:import': {
    summary: 'One reading with its files, states and problems',
    allows: 'read sources',
    params: OneImport,
    answers: ImportDetail,
  },
} as const satisfies Endpoints
