import type { Actor } from '#access/actor.ts'
import { changedMeanwhile, changeOrganization, readOrganization } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import { agreedDays } from './agreed-days.ts'
import { Plan } from './plan.ts'

/** The plan as it was written last; version 0 and no plan while nobody has written one. */
export type KeptPlan = Readonly<{
  version: number
  plan: Plan | undefined
  writtenBy: string | undefined
  writtenAt: string | undefined
}>

/** The plan of the organization, the last version or an earlier one. */
export async function readPlan(tx: Tx, version?: number): Promise<KeptPlan> {
  let query = tx.selectFrom('roadmap_plan').selectAll().orderBy('version', 'desc').limit(1)
  if (version !== undefined) query = query.where('version', '=', version)
  const row = await query.executeTakeFirst()
  if (!row) return { version: 0, plan: undefined, writtenBy: undefined, writtenAt: undefined }
  return {
    version: row.version,
    plan: Plan.parse(row.plan),
    writtenBy: row.written_by_name,
    writtenAt: row.written_at.toISOString(),
  }
}

/**
 * Writes the plan anew, whole; the earlier versions stay. version is the one it is based on. The days that were agreed on
 * for stage 1 and the certificate become those of the organization.
 */
export async function writePlan(
  tx: Tx,
  actor: Actor,
  plan: Plan,
  { version, at, reason }: Readonly<{ version: number | undefined; at: Date; reason?: string | undefined }>,
): Promise<KeptPlan> {
  const old = await readPlan(tx)
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  refuse(plan, old.plan, at.toISOString().slice(0, 10))
  const row = await tx
    .insertInto('roadmap_plan')
    .values({
      organization_id: actor.organization,
      version: old.version + 1,
      plan: JSON.stringify(plan),
      written_by: actor.id ?? null,
      written_by_name: actor.name,
      written_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  await append(tx, actor, {
    action: 'write',
    kind: 'roadmap plan',
    id: actor.organization,
    before: old.plan,
    after: plan,
    ...(reason === undefined ? {} : { reason }),
  })
  await takeOver(tx, actor, plan)
  return { version: row.version, plan, writtenBy: actor.name, writtenAt: at.toISOString() }
}

async function takeOver(tx: Tx, actor: Actor, plan: Plan): Promise<void> {
  const { settings, version } = await readOrganization(tx, actor)
  const news = Object.entries(agreedDays(plan)).filter(([name, on]) => settings[name] !== on)
  if (news.length > 0) await changeOrganization(tx, actor, { settings: Object.fromEntries(news) }, version)
}

/** What cannot be meant: a role twice, a time away that ends before it begins, a new date that has passed. */
function refuse(plan: Plan, old: Plan | undefined, today: string): void {
  const names = plan.roles.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Refusal('invalid', `The role ${twice} is there twice. Keep one of them.`)
  const backward = plan.roles.find(({ absences }) => absences.some(({ from, to }) => to < from))
  if (backward) throw new Refusal('invalid', `A time away of ${backward.name} ends before it begins.`)
  const self = plan.links.find(({ from, to }) => from === to)
  if (self) throw new Refusal('invalid', `${self.from} cannot wait for itself.`)
  if (plan.startOn < today && plan.startOn !== old?.startOn)
    throw new Refusal('invalid', `The work cannot begin in the past (${plan.startOn}). Today is ${today}.`)
  const past = plan.dates.find(
    (date) => date.on < today && !old?.dates.some(({ title, on }) => title === date.title && on === date.on),
  )
  if (past) throw new Refusal('invalid', `${past.title} (${past.on}) lies in the past. Today is ${today}.`)
  const known = new Map(old?.tasks.map(({ task, notBefore }) => [task, notBefore]))
  const early = plan.tasks.find(
    ({ task, notBefore }) => notBefore && notBefore < today && known.get(task) !== notBefore,
  )
  if (early)
    throw new Refusal(
      'invalid',
      `${early.task} cannot be moved into the past (${early.notBefore}). Today is ${today}.`,
    )
}
