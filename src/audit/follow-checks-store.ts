import type { Actor } from '#access/actor.ts'
import { findDrifts } from '#assessment/drift.ts'
import type { Tx } from '#db/records.ts'
import { listCollections, openCollection } from '#evidence/collection-store.ts'
import type { Result } from '#evidence/result.ts'
import { isOpen } from './finding.ts'
import { raise, readFindings, writeFinding } from './finding-store.ts'
import { reopening } from './finding-work-store.ts'

/** What a collection did to findings. */
export type Followed = Readonly<{ raised: number; reopened: number }>

/**
 * Follows a collection: a finding that was closed is opened again when its check fails, and a check that passed before and fails
 * now raises a finding, unless one is open for it. So each check has at most one open finding of this kind, however often it is
 * asked. Only what decides on a requirement counts: a missed target or a hint is no nonconformity.
 */
export async function followChecks(tx: Tx, actor: Actor, collection: string, at: Date): Promise<Followed> {
  const heads = await listCollections(tx, undefined, 2)
  const young = (await openCollection(tx, collection))?.collected
  if (!young || heads[0]?.id !== collection) return { raised: 0, reopened: 0 }
  const failing = young.results.filter(
    ({ verdict, purpose }) => verdict === 'fail' && purpose === 'conformity',
  )
  const reopened = await reopenFailing(tx, actor, failing)
  const before = heads[1] && (await openCollection(tx, heads[1].id))?.collected
  const drifted = new Set(findDrifts(before?.results ?? [], young.results).map(({ check }) => check))
  const raised = await raiseDrifted(
    tx,
    actor,
    failing.filter(({ check }) => drifted.has(check)),
    at,
  )
  return { raised, reopened }
}

async function reopenFailing(tx: Tx, actor: Actor, failing: readonly Result[]): Promise<number> {
  const byCheck = new Map(failing.map((result) => [result.check, result]))
  const closed = (await readFindings(tx)).filter(
    ({ state, check }) => state === 'closed' && check !== undefined && byCheck.has(check),
  )
  // Of several findings that were closed for one check the newest is the one that did not hold.
  const newest = [...Map.groupBy(closed, ({ check }) => check).values()].flatMap((found) => found[0] ?? [])
  const open = await openChecks(tx)
  let count = 0
  for (const finding of newest) {
    const result = byCheck.get(finding.check ?? '')
    if (!result || open.has(result.check)) continue
    const reason = `The check "${result.title}" fails again: ${result.because}`
    await writeFinding(tx, actor, finding, reopening(finding), {
      action: 're-open',
      reason,
      version: undefined,
    })
    count += 1
  }
  return count
}

async function raiseDrifted(tx: Tx, actor: Actor, drifted: readonly Result[], at: Date): Promise<number> {
  const open = await openChecks(tx)
  let count = 0
  for (const result of drifted) {
    const requirements = [...new Set(result.decides.map(({ requirement }) => requirement))]
    if (open.has(result.check) || requirements.length === 0) continue
    await raise(
      tx,
      actor,
      {
        source: 'check',
        sourceName: result.title,
        check: result.check,
        grade: result.severity === 'major' ? 'major' : 'minor',
        title: `No longer so: ${result.title}`.slice(0, 300),
        requirements,
        evidence: `${result.met} of ${result.population} from ${result.period.from} to ${result.period.to}. ${result.because}`,
        missing: result.title,
        gradeReason: 'Proposed by the severity of the check, before anybody has judged it.',
        extent: `${result.exceptionCount} exceptions in the period.`,
      },
      at,
    )
    count += 1
  }
  return count
}

/** The checks that have a finding which is not closed. */
async function openChecks(tx: Tx): Promise<ReadonlySet<string>> {
  return new Set((await readFindings(tx)).filter(isOpen).flatMap(({ check }) => check ?? []))
}
