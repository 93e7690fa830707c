import { z } from 'zod'
import { Rating } from '#assessment/rating.ts'
import type { Endpoints } from './endpoint.ts'
import { ByDigest, listPlan } from './list-plan.ts'
import { InOrganization } from './page.ts'

/** What an uploaded gap list will do, or did, row by row. */
export const GapListView = listPlan({
  requirement: z.string(),
  title: z.string(),
  before: Rating.optional(),
  after: Rating.optional(),
  comment: z.string(),
})
export type GapListView = z.infer<typeof GapListView>

export const gapListApi = {
  'POST /api/organizations/:organization/gap-list': {
    summary:
      'Import an own gap list (multipart; XLSX or CSV, at most 10 MB): without a digest a preview of every row, with the digest of the preview it is applied',
    allows: 'rate requirements',
    params: InOrganization,
    query: ByDigest,
    answers: GapListView,
    takesFiles: true,
  },
} as const satisfies Endpoints
