import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { asJson } from '#db/json.ts'
import type { Tables, Tx } from '#db/records.ts'
import type { Dated } from './figure.ts'
import type { Direction } from './target.ts'

/** A KPI of the organization's own, in one of its versions. */
export type OwnKpi = Readonly<{
  /** Such as OWN-1. */
  kpi: string
  number: number
  title: string
  claim: string
  answers: 'share' | 'value'
  unit: string
  direction: Direction
  sql: string
  reason: string
  /** What it answered when it was tried, before it was saved. */
  tried: readonly Dated[]
  by: string
  at: string
}>

/** Every version of every own KPI, the newest first. */
export async function readOwnVersions(tx: Tx, kpi?: string): Promise<readonly OwnKpi[]> {
  let query = tx.selectFrom('own_kpi').selectAll().orderBy('kpi').orderBy('number', 'desc')
  if (kpi !== undefined) query = query.where('kpi', '=', kpi)
  return (await query.execute()).map(toOwn)
}

/** The own KPIs as they stand: the newest version of each. */
export async function readOwn(tx: Tx): Promise<readonly OwnKpi[]> {
  const versions = await readOwnVersions(tx)
  return versions.filter((one, at) => versions[at - 1]?.kpi !== one.kpi)
}

/** What is saved: what it says and asks, and what it answered when it was tried. */
export type OwnDraft = Readonly<{
  title: string
  claim: string
  answers: 'share' | 'value'
  unit: string
  direction: Direction
  sql: string
  reason: string
  tried: readonly Dated[]
  at: Date
}>

/** Keeps a new own KPI, or a further version of one; what was kept before stays. */
export async function keepOwn(
  tx: Tx,
  actor: Actor,
  kpi: string | undefined,
  { at, ...draft }: OwnDraft,
): Promise<Readonly<{ kpi: string; number: number }>> {
  const versions = await readOwnVersions(tx)
  const before = kpi === undefined ? undefined : versions.find((one) => one.kpi === kpi)
  if (kpi !== undefined && !before) throw new Refusal('not-found', `There is no KPI ${kpi}.`)
  if (before && before.answers !== draft.answers)
    throw new Refusal(
      'invalid',
      `${before.kpi} answers with a ${before.answers}. A KPI that answers with something else is another one: save it as a new one.`,
    )
  const id = before?.kpi ?? `OWN-${new Set(versions.map((one) => one.kpi)).size + 1}`
  const number = (before?.number ?? 0) + 1
  const { tried, ...said } = draft
  await tx
    .insertInto('own_kpi')
    .values({
      organization_id: actor.organization,
      kpi: id,
      number,
      ...said,
      tried: asJson(tried),
      written_by: actor.id ?? null,
      written_by_name: actor.name,
      written_at: at,
    })
    .execute()
  const change = { action: before ? 'change' : 'create', kind: 'KPI', id, reason: draft.reason }
  await append(tx, actor, { ...change, after: { version: number, ...said } })
  return { kpi: id, number }
}

/** Keeps whether each own KPI answered a collection, and why it did not. */
export async function keepAnswers(
  tx: Tx,
  answers: ReadonlyMap<string, Readonly<{ because: string | undefined }>>,
  { organization, collection, at }: Readonly<{ organization: string; collection: string; at: Date }>,
): Promise<void> {
  const asked = (await readOwn(tx)).filter(({ kpi }) => answers.has(kpi))
  if (asked.length === 0) return
  const common = { organization_id: organization, collection_id: collection, asked_at: at }
  await tx
    .insertInto('own_kpi_answer')
    .values(
      asked.map(({ kpi, number }) => ({
        ...common,
        kpi,
        number,
        because: answers.get(kpi)?.because ?? null,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute()
}

/** That an own KPI had no answer for the newest collection, and why. */
export type Unanswered = Readonly<{ because: string; at: string }>

/** The own KPIs that had no answer the last time they were asked; one that was changed since was tried since. */
export async function readUnanswered(tx: Tx): Promise<ReadonlyMap<string, Unanswered>> {
  const newest = new Map((await readOwn(tx)).map(({ kpi, number }) => [kpi, number]))
  const rows = await tx
    .selectFrom('own_kpi_answer')
    .distinctOn('kpi')
    .select(['kpi', 'number', 'because', 'asked_at'])
    .orderBy('kpi')
    .orderBy('asked_at', 'desc')
    .execute()
  return new Map(
    rows.flatMap(({ kpi, number, because, asked_at: at }) =>
      because === null || newest.get(kpi) !== number
        ? []
        : [[kpi, { because, at: at.toISOString() }] as const],
    ),
  )
}

function toOwn(row: Selectable<Tables['own_kpi']>): OwnKpi {
  return {
    kpi: row.kpi,
    number: row.number,
    title: row.title,
    claim: row.claim,
    answers: row.answers,
    unit: row.unit,
    direction: row.direction,
    sql: row.sql,
    reason: row.reason,
    tried: row.tried as readonly Dated[], // written by keepOwn and by nobody else
    by: row.written_by_name,
    at: row.written_at.toISOString(),
  }
}
