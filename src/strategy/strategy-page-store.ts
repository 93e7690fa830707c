import type { Actor } from '#access/actor.ts'
import { standingMeasures } from '#adoption/register-measures-store.ts'
import type { Tx } from '#db/records.ts'
import { readLatestCollection } from '#evidence/collection-store.ts'
import { measureAlignment } from './alignment.ts'
import { keepAlignmentReview, listAlignmentReviews } from './alignment-review-store.ts'
import { describeStrategy, type StrategyMatter } from './describe-strategy.ts'
import { readStrategyRecords } from './goal-store.ts'

const shownReviews = 20

/** Whose strategy is asked for, by which pack, and on which day. */
export type StrategyAsking = Pick<StrategyMatter, 'library' | 'content' | 'on'> &
  Readonly<{ organization: string }>

/** Goals, alignment and hypotheses of an organization, held against its newest evidence. */
export async function readStrategyPage(tx: Tx, { organization, ...rest }: StrategyAsking) {
  const collected = await readLatestCollection(tx)
  const now = new Date(rest.on)
  const measures = await standingMeasures(tx, collected, { organization, library: rest.library, now })
  return describeStrategy({
    ...rest,
    strategy: await readStrategyRecords(tx, organization),
    collected: { results: collected?.results ?? [], measures },
    reviews: await listAlignmentReviews(tx, shownReviews),
  })
}

/** Keeps a review of the alignment as it stands. */
export async function reviewAlignment(
  tx: Tx,
  actor: Actor,
  review: Readonly<{ note: string; nextOn: string; at: Date }>,
): Promise<void> {
  const strategy = await readStrategyRecords(tx, actor.organization)
  await keepAlignmentReview(tx, actor, measureAlignment(strategy), review)
}
