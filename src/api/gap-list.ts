import { z } from 'zod'
import { Rating } from '#assessment/rating.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization } from './page.ts'

/** What an uploaded gap list will do, or did, row by row. */
export const GapListView = z.object({
  file: z.string(),
  isApplied: z.boolean(),
  /** Names exactly this plan; to be sent back to apply it. */
  digest: z.string(),
  counts: z.object({
    new: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
  }),
  rows: z.array(
    z.object({
      line: z.number().int(),
      requirement: z.string(),
      title: z.string(),
      fate: z.enum(['new', 'changed', 'unchanged', 'refused']),
      before: Rating.optional(),
      after: Rating.optional(),
      comment: z.string(),
      reason: z.string().optional(),
    }),
  ),
})
export type GapListView = z.infer<typeof GapListView>

export const gapListApi = {
  'POST /api/organizations/:organization/gap-list': {
    summary:
      'Import an own gap list (multipart; XLSX or CSV, at most 10 MB): without a digest a preview of every row, with the digest of the preview it is applied',
    allows: 'rate requirements',
    params: InOrganization,
    query: z.object({
      digest: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
    answers: GapListView,
    takesFiles: true,
  },
} as const satisfies Endpoints
