import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { changedMeanwhile } from '#access/organization-store.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { asJson } from '#db/json.ts'
import type { Tables, Tx } from '#db/records.ts'
import { demandSigner, type Proof } from '#strategy/decision-store.ts'
import type { Day } from './days.ts'
import {
  type CarriedAction,
  carryForward,
  type ManagementReview,
  type ReviewAction,
  type Signature,
  sealOf,
  unspoken,
} from './management-review.ts'
import { readActions } from './review-action-store.ts'
import type { PreparedInput } from './review-facts.ts'

/** The reviews, newest first. */
export async function listReviews(tx: Tx): Promise<readonly ManagementReview[]> {
  const rows = await tx.selectFrom('management_review').selectAll().orderBy('number', 'desc').execute()
  return rows.map(toReview)
}

/** The review that was signed last; undefined before the first one. */
export async function lastSigned(tx: Tx): Promise<ManagementReview | undefined> {
  return (await listReviews(tx)).find(({ signature }) => signature !== undefined)
}

/** One review; refused where there is none. */
export async function demandReview(tx: Tx, id: string): Promise<ManagementReview> {
  const row = await tx.selectFrom('management_review').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such management review.')
  return toReview(row)
}

/** One review that nobody has signed yet, in the version that a change is based on. */
export async function demandOpen(tx: Tx, id: string, version: number | undefined): Promise<ManagementReview> {
  const review = await demandReview(tx, id)
  if (review.signature)
    throw new Refusal(
      'conflict',
      `Review ${review.number} is signed and stays as it is. Prepare the next one.`,
    )
  if (version !== undefined && version !== review.version) throw changedMeanwhile()
  return review
}

/** The inputs of a review, with the day on which they were read. */
export type Preparing = Readonly<{ inputs: readonly PreparedInput[]; at: Date }>

/** Prepares the next review with the figures as they stand; refused while one waits to be signed. */
export async function startReview(
  tx: Tx,
  actor: Actor,
  heldOn: Day,
  { inputs, at }: Preparing,
): Promise<ManagementReview> {
  const [newest] = await listReviews(tx)
  if (newest && !newest.signature)
    throw new Refusal('conflict', `Review ${newest.number} is not signed yet. Finish it before the next one.`)
  const row = await tx
    .insertInto('management_review')
    .values({
      organization_id: actor.organization,
      number: (newest?.number ?? 0) + 1,
      held_on: heldOn,
      inputs: asJson(inputs),
      carried: asJson(await carriedTo(tx, at)),
      minutes: '{}',
      prepared_by: actor.id ?? null,
      prepared_by_name: actor.name,
      prepared_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const review = toReview(row)
  await append(tx, actor, {
    action: 'prepare',
    kind: 'management review',
    id: review.id,
    after: { number: review.number, heldOn, inputs },
  })
  return review
}

/** Reads the figures of a review anew; what was said stays. */
export async function prepareAnew(
  tx: Tx,
  actor: Actor,
  { id, version }: Readonly<{ id: string; version: number | undefined }>,
  { inputs, at }: Preparing,
): Promise<void> {
  const old = await demandOpen(tx, id, version)
  await change(tx, old, {
    inputs: asJson(inputs),
    carried: asJson(await carriedTo(tx, at)),
    prepared_by: actor.id ?? null,
    prepared_by_name: actor.name,
    prepared_at: at,
  })
  await append(tx, actor, {
    action: 'prepare',
    kind: 'management review',
    id,
    before: { inputs: old.inputs },
    after: { number: old.number, inputs },
  })
}

/** What is written down of a review. */
export type Minutes = Readonly<
  Pick<ManagementReview, 'heldOn' | 'attendees' | 'minutes' | 'conclusion'> & { nextOn?: Day | undefined }
>

/** Writes down who was there, what was said about each input, and when the next review is. */
export async function writeMinutes(
  tx: Tx,
  actor: Actor,
  { id, version }: Readonly<{ id: string; version: number | undefined }>,
  { heldOn, nextOn, attendees, minutes, conclusion }: Minutes,
): Promise<void> {
  const old = await demandOpen(tx, id, version)
  const strange = Object.keys(minutes).find((input) => !old.inputs.some((one) => one.id === input))
  if (strange !== undefined) throw new Refusal('invalid', `${strange} is no input of a review: take it out.`)
  await change(tx, old, {
    held_on: heldOn,
    next_on: nextOn ?? null,
    attendees,
    minutes: asJson(minutes),
    conclusion,
  })
  const said = ({ heldOn, nextOn, attendees, minutes, conclusion }: Minutes) => ({
    heldOn,
    nextOn,
    attendees,
    minutes,
    conclusion,
  })
  await append(tx, actor, {
    action: 'write',
    kind: 'management review',
    id,
    before: said(old),
    after: said({ heldOn, nextOn, attendees, minutes, conclusion }),
  })
}

/** Signs a review with the figures and words that were shown; from then on it stays. */
export async function signReview(
  tx: Tx,
  actor: Actor,
  id: string,
  { seal, provedBy, at }: Readonly<{ seal: string; provedBy: Proof; at: Date }>,
): Promise<void> {
  const review = await demandOpen(tx, id, undefined)
  const actions = (await readActions(tx)).filter((one) => one.review === review.number)
  if (sealOf(review, actions) !== seal)
    throw new Refusal(
      'conflict',
      'The review has changed since you opened it. Read it as it is now, then sign.',
    )
  if (review.heldOn > at.toISOString().slice(0, 10))
    throw new Refusal('invalid', `The review is to be held on ${review.heldOn}. Sign it once it was held.`)
  if (review.attendees.trim() === '')
    throw new Refusal('invalid', 'Write down who was there before the review is signed.')
  const signer = demandSigner(actor)
  const isComplete = unspoken(review).length === 0
  await change(tx, review, {
    seal,
    is_complete: isComplete,
    proved_by: provedBy,
    signed_by: signer,
    signed_by_name: actor.name,
    signed_as: actor.role,
    signed_at: at,
  })
  await append(tx, actor, {
    action: 'sign',
    kind: 'management review',
    id,
    after: { number: review.number, signedAs: actor.role, provedBy, seal, isComplete, actions },
  })
}

async function carriedTo(tx: Tx, at: Date): Promise<readonly CarriedAction[]> {
  const before = await lastSigned(tx)
  return carryForward(await readActions(tx), { on: at.toISOString().slice(0, 10), since: before?.heldOn })
}

type Columns = Partial<Omit<Selectable<Tables['management_review']>, 'inputs' | 'carried' | 'minutes'>> &
  Partial<Readonly<{ inputs: string; carried: string; minutes: string }>>

async function change(tx: Tx, { id, version }: ManagementReview, set: Columns): Promise<void> {
  const row = await tx
    .updateTable('management_review')
    .set({ ...set, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
}

/** Counts a change of the actions of a review as one of the review. */
export async function touchReview(tx: Tx, review: ManagementReview): Promise<void> {
  await change(tx, review, {})
}

function toReview(row: Selectable<Tables['management_review']>): ManagementReview {
  return {
    id: row.id,
    number: row.number,
    heldOn: row.held_on,
    nextOn: row.next_on ?? undefined,
    attendees: row.attendees,
    inputs: row.inputs as readonly PreparedInput[], // written by this store and by nobody else
    carried: row.carried as readonly CarriedAction[], // as above
    minutes: row.minutes as Readonly<Record<string, string>>, // as above
    conclusion: row.conclusion,
    preparedBy: row.prepared_by_name,
    preparedAt: row.prepared_at.toISOString(),
    version: row.version,
    signature: signatureOf(row),
  }
}

function signatureOf(row: Selectable<Tables['management_review']>): Signature | undefined {
  if (row.signed_at === null || row.seal === null) return undefined
  return {
    by: row.signed_by_name ?? '',
    as: row.signed_as ?? '',
    at: row.signed_at.toISOString(),
    provedBy: row.proved_by ?? 'password',
    seal: row.seal,
    isComplete: row.is_complete ?? false,
  }
}

/** The actions of one review, in the order in which they were decided. */
export function actionsOf(
  { number }: ManagementReview,
  actions: readonly ReviewAction[],
): readonly ReviewAction[] {
  return actions.filter(({ review }) => review === number)
}
