import { type Selectable, sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { asJson } from '#db/json.ts'
import type { Tables, Tx } from '#db/records.ts'
import {
  type Audit,
  type AuditKind,
  type AuditState,
  auditMoves,
  auditName,
  auditorsOf,
  isBeforeReport,
  lacksOfPlan,
} from './audit.ts'
import { demandImpartial, type Processes } from './auditor-store.ts'
import { keepChecklist } from './checklist-store.ts'
import { demandPerson } from './people-store.ts'

/** What an audit is planned with. */
export type AuditPlan = Readonly<{
  kind: AuditKind
  title: string
  clauses: readonly string[]
  because: string
  plannedOn: string
  heldOn?: string | undefined
  criteria: string
  method: string
  lead?: string | undefined
  team: readonly string[]
}>

/** A change of a plan; what is not named stays, null takes away. */
export type AuditChange = Readonly<{
  title?: string | undefined
  clauses?: readonly string[] | undefined
  because?: string | undefined
  plannedOn?: string | undefined
  heldOn?: string | null | undefined
  criteria?: string | undefined
  method?: string | undefined
  lead?: string | null | undefined
  team?: readonly string[] | undefined
}>

type Writing = Readonly<{ processes: Processes; at: Date }>

/** The audits of the programme, the latest first. */
export async function listAudits(tx: Tx): Promise<readonly Audit[]> {
  const rows = await tx
    .selectFrom('audit')
    .selectAll()
    .orderBy('planned_on', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows.map(toAudit)
}

/** One audit. */
export async function readAudit(tx: Tx, id: string): Promise<Audit> {
  const row = await tx.selectFrom('audit').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such audit.')
  return toAudit(row)
}

/** Puts an audit into the programme. */
export async function planAudit(
  tx: Tx,
  actor: Actor,
  plan: AuditPlan,
  { processes, at }: Writing,
): Promise<Audit> {
  const clauses = knownClauses(plan.clauses, processes)
  const lead = plan.lead === undefined ? undefined : await demandPerson(tx, plan.lead)
  const team = await peopleOf(tx, plan.team)
  if (plan.kind === 'internal')
    await demandImpartial(tx, actor, { people: auditorsOf({ lead, team }), about: clauses }, processes)
  await sql`select pg_advisory_xact_lock(hashtext('audit'), hashtext(${actor.organization}))`.execute(tx)
  const { last } = await tx
    .selectFrom('audit')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  const row = await tx
    .insertInto('audit')
    .values({
      organization_id: actor.organization,
      number: (last ?? 0) + 1,
      kind: plan.kind,
      title: plan.title,
      clauses: asJson(clauses),
      because: plan.because,
      planned_on: plan.plannedOn,
      held_on: plan.heldOn ?? null,
      criteria: plan.criteria,
      method: plan.method,
      lead_id: lead?.id ?? null,
      lead_name: lead?.name ?? null,
      team: asJson(team),
      made_by: actor.id ?? null,
      made_by_name: actor.name,
      made_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const audit = toAudit(row)
  await append(tx, actor, { action: 'plan', kind: 'audit', id: audit.id, after: toldOf(audit) })
  return audit
}

/** Changes the plan of an audit whose report is not signed. */
export async function changeAudit(
  tx: Tx,
  actor: Actor,
  id: string,
  change: AuditChange,
  { processes, version }: Writing & Readonly<{ version: number | undefined }>,
): Promise<Audit> {
  const old = await readAudit(tx, id)
  if (!isBeforeReport(old))
    throw new Refusal(
      'conflict',
      `${auditName(old)} is ${old.state.replace('_', ' ')}: its plan stays as it is.`,
    )
  const clauses = change.clauses ? knownClauses(change.clauses, processes) : old.clauses
  if (change.clauses && !['programmed', 'planned'].includes(old.state))
    throw new Refusal(
      'conflict',
      'The checklist is made: the scope stays. Plan another audit for what is left out.',
    )
  const lead = await leadAfter(tx, change.lead, old)
  const team = change.team ? await peopleOf(tx, change.team) : old.team
  if (old.kind === 'internal')
    await demandImpartial(tx, actor, { people: auditorsOf({ lead, team }), about: clauses }, processes)
  const columns = {
    title: change.title,
    because: change.because,
    planned_on: change.plannedOn,
    held_on: change.heldOn,
    criteria: change.criteria,
    method: change.method,
    clauses: asJson(clauses),
    lead_id: lead?.id ?? null,
    lead_name: lead?.name ?? null,
    team: asJson(team),
  }
  const named = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  return writeAudit(tx, actor, old, named, { action: 'change', version })
}

async function leadAfter(tx: Tx, lead: AuditChange['lead'], old: Audit): Promise<Audit['lead']> {
  if (lead === undefined) return old.lead
  return lead === null ? undefined : demandPerson(tx, lead)
}

/** Moves an audit on. Preparing it makes its checklist, with what the checks say on that day. */
export async function moveAudit(
  tx: Tx,
  actor: Actor,
  id: string,
  moving: Writing & Readonly<{ to: AuditState; reason?: string | undefined; version: number | undefined }>,
): Promise<Audit> {
  const { to, reason = '', processes, at, version } = moving
  const old = await readAudit(tx, id)
  const way = auditMoves(old.state).find((one) => one.to === to)
  if (!way)
    throw new Refusal(
      'conflict',
      to === 'reported'
        ? 'An audit is reported by the signature of its lead, once its findings are drafted.'
        : `${auditName(old)} cannot go from ${old.state} to ${to}.`,
    )
  if (way.asksReason && reason.trim() === '')
    throw new Refusal('invalid', `Say why: to ${way.name} asks for a reason.`)
  // Somebody may have been given a role since the plan was made.
  if (old.kind === 'internal' && (to === 'prepared' || to === 'conducting'))
    await demandImpartial(tx, actor, { people: auditorsOf(old), about: old.clauses }, processes)
  const lacks = to === 'planned' || to === 'prepared' ? lacksOfPlan(old) : []
  if (lacks.length > 0) throw new Refusal('conflict', `The plan lacks ${lacks.join(', ')}.`)
  if (to === 'prepared') await keepChecklist(tx, actor, old, processes.catalogue.requirements)
  const heldOn =
    to === 'drafted' && old.heldOn === undefined ? { held_on: at.toISOString().slice(0, 10) } : {}
  const told = { action: way.name, version, ...(reason ? { reason } : {}) }
  return writeAudit(tx, actor, old, { state: to, ...heldOn }, told)
}

/** Writes some columns of an audit, with its entry in the trail. */
export async function writeAudit(
  tx: Tx,
  actor: Actor,
  old: Audit,
  columns: Readonly<Record<string, unknown>>,
  { action, reason, version }: Readonly<{ action: string; reason?: string; version: number | undefined }>,
): Promise<Audit> {
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  const row = await tx
    .updateTable('audit')
    .set({ ...columns, version: old.version + 1 })
    .where('id', '=', old.id)
    .where('version', '=', old.version)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  const audit = toAudit(row)
  await append(tx, actor, {
    action,
    kind: 'audit',
    id: old.id,
    before: toldOf(old),
    after: toldOf(audit),
    ...(reason === undefined ? {} : { reason }),
  })
  return audit
}

async function peopleOf(tx: Tx, ids: readonly string[]) {
  const people = []
  for (const id of new Set(ids)) people.push(await demandPerson(tx, id))
  return people
}

function knownClauses(clauses: readonly string[], { catalogue }: Processes): readonly string[] {
  const known = new Set(catalogue.clauses.map(({ id }) => id))
  const strange = clauses.find((clause) => !known.has(clause))
  if (strange !== undefined) throw new Refusal('invalid', `There is no clause ${strange}.`)
  return [...new Set(clauses)]
}

function toldOf({ id: _, version: __, ...rest }: Audit) {
  return rest
}

function toAudit(row: Selectable<Tables['audit']>): Audit {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    title: row.title,
    state: row.state as AuditState, // held by a check of the table
    clauses: row.clauses,
    because: row.because,
    plannedOn: row.planned_on,
    heldOn: row.held_on ?? undefined,
    criteria: row.criteria,
    method: row.method,
    lead: row.lead_id === null ? undefined : { id: row.lead_id, name: row.lead_name ?? row.lead_id },
    team: row.team,
    madeBy: row.made_by_name,
    madeAt: row.made_at.toISOString(),
    version: row.version,
  }
}
