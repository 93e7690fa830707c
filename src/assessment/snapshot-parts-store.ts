import { sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import type { Tx } from '#db/records.ts'
import { hashOfText } from './snapshot.ts'

/** The parts of a snapshot: their names, each with the hash of its text. */
export type Parts = Readonly<Record<string, string>>

/** Keeps texts under their hashes; one that is kept already is not kept twice. */
export async function keepTexts(tx: Tx, organization: string, texts: readonly string[]): Promise<void> {
  const byHash = new Map(texts.map((text) => [hashOfText(text), text]))
  if (byHash.size === 0) return
  const known = await hashesKept(tx, [...byHash.keys()])
  const rows = [...byHash]
    .filter(([sha256]) => !known.has(sha256))
    .map(([sha256, document]) => ({ organization_id: organization, sha256, document }))
  if (rows.length === 0) return
  await tx
    .insertInto('frozen_text')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The texts of a snapshot's parts by name; what was let go, or is no longer what was hashed, is not among them. */
export async function readTexts(tx: Tx, parts: Parts): Promise<ReadonlyMap<string, string>> {
  const hashes = [...new Set(Object.values(parts))]
  if (hashes.length === 0) return new Map()
  const rows = await tx
    .selectFrom('frozen_text')
    .select(['sha256', 'document'])
    .where('sha256', 'in', hashes)
    .execute()
  const texts = new Map(rows.map(({ sha256, document }) => [sha256, document]))
  return new Map(
    Object.entries(parts).flatMap(([name, sha256]) => {
      const text = texts.get(sha256)
      return text !== undefined && hashOfText(text) === sha256 ? [[name, text] as const] : []
    }),
  )
}

/** When the data of a snapshot were let go, and by whom. */
export type Pruning = Readonly<{ at: string; by: string }>

/** For each of some snapshots the parts that are no longer there, and since when; whole ones are not among them. */
export async function missingParts(
  tx: Tx,
  snapshots: readonly Readonly<{ id: string; parts: Parts }>[],
): Promise<ReadonlyMap<string, Readonly<{ parts: readonly string[]; pruning: Pruning | undefined }>>> {
  const known = await hashesKept(tx, [...new Set(snapshots.flatMap(({ parts }) => Object.values(parts)))])
  const prunings = new Map(
    (await tx.selectFrom('snapshot_pruning').selectAll().execute()).map((row) => [
      row.snapshot_id,
      { at: row.pruned_at.toISOString(), by: row.pruned_by_name },
    ]),
  )
  return new Map(
    snapshots.flatMap(({ id, parts }) => {
      const gone = Object.keys(parts).filter((name) => !known.has(parts[name] ?? ''))
      return gone.length === 0 ? [] : [[id, { parts: gone, pruning: prunings.get(id) }] as const]
    }),
  )
}

/** Lets go of what only snapshots before an instant hold; the assessment of each stays, and so do documents made of it. */
export async function pruneSnapshots(
  tx: Tx,
  actor: Actor,
  { before, at }: Readonly<{ before: Date; at: Date }>,
): Promise<Readonly<{ snapshots: number; texts: number }>> {
  const old = await tx
    .selectFrom('snapshot')
    .select(['id', 'number', 'parts'])
    .where('frozen_at', '<', before)
    .where('id', 'not in', tx.selectFrom('snapshot_pruning').select('snapshot_id'))
    .orderBy('number')
    .execute()
  const pruned = old.filter(({ parts }) => Object.keys(parts).length > 0)
  if (pruned.length === 0) return { snapshots: 0, texts: 0 }
  const gone = await sql<{ sha256: string }>`
    delete from frozen_text
    where sha256 not in (
      select part.value from snapshot, jsonb_each_text(snapshot.parts) as part
      where snapshot.frozen_at >= ${before})
    returning sha256`.execute(tx)
  const organization_id = actor.organization
  await tx
    .insertInto('snapshot_pruning')
    .values(
      pruned.map(({ id }) => ({
        organization_id,
        snapshot_id: id,
        pruned_by: actor.id ?? null,
        pruned_by_name: actor.name,
        pruned_at: at,
      })),
    )
    .execute()
  const after = { before: before.toISOString(), snapshots: pruned.map(({ number }) => number) }
  await append(tx, actor, { action: 'prune', kind: 'snapshot', id: organization_id, after })
  return { snapshots: pruned.length, texts: gone.rows.length }
}

/** How many changes of records the trail holds since each of some snapshots; reading and making documents is no change. */
export async function changesSince(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map()
  // Each entry is counted once, between two snapshots; what came after one is what came after all later ones too.
  const { rows } = await sql<{ id: string; changes: number }>`
    with asked as (
      select id, organization_id, trail_number, lead(trail_number) over (order by trail_number) as next_number
      from snapshot
      where id = any (${[...ids]}::uuid[])
    ),
    counted as (
      select asked.id, asked.trail_number, (
        select count(*)
        from audit_entry entry
        where entry.organization_id = asked.organization_id and entry.number > asked.trail_number
          and (asked.next_number is null or entry.number <= asked.next_number)
          and not entry.record_kind = any (${[...noMatter]}) and entry.action not like 'download%'
      ) as entries
      from asked
    )
    select id, sum(entries) over (order by trail_number desc) as changes
    from counted`.execute(tx)
  return new Map(rows.map(({ id, changes }) => [id, changes]))
}

/** Kinds of entries that no document is made from. */
const noMatter = [
  'document',
  'snapshot',
  'evidence pack',
  'evidence room',
  'open data',
  'token',
  'webhook',
  'invitation',
  'member',
  'mail',
  'job',
  'session',
] as const

async function hashesKept(tx: Tx, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await tx.selectFrom('frozen_text').select('sha256').where('sha256', 'in', hashes).execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}
