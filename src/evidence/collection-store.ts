import { asJson } from '#db/json.ts'
import type { Tx } from '#db/records.ts'
import type { Collected } from './collected.ts'
import type { Result } from './result.ts'

/** What is known of a collection without opening it. */
export type CollectionHead = Readonly<{
  id: string
  number: number
  period: { from: string; to: string }
  dataFrom: string
  dataUntil: string
  dataHash: string
  packVersion: string
  importId: string | undefined
  collectedAt: Date
  collectedBy: string
}>

/** A collection as it is kept: what it said, and when for whom. */
export type KeptCollection = CollectionHead & { readonly collected: Collected }

const heads = [
  'id',
  'number',
  'period_from',
  'period_to',
  'data_from',
  'data_until',
  'data_hash',
  'pack_version',
  'import_id',
  'collected_at',
  'collected_by_name',
] as const

/** Collections never change, so what was read once is kept; ids are unique over all organizations. */
const opened = new Map<string, Collected>()
const mostOpened = 12

/** The newest collection of the organization; undefined before the first one. */
export async function readLatestCollection(tx: Tx): Promise<Collected | undefined> {
  return (await openLatestCollection(tx))?.collected
}

/** The newest collection with its head. */
export async function openLatestCollection(tx: Tx): Promise<KeptCollection | undefined> {
  const row = await tx
    .selectFrom('collection')
    .select(heads)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...toHead(row), collected: await documentOf(tx, row.id) }
}

/** One collection of the organization; undefined where it has no such. */
export async function openCollection(tx: Tx, id: string): Promise<KeptCollection | undefined> {
  const row = await tx.selectFrom('collection').select(heads).where('id', '=', id).executeTakeFirst()
  return row && { ...toHead(row), collected: await documentOf(tx, row.id) }
}

/** The collections, newest first, from before a number on. */
export async function listCollections(
  tx: Tx,
  before: number | undefined,
  limit: number,
): Promise<readonly CollectionHead[]> {
  let query = tx.selectFrom('collection').select(heads).orderBy('number', 'desc').limit(limit)
  if (before !== undefined) query = query.where('number', '<', before)
  return (await query.execute()).map(toHead)
}

/** The row was seen under row-level security before this is called. */
async function documentOf(tx: Tx, id: string): Promise<Collected> {
  const kept = opened.get(id)
  if (kept) {
    opened.delete(id)
    opened.set(id, kept)
    return kept
  }
  const { document } = await tx
    .selectFrom('collection')
    .select('document')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const collected = document as Collected // written by keepCollection, and never changed since
  opened.set(id, collected)
  for (const oldest of opened.keys()) {
    if (opened.size <= mostOpened) break
    opened.delete(oldest)
  }
  return collected
}

/** Who collected, when, and from which import. */
export type Collecting = Readonly<{
  organization: string
  /** The id of the job that asked: asked twice, a collection is kept once. */
  id: string
  importId: string | undefined
  at: Date
  by: string
}>

/** Keeps what a collection said; false when it was kept before. */
export async function keepCollection(tx: Tx, collecting: Collecting, collected: Collected): Promise<boolean> {
  const { organization, id, importId, at, by } = collecting
  const known = await tx.selectFrom('collection').select('id').where('id', '=', id).executeTakeFirst()
  if (known) return false
  const { newest } = await tx
    .selectFrom('collection')
    .select(({ fn }) => fn.max('number').as('newest'))
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('collection')
    .values({
      organization_id: organization,
      id,
      number: (newest ?? 0) + 1,
      period_from: collected.period.from,
      period_to: collected.period.to,
      data_from: collected.dataFrom,
      data_until: collected.dataUntil,
      data_hash: collected.dataHash,
      pack_version: collected.packVersion,
      import_id: importId ?? null,
      collected_at: at,
      collected_by_name: by,
      document: asJson(collected),
    })
    .execute()
  if (collected.results.length > 0)
    await tx
      .insertInto('result')
      .values(collected.results.map((result) => resultRow(organization, id, result)))
      .execute()
  return true
}

function resultRow(organization: string, collection: string, result: Result) {
  return {
    organization_id: organization,
    collection_id: collection,
    check_id: result.check,
    verdict: result.verdict,
    because: result.because,
    population: result.population,
    met: result.met,
    threshold: result.threshold,
    share: result.share ?? null,
    interval_low: result.interval?.low ?? null,
    interval_high: result.interval?.high ?? null,
    sql_hash: result.sqlHash,
  }
}

/** One answer in the history of a check. */
export type PastResult = Readonly<{
  collection: string
  number: number
  period: { from: string; to: string }
  collectedAt: Date
  verdict: string
  because: string
  population: number
  met: number
  threshold: number
  share: number | undefined
  interval: { low: number; high: number } | undefined
  sqlHash: string
}>

/** What a check said in the last collections, newest first. */
export async function historyOfCheck(tx: Tx, check: string, limit = 60): Promise<readonly PastResult[]> {
  const rows = await tx
    .selectFrom('result')
    .innerJoin('collection', (join) =>
      join
        .onRef('collection.organization_id', '=', 'result.organization_id')
        .onRef('collection.id', '=', 'result.collection_id'),
    )
    .selectAll('result')
    .select([
      'collection.number',
      'collection.period_from',
      'collection.period_to',
      'collection.collected_at',
    ])
    .where('check_id', '=', check)
    .orderBy('collection.number', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    collection: row.collection_id,
    number: row.number,
    period: { from: row.period_from, to: row.period_to },
    collectedAt: row.collected_at,
    verdict: row.verdict,
    because: row.because,
    population: row.population,
    met: row.met,
    threshold: row.threshold,
    share: row.share ?? undefined,
    interval:
      row.interval_low === null || row.interval_high === null
        ? undefined
        : { low: row.interval_low, high: row.interval_high },
    sqlHash: row.sql_hash,
  }))
}

type HeadRow = {
  id: string
  number: number
  period_from: string
  period_to: string
  data_from: string
  data_until: string
  data_hash: string
  pack_version: string
  import_id: string | null
  collected_at: Date
  collected_by_name: string
}

function toHead(row: HeadRow): CollectionHead {
  return {
    id: row.id,
    number: row.number,
    period: { from: row.period_from, to: row.period_to },
    dataFrom: row.data_from,
    dataUntil: row.data_until,
    dataHash: row.data_hash,
    packVersion: row.pack_version,
    importId: row.import_id ?? undefined,
    collectedAt: row.collected_at,
    collectedBy: row.collected_by_name,
  }
}
