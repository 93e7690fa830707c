import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Actor } from './actor.ts'
import { changedMeanwhile } from './organization-store.ts'
import { append } from './trail-store.ts'

/** A webhook without its secret. */
export type Webhook = Readonly<{
  id: string
  url: string
  events: readonly string[]
  is_active: boolean
  version: number
  created_at: Date
}>

const shown = ['id', 'url', 'events', 'is_active', 'version', 'created_at'] as const

/** Bounds what one organization can make a server do. */
const most = 20

/** A new secret, in the form that libraries for signed webhooks take. */
function newSecret(): string {
  return `whsec_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64')}`
}

export async function listWebhooks(tx: Tx): Promise<readonly Webhook[]> {
  return tx.selectFrom('webhook').select(shown).orderBy('created_at').orderBy('id').execute()
}

export async function readWebhook(tx: Tx, id: string): Promise<Webhook> {
  const row = await tx.selectFrom('webhook').select(shown).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such webhook.')
  return row
}

/** Adds a webhook; it is told of what happens from now on. The secret is given back this once. */
export async function addWebhook(
  tx: Tx,
  actor: Actor,
  { url, events }: Readonly<{ url: string; events: readonly string[] }>,
  now: Date,
): Promise<Webhook & { secret: string }> {
  if ((await listWebhooks(tx)).length >= most)
    throw new Refusal('conflict', `There are ${most} webhooks already. Remove one first.`)
  const secret = newSecret()
  const head = await tx.selectFrom('audit_head').select('number').executeTakeFirst()
  const row = await tx
    .insertInto('webhook')
    .values({
      organization_id: actor.organization,
      url,
      events: [...events],
      secret,
      position: head?.number ?? 0,
      created_at: now,
    })
    .returning(shown)
    .executeTakeFirstOrThrow()
  await append(tx, actor, { action: 'add', kind: 'webhook', id: row.id, after: told(row) })
  return { ...row, secret }
}

/** Changes what is named; what is not stays. */
export async function changeWebhook(
  tx: Tx,
  actor: Actor,
  id: string,
  change: Readonly<{ url?: string; events?: readonly string[]; is_active?: boolean; secret?: string }>,
  version: number | undefined,
): Promise<Webhook> {
  const old = await readWebhook(tx, id)
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  const { events, ...rest } = change
  const row = await tx
    .updateTable('webhook')
    .set({ ...rest, ...(events ? { events: [...events] } : {}), version: old.version + 1 })
    .where('id', '=', id)
    .where('version', '=', old.version)
    .returning(shown)
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  const action = change.secret === undefined ? 'change' : 'renew'
  await append(tx, actor, { action, kind: 'webhook', id, before: told(old), after: told(row) })
  return row
}

/** Puts a new secret in place of the old one. */
export async function renewSecret(tx: Tx, actor: Actor, id: string): Promise<Webhook & { secret: string }> {
  const secret = newSecret()
  return { ...(await changeWebhook(tx, actor, id, { secret }, undefined)), secret }
}

export async function removeWebhook(tx: Tx, actor: Actor, id: string): Promise<void> {
  const old = await readWebhook(tx, id)
  await tx.deleteFrom('webhook').where('id', '=', id).execute()
  await append(tx, actor, { action: 'remove', kind: 'webhook', id, before: told(old) })
}

function told({ url, events, is_active }: Webhook) {
  return { url, events, is_active }
}
