import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, PageQuery, text } from './page.ts'
import { Conditions } from './registers.ts'

/** What will happen, or happened, to one row of a file. */
export const FateView = z.object({
  line: z.number().int(),
  fate: z.enum(['new', 'changed', 'unchanged', 'refused']),
  number: z.string().optional(),
  label: z.string(),
  /** Why a row is refused, and what to do. */
  reason: z.string().optional(),
  changes: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
})
export type FateView = z.infer<typeof FateView>

/** A file that waits to be applied, or was: its counts, and a page of its rows. */
export const ImportView = z.object({
  id: z.uuid(),
  register: z.string(),
  file: z.string(),
  counts: z.object({
    new: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
  }),
  /** Columns of the file that were read, and those that no field is called like. */
  used: z.array(z.string()),
  ignored: z.array(z.string()),
  expiresAt: z.string(),
  appliedAt: z.string().optional(),
  items: z.array(FateView),
  next: z.string().optional(),
})
export type ImportView = z.infer<typeof ImportView>

const InRegister = InOrganization.extend({ register: text(40, 1) })
const OfImport = InRegister.extend({ import: z.uuid() })

export const registerFilesApi = {
  'GET /api/organizations/:organization/registers/:register/export': {
    summary: 'A register as a file, with the same sorting and conditions as its list',
    allows: 'read registers',
    params: InRegister,
    query: z.object({
      format: z.enum(['csv', 'xlsx']).default('xlsx'),
      sort: text(80, 1).optional(),
      where: Conditions,
      search: text(200).optional(),
    }),
    answers: 'file',
  },
  'POST /api/organizations/:organization/registers/:register/imports': {
    summary:
      'What a file (multipart; XLSX or CSV, at most 10 MB) would do, row by row; nothing is written yet',
    allows: 'write registers',
    params: InRegister,
    answers: ImportView,
    created: true,
    takesFiles: true,
  },
  'GET /api/organizations/:organization/registers/:register/imports/:import': {
    summary: 'The rows of a previewed import. search: words that must occur in a row',
    allows: 'write registers',
    params: OfImport,
    query: PageQuery.extend({
      fate: z.enum(['new', 'changed', 'unchanged', 'refused']).optional(),
      search: text(200).optional(),
    }),
    answers: ImportView,
  },
  'POST /api/organizations/:organization/registers/:register/imports/:import/application': {
    summary: 'Write exactly what was previewed: once, all of it or nothing',
    allows: 'write registers',
    params: OfImport,
    answers: ImportView,
  },
} as const satisfies Endpoints
