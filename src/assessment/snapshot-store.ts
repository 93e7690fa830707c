import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tables, Tx } from '#db/records.ts'
import { Frozen, hashOfText, toText } from './snapshot.ts'

/** A snapshot as it is listed. */
export type SnapshotHead = Readonly<{
  id: string
  name: string
  baseline: string | undefined
  label: string
  index: number
  sha256: string
  frozenBy: string
  frozenAt: string
}>

/** A snapshot with what it holds; isWhole says whether its text still has the hash it was kept with. */
export type Snapshot = SnapshotHead & Readonly<{ frozen: Frozen; text: string; isWhole: boolean }>

const heads = [
  'id',
  'name',
  'baseline_id',
  'label',
  'index_value',
  'sha256',
  'frozen_by_name',
  'frozen_at',
] as const

/** Keeps an assessment as it stands, for ever. */
export async function keepSnapshot(
  tx: Tx,
  actor: Actor,
  { name, frozen, at }: Readonly<{ name: string; frozen: Frozen; at: Date }>,
): Promise<SnapshotHead> {
  const { text, sha256 } = toText(frozen)
  const row = await tx
    .insertInto('snapshot')
    .values({
      organization_id: actor.organization,
      baseline_id: frozen.baseline?.id ?? null,
      name,
      document: text,
      sha256,
      label: frozen.readiness.label,
      index_value: frozen.readiness.index,
      frozen_by: actor.id ?? null,
      frozen_by_name: actor.name,
      frozen_at: at,
    })
    .returning(heads)
    .executeTakeFirstOrThrow()
  const head = toHead(row)
  await append(tx, actor, { action: 'freeze', kind: 'snapshot', id: head.id, after: { name, sha256 } })
  return head
}

/** The snapshots, newest first, from after one on. */
export async function listSnapshots(
  tx: Tx,
  { before, limit }: Readonly<{ before: readonly [string, string] | undefined; limit: number }>,
): Promise<readonly SnapshotHead[]> {
  let query = tx
    .selectFrom('snapshot')
    .select(heads)
    .orderBy('frozen_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
  if (before) {
    const at = new Date(before[0])
    query = query.where((is) =>
      is.or([is('frozen_at', '<', at), is.and([is('frozen_at', '=', at), is('id', '<', before[1])])]),
    )
  }
  return (await query.execute()).map(toHead)
}

/** One snapshot, whole. */
export async function readSnapshot(tx: Tx, id: string): Promise<Snapshot> {
  const row = await tx
    .selectFrom('snapshot')
    .select([...heads, 'document'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such snapshot.')
  const { document: text } = row
  const head = toHead(row)
  return {
    ...head,
    text,
    frozen: Frozen.parse(JSON.parse(text)),
    isWhole: hashOfText(text) === head.sha256,
  }
}

function toHead(row: Pick<Selectable<Tables['snapshot']>, (typeof heads)[number]>): SnapshotHead {
  return {
    id: row.id,
    name: row.name,
    baseline: row.baseline_id ?? undefined,
    label: row.label,
    index: row.index_value,
    sha256: row.sha256,
    frozenBy: row.frozen_by_name,
    frozenAt: row.frozen_at.toISOString(),
  }
}
