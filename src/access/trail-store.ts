import assert from 'node:assert'
import { type Kysely, sql } from 'kysely'
import type { Records, Tables, Tx } from '#db/records.ts'
import type { Actor } from './actor.ts'
import { noteChange } from './kept-answer-store.ts'
import { beginning, type Entry, followChain, hashOf } from './trail.ts'

/** A change that is to be written down. */
export type Change = Readonly<{
  action: string
  kind: string
  id: string
  before?: unknown
  after?: unknown
  reason?: string
}>

/**
 * Adds a change to the audit trail, in the transaction that makes the change. Entries of one organization are numbered
 * without a gap: the head is locked until the transaction ends. Call it last, to hold the lock for a short time.
 */
export async function append(tx: Tx, actor: Actor, change: Change): Promise<void> {
  await appendAll(tx, actor, [change])
}

/** Adds many changes of one transaction, in their order. */
export async function appendAll(tx: Tx, actor: Actor, changes: readonly Change[]): Promise<void> {
  const organization = actor.organization
  await sql`insert into audit_head (organization_id, number, hash) values (${organization}, 0, ${beginning})
    on conflict do nothing`.execute(tx)
  const head = await tx
    .selectFrom('audit_head')
    .selectAll()
    .where('organization_id', '=', organization)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{
    at: Date
  }>`select date_trunc('milliseconds', clock_timestamp()) as at`.execute(tx)
  const at = rows[0]?.at
  assert(at, 'the database tells the time')
  let last = { number: head.number, hash: head.hash }
  const entries = changes.map((change) => {
    const entry = entryOf(actor, change, at, last)
    last = { number: entry.number, hash: hashOf(organization, entry) }
    return { ...entry, hash: last.hash }
  })
  for (let from = 0; from < entries.length; from += insertedAtOnce)
    await tx
      .insertInto('audit_entry')
      .values(entries.slice(from, from + insertedAtOnce).map((entry) => toRow(organization, at, entry)))
      .execute()
  await tx
    .updateTable('audit_head')
    .set({ number: last.number, hash: last.hash })
    .where('organization_id', '=', organization)
    .execute()
  await noteChange(tx)
}

const insertedAtOnce = 1000

function entryOf(
  actor: Actor,
  change: Change,
  at: Date,
  last: Readonly<{ number: number; hash: string }>,
): Omit<Entry, 'hash'> {
  return {
    number: last.number + 1,
    at: at.toISOString(),
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    action: change.action,
    recordKind: change.kind,
    recordId: change.id,
    before: plain(change.before),
    after: plain(change.after),
    reason: change.reason,
    previousHash: last.hash,
  }
}

function toRow(organization: string, at: Date, entry: Entry) {
  return {
    organization_id: organization,
    number: entry.number,
    at,
    actor_kind: entry.actorKind,
    actor_id: entry.actorId ?? null,
    actor_name: entry.actorName,
    action: entry.action,
    record_kind: entry.recordKind,
    record_id: entry.recordId,
    before: entry.before === undefined ? null : JSON.stringify(entry.before),
    after: entry.after === undefined ? null : JSON.stringify(entry.after),
    reason: entry.reason ?? null,
    previous_hash: entry.previousHash,
    hash: entry.hash,
  }
}

/** What is kept must be what was hashed: dates become text, undefined goes, as JSON has it. */
function plain(value: unknown): unknown {
  return value === undefined || value === null ? undefined : JSON.parse(JSON.stringify(value))
}

/** The history of one record, newest first. */
export async function historyOf(tx: Tx, kind: string, id: string, limit = 200): Promise<readonly Entry[]> {
  const rows = await tx
    .selectFrom('audit_entry')
    .selectAll()
    .where('record_kind', '=', kind)
    .where('record_id', '=', id)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toEntry)
}

/** Which entries are asked for; what is not named does not matter. */
export type TrailFilter = Readonly<{
  kind?: string | undefined
  record?: string | undefined
  person?: string | undefined
}>

/** The trail of the organization, newest first, from before a number on. */
export async function readTrail(
  tx: Tx,
  before: number | undefined,
  limit: number,
  { kind, record, person }: TrailFilter = {},
): Promise<readonly Entry[]> {
  let query = tx.selectFrom('audit_entry').selectAll().orderBy('number', 'desc').limit(limit)
  if (before !== undefined) query = query.where('number', '<', before)
  if (kind !== undefined) query = query.where('record_kind', '=', kind)
  if (record !== undefined) query = query.where('record_id', '=', record)
  if (person !== undefined) query = query.where('actor_id', '=', person)
  return (await query.execute()).map(toEntry)
}

/** The entries after a number, oldest first: what a reader who was there before has not seen. */
export async function readEntries(tx: Tx, after: number, limit: number): Promise<readonly Entry[]> {
  const rows = await tx
    .selectFrom('audit_entry')
    .selectAll()
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(toEntry)
}

/** So many entries are looked at between two moments in which others are served. */
const pageOfTrail = 500

/** What was found on following a chain. */
export type Followed = Readonly<{ entries: number; breaks: readonly string[] }>

/** Follows the whole chain of an organization and says what is wrong with it. */
export async function verifyTrail(records: Records, organization: string): Promise<Followed> {
  return records.within({ organization }, (tx) => verifyTrailIn(tx, organization))
}

/**
 * The same within a transaction that is under way. Nobody waits while the chain is followed; only for the entries that
 * were written meanwhile is the head held, so that what is written then is not taken for a break.
 */
export async function verifyTrailIn(tx: Kysely<Tables>, organization: string): Promise<Followed> {
  const chain = followChain(organization)
  const met = await followFrom(tx, organization, chain, { last: -1, entries: 0 })
  const head = await tx
    .selectFrom('audit_head')
    .selectAll()
    .where('organization_id', '=', organization)
    .forShare()
    .executeTakeFirst()
  const { entries } = await followFrom(tx, organization, chain, met)
  return { entries, breaks: chain.end(head) }
}

/** How far a chain was followed: the number of the last entry, and how many there were. */
type Met = Readonly<{ last: number; entries: number }>

/** Follows the entries after the last one, as far as they are written. */
async function followFrom(
  tx: Kysely<Tables>,
  organization: string,
  chain: ReturnType<typeof followChain>,
  { last, entries }: Met,
): Promise<Met> {
  for (let met: Met = { last, entries }; ; ) {
    const rows = await tx
      .selectFrom('audit_entry')
      .selectAll()
      .where('organization_id', '=', organization)
      .where('number', '>', met.last)
      .orderBy('number')
      .limit(pageOfTrail)
      .execute()
    for (const row of rows) chain.see(toEntry(row))
    met = { last: rows.at(-1)?.number ?? met.last, entries: met.entries + rows.length }
    if (rows.length < pageOfTrail) return met
  }
}

type Row = {
  number: number
  at: Date
  actor_kind: string
  actor_id: string | null
  actor_name: string
  action: string
  record_kind: string
  record_id: string
  before: unknown
  after: unknown
  reason: string | null
  previous_hash: string
  hash: string
}

function toEntry(row: Row): Entry {
  return {
    number: row.number,
    at: row.at.toISOString(),
    actorKind: row.actor_kind,
    actorId: row.actor_id ?? undefined,
    actorName: row.actor_name,
    action: row.action,
    recordKind: row.record_kind,
    recordId: row.record_id,
    before: row.before ?? undefined,
    after: row.after ?? undefined,
    reason: row.reason ?? undefined,
    previousHash: row.previous_hash,
    hash: row.hash,
  }
}
