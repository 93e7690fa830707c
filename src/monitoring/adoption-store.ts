import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tables, Tx } from '#db/records.ts'
import { type Cadence, cadenceOf } from './staleness.ts'
import type { Direction, Target } from './target.ts'

/** A KPI that an organization watches. */
export type Adopted = Readonly<{
  kpi: string
  owner: string
  cadence: Cadence
  direction: Direction
  isEnded: boolean
  adoptedOn: string
  adoptedBy: string
  version: number
}>

/** Every KPI that was adopted, by its number. */
export async function listAdopted(tx: Tx): Promise<readonly Adopted[]> {
  const rows = await tx.selectFrom('adopted_kpi').selectAll().orderBy('kpi').execute()
  return rows.map(toAdopted)
}

/** A KPI that was adopted; refused where it was not. */
export async function demandAdopted(tx: Tx, kpi: string): Promise<Adopted> {
  const row = await tx.selectFrom('adopted_kpi').selectAll().where('kpi', '=', kpi).executeTakeFirst()
  if (row) return toAdopted(row)
  throw new Refusal('not-found', `${kpi} is not adopted. Adopt it in the library of KPIs first.`)
}

/** What somebody adopts. */
export type Adopting = Readonly<{
  kpi: string
  owner: string
  cadence: Cadence
  direction: Direction
  at: Date
}>

/** Puts a KPI among those that are watched; one that was ended is watched again, and its series goes on. */
export async function keepAdopted(tx: Tx, actor: Actor, { at, ...said }: Adopting): Promise<void> {
  const known = await tx
    .selectFrom('adopted_kpi')
    .select(['is_ended', 'version'])
    .where('kpi', '=', said.kpi)
    .executeTakeFirst()
  if (known && !known.is_ended) throw new Refusal('conflict', `${said.kpi} is adopted already.`)
  if (known)
    await tx
      .updateTable('adopted_kpi')
      .set({ ...said, is_ended: false, changed_at: at, version: known.version + 1 })
      .where('kpi', '=', said.kpi)
      .execute()
  else
    await tx
      .insertInto('adopted_kpi')
      .values({
        organization_id: actor.organization,
        ...said,
        adopted_on: at.toISOString().slice(0, 10),
        adopted_by: actor.id ?? null,
        adopted_by_name: actor.name,
        changed_at: at,
      })
      .execute()
}

/** Changes who owns a KPI, how often it is looked at, which way is good, or whether it is watched at all. */
export async function changeAdopted(
  tx: Tx,
  actor: Actor,
  {
    kpi,
    version,
    at,
    ...said
  }: Readonly<{
    kpi: string
    version: number | undefined
    owner: string
    cadence: Cadence
    direction: Direction
    isEnded: boolean
    at: Date
  }>,
): Promise<void> {
  const before = await demandAdopted(tx, kpi)
  const { isEnded, ...rest } = said
  const changed = await tx
    .updateTable('adopted_kpi')
    .set({ ...rest, is_ended: isEnded, changed_at: at, version: before.version + 1 })
    .where('kpi', '=', kpi)
    .where('version', '=', version ?? -1)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n)
    throw new Refusal('conflict', `${kpi} was changed since you opened it. Read it again, then change it.`)
  await append(tx, actor, { action: 'change', kind: 'KPI', id: kpi, before, after: said })
}

/** The targets of every KPI, in the order in which they were set; of one KPI only where it is named. */
export async function readTargets(tx: Tx, kpi?: string): Promise<ReadonlyMap<string, readonly Target[]>> {
  let query = tx.selectFrom('kpi_target').selectAll().orderBy('kpi').orderBy('number')
  if (kpi !== undefined) query = query.where('kpi', '=', kpi)
  const rows = await query.execute()
  return new Map(
    [...Map.groupBy(rows, (row) => row.kpi)].map(([name, own]) => [
      name,
      own.map((row) => ({
        number: row.number,
        target: row.target,
        validFrom: row.valid_from,
        reason: row.reason,
        setBy: row.set_by_name,
        setAt: row.set_at.toISOString(),
      })),
    ]),
  )
}

/** Sets a target anew: a further version, with the month from which it holds and the reason. */
export async function setTarget(
  tx: Tx,
  actor: Actor,
  {
    kpi,
    at,
    ...said
  }: Readonly<{ kpi: string; target: number; validFrom: string; reason: string; at: Date }>,
): Promise<number> {
  await demandAdopted(tx, kpi)
  const before = (await readTargets(tx, kpi)).get(kpi) ?? []
  const number = before.length + 1
  await tx
    .insertInto('kpi_target')
    .values({
      organization_id: actor.organization,
      kpi,
      number,
      target: said.target,
      valid_from: said.validFrom,
      reason: said.reason,
      set_by: actor.id ?? null,
      set_by_name: actor.name,
      set_at: at,
    })
    .execute()
  return number
}

function toAdopted(row: Selectable<Tables['adopted_kpi']>): Adopted {
  return {
    kpi: row.kpi,
    owner: row.owner,
    cadence: cadenceOf(row.cadence),
    direction: row.direction,
    isEnded: row.is_ended,
    adoptedOn: row.adopted_on,
    adoptedBy: row.adopted_by_name,
    version: row.version,
  }
}
