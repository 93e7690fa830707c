import { sql } from 'kysely'
import { Refusal } from '#base/refusal.ts'
import type { Records, Tx } from '#db/records.ts'
import type { Actor } from './actor.ts'
import { typeOf, wants } from './cloud-event.ts'
import type { Entry } from './trail.ts'
import { append, readEntries } from './trail-store.ts'

/** One event on its way to one webhook. */
export type Delivery = Readonly<{
  id: string
  webhook_id: string
  number: number
  type: string
  state: 'waiting' | 'delivered' | 'given up'
  attempts: number
  next_at: Date | null
  status: number | null
  error: string | null
  delivered_at: Date | null
  created_at: Date
}>

/** An event that is to be sent now. */
export type Due = Readonly<{
  organization: string
  id: string
  url: string
  secret: string
  attempts: number
  entry: Entry
}>

/** Seconds until the next attempt, by the number of those that failed; then it is given up. */
const pauses = [10, 60, 300, 1800, 7200, 21_600, 43_200, 86_400] as const
/** A delivery that is being tried is not tried by another server meanwhile. */
const claimed = 60_000
const batch = 500

/** Looks at the entries of the trail that a webhook has not seen, and puts down what is to be sent. The trail is the outbox. */
export async function putDown(records: Records, now: Date): Promise<number> {
  const behind = await records.db
    .selectFrom('webhook')
    .innerJoin('audit_head', 'audit_head.organization_id', 'webhook.organization_id')
    .select(['webhook.organization_id', 'webhook.id'])
    .where('is_active', '=', true)
    .whereRef('audit_head.number', '>', 'webhook.position')
    .execute()
  let count = 0
  for (const { organization_id: organization, id } of behind)
    count += await records.within({ organization }, (tx) => putDownFor(tx, organization, id, now))
  return count
}

async function putDownFor(tx: Tx, organization: string, id: string, now: Date): Promise<number> {
  const hook = await tx
    .selectFrom('webhook')
    .select(['events', 'position'])
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!hook) return 0
  const entries = await readEntries(tx, hook.position, batch)
  const last = entries.at(-1)
  if (!last) return 0
  const wanted = entries.filter((entry) => wants(hook.events, typeOf(entry)))
  if (wanted.length > 0)
    await tx
      .insertInto('webhook_delivery')
      .values(
        wanted.map((entry) => ({
          organization_id: organization,
          webhook_id: id,
          number: entry.number,
          type: typeOf(entry),
          state: 'waiting' as const,
          next_at: now,
          created_at: now,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  await tx.updateTable('webhook').set({ position: last.number }).where('id', '=', id).execute()
  return entries.length
}

/** Takes what is due; each is taken by one server only. */
export async function takeDue(records: Records, now: Date, most: number): Promise<readonly Due[]> {
  const { rows } = await sql<{
    organization_id: string
    id: string
    attempts: number
    number: number
    url: string
    secret: string
  }>`
    update webhook_delivery d
    set attempts = d.attempts + 1, next_at = ${new Date(now.getTime() + claimed)}
    from (
      select w.organization_id, w.id
      from webhook_delivery w
      where w.state = 'waiting' and w.next_at <= ${now}
      order by w.next_at, w.number
      limit ${most}
      for update skip locked
    ) due
    join webhook h on h.organization_id = due.organization_id
    where d.organization_id = due.organization_id and d.id = due.id and h.id = d.webhook_id and h.is_active
    returning d.organization_id, d.id, d.attempts, d.number, h.url, h.secret`.execute(records.db)
  const due = rows.map(async ({ organization_id: organization, id, attempts, number, url, secret }) => {
    const [entry] = await records.within({ organization }, (tx) => readEntries(tx, number - 1, 1))
    return entry && { organization, id, url, secret, attempts, entry }
  })
  return (await Promise.all(due)).filter((one) => one !== undefined)
}

/** What came of an attempt: delivered, to be tried later, or given up. */
export async function settle(
  records: Records,
  { organization, id, attempts }: Due,
  outcome: Readonly<{ status: number | undefined; error: string | undefined }>,
  now: Date,
): Promise<void> {
  const pause = pauses[attempts - 1]
  const later = pause === undefined ? undefined : new Date(now.getTime() + pause * 1000)
  const failed = later
    ? { state: 'waiting' as const, next_at: later }
    : { state: 'given up' as const, next_at: null }
  const good = { state: 'delivered' as const, next_at: null, delivered_at: now }
  await records.within({ organization }, (tx) =>
    tx
      .updateTable('webhook_delivery')
      .set({
        ...(outcome.error === undefined ? good : failed),
        status: outcome.status ?? null,
        error: outcome.error?.slice(0, 500) ?? null,
      })
      .where('id', '=', id)
      .execute(),
  )
}

/** The deliveries of a webhook, newest first. */
export async function listDeliveries(
  tx: Tx,
  webhook: string,
  before: number | undefined,
  limit: number,
): Promise<readonly Delivery[]> {
  let query = tx
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhook)
    .orderBy('number', 'desc')
    .limit(limit)
  if (before !== undefined) query = query.where('number', '<', before)
  return query.execute()
}

/** Puts a delivery in line again, as if it were new. */
export async function sendAgain(
  tx: Tx,
  actor: Actor,
  at: Readonly<{ webhook: string; delivery: string }>,
  now: Date,
): Promise<Delivery> {
  const row = await tx
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', attempts: 0, next_at: now, error: null, status: null })
    .where('webhook_id', '=', at.webhook)
    .where('id', '=', at.delivery)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such delivery.')
  const after = { delivery: row.id, number: row.number }
  await append(tx, actor, { action: 'resend', kind: 'webhook', id: at.webhook, after })
  return row
}
