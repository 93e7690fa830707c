import type { Actor } from '#access/actor.ts'
import { appendAll, type Change } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Known } from './definition.ts'
import { type Fate, type Plan, planImport, type Rows } from './import-plan.ts'
import { difference, labelOf, type Record } from './record.ts'
import { asTold } from './record-change-store.ts'
import { demandRecord, readAll } from './record-store.ts'
import { insertRecords, updateRecord } from './record-write-store.ts'
import type { Named } from './row-finder.ts'

/** An import that was previewed, and what became of it. */
export type Import = Readonly<{
  id: string
  register: string
  file: string
  plan: Plan
  createdAt: Date
  expiresAt: Date
  appliedAt: Date | undefined
}>

/** How long a preview can be applied, in minutes. */
const lifetime = 60

/** Decides the fate of every row of a file and keeps the decision; nothing else is written. */
export async function previewImport(
  tx: Tx,
  actor: Actor,
  known: Known,
  given: Readonly<{ file: string; rows: Rows; now: Date }>,
): Promise<Import> {
  const { register } = known
  const existing = await readAll(tx, actor.organization, register.id, 0, Number.MAX_SAFE_INTEGER)
  const targets = [...new Set(register.fields.flatMap(({ into }) => into ?? []))]
  const named = new Map<string, readonly Named[]>()
  for (const into of targets)
    named.set(into, into === register.id ? existing : await namesIn(tx, actor.organization, into))
  const plan = planImport(given.rows, { known, actor, existing, named, newId: () => crypto.randomUUID() })
  const row = await tx
    .insertInto('record_import')
    .values({
      organization_id: actor.organization,
      register: register.id,
      file: given.file,
      person_id: actor.id ?? null,
      plan: JSON.stringify(plan),
      expires_at: new Date(given.now.getTime() + lifetime * 60_000),
      applied_at: null,
    })
    .returning(['id', 'created_at', 'expires_at'])
    .executeTakeFirstOrThrow()
  const { id, created_at: createdAt, expires_at: expiresAt } = row
  return { id, register: register.id, file: given.file, plan, createdAt, expiresAt, appliedAt: undefined }
}

/** The names of a register's records, by which links in a file are resolved. */
export async function namesIn(tx: Tx, organization: string, register: string): Promise<readonly Named[]> {
  return tx
    .selectFrom('record')
    .select(['id', 'number', 'label'])
    .where('organization_id', '=', organization)
    .where('register', '=', register)
    .where('deleted_at', 'is', null)
    .orderBy('serial')
    .execute()
}

/** A preview that the actor made. */
export async function demandImport(tx: Tx, actor: Actor, { register }: Known, id: string): Promise<Import> {
  const row = await tx
    .selectFrom('record_import')
    .selectAll()
    .where('organization_id', '=', actor.organization)
    .where('register', '=', register.id)
    .where('id', '=', id)
    .where('person_id', actor.id === undefined ? 'is' : '=', actor.id ?? null)
    .forUpdate()
    .executeTakeFirst()
  if (!row)
    throw new Refusal('not-found', 'You have no such import. Upload the file again to see what would happen.')
  return {
    id: row.id,
    register: row.register,
    file: row.file,
    plan: row.plan as unknown as Plan, // written by previewImport only
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    appliedAt: row.applied_at ?? undefined,
  }
}

/** Writes exactly what was previewed, once, all of it or nothing. */
export async function applyImport(
  tx: Tx,
  actor: Actor,
  known: Known,
  id: string,
  now: Date,
): Promise<Import> {
  const found = await demandImport(tx, actor, known, id)
  if (found.appliedAt)
    throw new Refusal('conflict', `${found.file} was applied already, at ${found.appliedAt.toISOString()}.`)
  if (found.expiresAt < now)
    throw new Refusal(
      'conflict',
      `The preview of ${found.file} is older than ${lifetime} minutes. Upload the file again.`,
    )
  const reason = `Import of ${found.file}`
  const changes = [
    ...(await addNew(tx, actor, known, found.plan.rows)),
    ...(await changeOld(tx, actor, known, found.plan.rows)),
  ]
  await tx
    .updateTable('record_import')
    .set({ applied_at: now })
    .where('organization_id', '=', actor.organization)
    .where('id', '=', id)
    .execute()
  const summary = {
    action: 'import',
    kind: 'register',
    id: known.register.id,
    after: { file: found.file, import: id, ...countFates(found.plan) },
  }
  await appendAll(tx, actor, [...changes.map((change) => ({ ...change, reason })), summary])
  return { ...found, appliedAt: now }
}

/** How many rows of a plan have each fate. */
export function countFates({ rows }: Plan): { [fate in Fate['fate']]: number } {
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { fate } of rows) counts[fate] += 1
  return counts
}

async function addNew(tx: Tx, actor: Actor, known: Known, rows: readonly Fate[]): Promise<readonly Change[]> {
  const drafts = rows.flatMap(({ fate, id, label, write }) =>
    fate === 'new' && id && write ? [{ id, label, state: write.state, data: write.data }] : [],
  )
  if (drafts.length === 0) return []
  const made = await insertRecords(tx, actor.organization, known, drafts)
  return made.map((record) => ({ action: 'create', kind: 'record', id: record.id, after: asTold(record) }))
}

async function changeOld(
  tx: Tx,
  actor: Actor,
  known: Known,
  rows: readonly Fate[],
): Promise<readonly Change[]> {
  const changes: Change[] = []
  for (const { fate, id, write } of rows) {
    if (fate !== 'changed' || !id || !write) continue
    const old = await demandRecord(tx, actor.organization, known, id)
    const next = {
      state: write.state,
      data: write.data,
      label: labelOf(known, write.data),
      deletedAt: undefined,
    }
    const isSame = old.version === write.version && !old.deletedAt
    const record = isSame ? await updateRecord(tx, actor.organization, known, old, next) : undefined
    if (!record)
      throw new Refusal(
        'conflict',
        `${old.number} was changed after the preview. Nothing was written: upload the file again.`,
      )
    changes.push({ action: 'change', kind: 'record', id, ...told(old, record) })
  }
  return changes
}

function told(old: Record, record: Record): { before: object; after: object } {
  const { before, after } = difference(
    { state: old.state, ...old.data },
    { state: record.state, ...record.data },
  )
  const about = { register: old.register, number: old.number }
  return { before: { ...about, ...before }, after: { ...about, ...after } }
}
