import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import type { CapabilityLevel } from '#assessment/capability.ts'
import { Refusal } from '#base/refusal.ts'
import type { Library } from '#content/library.ts'
import { clauseOf } from '#content/requirement.ts'
import type { StrategyContent } from '#content/strategy.ts'
import type { Tx } from '#db/records.ts'
import { readLatestCollection } from '#evidence/collection-store.ts'
import { readAll } from '#registers/record-store.ts'
import {
  type Process,
  processOf,
  type SetTarget,
  type Supported,
  targetCapabilities,
} from './capability-target.ts'
import { readStrategyRecords } from './goal-store.ts'

type Known = Readonly<{
  library: Pick<Library, 'catalogue'>
  content: Pick<StrategyContent, 'themes'>
}>

/** The target of every process with its gap, from goals, from what was set, and from the newest evidence. */
export async function readCapabilityTargets(tx: Tx, organization: string, known: Known) {
  const collected = await readLatestCollection(tx)
  return {
    collectedAt: collected?.dataUntil,
    processes: targetCapabilities(
      processesIn(known.library),
      await readSupported(tx, organization, known),
      await readSet(tx),
      collected?.results ?? [],
    ),
  }
}

/** Sets the level of a process, with the reason why it is not the one that follows from goals. */
export async function setCapabilityTarget(
  tx: Tx,
  actor: Actor,
  target: Readonly<{ clause: string; level: CapabilityLevel; reason: string }>,
  { known, version, at }: Readonly<{ known: Known; version: number | undefined; at: Date }>,
): Promise<number> {
  const { clause, level, reason } = target
  demandProcess(known, clause)
  if (reason.trim() === '')
    throw new Refusal('invalid', `${clause}: say why this level, for whoever reads the history.`)
  const old = (await readSet(tx)).get(clause)
  if (version !== undefined && version !== (old?.version ?? 0)) throw changedMeanwhile()
  const values = {
    level,
    reason: reason.trim(),
    version: (old?.version ?? 0) + 1,
    changed_by: actor.id ?? null,
    changed_by_name: actor.name,
    changed_at: at,
  }
  await tx
    .insertInto('capability_target')
    .values({ organization_id: actor.organization, clause, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'clause']).doUpdateSet(values))
    .execute()
  await append(tx, actor, {
    action: 'write',
    kind: 'capability target',
    id: clause,
    before: old && { level: old.level, reason: old.reason },
    after: { level, reason: values.reason },
  })
  return values.version
}

/** Takes back what was set: the level follows from goals again. */
export async function clearCapabilityTarget(tx: Tx, actor: Actor, clause: string): Promise<void> {
  const old = await tx
    .deleteFrom('capability_target')
    .where('clause', '=', clause)
    .returning(['level', 'reason'])
    .executeTakeFirst()
  if (!old) throw new Refusal('not-found', `No level is set for ${clause}: it follows from goals.`)
  await append(tx, actor, { action: 'remove', kind: 'capability target', id: clause, before: old })
}

function processesIn({ catalogue }: Known['library']): readonly Process[] {
  return (
    catalogue.clauses
      // What a clause says in general is no process.
      .filter(({ id, title }) => processOf(id) === id && title !== 'General')
      .map(({ id, title }) => ({ clause: id, title }))
  )
}

function demandProcess({ library }: Known, clause: string): void {
  if (processesIn(library).some((one) => one.clause === clause)) return
  throw new Refusal(
    'not-found',
    `There is no process ${clause}. Processes are the clauses of three parts in clause 8.`,
  )
}

async function readSet(tx: Tx): Promise<ReadonlyMap<string, SetTarget>> {
  const rows = await tx.selectFrom('capability_target').selectAll().orderBy('clause').execute()
  return new Map(
    rows.map(({ clause, level, reason, version, changed_by_name: changedBy, changed_at: at }) => [
      clause,
      {
        level: level as CapabilityLevel, // the table holds no other
        reason,
        version,
        changedBy,
        changedAt: at.toISOString(),
      },
    ]),
  )
}

/** Goals that still count, with every clause by which they are supported. */
async function readSupported(
  tx: Tx,
  organization: string,
  { content: { themes } }: Known,
): Promise<readonly Supported[]> {
  const { goals, contributions } = await readStrategyRecords(tx, organization)
  const own = new Map(
    (await readAll(tx, organization, 'goals')).map(({ id, data }) => [
      id,
      Array.isArray(data.clauses) ? data.clauses.map(String) : [],
    ]),
  )
  return goals.map(({ id, number, title, priority, theme }) => ({
    id,
    number,
    title,
    priority,
    clauses: [
      ...(own.get(id) ?? []),
      ...(themes.find((one) => one.id === theme)?.clauses ?? []),
      ...contributions
        .filter((one) => one.goal === id && one.kind === 'requirement' && one.strength !== 'none')
        .map(({ what }) => clauseOf({ id: what })),
    ],
  }))
}
