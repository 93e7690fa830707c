import { type Actor, may } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import { readSubject, type Subject, writeSubject } from './subject.ts'
import { demandSubject } from './subject-store.ts'

/** What somebody said about a record, a requirement, or a result. */
export type Comment = Readonly<{
  id: string
  on: string
  authorId: string | undefined
  author: string
  body: string
  version: number
  createdAt: Date
  updatedAt: Date
}>

/** The comments about a subject, oldest first. */
export async function listComments(
  tx: Tx,
  actor: Actor,
  subject: Subject,
  limit = 500,
): Promise<readonly Comment[]> {
  await demandSubject(tx, actor, subject)
  const rows = await tx
    .selectFrom('comment')
    .selectAll()
    .where('organization_id', '=', actor.organization)
    .where('on_kind', '=', subject.kind)
    .where('on_id', '=', subject.id)
    .where('deleted_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toComment)
}

/** Says something about a subject. */
export async function addComment(tx: Tx, actor: Actor, subject: Subject, body: string): Promise<Comment> {
  await demandSubject(tx, actor, subject)
  const row = await tx
    .insertInto('comment')
    .values({
      organization_id: actor.organization,
      on_kind: subject.kind,
      on_id: subject.id,
      author_id: actor.id ?? null,
      author_name: actor.name,
      body,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const comment = toComment(row)
  await append(tx, actor, {
    action: 'comment',
    kind: 'comment',
    id: comment.id,
    after: { on: comment.on, body },
  })
  return comment
}

/** Changes what one has said oneself. */
export async function changeComment(
  tx: Tx,
  actor: Actor,
  id: string,
  body: string,
  version: number | undefined,
): Promise<Comment> {
  const old = await demandComment(tx, actor, id)
  if (!old.authorId || old.authorId !== actor.id)
    throw new Refusal('not-allowed', `This was said by ${old.author}. Answer with a comment of your own.`)
  const row = await write(tx, actor, old, version, { body, deleted_at: null })
  await append(tx, actor, {
    action: 'change',
    kind: 'comment',
    id,
    before: { on: old.on, body: old.body },
    after: { on: old.on, body },
  })
  return row
}

/** Takes a comment back; one's own, or anybody's for who manages the organization. */
export async function deleteComment(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number | undefined,
): Promise<void> {
  const old = await demandComment(tx, actor, id)
  if (old.authorId !== actor.id && !may(actor, 'manage settings'))
    throw new Refusal('not-allowed', `This was said by ${old.author}, who can take it back.`)
  await write(tx, actor, old, version, { body: old.body, deleted_at: new Date() })
  await append(tx, actor, { action: 'delete', kind: 'comment', id, before: { on: old.on, body: old.body } })
}

async function demandComment(tx: Tx, actor: Actor, id: string): Promise<Comment> {
  const row = await tx
    .selectFrom('comment')
    .selectAll()
    .where('organization_id', '=', actor.organization)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such comment.')
  const comment = toComment(row)
  await demandSubject(tx, actor, readSubject(comment.on))
  return comment
}

async function write(
  tx: Tx,
  actor: Actor,
  old: Comment,
  version: number | undefined,
  change: { body: string; deleted_at: Date | null },
): Promise<Comment> {
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  const row = await tx
    .updateTable('comment')
    .set({ ...change, version: old.version + 1, updated_at: new Date() })
    .where('organization_id', '=', actor.organization)
    .where('id', '=', old.id)
    .where('version', '=', old.version)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  return toComment(row)
}

function toComment(row: {
  id: string
  on_kind: string
  on_id: string
  author_id: string | null
  author_name: string
  body: string
  version: number
  created_at: Date
  updated_at: Date
}): Comment {
  return {
    id: row.id,
    on: writeSubject(readSubject(`${row.on_kind}:${row.on_id}`)),
    authorId: row.author_id ?? undefined,
    author: row.author_name,
    body: row.body,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
