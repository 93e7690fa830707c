import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, text } from './page.ts'

/** What somebody said about a record, a requirement, or a result. */
export const CommentView = z.object({
  id: z.uuid(),
  on: z.string(),
  author: z.string(),
  authorId: z.string().optional(),
  body: z.string(),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type CommentView = z.infer<typeof CommentView>

/** What a comment or attachment is about, as kind:id: record:<id>, requirement:8.3.3-b, check:<id>, measure:<id>, sample:<id>. */
export const OnSubject = z.object({ on: text(120, 3) })

const body = z.object({ body: text(10_000, 1) })
const OfComment = InOrganization.extend({ comment: z.uuid() })

export const commentsApi = {
  'GET /api/organizations/:organization/comments': {
    summary: 'What was said about a record, a requirement, or a result, oldest first',
    allows: 'see own tasks',
    params: InOrganization,
    query: OnSubject,
    answers: z.object({ items: z.array(CommentView) }),
  },
  'POST /api/organizations/:organization/comments': {
    summary: 'Say something about a record, a requirement, or a result',
    allows: 'write comments',
    params: InOrganization,
    query: OnSubject,
    body,
    answers: CommentView,
    created: true,
  },
  'PATCH /api/organizations/:organization/comments/:comment': {
    summary: 'Change what you said',
    allows: 'write comments',
    params: OfComment,
    body,
    answers: CommentView,
    versioned: true,
  },
  'DELETE /api/organizations/:organization/comments/:comment': {
    summary: 'Take back what you said',
    allows: 'write comments',
    params: OfComment,
    answers: 'nothing',
    versioned: true,
  },
} as const satisfies Endpoints
