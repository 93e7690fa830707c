import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tables, Tx } from '#db/records.ts'
import type { Baseline, BaselineKind, Target } from './baseline.ts'

/** What a new baseline is started with; carriesOver takes the statements and ratings of an earlier one along. */
export type BaselineStart = Readonly<{
  name: string
  kind: BaselineKind
  scope?: string | undefined
  assessedOn?: string | undefined
  target?: Target | undefined
  carriesOver?: string | undefined
}>

/** What may be changed of a baseline; what is not named stays. */
export type BaselineChange = Readonly<{
  name?: string | undefined
  scope?: string | undefined
  assessedOn?: string | undefined
  target?: Target | undefined
  state?: 'open' | 'closed' | undefined
}>

/** The baselines of the organization, newest first. */
export async function listBaselines(tx: Tx): Promise<readonly Baseline[]> {
  const rows = await tx
    .selectFrom('baseline')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toBaseline)
}

/** One baseline by its id. */
export async function readBaseline(tx: Tx, id: string): Promise<Baseline> {
  const row = await tx.selectFrom('baseline').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such baseline.')
  return toBaseline(row)
}

/** The open baseline, or the one started last; undefined while there is none. */
export async function currentBaseline(tx: Tx): Promise<Baseline | undefined> {
  const row = await tx
    .selectFrom('baseline')
    .selectAll()
    .orderBy('state', 'desc')
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toBaseline(row)
}

/** The baseline that is written to. The first thing anybody writes starts the first one. */
export async function demandOpenBaseline(tx: Tx, actor: Actor, at: Date): Promise<Baseline> {
  const current = await currentBaseline(tx)
  if (!current) return startBaseline(tx, actor, { name: 'First assessment', kind: 'full' }, at)
  if (current.state === 'open') return current
  throw new Refusal(
    'conflict',
    `The baseline ${current.name} is closed. Start a new one, or open this one again, before you write.`,
  )
}

/** Starts a baseline; the one before it has to be closed. */
export async function startBaseline(tx: Tx, actor: Actor, start: BaselineStart, at: Date): Promise<Baseline> {
  await refuseSecondOpen(tx)
  if (start.carriesOver !== undefined) await readBaseline(tx, start.carriesOver)
  const row = await tx
    .insertInto('baseline')
    .values({
      organization_id: actor.organization,
      name: start.name,
      kind: start.kind,
      scope: start.scope ?? '',
      assessed_on: start.assessedOn ?? at.toISOString().slice(0, 10),
      target: JSON.stringify(start.target ?? {}),
      started_by: actor.id ?? null,
      started_by_name: actor.name,
      started_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  if (start.carriesOver !== undefined) await carryOver(tx, actor, start.carriesOver, row.id, at)
  const baseline = toBaseline(row)
  await append(tx, actor, { action: 'start', kind: 'baseline', id: row.id, after: { ...start } })
  return baseline
}

async function refuseSecondOpen(tx: Tx, except?: string): Promise<void> {
  let query = tx.selectFrom('baseline').select('name').where('state', '=', 'open')
  if (except !== undefined) query = query.where('id', '<>', except)
  const open = await query.executeTakeFirst()
  if (open)
    throw new Refusal(
      'conflict',
      `The baseline ${open.name} is still open. Close it first: one is open at a time.`,
    )
}

/** The latest statement and rating of each requirement, as the first version of the new baseline. */
async function carryOver(tx: Tx, actor: Actor, from: string, to: string, at: Date): Promise<void> {
  const statements = await tx
    .selectFrom('statement')
    .selectAll()
    .distinctOn('requirement')
    .where('baseline_id', '=', from)
    .orderBy('requirement')
    .orderBy('version', 'desc')
    .execute()
  const ratings = await tx
    .selectFrom('rating')
    .selectAll()
    .distinctOn('requirement')
    .where('baseline_id', '=', from)
    .orderBy('requirement')
    .orderBy('version', 'desc')
    .execute()
  const moved = { organization_id: actor.organization, baseline_id: to, version: 1 } as const
  if (statements.length > 0)
    await tx
      .insertInto('statement')
      .values(statements.map((row) => ({ ...row, said: JSON.stringify(row.said), ...moved })))
      .execute()
  if (ratings.length > 0)
    await tx
      .insertInto('rating')
      .values(
        ratings.map((row) => ({
          ...row,
          ...moved,
          origin: 'carried over' as const,
          reason: null,
          is_without_new_evidence: false,
          written_at: at,
        })),
      )
      .execute()
}

/** Changes a baseline, closes it, or opens it again. */
export async function changeBaseline(
  tx: Tx,
  actor: Actor,
  id: string,
  change: BaselineChange,
  { version, at }: Readonly<{ version: number | undefined; at: Date }>,
): Promise<Baseline> {
  const old = await readBaseline(tx, id)
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  if (change.state === 'open' && old.state === 'closed') await refuseSecondOpen(tx, id)
  const state = change.state ?? old.state
  const row = await tx
    .updateTable('baseline')
    .set({
      name: change.name ?? old.name,
      scope: change.scope ?? old.scope,
      assessed_on: change.assessedOn ?? old.assessedOn,
      target: JSON.stringify(change.target ?? old.target),
      state,
      closed_at: state === 'open' ? null : new Date(old.closedAt ?? at),
      version: old.version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', old.version)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  const after = toBaseline(row)
  await append(tx, actor, { action: 'change', kind: 'baseline', id, before: old, after })
  return after
}

function toBaseline(row: Selectable<Tables['baseline']>): Baseline {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    scope: row.scope,
    assessedOn: row.assessed_on,
    target: row.target,
    state: row.state,
    startedBy: row.started_by_name,
    startedAt: row.started_at.toISOString(),
    closedAt: row.closed_at?.toISOString(),
    version: row.version,
  }
}
