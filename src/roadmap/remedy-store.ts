import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { appendAll } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { EffortDays } from '#content/requirement.ts'
import type { Tables, Tx } from '#db/records.ts'
import { type KeptRemedy, needsReason, type RemedyDecision, undecided } from './remedy.ts'

/** One decision that is to be kept; version is the one it is based on. */
export type GivenDecision = RemedyDecision & Readonly<{ requirement: string; version?: number | undefined }>

/** What was decided last about each remedy, by requirement. */
export async function readDecisions(tx: Tx): Promise<ReadonlyMap<string, KeptRemedy>> {
  const rows = await tx
    .selectFrom('remedy_decision')
    .selectAll()
    .distinctOn('requirement')
    .orderBy('requirement')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.requirement, toKept(row)]))
}

/** Keeps decisions, all or none; known are the requirements that have a remedy. */
export async function decideAll(
  tx: Tx,
  actor: Actor,
  given: readonly GivenDecision[],
  { known, at }: Readonly<{ known: ReadonlySet<string>; at: Date }>,
): Promise<ReadonlyMap<string, KeptRemedy>> {
  const standing = await readDecisions(tx)
  refuse(given, known)
  const rows = given.map((one) => {
    const old = standing.get(one.requirement) ?? undecided
    if (one.version !== undefined && one.version !== old.version) throw changedMeanwhile()
    return {
      organization_id: actor.organization,
      requirement: one.requirement,
      version: old.version + 1,
      state: one.state,
      reason: one.reason.trim(),
      role: one.role ?? null,
      effort: one.effort ? JSON.stringify(one.effort) : null,
      decided_by: actor.id ?? null,
      decided_by_name: actor.name,
      decided_at: at,
    }
  })
  if (rows.length === 0) return new Map()
  const kept = await tx
    .insertInto('remedy_decision')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute()
  if (kept.length < rows.length) throw changedMeanwhile()
  await appendAll(
    tx,
    actor,
    rows.map(({ requirement, state, reason, role, effort }) => ({
      action: 'decide',
      kind: 'remedy',
      id: requirement,
      before: said(standing.get(requirement) ?? undecided),
      after: said({
        state,
        role: role ?? undefined,
        effort: effort ? EffortDays.parse(JSON.parse(effort)) : undefined,
      }),
      ...(reason === '' ? {} : { reason }),
    })),
  )
  return new Map(kept.map((row) => [row.requirement, toKept(row)]))
}

function refuse(given: readonly GivenDecision[], known: ReadonlySet<string>): void {
  const seen = new Set<string>()
  for (const { requirement, state, reason } of given) {
    if (!known.has(requirement))
      throw new Refusal('not-found', `${requirement} has no gap, so there is nothing to decide about.`)
    if (seen.has(requirement)) throw new Refusal('invalid', `${requirement} is named twice.`)
    if (needsReason(state) && reason.trim() === '')
      throw new Refusal('invalid', `Say why the remedy of ${requirement} is ${state}.`)
    seen.add(requirement)
  }
}

function said({ state, role, effort }: Pick<KeptRemedy, 'state' | 'role' | 'effort'>) {
  return { state, ...(role === undefined ? {} : { role }), ...(effort === undefined ? {} : { effort }) }
}

function toKept(row: Selectable<Tables['remedy_decision']>): KeptRemedy {
  return {
    state: row.state,
    reason: row.reason,
    ...(row.role === null ? {} : { role: row.role }),
    ...(row.effort === null ? {} : { effort: EffortDays.parse(row.effort) }),
    version: row.version,
    decidedBy: row.decided_by_name,
    decidedAt: row.decided_at.toISOString(),
  }
}
