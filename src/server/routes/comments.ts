import { type CommentView, commentsApi } from '#api/comments.ts'
import {
  addComment,
  type Comment,
  changeComment,
  deleteComment,
  listComments,
} from '#registers/comment-store.ts'
import { readSubject } from '#registers/subject.ts'
import type { Handlers } from '../call.ts'

const handlers: Handlers<typeof commentsApi> = {
  'GET /api/organizations/:organization/comments': ({ world, actor, query }) =>
    world.records.within(actor, async (tx) => {
      const comments = await listComments(tx, actor, readSubject(query.on))
      return { items: comments.map(view) }
    }),
  'POST /api/organizations/:organization/comments': ({ world, actor, query, body }) =>
    world.records.within(actor, async (tx) =>
      view(await addComment(tx, actor, readSubject(query.on), body.body)),
    ),
  'PATCH /api/organizations/:organization/comments/:comment': ({ world, actor, params, body, version }) =>
    world.records.within(actor, async (tx) =>
      view(await changeComment(tx, actor, params.comment, body.body, version)),
    ),
  'DELETE /api/organizations/:organization/comments/:comment': ({ world, actor, params, version }) =>
    world.records.within(actor, async (tx) => {
      await deleteComment(tx, actor, params.comment, version)
      return undefined
    }),
}

export const comments = { endpoints: commentsApi, handlers }

function view({ id, on, author, authorId, body, version, createdAt, updatedAt }: Comment): CommentView {
  return {
    id,
    on,
    author,
    authorId,
    body,
    version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
