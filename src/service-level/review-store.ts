import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import { type Frozen, frozen } from './frozen.ts'
import { monthsAfter } from './report-period.ts'

/** Something that a review agreed; open until it is done. Days are ISO days. */
export type ReviewAction = Readonly<{
  id: string
  review: string
  agreedOn: string
  service: string
  customer: string
  what: string
  owner: string
  dueOn: string
  doneOn: string | undefined
  doneSays: string | undefined
  version: number
}>

/** A review as it was held. */
export type ServiceReview = Readonly<{
  id: string
  service: string
  customer: string
  heldOn: string
  attendees: readonly string[]
  note: string
  figures: unknown
  seal: string
  everyMonths: number
  nextOn: string
  recordedBy: string
  recordedAt: string
}>

/** What is written down about a review. customer is empty where it was held with all of them. */
export type ReviewDraft = Readonly<{
  service: string
  customer: string
  heldOn: string
  attendees: readonly string[]
  note: string
  everyMonths: number
  actions: readonly Readonly<{ what: string; owner: string; dueOn: string }>[]
}>

/** Keeps a review with the figures as they stand, and what was agreed. Gives its id and the day of the next one. */
export async function keepReview(
  tx: Tx,
  actor: Actor,
  draft: ReviewDraft,
  { figures, at }: Readonly<{ figures: object; at: Date }>,
): Promise<Readonly<{ id: string; nextOn: string }>> {
  if (draft.heldOn > at.toISOString().slice(0, 10))
    throw new Refusal('invalid', `The review would be held on ${draft.heldOn}: write it down once it was.`)
  const { text, seal }: Frozen = frozen(figures)
  const nextOn = monthsAfter(draft.heldOn, draft.everyMonths)
  const { id } = await tx
    .insertInto('service_review')
    .values({
      organization_id: actor.organization,
      service: draft.service,
      customer: draft.customer,
      held_on: draft.heldOn,
      attendees: [...draft.attendees],
      note: draft.note,
      figures: text,
      seal,
      every_months: draft.everyMonths,
      next_on: nextOn,
      recorded_by: actor.id ?? null,
      recorded_by_name: actor.name,
      recorded_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (draft.actions.length > 0)
    await tx
      .insertInto('service_review_action')
      .values(
        draft.actions.map(({ what, owner, dueOn }, place) => ({
          organization_id: actor.organization,
          review_id: id,
          place,
          what,
          owner,
          due_on: dueOn,
        })),
      )
      .execute()
  await append(tx, actor, {
    action: 'review',
    kind: 'service',
    id,
    after: { ...draft, nextOn, seal },
  })
  return { id, nextOn }
}

/** The reviews, newest first; of some services where they are named. */
export async function listReviews(
  tx: Tx,
  { services, limit = 200 }: Readonly<{ services?: readonly string[]; limit?: number }> = {},
): Promise<readonly ServiceReview[]> {
  let query = tx
    .selectFrom('service_review')
    .selectAll()
    .orderBy('held_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .limit(limit)
  if (services) query = query.where('service', 'in', services.length > 0 ? services : [''])
  return (await query.execute()).map((row) => ({
    id: row.id,
    service: row.service,
    customer: row.customer,
    heldOn: row.held_on,
    attendees: row.attendees,
    note: row.note,
    figures: JSON.parse(row.figures),
    seal: row.seal,
    everyMonths: row.every_months,
    nextOn: row.next_on,
    recordedBy: row.recorded_by_name,
    recordedAt: row.recorded_at.toISOString(),
  }))
}

/** What reviews agreed: open ones first, by the day they are due; of some services where they are named. */
export async function listActions(tx: Tx, services?: readonly string[]): Promise<readonly ReviewAction[]> {
  let query = tx
    .selectFrom('service_review_action as action')
    .innerJoin('service_review as review', (join) =>
      join
        .onRef('review.organization_id', '=', 'action.organization_id')
        .onRef('review.id', '=', 'action.review_id'),
    )
    .selectAll('action')
    .select(['review.held_on', 'review.service', 'review.customer'])
    .orderBy('action.done_on', (order) => order.asc().nullsFirst())
    .orderBy('action.due_on')
    .orderBy('action.id')
    .limit(1000)
  if (services) query = query.where('review.service', 'in', services.length > 0 ? services : [''])
  return (await query.execute()).map((row) => ({
    id: row.id,
    review: row.review_id,
    agreedOn: row.held_on,
    service: row.service,
    customer: row.customer,
    what: row.what,
    owner: row.owner,
    dueOn: row.due_on,
    doneOn: row.done_on ?? undefined,
    doneSays: row.done_says ?? undefined,
    version: row.version,
  }))
}

/** Says that an action is done, and what came of it. */
export async function finishAction(
  tx: Tx,
  actor: Actor,
  id: string,
  { says, version, at }: Readonly<{ says: string; version: number | undefined; at: Date }>,
): Promise<void> {
  const row = await tx.selectFrom('service_review_action').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such action of a service review.')
  if (version !== undefined && version !== row.version) throw changedMeanwhile()
  if (row.done_on !== null) throw new Refusal('conflict', `This action was done on ${row.done_on}.`)
  const doneOn = at.toISOString().slice(0, 10)
  await tx
    .updateTable('service_review_action')
    .set({ done_on: doneOn, done_says: says, version: row.version + 1 })
    .where('id', '=', id)
    .execute()
  await append(tx, actor, {
    action: 'finish',
    kind: 'service review action',
    id,
    before: { what: row.what, dueOn: row.due_on },
    after: { doneOn, says },
  })
}
