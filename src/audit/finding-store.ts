import { type Selectable, sql } from 'kysely'
import { type Actor, may } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { asJson } from '#db/json.ts'
import type { Tables, Tx } from '#db/records.ts'
import {
  type Action,
  type CauseCategory,
  type CauseForm,
  CauseRow,
  type EffectCheck,
  type Finding,
  type FindingSource,
  type FindingState,
  FrozenResult,
  type Grade,
  type Person,
} from './finding.ts'
import { demandPerson } from './people-store.ts'

/** What a finding is raised with: the parts of its text, and where it comes from. */
export type Raising = Readonly<{
  source: FindingSource
  sourceName?: string | undefined
  audit?: string | undefined
  check?: string | undefined
  grade: Grade
  title: string
  requirements: readonly string[]
  evidence: string
  missing?: string | undefined
  gradeReason?: string | undefined
  extent?: string | undefined
  owner?: string | undefined
  dueOn?: string | undefined
}>

/** Everything that was found, newest first, with its actions and effect checks. Some people see only what is theirs. */
export async function listFindings(tx: Tx, actor: Actor): Promise<readonly Finding[]> {
  const all = await readFindings(tx)
  const sees = await visibleTo(tx, actor)
  return all.filter(sees)
}

/** One finding that the actor may see. */
export async function readFinding(tx: Tx, actor: Actor, id: string): Promise<Finding> {
  const [finding] = await readFindings(tx, id)
  const sees = await visibleTo(tx, actor)
  if (!finding || !sees(finding)) throw new Refusal('not-found', 'There is no such finding.')
  return finding
}

/** Whoever comes from outside sees what is reported; whoever reads no audits sees what he has to do with. */
async function visibleTo(tx: Tx, actor: Actor): Promise<(finding: Finding) => boolean> {
  if (may(actor, 'read audits')) return () => true
  if (may(actor, 'enter the evidence room')) {
    const rows = await tx.selectFrom('audit_signature').select('audit_id').execute()
    const reported = new Set(rows.map((row) => row.audit_id))
    return ({ audit }) => audit === undefined || reported.has(audit)
  }
  return ({ owner, actions }) =>
    actor.id !== undefined && [owner, ...actions.map((one) => one.owner)].some((one) => one?.id === actor.id)
}

/** All findings, whoever asks; of one id where it is named. */
export async function readFindings(tx: Tx, id?: string): Promise<readonly Finding[]> {
  const rows = await tx
    .selectFrom('finding')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('number', 'desc')
    .execute()
  const actions = await tx
    .selectFrom('finding_action')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('finding_id', '=', id ?? ''))
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  const effects = await tx
    .selectFrom('effect_check')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('finding_id', '=', id ?? ''))
    .orderBy('checked_at')
    .orderBy('id')
    .execute()
  const [done, checked] = [
    Map.groupBy(actions, ({ finding_id }) => finding_id),
    Map.groupBy(effects, ({ finding_id }) => finding_id),
  ]
  return rows.map((row) => toFinding(row, done.get(row.id) ?? [], checked.get(row.id) ?? []))
}

/** Raises a finding. */
export async function raise(tx: Tx, actor: Actor, raising: Raising, at: Date): Promise<Finding> {
  const owner = raising.owner === undefined ? undefined : await demandPerson(tx, raising.owner)
  const row = await tx
    .insertInto('finding')
    .values({
      organization_id: actor.organization,
      number: await nextNumber(tx, actor.organization),
      source: raising.source,
      source_name: raising.sourceName ?? '',
      audit_id: raising.audit ?? null,
      check_id: raising.check ?? null,
      grade: raising.grade,
      title: raising.title,
      requirements: asJson([...new Set(raising.requirements)]),
      evidence: raising.evidence,
      missing: raising.missing ?? '',
      grade_reason: raising.gradeReason ?? '',
      extent: raising.extent ?? '',
      owner_id: owner?.id ?? null,
      owner_name: owner?.name ?? null,
      due_on: raising.dueOn ?? null,
      cause_rows: '[]',
      raised_by: actor.id ?? null,
      raised_by_name: actor.name,
      raised_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const finding = toFinding(row, [], [])
  await append(tx, actor, { action: 'raise', kind: 'finding', id: finding.id, after: toldOf(finding) })
  return finding
}

async function nextNumber(tx: Tx, organization: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('finding'), hashtext(${organization}))`.execute(tx)
  const { last } = await tx
    .selectFrom('finding')
    .select(({ fn }) => fn.max('number').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** The columns of a finding, for a change of some of them. */
export type FindingColumns = Partial<Selectable<Tables['finding']>>

/** A change of a finding as the trail tells it. */
export type Telling = Readonly<{
  action: string
  reason?: string | undefined
  version: number | undefined
}>

/** Writes some columns of a finding; who changed it meanwhile is not overwritten. */
export async function writeFinding(
  tx: Tx,
  actor: Actor,
  old: Finding,
  columns: Readonly<Record<string, unknown>>,
  { action, reason, version }: Telling,
): Promise<Finding> {
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  const written = await tx
    .updateTable('finding')
    .set({ ...columns, version: old.version + 1 })
    .where('id', '=', old.id)
    .where('version', '=', old.version)
    .returning('id')
    .executeTakeFirst()
  if (!written) throw changedMeanwhile()
  const [finding] = await readFindings(tx, old.id)
  if (!finding) throw new Refusal('not-found', 'There is no such finding.')
  const [before, after] = differenceOf(toldOf(old), toldOf(finding))
  await append(tx, actor, {
    action,
    kind: 'finding',
    id: old.id,
    before,
    after,
    ...(reason === undefined ? {} : { reason }),
  })
  return finding
}

/** A finding as the trail keeps it. */
function toldOf({
  id: _,
  version: __,
  actions: ___,
  effectChecks: ____,
  ...rest
}: Finding): Readonly<Record<string, unknown>> {
  return rest
}

/** Only what became different, before and after. */
function differenceOf(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  const changed = Object.keys({ ...before, ...after }).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  const pick = (from: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(changed.map((key) => [key, from[key]]))
  return [pick(before), pick(after)] as const
}

function toFinding(
  row: Selectable<Tables['finding']>,
  actions: readonly Selectable<Tables['finding_action']>[],
  effects: readonly Selectable<Tables['effect_check']>[],
): Finding {
  return {
    id: row.id,
    number: row.number,
    source: row.source as FindingSource, // held by a check of the table
    sourceName: row.source_name,
    audit: row.audit_id ?? undefined,
    check: row.check_id ?? undefined,
    grade: row.grade as Grade, // held by a check of the table
    title: row.title,
    requirements: row.requirements,
    evidence: row.evidence,
    missing: row.missing,
    gradeReason: row.grade_reason,
    extent: row.extent,
    state: row.state as FindingState, // held by a check of the table
    owner: personOf(row.owner_id, row.owner_name),
    dueOn: row.due_on ?? undefined,
    correction: row.correction,
    causeForm: row.cause_form as CauseForm, // held by a check of the table
    causeRows: CauseRow.array().parse(row.cause_rows),
    rootCause: row.root_cause,
    causeCategory: (row.cause_category as CauseCategory | null) ?? undefined, // written from the same union
    causeBy: personOf(row.cause_by, row.cause_by_name),
    causeApproved: approvalOf(row),
    extentCheck: row.extent_check,
    criterion: row.criterion,
    effectDueOn: row.effect_due_on ?? undefined,
    decision: row.decision,
    raisedBy: { id: row.raised_by ?? undefined, name: row.raised_by_name },
    raisedAt: row.raised_at.toISOString(),
    closedAt: row.closed_at?.toISOString(),
    reopened: row.reopened,
    version: row.version,
    actions: actions.map(toAction),
    effectChecks: effects.map(toEffect),
  }
}

function approvalOf(row: Selectable<Tables['finding']>): Finding['causeApproved'] {
  const by = personOf(row.cause_approved_by, row.cause_approved_by_name)
  return by && row.cause_approved_at ? { by, at: row.cause_approved_at.toISOString() } : undefined
}

function toAction(row: Selectable<Tables['finding_action']>): Action {
  return {
    id: row.id,
    says: row.says,
    owner: { id: row.owner_id, name: row.owner_name },
    dueOn: row.due_on,
    doneOn: row.done_on ?? undefined,
    evidence: row.evidence,
    doneBy: row.done_by_name ?? undefined,
    doers: row.doers,
    version: row.version,
  }
}

function toEffect(row: Selectable<Tables['effect_check']>): EffectCheck {
  return {
    id: row.id,
    isEffective: row.is_effective,
    says: row.says,
    results: FrozenResult.array().parse(row.results),
    checkedBy: { id: row.checked_by, name: row.checked_by_name },
    checkedAt: row.checked_at.toISOString(),
  }
}

function personOf(id: string | null, name: string | null): Person | undefined {
  return id === null ? undefined : { id, name: name ?? id }
}
