import { AsyncLocalStorage } from 'node:async_hooks'
import { sql } from 'kysely'
import { Refusal } from '#base/refusal.ts'
import type { Records, Tx } from '#db/records.ts'

/** A request that may be sent again: who asks, under which key, and what stands for all that was asked. */
export type Repeatable = Readonly<{ asker: string; key: string; hash: string }>

/** What is known of a request when it comes: it is new and to be served, under way, or was served before. */
export type Found =
  | Readonly<{ is: 'new' | 'under way' | 'other' | 'lost' }>
  | Readonly<{ is: 'served'; answer: string | null }>

const day = 24 * 60 * 60_000
/** After this time a server that did not end its work is taken for dead; what it had not kept can be done anew. */
const lease = 60_000

const underWay = new AsyncLocalStorage<Repeatable>()

/** Runs what serves a request, so that its change and the note that it was made are kept together. */
export function servingUnder<T>(request: Repeatable, work: () => Promise<T>): Promise<T> {
  return underWay.run(request, work)
}

/** Notes, in the transaction that makes the change, that the request was carried out. Each entry of the trail calls it. */
export async function noteChange(tx: Tx): Promise<void> {
  const request = underWay.getStore()
  if (request) await sql`select mark_changed(${request.asker}, ${request.key})`.execute(tx)
}

/** Takes a request under its key, or says why it is not to be served again. */
export async function takeUp(records: Records, request: Repeatable, now: Date): Promise<Found> {
  const { asker, key, hash } = request
  await sql`delete from kept_answer where (asker, key) in
    (select asker, key from kept_answer where expires_at <= ${now} limit 100 for update skip locked)`.execute(
    records.db,
  )
  const { numInsertedOrUpdatedRows } = await records.db
    .insertInto('kept_answer')
    .values({
      asker,
      key,
      request_hash: hash,
      state: 'running',
      started_at: now,
      expires_at: new Date(now.getTime() + day),
    })
    .onConflict((conflict) =>
      conflict
        .columns(['asker', 'key'])
        .doUpdateSet({ started_at: now })
        .where('kept_answer.state', '=', 'running')
        .where('kept_answer.request_hash', '=', hash)
        .where('kept_answer.started_at', '<', new Date(now.getTime() - lease)),
    )
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows) return { is: 'new' }
  return lookUp(records, request, now)
}

async function lookUp(records: Records, { asker, key, hash }: Repeatable, now: Date): Promise<Found> {
  const row = await records.db
    .selectFrom('kept_answer')
    .selectAll()
    .where('asker', '=', asker)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return { is: 'under way' }
  if (row.request_hash !== hash) return { is: 'other' }
  if (row.state === 'answered') return { is: 'served', answer: row.answer }
  const isOld = row.started_at.getTime() < now.getTime() - lease
  return { is: row.state === 'changed' && isOld ? 'lost' : 'under way' }
}

/** Keeps an answer for whoever asks again; null where it may be shown only once. */
export async function keepAnswer(
  records: Records,
  { asker, key }: Repeatable,
  answer: string | null,
): Promise<void> {
  await records.db
    .updateTable('kept_answer')
    .set({ state: 'answered', answer })
    .where('asker', '=', asker)
    .where('key', '=', key)
    .execute()
}

/** A request that was refused has changed nothing: its key is free again. One that had changed something keeps it. */
export async function dropUnchanged(records: Records, { asker, key }: Repeatable): Promise<void> {
  await records.db
    .deleteFrom('kept_answer')
    .where('asker', '=', asker)
    .where('key', '=', key)
    .where('state', '=', 'running')
    .execute()
}

/** The refusal for a request that was carried out and whose answer cannot be told again. */
export function answerIsGone(): Refusal {
  return new Refusal(
    'conflict',
    'This request was carried out before, and its answer is not kept. Read what is there; to do it again use a new key.',
  )
}
