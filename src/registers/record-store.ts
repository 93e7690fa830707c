import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Known } from './definition.ts'
import type { Neighbour, Record } from './record.ts'

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

/** All records of several registers that are not deleted, each in the order of their numbers; asked once for all of them. */
export async function readAllOf(
  tx: Tx,
  organization: string,
  registers: readonly string[],
): Promise<ReadonlyMap<string, readonly Record[]>> {
  const rows = await tx
    .selectFrom('record')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('register', 'in', registers)
    .where('deleted_at', 'is', null)
    .orderBy('register')
    .orderBy('serial')
    .execute()
  return Map.groupBy(rows.map(toRecord), ({ register }) => register)
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

/** A row of the table of records. */
export type Row = {
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
