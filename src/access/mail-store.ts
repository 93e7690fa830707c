import { sql } from 'kysely'
import { Refusal } from '#base/refusal.ts'
import type { Records, Tx } from '#db/records.ts'
import type { Actor } from './actor.ts'
import { append } from './trail-store.ts'

/** A message that somebody is to get by mail. kind: what it is for, such as invitation or reminder. */
export type Message = Readonly<{ kind: string; to: string; subject: string; body: string }>

/** Writes a message into the outbox, in the transaction that has a reason for it. It is sent when that is kept. */
export async function post(tx: Tx, organization: string, message: Message): Promise<string> {
  const { id } = await tx
    .insertInto('mail')
    .values({
      organization_id: organization,
      ...columnsOf(message),
      // As exact as a cursor can say it.
      created_at: sql<Date>`date_trunc('milliseconds', clock_timestamp())`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes a message that no organization may read, such as a link for a new password. */
export async function postPersonally(records: Records, message: Message): Promise<void> {
  await records.db.insertInto('personal_mail').values(columnsOf(message)).execute()
}

function columnsOf({ kind, to, subject, body }: Message) {
  return { kind, recipient: to, subject: subject.replaceAll(/[\r\n]+/g, ' '), body }
}

/** A message as the outbox shows it. */
export type Posted = Message &
  Readonly<{
    id: string
    createdAt: Date
    sentAt: Date | undefined
    attempts: number
    /** True as long as it is tried by itself. */
    isWaiting: boolean
    problem: string | undefined
  }>

/** The messages of the organization, newest first; from behind the last one of the page before. */
export async function listMail(
  tx: Tx,
  actor: Actor,
  page: Readonly<{ limit: number; after: readonly [string, string] | undefined }>,
): Promise<readonly Posted[]> {
  let query = tx
    .selectFrom('mail')
    .selectAll()
    .where('organization_id', '=', actor.organization)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
  if (page.after)
    query = query.where(
      sql<boolean>`(created_at, id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`,
    )
  return (await query.execute()).map((row) => ({
    id: row.id,
    kind: row.kind,
    to: row.recipient,
    subject: row.subject,
    body: row.body,
    createdAt: row.created_at,
    sentAt: row.sent_at ?? undefined,
    attempts: row.attempts,
    isWaiting: row.next_at !== null,
    problem: row.problem ?? undefined,
  }))
}

/** Has a message tried again that could not be sent. */
export async function sendAgain(tx: Tx, actor: Actor, id: string): Promise<void> {
  const row = await tx
    .updateTable('mail')
    .set({ attempts: 0, next_at: sql<Date>`now()` })
    .where('organization_id', '=', actor.organization)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .returning(['kind', 'recipient'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such message that waits to be sent.')
  await append(tx, actor, { action: 'send again', kind: 'mail', id, after: row })
}
