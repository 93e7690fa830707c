import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import { asJson } from '#db/json.ts'
import type { Tx } from '#db/records.ts'
import type { Alignment } from './alignment.ts'

/** What is kept of an alignment: its shares, and how many stand in each list. */
export type ReviewedAlignment = Readonly<{
  score?: number
  ofServices?: number
  ofGoals?: number
  goalsWithoutService: number
  servicesWithoutGoal: number
  kpisWithoutOwner: number
}>

/** A review as it was held. Days are ISO days. */
export type AlignmentReview = Readonly<{
  id: string
  note: string
  alignment: ReviewedAlignment
  nextOn: string
  reviewedBy: string
  reviewedAt: string
}>

/** Keeps how goals and services fit today, and when somebody looks again. */
export async function keepAlignmentReview(
  tx: Tx,
  actor: Actor,
  alignment: Alignment,
  { note, nextOn, at }: Readonly<{ note: string; nextOn: string; at: Date }>,
): Promise<void> {
  if (nextOn <= at.toISOString().slice(0, 10))
    throw new Refusal('invalid', 'The next review lies in the past. Choose a day after today.')
  const kept = reviewedOf(alignment)
  const { id } = await tx
    .insertInto('alignment_review')
    .values({
      organization_id: actor.organization,
      note,
      alignment: asJson(kept),
      next_on: nextOn,
      reviewed_by: actor.id ?? null,
      reviewed_by_name: actor.name,
      reviewed_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await append(tx, actor, { action: 'review', kind: 'alignment', id, after: { note, nextOn, ...kept } })
}

/** The reviews, newest first. */
export async function listAlignmentReviews(tx: Tx, limit: number): Promise<readonly AlignmentReview[]> {
  const rows = await tx
    .selectFrom('alignment_review')
    .selectAll()
    .orderBy('reviewed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    note: row.note,
    alignment: row.alignment as unknown as ReviewedAlignment, // written by keepAlignmentReview and by nobody else
    nextOn: row.next_on,
    reviewedBy: row.reviewed_by_name,
    reviewedAt: row.reviewed_at.toISOString(),
  }))
}

function reviewedOf(alignment: Alignment): ReviewedAlignment {
  const { score, ofServices, ofGoals } = alignment
  return {
    ...(score === undefined ? {} : { score }),
    ...(ofServices ? { ofServices: ofServices.share } : {}),
    ...(ofGoals ? { ofGoals: ofGoals.share } : {}),
    goalsWithoutService: alignment.goalsWithoutService.length,
    servicesWithoutGoal: alignment.servicesWithoutGoal.length,
    kpisWithoutOwner: alignment.kpisWithoutOwner.length,
  }
}
