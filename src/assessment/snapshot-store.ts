import { type Selectable, sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { asJson } from '#db/json.ts'
import type { Tables, Tx } from '#db/records.ts'
import { Frozen, hashOfText, toText } from './snapshot.ts'
import { keepTexts } from './snapshot-parts-store.ts'

/** A snapshot as it is listed. number: its version, counted in the organization; parts: what it holds beside the assessment, by hash. */
export type SnapshotHead = Readonly<{
  id: string
  number: number
  name: string
  baseline: string | undefined
  label: string
  index: number
  sha256: string
  parts: Readonly<Record<string, string>>
  /** Taken because a document was asked for, and not by name. */
  isForDocuments: boolean
  frozenBy: string
  frozenAt: string
}>

/** A snapshot with what it holds; isWhole says whether its text still has the hash it was kept with. */
export type Snapshot = SnapshotHead & Readonly<{ frozen: Frozen; text: string; isWhole: boolean }>

const heads = [
  'id',
  'number',
  'name',
  'baseline_id',
  'label',
  'index_value',
  'sha256',
  'parts',
  'is_for_documents',
  'frozen_by_name',
  'frozen_at',
] as const

/** What is to be kept for ever: the assessment, and the texts of its parts by their names. */
export type Freezing = Readonly<{
  name: string
  frozen: Frozen
  texts: Readonly<Record<string, string>>
  isForDocuments?: boolean
  at: Date
}>

/** Keeps an assessment as it stands, for ever, with everything that documents are made from. */
export async function keepSnapshot(
  tx: Tx,
  actor: Actor,
  { name, frozen, texts, isForDocuments = false, at }: Freezing,
): Promise<SnapshotHead> {
  const { text, sha256 } = toText(frozen)
  // Two who freeze at once are numbered one after the other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`snapshot ${actor.organization}`}, 0))`.execute(
    tx,
  )
  const last = await tx
    .selectFrom('snapshot')
    .select('number')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const trail = await tx.selectFrom('audit_head').select('number').executeTakeFirst()
  await keepTexts(tx, actor.organization, Object.values(texts))
  const row = await tx
    .insertInto('snapshot')
    .values({
      organization_id: actor.organization,
      number: (last?.number ?? 0) + 1,
      baseline_id: frozen.baseline?.id ?? null,
      name,
      document: text,
      sha256,
      parts: asJson(frozen.parts ?? {}),
      is_for_documents: isForDocuments,
      trail_number: trail?.number ?? 0,
      label: frozen.readiness.label,
      index_value: frozen.readiness.index,
      frozen_by: actor.id ?? null,
      frozen_by_name: actor.name,
      frozen_at: at,
    })
    .returning(heads)
    .executeTakeFirstOrThrow()
  const head = toHead(row)
  const { id, number } = head
  await append(tx, actor, { action: 'freeze', kind: 'snapshot', id, after: { name, number, sha256 } })
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

/** The snapshot with the highest number; undefined while there is none. */
export async function newestSnapshot(tx: Tx): Promise<SnapshotHead | undefined> {
  const row = await tx
    .selectFrom('snapshot')
    .select(heads)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toHead(row)
}

/** Snapshots by their ids, without what they hold. */
export async function snapshotHeads(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SnapshotHead>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('snapshot').select(heads).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, toHead(row)]))
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

type Row = Pick<Selectable<Tables['snapshot']>, (typeof heads)[number]>

function toHead(row: Row): SnapshotHead {
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    baseline: row.baseline_id ?? undefined,
    label: row.label,
    index: row.index_value,
    sha256: row.sha256,
    parts: row.parts,
    isForDocuments: row.is_for_documents,
    frozenBy: row.frozen_by_name,
    frozenAt: row.frozen_at.toISOString(),
  }
}
