import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Day } from './days.ts'
import type { ActionKind, ActionState, ManagementReview, ReviewAction } from './management-review.ts'

/** Everything that reviews decided, in the order of the reviews. */
export async function readActions(tx: Tx): Promise<readonly ReviewAction[]> {
  const rows = await tx
    .selectFrom('review_action as action')
    .innerJoin('management_review as review', (join) =>
      join
        .onRef('review.organization_id', '=', 'action.organization_id')
        .onRef('review.id', '=', 'action.review_id'),
    )
    .selectAll('action')
    .select('review.number')
    .orderBy('review.number')
    .orderBy('action.created_at')
    .orderBy('action.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    review: row.number,
    kind: row.kind,
    says: row.says,
    owner: row.owner,
    dueOn: row.due_on,
    state: row.state,
    outcome: row.outcome,
    ...(row.ended_on === null ? {} : { endedOn: row.ended_on }),
    version: row.version,
  }))
}

/** What is decided. */
export type ActionDraft = Readonly<{ kind: ActionKind; says: string; owner: string; dueOn: Day }>

/** Adds a decision to a review that nobody has signed yet. */
export async function addAction(
  tx: Tx,
  actor: Actor,
  { id: review, number }: ManagementReview,
  { draft, at }: Readonly<{ draft: ActionDraft; at: Date }>,
): Promise<void> {
  const { kind, says, owner, dueOn } = draft
  const { id } = await tx
    .insertInto('review_action')
    .values({
      organization_id: actor.organization,
      review_id: review,
      kind,
      says,
      owner,
      due_on: dueOn,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await append(tx, actor, {
    action: 'decide',
    kind: 'review action',
    id,
    after: { review: number, ...draft },
  })
}

/** Takes a decision out of a review that nobody has signed yet. */
export async function removeAction(
  tx: Tx,
  actor: Actor,
  { id: review, number }: ManagementReview,
  id: string,
): Promise<void> {
  const row = await tx
    .deleteFrom('review_action')
    .where('id', '=', id)
    .where('review_id', '=', review)
    .returning(['kind', 'says', 'owner', 'due_on'])
    .executeTakeFirst()
  if (!row) throw noSuchAction()
  await append(tx, actor, {
    action: 'remove',
    kind: 'review action',
    id,
    before: { review: number, kind: row.kind, says: row.says, owner: row.owner, dueOn: row.due_on },
  })
}

/** What became of a decision. */
export type ActionEnd = Readonly<{ state: ActionState; outcome: string }>

/** Writes down how far an action is; done or dropped takes a word about what came of it. */
export async function followAction(
  tx: Tx,
  actor: Actor,
  { id, version, on }: Readonly<{ id: string; version: number | undefined; on: Day }>,
  { state, outcome }: ActionEnd,
): Promise<void> {
  const old = (await readActions(tx)).find((one) => one.id === id)
  if (!old) throw noSuchAction()
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  if (state !== 'open' && outcome.trim() === '')
    throw new Refusal('invalid', 'Say what came of it before the action is ended.')
  const row = await tx
    .updateTable('review_action')
    .set({
      state,
      outcome,
      ended_on: state === 'open' ? null : on,
      ended_by_name: state === 'open' ? null : actor.name,
      version: old.version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', old.version)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  await append(tx, actor, {
    action: state === 'open' ? 'open again' : 'end',
    kind: 'review action',
    id,
    before: { state: old.state, outcome: old.outcome },
    after: { review: old.review, state, outcome },
  })
}

function noSuchAction(): Refusal {
  return new Refusal('not-found', 'There is no such action of a review.')
}
