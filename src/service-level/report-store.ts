import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tables, Tx } from '#db/records.ts'
import { type ReportDefinition, ReportPart, type ServiceReport } from './report.ts'

/** The definitions, by title. */
export async function listReports(tx: Tx): Promise<readonly ServiceReport[]> {
  const rows = await tx.selectFrom('service_report').selectAll().orderBy('title').orderBy('id').execute()
  return rows.map(toReport)
}

/** One definition; refused where there is none. */
export async function demandReport(tx: Tx, id: string): Promise<ServiceReport> {
  const row = await tx.selectFrom('service_report').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such service report.')
  return toReport(row)
}

/** Keeps a new definition. */
export async function makeReport(
  tx: Tx,
  actor: Actor,
  definition: ReportDefinition,
  at: Date,
): Promise<ServiceReport> {
  const row = await tx
    .insertInto('service_report')
    .values({ organization_id: actor.organization, ...columnsOf(definition), made_at: at })
    .returningAll()
    .executeTakeFirstOrThrow()
  await append(tx, actor, { action: 'create', kind: 'service report', id: row.id, after: definition })
  return toReport(row)
}

/** Changes a definition from now on; what was issued stays as it was. */
export async function changeReport(
  tx: Tx,
  actor: Actor,
  id: string,
  { definition, version }: Readonly<{ definition: ReportDefinition; version: number | undefined }>,
): Promise<ServiceReport> {
  const old = await demandOpen(tx, id, version)
  const row = await tx
    .updateTable('service_report')
    .set({ ...columnsOf(definition), version: old.version + 1 })
    .where('id', '=', id)
    .where('version', '=', old.version)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  const { id: _, version: __, endedAt: ___, ...before } = old
  await append(tx, actor, { action: 'change', kind: 'service report', id, before, after: definition })
  return toReport(row)
}

/** Ends a report: nothing more is expected of it. Its issues stay. */
export async function endReport(
  tx: Tx,
  actor: Actor,
  id: string,
  { version, at }: Readonly<{ version: number | undefined; at: Date }>,
): Promise<ServiceReport> {
  const old = await demandOpen(tx, id, version)
  const row = await tx
    .updateTable('service_report')
    .set({ ended_at: at, version: old.version + 1 })
    .where('id', '=', id)
    .where('version', '=', old.version)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  await append(tx, actor, { action: 'end', kind: 'service report', id, after: { title: old.title } })
  return toReport(row)
}

async function demandOpen(tx: Tx, id: string, version: number | undefined): Promise<ServiceReport> {
  const old = await demandReport(tx, id)
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  if (old.endedAt !== undefined)
    throw new Refusal('conflict', `“${old.title}” has ended. Define a new report.`)
  return old
}

function columnsOf(definition: ReportDefinition) {
  const { dueDays, firstMonth, services, parts, recipients, ...same } = definition
  return {
    ...same,
    services: [...services],
    parts: ReportPart.options.filter((part) => parts.includes(part)),
    recipients: [...recipients],
    due_days: dueDays,
    first_month: firstMonth,
  }
}

function toReport(row: Selectable<Tables['service_report']>): ServiceReport {
  return {
    id: row.id,
    title: row.title,
    audience: row.audience,
    purpose: row.purpose,
    services: row.services,
    customer: row.customer,
    parts: ReportPart.array().parse(row.parts),
    cadence: row.cadence,
    dueDays: row.due_days,
    issuer: row.issuer,
    recipients: row.recipients,
    firstMonth: row.first_month,
    endedAt: row.ended_at?.toISOString(),
    version: row.version,
  }
}
