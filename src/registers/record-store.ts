import { type RawBuilder, sql } from 'kysely'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Known } from './definition.ts'
import { emptyKey, wordField } from './keys.ts'
import type { Neighbour, Record } from './record.ts'

/** Which records are asked for: keys are in the form of keys.ts. */
export type Wanted = Readonly<{
  sort: string
  descending: boolean
  filters: readonly Filter[]
  words: readonly string[]
  after: Readonly<{ key: string; id: string }> | undefined
  limit: number
}>

/** A condition on one field. */
export type Filter = Readonly<{
  field: string
  is: 'is' | 'not' | 'from' | 'to' | 'empty' | 'filled'
  keys: readonly string[]
}>

/** Records in order, each with the key it was sorted by. */
export type Listed = Readonly<{ record: Record; key: string }>

/** A page of a register: found by keys only, so that every condition can use an index. */
export async function listRecords(
  tx: Tx,
  organization: string,
  register: string,
  wanted: Wanted,
): Promise<readonly Listed[]> {
  const { sort, descending, filters, words, after, limit } = wanted
  const conditions = [
    ...filters.map((filter) => conditionOf(filter)),
    ...words.map((word) => wordCondition(word)),
    ...(after ? [cursorCondition(after, descending)] : []),
  ]
  const direction = sql.raw(descending ? 'desc' : 'asc')
  const { rows } = await sql<Row & { key: string }>`
    with page as (
      select sorted.key, sorted.record_id
      from record_key sorted
      where sorted.organization_id = ${organization} and sorted.register = ${register} and sorted.field = ${sort}
        ${sql.join(conditions, sql` `)}
      order by sorted.key ${direction}, sorted.record_id ${direction}
      limit ${limit}
    )
    select record.*, page.key
    from page
    join record on record.organization_id = ${organization} and record.id = page.record_id
    order by page.key ${direction}, page.record_id ${direction}`.execute(tx)
  return rows.map((row) => ({ record: toRecord(row), key: row.key }))
}

function conditionOf({ field, is, keys }: Filter): RawBuilder<unknown> {
  switch (is) {
    case 'is':
      return sql`and exists (${keyOfSorted(field)} and one.key = any(${keys}::text[]))`
    case 'not':
      return sql`and not exists (${keyOfSorted(field)} and one.key = any(${keys}::text[]))`
    case 'from':
      return sql`and exists (${keyOfSorted(field)} and one.key >= ${keys[0] ?? ''} and one.key < ${emptyKey})`
    case 'to':
      return sql`and exists (${keyOfSorted(field)} and one.key <= ${keys[0] ?? ''})`
    case 'empty':
      return sql`and exists (${keyOfSorted(field)} and one.key = ${emptyKey})`
    case 'filled':
      return sql`and exists (${keyOfSorted(field)} and one.key < ${emptyKey})`
  }
}

function wordCondition(word: string): RawBuilder<unknown> {
  return sql`and exists (${keyOfSorted(wordField)} and one.key >= ${word} and one.key < ${word + emptyKey})`
}

function keyOfSorted(field: string): RawBuilder<unknown> {
  return sql`select from record_key one where one.organization_id = sorted.organization_id
    and one.record_id = sorted.record_id and one.register = sorted.register and one.field = ${field}`
}

function cursorCondition({ key, id }: { key: string; id: string }, descending: boolean): RawBuilder<unknown> {
  return descending
    ? sql`and (sorted.key, sorted.record_id) < (${key}, ${id}::uuid)`
    : sql`and (sorted.key, sorted.record_id) > (${key}, ${id}::uuid)`
}

/** What was deleted last, for whoever wants it back. */
export async function listDeleted(
  tx: Tx,
  organization: string,
  register: string,
  limit: number,
): Promise<readonly Record[]> {
  const rows = await tx
    .selectFrom('record')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('register', '=', register)
    .where('deleted_at', 'is not', null)
    .orderBy('deleted_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(toRecord)
}

/** All records of a register that are not deleted, in the order of their numbers, from one on. */
export async function readAll(
  tx: Tx,
  organization: string,
  register: string,
  from = 0,
  limit = 10_000,
): Promise<readonly Record[]> {
  const rows = await tx
    .selectFrom('record')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('register', '=', register)
    .where('deleted_at', 'is', null)
    .where('serial', '>', from)
    .orderBy('serial')
    .limit(limit)
    .execute()
  return rows.map(toRecord)
}

/** One record, deleted or not; refused where there is none. */
export async function demandRecord(
  tx: Tx,
  organization: string,
  { register }: Known,
  id: string,
): Promise<Record> {
  const row = await tx
    .selectFrom('record')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('register', '=', register.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', `There is no such record in ${register.title}.`)
  return toRecord(row)
}

/** Where the links of records lead, by the id of the record that has them. */
export async function neighboursOf(
  tx: Tx,
  organization: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Neighbour[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('record_link as link')
    .innerJoin('record', (join) =>
      join.onRef('record.organization_id', '=', 'link.organization_id').onRef('record.id', '=', 'link.to_id'),
    )
    .select(['link.from_id as around', 'link.field', 'record.id', 'record.register', 'record.number'])
    .select(['record.label', 'record.state', 'record.deleted_at'])
    .where('link.organization_id', '=', organization)
    .where('link.from_id', 'in', ids)
    .orderBy('link.from_id')
    .orderBy('link.field')
    .orderBy('link.place')
    .execute()
  return Map.groupBy(rows.map(toNeighbour), ({ around }) => around)
}

/** The records that point at one; deleted ones no longer do. */
export async function pointingAt(
  tx: Tx,
  organization: string,
  id: string,
  limit = 500,
): Promise<readonly Neighbour[]> {
  const rows = await tx
    .selectFrom('record_link as link')
    .innerJoin('record', (join) =>
      join
        .onRef('record.organization_id', '=', 'link.organization_id')
        .onRef('record.id', '=', 'link.from_id'),
    )
    .select(['link.to_id as around', 'link.field', 'record.id', 'record.register', 'record.number'])
    .select(['record.label', 'record.state', 'record.deleted_at'])
    .where('link.organization_id', '=', organization)
    .where('link.to_id', '=', id)
    .where('record.deleted_at', 'is', null)
    .orderBy('record.register')
    .orderBy('record.serial')
    .limit(limit)
    .execute()
  return rows.map(toNeighbour)
}

/** How many records each register holds in each state, deleted ones left out. */
export async function countRecords(
  tx: Tx,
  organization: string,
): Promise<readonly Readonly<{ register: string; state: string; records: number }>[]> {
  const rows = await tx
    .selectFrom('record')
    .select(['register', 'state'])
    .select((eb) => eb.fn.countAll<number>().as('records'))
    .where('organization_id', '=', organization)
    .where('deleted_at', 'is', null)
    .groupBy(['register', 'state'])
    .orderBy('register')
    .orderBy('state')
    .execute()
  return rows
}

type Row = {
  id: string
  register: string
  serial: number
  number: string
  state: string
  label: string
  data: { [name: string]: unknown }
  version: number
  created_at: Date
  updated_at: Date
  deleted_at: Date | null
}

/** A row as the program speaks of it. */
export function toRecord(row: Row): Record {
  return {
    id: row.id,
    register: row.register,
    serial: row.serial,
    number: row.number,
    state: row.state,
    label: row.label,
    data: row.data,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at ?? undefined,
  }
}

function toNeighbour(
  row: Omit<Neighbour, 'isDeleted'> & { around: string; deleted_at: Date | null },
): Neighbour & { around: string } {
  const { deleted_at, ...rest } = row
  return { ...rest, isDeleted: deleted_at !== null }
}
