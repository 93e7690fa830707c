import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import { compareEdits, decisionsWith, type EditedTask, planWith, type TaskEdit } from './edited-tasks.ts'
import { writePlan } from './plan-store.ts'
import { decideAll } from './remedy-store.ts'
import type { OpenRoadmap } from './roadmap-store.ts'

/** What a file that came back would change, or changed. */
export type EditPlan = Readonly<{ edits: readonly TaskEdit[]; digest: string }>

/** What a file that came back says otherwise than the roadmap; nothing is written. */
export function previewEdits(edited: readonly EditedTask[], open: OpenRoadmap): EditPlan {
  const { schedule, plan, remedies, today } = open
  if (!schedule)
    throw new Refusal('conflict', 'There is no roadmap yet to hold a file against. Plan it first.')
  return compareEdits(edited, { schedule: schedule.schedule, plan, remedies, today })
}

/** Writes exactly what was previewed, what was refused left out; if anything changed meanwhile, nothing is written. */
export async function applyEdits(
  tx: Tx,
  actor: Actor,
  edited: readonly EditedTask[],
  { open, digest, file, at }: Readonly<{ open: OpenRoadmap; digest: string; file: string; at: Date }>,
): Promise<EditPlan> {
  const found = previewEdits(edited, open)
  if (found.digest !== digest) throw changedMeanwhile()
  const reason = `From ${file}`
  const decisions = decisionsWith(open.remedies, found.edits).map((one) => ({
    ...one,
    reason: one.reason === '' ? reason : one.reason,
  }))
  const known = new Set(open.remedies.map(({ requirement }) => requirement))
  if (decisions.length > 0) await decideAll(tx, actor, decisions, { known, at })
  const plan = planWith(open.plan, found.edits)
  if (JSON.stringify(plan) !== JSON.stringify(open.plan))
    await writePlan(tx, actor, plan, { version: open.kept.version, at, reason })
  return found
}
