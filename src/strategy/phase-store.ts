import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Phase } from '#content/strategy.ts'
import { asJson } from '#db/json.ts'
import type { Tx } from '#db/records.ts'
import { demandSigner, type Proof } from './decision-store.ts'
import {
  demandPassable,
  type GateSignature,
  type JudgedPhase,
  type Stated,
  type Waiver,
} from './programme-phase.ts'

/** What people said about criteria, oldest first. */
export async function readCriterionStatements(tx: Tx): Promise<readonly Stated[]> {
  const rows = await tx
    .selectFrom('criterion_statement')
    .selectAll()
    .orderBy('stated_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    criterion: row.criterion,
    isMet: row.is_met,
    says: row.says,
    by: row.stated_by_name,
    on: row.stated_at.toISOString().slice(0, 10),
  }))
}

/** Keeps what somebody says about a criterion that has no rule. */
export async function stateCriterion(
  tx: Tx,
  actor: Actor,
  phases: readonly Phase[],
  { criterion, isMet, says, at }: Readonly<{ criterion: string; isMet: boolean; says: string; at: Date }>,
): Promise<void> {
  const found = phases.flatMap(({ entry, exit }) => [...entry, ...exit]).find(({ id }) => id === criterion)
  if (!found) throw new Refusal('not-found', `There is no criterion ${criterion}.`)
  if (found.rule !== undefined)
    throw new Refusal('invalid', `${found.title} is judged from the records and is not stated by anybody.`)
  const { id } = await tx
    .insertInto('criterion_statement')
    .values({
      organization_id: actor.organization,
      criterion,
      is_met: isMet,
      says,
      stated_by: actor.id ?? null,
      stated_by_name: actor.name,
      stated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await append(tx, actor, { action: 'state', kind: 'criterion', id, after: { criterion, isMet, says } })
}

/** The phases that are signed off. */
export async function readSignatures(tx: Tx): Promise<readonly GateSignature[]> {
  const rows = await tx.selectFrom('phase_signature').selectAll().orderBy('signed_at').execute()
  return rows.map(({ phase, waivers, signed_by_name: by, signed_at: at }) => ({
    phase,
    by,
    at: at.toISOString(),
    waivers: waivers as unknown as readonly Waiver[], // written by signPhase and by nobody else
  }))
}

/** Signs a phase off, with its criteria as they stand and what is waived. */
export async function signPhase(
  tx: Tx,
  actor: Actor,
  phase: JudgedPhase,
  {
    waivers,
    note,
    provedBy,
    at,
  }: Readonly<{ waivers: readonly Waiver[]; note: string; provedBy: Proof; at: Date }>,
): Promise<void> {
  const counted = demandPassable(phase, waivers)
  const signer = demandSigner(actor)
  const criteria = phase.criteria.map(({ id, title, standing, because }) => ({
    id,
    title,
    standing,
    because,
  }))
  await tx
    .insertInto('phase_signature')
    .values({
      organization_id: actor.organization,
      phase: phase.id,
      criteria: asJson(criteria),
      waivers: asJson(counted),
      note,
      proved_by: provedBy,
      signed_by: signer,
      signed_by_name: actor.name,
      signed_as: actor.role,
      signed_at: at,
    })
    .execute()
  await append(tx, actor, {
    action: 'sign',
    kind: 'phase',
    id: phase.id,
    after: { phase: phase.title, signedAs: actor.role, provedBy, criteria, waivers: counted, note },
  })
}
