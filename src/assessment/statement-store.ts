import type { Selectable } from 'kysely'
import { type Actor, may } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { isRatedByItself, type Requirement } from '#content/requirement.ts'
import type { Tables, Tx } from '#db/records.ts'
import { demandVisible } from './assignment-store.ts'
import { requirementsOf } from './baseline.ts'
import { demandOpenBaseline } from './baseline-store.ts'
import { Statement } from './statement.ts'

/** One version of a statement as it was written down, kept unchanged. */
export type KeptStatement = Readonly<{
  version: number
  statement: Statement
  writtenBy: string
  writtenAt: string
}>

/** What is stated; who and on are the writer and the day of writing unless another person said it earlier. */
export type GivenStatement = Readonly<
  Omit<Statement, 'requirement' | 'who' | 'on'> & { who?: string | undefined; on?: string | undefined }
>

/** The statement of each requirement that counts in a baseline. */
export async function latestStated(tx: Tx, baseline: string): Promise<ReadonlyMap<string, KeptStatement>> {
  const rows = await tx
    .selectFrom('statement')
    .selectAll()
    .distinctOn('requirement')
    .where('baseline_id', '=', baseline)
    .orderBy('requirement')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.requirement, toKept(row)]))
}

/** Every statement about one requirement, newest first. */
export async function statementHistory(
  tx: Tx,
  baseline: string,
  requirement: string,
): Promise<readonly KeptStatement[]> {
  const rows = await tx
    .selectFrom('statement')
    .selectAll()
    .where('baseline_id', '=', baseline)
    .where('requirement', '=', requirement)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(toKept)
}

/** Writes down what a person says about a requirement; the earlier statements stay. */
export async function state(
  tx: Tx,
  actor: Actor,
  requirement: Requirement,
  given: GivenStatement,
  { version, at }: Readonly<{ version: number | undefined; at: Date }>,
): Promise<KeptStatement> {
  if (!may(actor, 'answer assigned requirements'))
    throw new Refusal('not-allowed', `Your role (${actor.role}) may not answer requirements.`)
  if (!may(actor, 'rate requirements')) await demandAssigned(tx, actor, requirement.id)
  const baseline = await demandOpenBaseline(tx, actor, at)
  demandStatable(requirement, baseline.kind)
  const [old] = await statementHistory(tx, baseline.id, requirement.id)
  if (version !== undefined && version !== (old?.version ?? 0)) throw changedMeanwhile()
  const said = Statement.parse(
    defined({
      ...given,
      requirement: requirement.id,
      who: given.who ?? actor.name,
      on: given.on ?? at.toISOString().slice(0, 10),
    }),
  )
  const row = await tx
    .insertInto('statement')
    .values({
      organization_id: actor.organization,
      baseline_id: baseline.id,
      requirement: requirement.id,
      version: (old?.version ?? 0) + 1,
      said: JSON.stringify(said),
      written_by: actor.id ?? null,
      written_by_name: actor.name,
      written_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  const kept = toKept(row)
  await append(tx, actor, {
    action: 'state',
    kind: 'statement',
    id: requirement.id,
    ...(old ? { before: old.statement } : {}),
    after: said,
  })
  return kept
}

async function demandAssigned(tx: Tx, actor: Actor, requirement: string): Promise<void> {
  await demandVisible(tx, { ...actor, role: 'contributor' }, requirement)
}

function demandStatable(requirement: Requirement, kind: 'full' | 'quick scan'): void {
  if (!isRatedByItself(requirement))
    throw new Refusal(
      'invalid',
      `${requirement.id} follows from other requirements. Write the statement there.`,
    )
  if (requirementsOf(kind, [requirement]).length === 0)
    throw new Refusal(
      'invalid',
      `${requirement.id} is not part of the quick scan. Start a full baseline for it.`,
    )
}

function defined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
}

function toKept(row: Selectable<Tables['statement']>): KeptStatement {
  return {
    version: row.version,
    statement: Statement.parse(row.said),
    writtenBy: row.written_by_name,
    writtenAt: row.written_at.toISOString(),
  }
}
