import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import { type Action, type Finding, findingName, isOpen } from './finding.ts'
import { readFinding } from './finding-store.ts'
import { demandWorker } from './finding-work-store.ts'
import { demandPerson } from './people-store.ts'

/** A change of an action; what is not named stays, null takes the day of doing away. */
export type ActionChange = Readonly<{
  says?: string | undefined
  owner?: string | undefined
  dueOn?: string | undefined
  doneOn?: string | null | undefined
  evidence?: string | undefined
}>

/** Adds an action while the cause is analysed or actions are planned and done. */
export async function addAction(
  tx: Tx,
  actor: Actor,
  finding: string,
  { says, owner, dueOn }: Readonly<{ says: string; owner: string; dueOn: string }>,
): Promise<Action> {
  const old = await demandPlannable(tx, actor, finding)
  const person = await demandPerson(tx, owner)
  const { id } = await tx
    .insertInto('finding_action')
    .values({
      organization_id: actor.organization,
      finding_id: finding,
      says,
      owner_id: person.id,
      owner_name: person.name,
      doers: [person.id],
      due_on: dueOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const planned = { finding: findingName(old), says, owner: person, dueOn }
  await append(tx, actor, { action: 'plan', kind: 'finding action', id, after: planned })
  return demandAction(await readFinding(tx, actor, finding), id)
}

/** Changes an action, or says that it was done; done without evidence is refused. */
export async function changeAction(
  tx: Tx,
  actor: Actor,
  { finding, action }: Readonly<{ finding: string; action: string }>,
  change: ActionChange,
  { version, today }: Readonly<{ version: number | undefined; today: string }>,
): Promise<void> {
  const found = await demandPlannable(tx, actor, finding)
  const old = demandAction(found, action)
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  const owner = change.owner === undefined ? old.owner : await demandPerson(tx, change.owner)
  const next = { ...after(old, change), owner }
  const { doneOn } = next
  demandShown(next, today)
  const isNowDone = doneOn !== undefined && old.doneOn === undefined
  if (old.doneOn !== undefined && owner.id !== old.owner.id)
    throw new Refusal(
      'conflict',
      `"${old.says}" was done by ${old.owner.name}: whoever did an action stays its owner, so that somebody else checks its effect.`,
    )
  const written = await tx
    .updateTable('finding_action')
    .set({
      says: next.says,
      owner_id: owner.id,
      owner_name: owner.name,
      due_on: next.dueOn,
      done_on: doneOn ?? null,
      evidence: next.evidence,
      version: old.version + 1,
      doers: doersAfter(old, owner.id, isNowDone ? actor.id : undefined),
      ...(isNowDone ? { done_by_name: actor.name } : {}),
    })
    .where('id', '=', action)
    .where('version', '=', old.version)
    .returning('id')
    .executeTakeFirst()
  if (!written) throw changedMeanwhile()
  const { id: _, version: __, doers: ___, ...before } = old
  await append(tx, actor, {
    action: isNowDone ? 'done' : 'change',
    kind: 'finding action',
    id: action,
    before,
    after: next,
  })
}

function doersAfter({ doers }: Action, ...more: readonly (string | undefined)[]): string[] {
  return [...new Set([...doers, ...more.filter((one) => one !== undefined)])]
}

function after(old: Action, { says, dueOn, doneOn, evidence }: ActionChange) {
  return {
    says: says ?? old.says,
    dueOn: dueOn ?? old.dueOn,
    doneOn: doneOn === undefined ? old.doneOn : (doneOn ?? undefined),
    evidence: evidence ?? old.evidence,
  }
}

/** Done is what was done, and can be shown. */
function demandShown({ says, doneOn, evidence }: ReturnType<typeof after>, today: string): void {
  if (doneOn === undefined) return
  if (!evidence.trim())
    throw new Refusal(
      'invalid',
      `Say what shows that "${says}" was done: an action without evidence is not done.`,
    )
  if (doneOn > today)
    throw new Refusal('invalid', `${doneOn} is still to come: an action is done when it was done.`)
}

/** A finding whose actions may be worked on: before the waiting time for their effect has begun. */
async function demandPlannable(tx: Tx, actor: Actor, id: string): Promise<Finding> {
  const finding = await readFinding(tx, actor, id)
  demandWorker(actor, finding)
  if (isOpen(finding) && finding.state !== 'verifying') return finding
  throw new Refusal('conflict', `${findingName(finding)} is ${finding.state}: its actions stay as they are.`)
}

function demandAction({ actions }: Finding, id: string): Action {
  const action = actions.find((one) => one.id === id)
  if (!action) throw new Refusal('not-found', 'There is no such action.')
  return action
}
