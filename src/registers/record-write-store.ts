import { sql } from 'kysely'
import { demandRoom, room } from '#access/room-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Known } from './definition.ts'
import { emptyKey, keysOf } from './keys.ts'
import { faulty } from './read-data.ts'
import { linksIn, type Record } from './record.ts'
import { toRecord } from './record-store.ts'

/** What a record is made from: checked data, and the id it gets. */
export type Draft = Readonly<Pick<Record, 'id' | 'state' | 'label' | 'data'>>

const atOnce = 500

/** Writes new records with numbers, keys and links. Links among the new ones are fine. */
export async function insertRecords(
  tx: Tx,
  organization: string,
  known: Known,
  drafts: readonly Draft[],
): Promise<readonly Record[]> {
  const { id: register, prefix } = known.register
  const first = (await takeNumbers(tx, organization, register, drafts.length)) + 1
  demandRoom(first + drafts.length - 2, room.records, `records in one register`)
  const made: Record[] = []
  for (let from = 0; from < drafts.length; from += atOnce) {
    const rows = await tx
      .insertInto('record')
      .values(
        drafts.slice(from, from + atOnce).map((draft, index) => ({
          organization_id: organization,
          id: draft.id,
          register,
          serial: first + from + index,
          number: `${prefix}-${first + from + index}`,
          state: draft.state,
          label: draft.label,
          data: JSON.stringify(draft.data),
        })),
      )
      .returningAll()
      .execute()
    made.push(...rows.map(toRecord).sort((one, other) => one.serial - other.serial))
  }
  await demandTargets(
    tx,
    organization,
    known,
    made.flatMap(({ data }) => linksIn(known, data)),
  )
  await writeLinks(tx, organization, known, made)
  await writeKeys(tx, organization, known, made)
  await demandUnclaimed(tx, organization, known, made)
  return made
}

/** Numbers go up one by one; a number whose record was never kept is not used again. */
async function takeNumbers(tx: Tx, organization: string, register: string, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into record_counter as counter (organization_id, register, last)
    values (${organization}, ${register}, ${count})
    on conflict (organization_id, register) do update set last = counter.last + ${count}
    returning last`.execute(tx)
  return (rows[0]?.last ?? count) - count
}

/** Writes a new state of a record, if nobody was faster. */
export async function updateRecord(
  tx: Tx,
  organization: string,
  known: Known,
  old: Record,
  change: Readonly<{ state: string; label: string; data: Record['data']; deletedAt: Date | undefined }>,
): Promise<Record | undefined> {
  const row = await tx
    .updateTable('record')
    .set({
      state: change.state,
      label: change.label,
      data: JSON.stringify(change.data),
      deleted_at: change.deletedAt ?? null,
      version: old.version + 1,
      updated_at: sql<Date>`clock_timestamp()`,
    })
    .where('organization_id', '=', organization)
    .where('id', '=', old.id)
    .where('version', '=', old.version)
    .returningAll()
    .executeTakeFirst()
  if (!row) return undefined
  const record = toRecord(row)
  const before = new Set(linksIn(known, old.data).map(({ field, id }) => `${field} ${id}`))
  const added = linksIn(known, record.data).filter(({ field, id }) => !before.has(`${field} ${id}`))
  await demandTargets(tx, organization, known, added)
  await tx
    .deleteFrom('record_link')
    .where('organization_id', '=', organization)
    .where('from_id', '=', old.id)
    .execute()
  await writeLinks(tx, organization, known, [record])
  if (!old.deletedAt) await dropKeys(tx, organization, known, old, record)
  if (!record.deletedAt) {
    await writeKeys(tx, organization, known, [record])
    await demandUnclaimed(tx, organization, known, [record])
  }
  return record
}

/** Whatever a link points at must be there, in the register it points into, and in the same organization. */
async function demandTargets(
  tx: Tx,
  organization: string,
  known: Known,
  links: readonly Readonly<{ field: string; into: string; id: string }>[],
): Promise<void> {
  if (links.length === 0) return
  const rows = await sql<{ id: string; register: string }>`
    select id, register from record
    where organization_id = ${organization} and id = any(${[...new Set(links.map(({ id }) => id))]}::uuid[])
      and deleted_at is null
    order by id`.execute(tx)
  const there = new Set(rows.rows.map(({ id, register }) => `${register} ${id}`))
  const wrong = links.filter(({ into, id }) => !there.has(`${into} ${id}`))
  if (wrong.length === 0) return
  throw faulty(
    known.register,
    wrong.map(({ field, into, id }) => ({
      field,
      message: `there is no record ${id} in ${into}: choose one that is there`,
    })),
  )
}

/** Refuses entries of a unique field that another record of the register has, or is called by. */
async function demandUnclaimed(
  tx: Tx,
  organization: string,
  { register }: Known,
  records: readonly Record[],
): Promise<void> {
  const unique = register.fields.filter((field) => field.unique)
  const fields = unique.map(({ name }) => name)
  const own = records.filter(({ data }) => fields.some((name) => name in data)).map(({ id }) => id)
  if (own.length === 0) return
  const { rows } = await sql<{ field: string; key: string; number: string; label: string }>`
    select mine.field, mine.key, record.number, record.label
    from record_key as mine
    inner join record_key as other
      on other.organization_id = mine.organization_id and other.register = mine.register
        and other.field = any(${[...fields, register.label]}::text[]) and other.key = mine.key
        and other.record_id <> mine.record_id
    inner join record on record.organization_id = other.organization_id and record.id = other.record_id
    where mine.organization_id = ${organization} and mine.register = ${register.id}
      and mine.record_id = any(${own}::uuid[]) and mine.field = any(${fields}::text[]) and mine.key <> ${emptyKey}
    order by record.serial limit 5`.execute(tx)
  if (rows.length === 0) return
  throw faulty(
    register,
    rows.map(({ field, key, number, label }) => ({
      field,
      message: `"${key}" already stands for ${number} ${label}: take it out there first`,
    })),
  )
}

async function writeLinks(
  tx: Tx,
  organization: string,
  known: Known,
  records: readonly Record[],
): Promise<void> {
  const links = records.flatMap(({ id, data }) =>
    linksIn(known, data).map((link, place) => ({ from: id, field: link.field, place, to: link.id })),
  )
  if (links.length === 0) return
  await sql`insert into record_link (organization_id, from_id, field, place, to_id)
    select ${organization}, * from unnest(
      ${links.map(({ from }) => from)}::uuid[], ${links.map(({ field }) => field)}::text[],
      ${links.map(({ place }) => place)}::integer[], ${links.map(({ to }) => to)}::uuid[])`.execute(tx)
}

async function writeKeys(
  tx: Tx,
  organization: string,
  known: Known,
  records: readonly Record[],
): Promise<void> {
  for (let from = 0; from < records.length; from += atOnce) {
    const keys = records
      .slice(from, from + atOnce)
      .flatMap((record) => keysOf(known.register, record).map((one) => ({ id: record.id, ...one })))
    await sql`insert into record_key (organization_id, register, record_id, field, key)
      select ${organization}, ${known.register.id}, * from unnest(
        ${keys.map(({ id }) => id)}::uuid[], ${keys.map(({ field }) => field)}::text[],
        ${keys.map(({ key }) => key)}::text[])
      on conflict do nothing`.execute(tx)
  }
}

/** Only keys that no longer hold are removed: most words of a text stay. */
async function dropKeys(
  tx: Tx,
  organization: string,
  known: Known,
  old: Record,
  record: Record,
): Promise<void> {
  const kept = record.deletedAt ? [] : keysOf(known.register, record)
  const stay = new Set(kept.map(({ field, key }) => `${field} ${key}`))
  const gone = keysOf(known.register, old).filter(({ field, key }) => !stay.has(`${field} ${key}`))
  await sql`delete from record_key using unnest(
      ${gone.map(({ field }) => field)}::text[], ${gone.map(({ key }) => key)}::text[]) as gone (field, key)
    where record_key.organization_id = ${organization} and record_key.record_id = ${old.id}
      and record_key.field = gone.field and record_key.key = gone.key`.execute(tx)
}

/** Whether a record may be changed: not when it is deleted. */
export function demandNotDeleted(record: Record): void {
  if (!record.deletedAt) return
  throw new Refusal('conflict', `${record.number} was deleted. Restore it before you change it.`)
}
