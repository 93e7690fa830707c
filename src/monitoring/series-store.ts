import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tables, Tx } from '#db/records.ts'
import { nextMonth } from '#evidence/period.ts'
import type { Dated } from './figure.ts'
import type { Computed } from './library.ts'
import { figureOf, type KeptPoint, newRows, type Standing, standingOf } from './series.ts'

/** What was computed for a KPI: by which collection, from which data, when, and up to when the data reach. */
export type Computing = Readonly<{
  organization: string
  collection: string | undefined
  dataHash: string
  /** The day until which months count as over: the end of the data, or today. */
  until: string
  at: Date
  by: string
}>

/** Every row of every series, by KPI, in the order in which they were kept; of one KPI only where it is named. */
export async function readSeries(tx: Tx, kpi?: string): Promise<ReadonlyMap<string, readonly KeptPoint[]>> {
  let query = tx.selectFrom('kpi_point').selectAll().orderBy('kpi').orderBy('number')
  if (kpi !== undefined) query = query.where('kpi', '=', kpi)
  return Map.groupBy((await query.execute()).map(toKept), ({ kpi: name }) => name)
}

type Opened = Readonly<{ stamp: string; series: ReadonlyMap<string, readonly Standing[]> }>

/** Series are only ever added to, so what was read once is kept until there are further rows. */
const opened = new Map<string, Opened>()
const mostOpened = 24

/** The series of an organization as they stand, by KPI. */
export async function openSeries(tx: Tx, organization: string): Promise<Opened['series']> {
  // Numbers are given before a transaction ends, and it may end after a later one: the count tells that too.
  const { last, count } = await tx
    .selectFrom('kpi_point')
    .select(({ fn }) => [fn.max('number').as('last'), fn.countAll<number>().as('count')])
    .executeTakeFirstOrThrow()
  const stamp = `${last ?? 0} ${count}`
  const kept = opened.get(organization)
  if (kept?.stamp === stamp) return kept.series
  const series = new Map([...(await readSeries(tx))].map(([kpi, rows]) => [kpi, standingOf(rows)] as const))
  opened.delete(organization)
  opened.set(organization, { stamp, series })
  for (const oldest of opened.keys()) {
    if (opened.size <= mostOpened) break
    opened.delete(oldest)
  }
  return series
}

/** Adds to the series of a KPI what is new in what was computed; answers how many rows that were. */
export async function keepPoints(
  tx: Tx,
  kpi: string,
  { points, isAsOf }: Pick<Computed, 'points' | 'isAsOf'>,
  computing: Computing,
): Promise<number> {
  const kept = (await readSeries(tx, kpi)).get(kpi) ?? []
  // A figure of a day says nothing of the day on which its month ends: the last one of a month stands, and none closes it.
  const isClosed = ({ period }: Dated) => !isAsOf && nextMonth(period) <= computing.until
  const rows = newRows(
    kept,
    points.map((point) => ({ ...point, isClosed: isClosed(point) })),
  )
  if (rows.length > 0)
    await tx
      .insertInto('kpi_point')
      .values(
        rows.map((row) => ({
          ...common(computing),
          ...columnsOf(row),
          kpi,
          period: row.period,
          is_closed: row.isClosed,
        })),
      )
      .execute()
  return rows.length
}

/** Lets what the newest collection computed for a closed month stand, with the reason; refused where nothing differs. */
export async function correctPoint(
  tx: Tx,
  actor: Actor,
  { kpi, period, reason, at }: Readonly<{ kpi: string; period: string; reason: string; at: Date }>,
): Promise<Readonly<{ before: Dated; after: Dated }>> {
  const rows = (await readSeries(tx, kpi)).get(kpi) ?? []
  const month = standingOf(rows).find((one) => one.period === period)
  if (!month?.differs)
    throw new Refusal(
      'conflict',
      `Nothing differs for ${period}. Only what a newer collection computed can take the place of what was kept.`,
    )
  const { differs, kept } = month
  const computing = {
    organization: actor.organization,
    collection: differs.collection,
    dataHash: differs.dataHash,
    at,
    by: actor.name,
  }
  await tx
    .insertInto('kpi_point')
    .values({ ...common(computing), ...columnsOf(differs), kpi, period, is_closed: true, reason })
    .execute()
  return { before: { period, ...figureOf(kept) }, after: { period, ...figureOf(differs) } }
}

function common({ organization, collection, dataHash, at, by }: Omit<Computing, 'until'>) {
  return {
    organization_id: organization,
    collection_id: collection ?? null,
    data_hash: dataHash,
    computed_at: at,
    computed_by_name: by,
  }
}

function columnsOf({ part, whole, value, n }: Dated | KeptPoint) {
  return { part: part ?? null, whole: whole ?? null, value: value ?? null, n }
}

function toKept(row: Selectable<Tables['kpi_point']>): KeptPoint & { readonly kpi: string } {
  return {
    kpi: row.kpi,
    id: row.id,
    number: row.number,
    period: row.period,
    collection: row.collection_id ?? undefined,
    part: row.part ?? undefined,
    whole: row.whole ?? undefined,
    value: row.value ?? undefined,
    n: row.n,
    isClosed: row.is_closed,
    dataHash: row.data_hash,
    computedAt: row.computed_at.toISOString(),
    reason: row.reason ?? undefined,
    by: row.computed_by_name,
  }
}
