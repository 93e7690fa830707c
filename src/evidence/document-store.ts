import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'

/** A document that was made: what it stands on, and the file under its hash. */
export type MadeDocument = Readonly<{
  id: string
  kind: string
  title: string
  collectionId: string | undefined
  baselineId: string | undefined
  path: string
  sha256: string
  bytes: number
  madeBy: string
  madeAt: Date
  /** Of what is frozen by itself; what is made of a snapshot has it in its origin. */
  language?: string | undefined
  /** Absent where a document is frozen by itself, and in those made before there were snapshots of everything. */
  origin?: MadeFrom | undefined
}>

/** What a document is a function of; key: the hash over all of it. */
export type MadeFrom = Readonly<{
  snapshot: string
  since: string | undefined
  template: string
  language: string
  brand: string
  key: string
}>

/** Keeps a made document; false when this job has kept it before. */
export async function keepDocument(tx: Tx, organization: string, document: MadeDocument): Promise<boolean> {
  const known = await tx
    .selectFrom('made_document')
    .select('id')
    .where('id', '=', document.id)
    .executeTakeFirst()
  if (known) return false
  await tx
    .insertInto('made_document')
    .values({
      organization_id: organization,
      id: document.id,
      kind: document.kind,
      title: document.title,
      collection_id: document.collectionId ?? null,
      baseline_id: document.baselineId ?? null,
      path: document.path,
      sha256: document.sha256,
      bytes: document.bytes,
      made_by_name: document.madeBy,
      made_at: document.madeAt,
      snapshot_id: document.origin?.snapshot ?? null,
      since_id: document.origin?.since ?? null,
      template: document.origin?.template ?? null,
      language: document.origin?.language ?? document.language ?? null,
      brand: document.origin?.brand ?? null,
      document_key: document.origin?.key ?? null,
    })
    .execute()
  return true
}

/** The documents, newest first, from after a place on. */
export async function listDocuments(
  tx: Tx,
  after: Readonly<{ at: Date; id: string }> | undefined,
  limit: number,
): Promise<readonly MadeDocument[]> {
  let query = tx.selectFrom('made_document').selectAll().orderBy('made_at', 'desc').orderBy('id').limit(limit)
  if (after)
    query = query.where((is) =>
      is.or([is('made_at', '<', after.at), is.and([is('made_at', '=', after.at), is('id', '>', after.id)])]),
    )
  return (await query.execute()).map(toDocument)
}

/** The newest document under each of some keys. */
export async function documentsByKey(
  tx: Tx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, MadeDocument>> {
  if (keys.length === 0) return new Map()
  const rows = await tx
    .selectFrom('made_document')
    .selectAll()
    .where('document_key', 'in', keys)
    .orderBy('made_at')
    .execute()
  return new Map(rows.map((row) => [row.document_key ?? '', toDocument(row)]))
}

/** One document of the organization; undefined as long as it is not made. */
export async function findDocument(tx: Tx, id: string): Promise<MadeDocument | undefined> {
  const row = await tx.selectFrom('made_document').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toDocument(row)
}

/** One document of the organization; refused where there is none. */
export async function readDocument(tx: Tx, id: string): Promise<MadeDocument> {
  const document = await findDocument(tx, id)
  if (!document) throw new Refusal('not-found', 'There is no such document.')
  return document
}

type Row = {
  id: string
  kind: string
  title: string
  collection_id: string | null
  baseline_id: string | null
  path: string
  sha256: string
  bytes: number
  made_by_name: string
  made_at: Date
  snapshot_id: string | null
  since_id: string | null
  template: string | null
  language: string | null
  brand: string | null
  document_key: string | null
}

function toDocument(row: Row): MadeDocument {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    collectionId: row.collection_id ?? undefined,
    baselineId: row.baseline_id ?? undefined,
    path: row.path,
    sha256: row.sha256,
    bytes: row.bytes,
    madeBy: row.made_by_name,
    madeAt: row.made_at,
    ...(row.language === null ? {} : { language: row.language }),
    origin: originOf(row),
  }
}

function originOf({ snapshot_id, since_id, template, language, brand, document_key }: Row) {
  if (snapshot_id === null || document_key === null) return undefined
  return {
    snapshot: snapshot_id,
    since: since_id ?? undefined,
    template: template ?? '',
    language: language ?? 'en',
    brand: brand ?? '',
    key: document_key,
  }
}
