import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { asJson } from '#db/json.ts'
import type { Tables, Tx } from '#db/records.ts'
import { AuditReport } from './describe-audit.ts'

/** By what whoever signed was recognized; paper: the report was signed before the audit was kept here. */
export type Proof = 'password' | 'passkey' | 'paper'

/** A signed report; it never changes. */
export type Signature = Readonly<{
  audit: string
  conclusion: string
  report: AuditReport
  seal: string
  provedBy: Proof
  signedBy: string
  signedAs: string
  signedAt: string
}>

/** Something that was found out after the report was signed. */
export type Addendum = Readonly<{ id: string; says: string; addedBy: string; addedAt: string }>

/** True once the report of an audit is signed. */
export async function isSigned(tx: Tx, audit: string): Promise<boolean> {
  const row = await tx
    .selectFrom('audit_signature')
    .select('audit_id')
    .where('audit_id', '=', audit)
    .executeTakeFirst()
  return row !== undefined
}

/** The signed reports of all audits, by audit. */
export async function readSignatures(tx: Tx): Promise<ReadonlyMap<string, Signature>> {
  const rows = await tx.selectFrom('audit_signature').selectAll().orderBy('signed_at').execute()
  return new Map(rows.map((row) => [row.audit_id, toSignature(row)]))
}

/** The signed report of one audit; undefined before it is signed. */
export async function readSignature(tx: Tx, audit: string): Promise<Signature | undefined> {
  const row = await tx
    .selectFrom('audit_signature')
    .selectAll()
    .where('audit_id', '=', audit)
    .executeTakeFirst()
  return row && toSignature(row)
}

/** What is signed, and how whoever signs was recognized. */
export type Signing = Readonly<{
  audit: string
  conclusion: string
  report: AuditReport
  seal: string
  provedBy: Proof
  at: Date
}>

/** Keeps the signature under a report, once. */
export async function keepSignature(
  tx: Tx,
  actor: Actor,
  { audit, report, provedBy, at, ...said }: Signing,
): Promise<void> {
  if (actor.kind !== 'person' || actor.id === undefined)
    throw new Refusal(
      'not-allowed',
      'Only a person who has signed in can sign. Open the page in the browser.',
    )
  await tx
    .insertInto('audit_signature')
    .values({
      organization_id: actor.organization,
      audit_id: audit,
      ...said,
      report: asJson(report),
      proved_by: provedBy,
      signed_by: actor.id,
      signed_by_name: actor.name,
      signed_as: actor.role,
      signed_at: at,
    })
    .execute()
  await append(tx, actor, {
    action: 'sign',
    kind: 'audit report',
    id: audit,
    after: { ...said, signedAs: actor.role, provedBy, report },
  })
}

/** Adds to a signed report; what it says stays. */
export async function addAddendum(
  tx: Tx,
  actor: Actor,
  audit: string,
  says: string,
  at: Date,
): Promise<void> {
  if (!(await isSigned(tx, audit)))
    throw new Refusal('conflict', 'The report is not signed yet: change it instead of adding to it.')
  const row = await tx
    .insertInto('audit_addendum')
    .values({
      organization_id: actor.organization,
      audit_id: audit,
      says,
      added_by: actor.id ?? null,
      added_by_name: actor.name,
      added_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await append(tx, actor, { action: 'add', kind: 'audit addendum', id: row.id, after: { audit, says } })
}

/** What was added to a report, oldest first. */
export async function readAddenda(tx: Tx, audit: string): Promise<readonly Addendum[]> {
  const rows = await tx
    .selectFrom('audit_addendum')
    .selectAll()
    .where('audit_id', '=', audit)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, says, added_by_name: addedBy, added_at: at }) => ({
    id,
    says,
    addedBy,
    addedAt: at.toISOString(),
  }))
}

function toSignature(row: Selectable<Tables['audit_signature']>): Signature {
  return {
    audit: row.audit_id,
    conclusion: row.conclusion,
    report: AuditReport.parse(row.report),
    seal: row.seal,
    provedBy: row.proved_by,
    signedBy: row.signed_by_name,
    signedAs: row.signed_as,
    signedAt: row.signed_at.toISOString(),
  }
}
