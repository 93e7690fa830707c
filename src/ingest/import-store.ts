import { createHash } from 'node:crypto'
import { asJson } from '#db/json.ts'
import type { Tx } from '#db/records.ts'
import type { Ingested } from './ingested.ts'

/** What is known of an import without opening it. */
export type ImportHead = Readonly<{
  id: string
  readAt: Date
  readBy: string
  files: number
  tickets: number
  problems: number
  mappingHash: string
  timezone: string | undefined
  dataFrom: string
  dataUntil: string
}>

/** An import as it is kept: what it read, and the mapping it read by. */
export type KeptImport = ImportHead & { readonly mapping: string; readonly ingested: Ingested }

const heads = [
  'id',
  'read_at',
  'read_by_name',
  'file_count',
  'ticket_count',
  'problem_count',
  'mapping_hash',
  'timezone',
  'data_from',
  'data_until',
] as const

/** Keeps what reading the files came to; false when this job has kept it before. */
export async function keepImport(
  tx: Tx,
  about: Readonly<{ organization: string; id: string; at: Date; by: string }>,
  { ingested, mapping }: { ingested: Ingested; mapping: string },
): Promise<boolean> {
  const { organization, id, at, by } = about
  const known = await tx.selectFrom('ticket_import').select('id').where('id', '=', id).executeTakeFirst()
  if (known) return false
  await tx
    .insertInto('ticket_import')
    .values({
      organization_id: organization,
      id,
      read_at: at,
      read_by_name: by,
      file_count: ingested.files.length,
      ticket_count: ticketsIn(ingested),
      problem_count: ingested.problems.filter(({ level }) => level !== 'note').length,
      mapping_hash: createHash('sha256').update(mapping).digest('hex'),
      mapping,
      timezone: ingested.timezone ?? null,
      data_from: ingested.data_from,
      data_until: ingested.data_until,
      document: asJson(ingested),
    })
    .execute()
  return true
}

/** How many tickets of all types were read. */
export function ticketsIn({ counts }: Ingested): number {
  const types = Object.entries(counts).filter(([name]) => name.startsWith('ticket '))
  return types.length > 0 ? types.reduce((sum, [, n]) => sum + n, 0) : (counts.ticket ?? 0)
}

/** What the newest import came to; undefined before the first one. */
export async function readLatestImport(tx: Tx): Promise<KeptImport | undefined> {
  const row = await tx
    .selectFrom('ticket_import')
    .select([...heads, 'mapping', 'document'])
    .orderBy('read_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...toHead(row), mapping: row.mapping, ingested: row.document as Ingested }
}

/** One import of the organization; undefined where it has no such. */
export async function readImport(tx: Tx, id: string): Promise<KeptImport | undefined> {
  const row = await tx
    .selectFrom('ticket_import')
    .select([...heads, 'mapping', 'document'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...toHead(row), mapping: row.mapping, ingested: row.document as Ingested }
}

/** The imports, newest first, from after a place on. */
export async function listImports(
  tx: Tx,
  after: Readonly<{ at: Date; id: string }> | undefined,
  limit: number,
): Promise<readonly ImportHead[]> {
  let query = tx
    .selectFrom('ticket_import')
    .select(heads)
    .orderBy('read_at', 'desc')
    .orderBy('id')
    .limit(limit)
  if (after)
    query = query.where((is) =>
      is.or([is('read_at', '<', after.at), is.and([is('read_at', '=', after.at), is('id', '>', after.id)])]),
    )
  return (await query.execute()).map(toHead)
}

type HeadRow = {
  id: string
  read_at: Date
  read_by_name: string
  file_count: number
  ticket_count: number
  problem_count: number
  mapping_hash: string
  timezone: string | null
  data_from: string
  data_until: string
}

function toHead(row: HeadRow): ImportHead {
  return {
    id: row.id,
    readAt: row.read_at,
    readBy: row.read_by_name,
    files: row.file_count,
    tickets: row.ticket_count,
    problems: row.problem_count,
    mappingHash: row.mapping_hash,
    timezone: row.timezone ?? undefined,
    dataFrom: row.data_from,
    dataUntil: row.data_until,
  }
}
