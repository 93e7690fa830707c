import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { asJson } from '#db/json.ts'
import type { Tables, Tx } from '#db/records.ts'
import { DecisionFigures, type DecisionVerdict, sealOf } from './decision.ts'

/** By what whoever signed was recognized again at that moment. */
export type Proof = 'password' | 'passkey'

/** A decision as it was signed; it never changes. */
export type KeptDecision = Readonly<{
  id: string
  verdict: DecisionVerdict
  reasons: string
  conditions: string
  figures: DecisionFigures
  seal: string
  provedBy: Proof
  signedBy: string
  signedAs: string
  signedAt: string
}>

/** What is signed: the decision in words, and the seal of the figures that the page showed. */
export type Signing = Readonly<{
  verdict: DecisionVerdict
  reasons: string
  conditions: string
  seal: string
  provedBy: Proof
  at: Date
}>

/** Keeps a decision with the figures as they stand; refused when they are not those that were shown. */
export async function signDecision(
  tx: Tx,
  actor: Actor,
  figures: DecisionFigures,
  { at, provedBy, seal, ...said }: Signing,
): Promise<KeptDecision> {
  if (sealOf(figures) !== seal)
    throw new Refusal(
      'conflict',
      'The figures have changed since you opened the page. Read them as they are now, then sign.',
    )
  const signer = demandSigner(actor)
  const row = await tx
    .insertInto('decision')
    .values({
      organization_id: actor.organization,
      ...said,
      figures: asJson(figures),
      seal,
      proved_by: provedBy,
      signed_by: signer,
      signed_by_name: actor.name,
      signed_as: actor.role,
      signed_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await append(tx, actor, {
    action: 'sign',
    kind: 'decision',
    id: row.id,
    after: { ...said, signedAs: actor.role, provedBy, figures, seal },
    reason: said.reasons,
  })
  return toKept(row)
}

/** Who signs is a person who signed in; programs and the command line sign nothing. */
export function demandSigner({ kind, id }: Actor): string {
  if (kind === 'person' && id !== undefined) return id
  throw new Refusal('not-allowed', 'Only a person who has signed in can sign. Open the page in the browser.')
}

/** The decisions, newest first. */
export async function listDecisions(tx: Tx, limit: number): Promise<readonly KeptDecision[]> {
  const rows = await tx
    .selectFrom('decision')
    .selectAll()
    .orderBy('signed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toKept)
}

/** The decision that holds: the last one. */
export async function latestDecision(tx: Tx): Promise<KeptDecision | undefined> {
  return (await listDecisions(tx, 1))[0]
}

function toKept(row: Selectable<Tables['decision']>): KeptDecision {
  return {
    id: row.id,
    verdict: row.verdict,
    reasons: row.reasons,
    conditions: row.conditions,
    figures: DecisionFigures.parse(row.figures),
    seal: row.seal,
    provedBy: row.proved_by,
    signedBy: row.signed_by_name,
    signedAs: row.signed_as,
    signedAt: row.signed_at.toISOString(),
  }
}
