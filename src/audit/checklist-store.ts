import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { readSample } from '#assessment/sample-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Requirement } from '#content/requirement.ts'
import { asJson } from '#db/json.ts'
import type { Tables, Tx } from '#db/records.ts'
import type { Audit } from './audit.ts'
import { demandImpartial, type Processes } from './auditor-store.ts'
import { Asks, AuditAnswer, type ChecklistLine, makeChecklist, SeenEvidence } from './checklist.ts'
import { FrozenResult } from './finding.ts'
import { resultsByRequirement } from './result-store.ts'

/** Makes the checklist of an audit: what is asked, and what the computed checks say now. */
export async function keepChecklist(
  tx: Tx,
  actor: Actor,
  { id, clauses }: Audit,
  requirements: readonly Requirement[],
): Promise<void> {
  const results = await resultsByRequirement(tx)
  const lines = makeChecklist(requirements, clauses)
  if (lines.length === 0)
    throw new Refusal('conflict', 'The scope holds no requirement: there is nothing to ask.')
  await tx
    .insertInto('audit_question')
    .values(
      lines.map(({ requirement, asks }) => ({
        organization_id: actor.organization,
        audit_id: id,
        requirement,
        asks: asJson(asks),
        results: asJson(results.get(requirement) ?? []),
        evidence: '[]',
      })),
    )
    .execute()
}

/** The checklist of an audit, in the order of the clauses. */
export async function readChecklist(
  tx: Tx,
  audit: string,
  order: ReadonlyMap<string, number>,
): Promise<readonly ChecklistLine[]> {
  const rows = await tx.selectFrom('audit_question').selectAll().where('audit_id', '=', audit).execute()
  return rows
    .map(toLine)
    .toSorted((a, b) => (order.get(a.requirement) ?? 0) - (order.get(b.requirement) ?? 0))
}

/** An answer to one line; version: of the line as whoever answers read it. */
export type Answering = Readonly<{
  requirement: string
  answer: AuditAnswer | undefined
  notes: string
  evidence?: readonly SeenEvidence[] | undefined
  version: number | undefined
}>

/** Answers lines of a checklist, all or none. Nobody answers about the own work, also who is not on the team. */
export async function answerLines(
  tx: Tx,
  actor: Actor,
  audit: Audit,
  answers: readonly Answering[],
  { processes, at }: Readonly<{ processes: Processes; at: Date }>,
): Promise<void> {
  if (audit.state !== 'prepared' && audit.state !== 'conducting')
    throw new Refusal('conflict', 'The checklist is answered while the audit is prepared or held.')
  if (audit.kind === 'internal' && actor.id !== undefined) {
    const about = answers.map(({ requirement }) => requirement)
    await demandImpartial(tx, actor, { people: [{ id: actor.id, name: actor.name }], about }, processes)
  }
  for (const answering of answers) await answerLine(tx, actor, audit, answering, at)
}

async function answerLine(
  tx: Tx,
  actor: Actor,
  { id: audit }: Audit,
  answering: Answering,
  at: Date,
): Promise<void> {
  const { requirement, answer, notes, evidence, version } = answering
  const row = await tx
    .selectFrom('audit_question')
    .selectAll()
    .where('audit_id', '=', audit)
    .where('requirement', '=', requirement)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', `${requirement} is not on the checklist of this audit.`)
  if (version !== undefined && version !== row.version) throw changedMeanwhile()
  const old = toLine(row)
  const written = await tx
    .updateTable('audit_question')
    .set({
      answer: answer ?? null,
      notes,
      ...(evidence === undefined ? {} : { evidence: asJson(evidence) }),
      answered_by: actor.id ?? null,
      answered_by_name: actor.name,
      answered_at: at,
      version: row.version + 1,
    })
    .where('audit_id', '=', audit)
    .where('requirement', '=', requirement)
    .where('version', '=', row.version)
    .returningAll()
    .executeTakeFirst()
  if (!written) throw changedMeanwhile()
  const line = toLine(written)
  await append(tx, actor, {
    action: 'answer',
    kind: 'audit question',
    id: `${audit} ${requirement}`,
    before: answerOf(old),
    after: answerOf(line),
  })
}

function answerOf({ answer, notes, evidence }: ChecklistLine) {
  return { answer, notes, evidence }
}

/** A sample that was looked at in an audit. */
export type LinkedSample = Readonly<{
  id: string
  name: string
  requirement: string | undefined
  size: number
  seed: number | undefined
  sha256: string
}>

/** Links a sample to an audit, and to the line that it was drawn for. */
export async function linkSample(
  tx: Tx,
  actor: Actor,
  audit: Audit,
  { sample, requirement, at }: Readonly<{ sample: string; requirement: string | undefined; at: Date }>,
): Promise<void> {
  if (audit.state !== 'prepared' && audit.state !== 'conducting')
    throw new Refusal('conflict', 'Samples are looked at while the audit is prepared or held.')
  const { name } = await readSample(tx, actor, sample)
  await tx
    .insertInto('audit_sample')
    .values({
      organization_id: actor.organization,
      audit_id: audit.id,
      sample_id: sample,
      requirement: requirement ?? null,
      linked_by_name: actor.name,
      linked_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await append(tx, actor, {
    action: 'link sample',
    kind: 'audit',
    id: audit.id,
    after: { sample, name, requirement },
  })
}

/** The samples of an audit. */
export async function samplesOf(tx: Tx, audit: string): Promise<readonly LinkedSample[]> {
  const rows = await tx
    .selectFrom('audit_sample')
    .innerJoin('sample', (join) =>
      join
        .onRef('sample.organization_id', '=', 'audit_sample.organization_id')
        .onRef('sample.id', '=', 'audit_sample.sample_id'),
    )
    .select([
      'sample.id',
      'sample.name',
      'sample.seed',
      'sample.sha256',
      'sample.drawn',
      'audit_sample.requirement',
    ])
    .where('audit_sample.audit_id', '=', audit)
    .orderBy('audit_sample.linked_at')
    .orderBy('sample.id')
    .execute()
  return rows.map(({ id, name, seed, sha256, drawn, requirement }) => ({
    id,
    name,
    seed: seed ?? undefined,
    sha256,
    requirement: requirement ?? undefined,
    size: sizeOf(drawn),
  }))
}

function sizeOf(drawn: unknown): number {
  const records = (drawn as { drawn?: readonly unknown[] } | null)?.drawn // as the store of samples wrote it
  return records?.length ?? 0
}

function toLine(row: Selectable<Tables['audit_question']>): ChecklistLine {
  return {
    requirement: row.requirement,
    asks: Asks.parse(row.asks),
    results: FrozenResult.array().parse(row.results),
    answer: row.answer === null ? undefined : AuditAnswer.parse(row.answer),
    notes: row.notes,
    evidence: SeenEvidence.array().parse(row.evidence),
    answeredBy:
      row.answered_by === null ? undefined : { id: row.answered_by, name: row.answered_by_name ?? '' },
    answeredAt: row.answered_at?.toISOString(),
    version: row.version,
  }
}
