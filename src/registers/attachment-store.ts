import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { demandRoom, room } from '#access/room-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Kept } from './file-store.ts'
import { readSubject, type Subject, writeSubject } from './subject.ts'
import { demandSubject } from './subject-store.ts'

/** One file that an attachment is, or was. */
export type Revision = Kept & Readonly<{ revision: number; author: string; createdAt: Date }>

/** A file that belongs to a record or requirement, with all its revisions, the newest first. */
export type Attachment = Readonly<{
  id: string
  on: string
  title: string
  expiresOn: string | undefined
  revision: number
  revisions: readonly Revision[]
  version: number
  createdAt: Date
  updatedAt: Date
  deletedAt: Date | undefined
}>

/** The attachments of a subject, oldest first. */
export async function listAttachments(
  tx: Tx,
  actor: Actor,
  subject: Subject,
): Promise<readonly Attachment[]> {
  await demandSubject(tx, actor, subject)
  const rows = await tx
    .selectFrom('attachment')
    .selectAll()
    .where('organization_id', '=', actor.organization)
    .where('on_kind', '=', subject.kind)
    .where('on_id', '=', subject.id)
    .where('deleted_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(500)
    .execute()
  return withRevisions(tx, actor.organization, rows)
}

/** Attachments whose validity ended before a day, of any subject: evidence that no longer counts. */
export async function expiredBefore(
  tx: Tx,
  organization: string,
  day: string,
): Promise<readonly Attachment[]> {
  const rows = await tx
    .selectFrom('attachment')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('expires_on', '<', day)
    .where('deleted_at', 'is', null)
    .orderBy('expires_on')
    .orderBy('id')
    .execute()
  return withRevisions(tx, organization, rows)
}

/** One attachment that the actor may see, deleted or not. */
export async function demandAttachment(tx: Tx, actor: Actor, id: string): Promise<Attachment> {
  const rows = await tx
    .selectFrom('attachment')
    .selectAll()
    .where('organization_id', '=', actor.organization)
    .where('id', '=', id)
    .execute()
  const [attachment] = await withRevisions(tx, actor.organization, rows)
  if (!attachment) throw new Refusal('not-found', 'There is no such attachment.')
  await demandSubject(tx, actor, readSubject(attachment.on))
  return attachment
}

/** Attaches a kept file to a subject. */
export async function attach(
  tx: Tx,
  actor: Actor,
  subject: Subject,
  file: Kept,
  about: Readonly<{ title: string | undefined; expiresOn: string | undefined }>,
): Promise<Attachment> {
  await demandSubject(tx, actor, subject)
  const row = await tx
    .insertInto('attachment')
    .values({
      organization_id: actor.organization,
      on_kind: subject.kind,
      on_id: subject.id,
      title: about.title?.trim() || file.name,
      expires_on: about.expiresOn ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await addRevision(tx, actor, row.id, 1, file)
  const attachment = await demandAttachment(tx, actor, row.id)
  await append(tx, actor, { action: 'attach', kind: 'attachment', id: row.id, after: asTold(attachment) })
  return attachment
}

/** Puts a newer file in the place of the one that is attached; the older stays readable. */
export async function revise(
  tx: Tx,
  actor: Actor,
  id: string,
  file: Kept,
  expiresOn: string | undefined,
): Promise<Attachment> {
  const old = await demandAttachment(tx, actor, id)
  const changed = await write(tx, actor, old, old.version, {
    revision: old.revision + 1,
    ...(expiresOn === undefined ? {} : { expires_on: expiresOn }),
  })
  if (!changed) throw changedMeanwhile()
  await addRevision(tx, actor, id, old.revision + 1, file)
  return told(tx, actor, 'revise', old)
}

/** Changes title or expiry. */
export async function changeAttachment(
  tx: Tx,
  actor: Actor,
  id: string,
  change: Readonly<{ title: string | undefined; expiresOn: string | null | undefined }>,
  version: number | undefined,
): Promise<Attachment> {
  const old = await demandAttachment(tx, actor, id)
  const changed = await write(tx, actor, old, version, {
    title: change.title?.trim() || old.title,
    ...(change.expiresOn === undefined ? {} : { expires_on: change.expiresOn }),
  })
  if (!changed) throw changedMeanwhile()
  return told(tx, actor, 'change', old)
}

/** Takes an attachment away; its files stay, so that it can be restored. */
export async function deleteAttachment(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number | undefined,
): Promise<void> {
  const old = await demandAttachment(tx, actor, id)
  if (!(await write(tx, actor, old, version, { deleted_at: new Date() }))) throw changedMeanwhile()
  await append(tx, actor, { action: 'delete', kind: 'attachment', id, before: asTold(old) })
}

/** Brings a deleted attachment back. */
export async function restoreAttachment(tx: Tx, actor: Actor, id: string): Promise<Attachment> {
  const old = await demandAttachment(tx, actor, id)
  if (!old.deletedAt) return old
  if (!(await write(tx, actor, old, old.version, { deleted_at: null }))) throw changedMeanwhile()
  return told(tx, actor, 'restore', old)
}

async function addRevision(tx: Tx, actor: Actor, id: string, revision: number, file: Kept): Promise<void> {
  const { bytes } = await tx
    .selectFrom('attachment_revision')
    .select(sql<number>`coalesce(sum(bytes), 0)`.as('bytes'))
    .where('organization_id', '=', actor.organization)
    .executeTakeFirstOrThrow()
  demandRoom(bytes + file.bytes - 1, room.attachedBytes, 'bytes of attachments, older revisions included')
  await tx
    .insertInto('attachment_revision')
    .values({
      organization_id: actor.organization,
      attachment_id: id,
      revision,
      ...file,
      author_id: actor.id ?? null,
      author_name: actor.name,
    })
    .execute()
}

async function write(
  tx: Tx,
  actor: Actor,
  old: Attachment,
  version: number | undefined,
  change: { title?: string; expires_on?: string | null; revision?: number; deleted_at?: Date | null },
): Promise<boolean> {
  if (version !== undefined && version !== old.version) return false
  if (old.deletedAt && change.deleted_at === undefined)
    throw new Refusal('conflict', 'The attachment was deleted. Restore it before you change it.')
  const row = await tx
    .updateTable('attachment')
    .set({ ...change, version: old.version + 1, updated_at: new Date() })
    .where('organization_id', '=', actor.organization)
    .where('id', '=', old.id)
    .where('version', '=', old.version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

async function told(tx: Tx, actor: Actor, action: string, old: Attachment): Promise<Attachment> {
  const now = await demandAttachment(tx, actor, old.id)
  await append(tx, actor, { action, kind: 'attachment', id: old.id, before: asTold(old), after: asTold(now) })
  return now
}

function asTold({ on, title, expiresOn, revision, revisions }: Attachment): object {
  const [{ name, type, bytes, sha256 } = {} as Partial<Revision>] = revisions // an attachment has a first revision
  return { on, title, expiresOn, revision, name, type, bytes, sha256 }
}

type Row = {
  id: string
  on_kind: string
  on_id: string
  title: string
  expires_on: string | null
  revision: number
  version: number
  created_at: Date
  updated_at: Date
  deleted_at: Date | null
}

async function withRevisions(
  tx: Tx,
  organization: string,
  rows: readonly Row[],
): Promise<readonly Attachment[]> {
  if (rows.length === 0) return []
  const revisions = await tx
    .selectFrom('attachment_revision')
    .selectAll()
    .where('organization_id', '=', organization)
    .where(
      'attachment_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('revision', 'desc')
    .execute()
  const byAttachment = Map.groupBy(revisions, ({ attachment_id }) => attachment_id)
  return rows.map((row) => ({
    id: row.id,
    on: writeSubject(readSubject(`${row.on_kind}:${row.on_id}`)),
    title: row.title,
    expiresOn: row.expires_on ?? undefined,
    revision: row.revision,
    revisions: (byAttachment.get(row.id) ?? []).map((one) => ({
      revision: one.revision,
      name: one.name,
      type: one.type,
      bytes: one.bytes,
      sha256: one.sha256,
      author: one.author_name,
      createdAt: one.created_at,
    })),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at ?? undefined,
  }))
}
