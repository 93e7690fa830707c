import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import { RoadmapSchedule } from './roadmap-schedule.ts'

/** A schedule as it is kept; planVersion is that of the plan it was computed with, 0 for the assumed one. */
export type KeptSchedule = Readonly<{
  number: number
  planVersion: number
  schedule: RoadmapSchedule
  plannedBy: string
  plannedAt: string
}>

/** A schedule that later ones are compared with. */
export type RoadmapBaseline = Readonly<{
  id: string
  name: string
  number: number
  setBy: string
  setAt: string
}>

/** The roadmap: the schedule that was kept last, or the one with a number. */
export async function readSchedule(tx: Tx, number?: number): Promise<KeptSchedule | undefined> {
  let query = tx.selectFrom('roadmap_schedule').selectAll().orderBy('number', 'desc').limit(1)
  if (number !== undefined) query = query.where('number', '=', number)
  const row = await query.executeTakeFirst()
  return (
    row && {
      number: row.number,
      planVersion: row.plan_version,
      schedule: RoadmapSchedule.parse(row.schedule),
      plannedBy: row.planned_by_name,
      plannedAt: row.planned_at.toISOString(),
    }
  )
}

/** Keeps a schedule as the roadmap; after is the number of the one that was last when it was computed. */
export async function keepSchedule(
  tx: Tx,
  actor: Actor,
  schedule: RoadmapSchedule,
  { after, planVersion, at }: Readonly<{ after: KeptSchedule | undefined; planVersion: number; at: Date }>,
): Promise<KeptSchedule> {
  const number = (after?.number ?? 0) + 1
  const row = await tx
    .insertInto('roadmap_schedule')
    .values({
      organization_id: actor.organization,
      number,
      plan_version: planVersion,
      schedule: JSON.stringify(schedule),
      inputs_hash: schedule.inputsHash,
      planned_by: actor.id ?? null,
      planned_by_name: actor.name,
      planned_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  await append(tx, actor, {
    action: 'plan',
    kind: 'roadmap',
    id: actor.organization,
    before: after && summaryOf(after.schedule),
    after: summaryOf(schedule),
  })
  return { number, planVersion, schedule, plannedBy: actor.name, plannedAt: at.toISOString() }
}

/** The schedules that were set as baselines, newest first. */
export async function listBaselines(tx: Tx): Promise<readonly RoadmapBaseline[]> {
  const rows = await tx
    .selectFrom('roadmap_baseline')
    .selectAll()
    .orderBy('set_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    number: row.schedule_number,
    setBy: row.set_by_name,
    setAt: row.set_at.toISOString(),
  }))
}

/** Sets the roadmap as it stands as a baseline. */
export async function setBaseline(
  tx: Tx,
  actor: Actor,
  { name, at }: Readonly<{ name: string; at: Date }>,
): Promise<RoadmapBaseline> {
  const current = await readSchedule(tx)
  if (!current) throw new Refusal('conflict', 'There is no roadmap yet. Plan it first.')
  const row = await tx
    .insertInto('roadmap_baseline')
    .values({
      organization_id: actor.organization,
      name,
      schedule_number: current.number,
      set_by: actor.id ?? null,
      set_by_name: actor.name,
      set_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { finish } = current.schedule
  await append(tx, actor, {
    action: 'set',
    kind: 'roadmap baseline',
    id: row.id,
    after: { name, schedule: current.number, finish },
  })
  return { id: row.id, name, number: current.number, setBy: actor.name, setAt: at.toISOString() }
}

/** What the trail says of a schedule: the schedule itself is kept and named by its inputs. */
function summaryOf({ start, finish, risk, tasks, inputsHash }: RoadmapSchedule) {
  return { start, finish, p50: risk.p50, p80: risk.p80, tasks: tasks.length, inputsHash }
}
