import type { Actor } from '#access/actor.ts'
import { standingMeasures } from '#adoption/register-measures-store.ts'
import { readCoverage } from '#assessment/register-facts-store.ts'
import { openState } from '#assessment/state-store.ts'
import type { ToldFacts } from '#assessment/told-facts-store.ts'
import type { ImprovementContent } from '#content/improvement.ts'
import type { Library } from '#content/library.ts'
import type { Tx } from '#db/records.ts'
import type { Proof } from '#strategy/decision-store.ts'
import type { Day } from './days.ts'
import { daysAfter, monthsAfter } from './days.ts'
import { carryForward, sealOf, unspoken } from './management-review.ts'
import { factsOf, type Handed, type Matter, readMatter } from './matter-store.ts'
import { type ActionDraft, addAction, readActions, removeAction } from './review-action-store.ts'
import { type Fact, type PreparedInput, prepareInputs } from './review-facts.ts'
import {
  actionsOf,
  demandOpen,
  demandReview,
  listReviews,
  type Minutes,
  prepareAnew,
  signReview,
  startReview,
  touchReview,
  writeMinutes,
} from './review-store.ts'

/** Whose reviews are asked for, by which pack, when, and what later chapters hand in. */
export type Asking = Readonly<{
  organization: string
  library: Library
  content: ImprovementContent
  now: Date
  handed: Handed
  told: ToldFacts
}>

/** A review is due so many months after the one before where it named no day itself. */
const usualMonths = 6

/** By when the next review is due; undefined before the first one. */
export function nextReviewOn(matter: Pick<Matter, 'reviews'>): Day | undefined {
  const signed = matter.reviews.find(({ signature }) => signature !== undefined)
  return signed && (signed.nextOn ?? monthsAfter(signed.heldOn, usualMonths))
}

/** The reviews with what they decided, and when the next one is due. */
export async function readReviews(tx: Tx, { now }: Pick<Asking, 'now'>) {
  const on = now.toISOString().slice(0, 10)
  const reviews = await listReviews(tx)
  const actions = await readActions(tx)
  const next = nextReviewOn({ reviews })
  return {
    on,
    nextOn: next,
    isOverdue: next !== undefined && next < on,
    reviews: reviews.map((review) => ({
      id: review.id,
      number: review.number,
      heldOn: review.heldOn,
      preparedAt: review.preparedAt,
      preparedBy: review.preparedBy,
      signature: review.signature,
      decided: actionsOf(review, actions).length,
      without: unspoken(review).length,
    })),
    actions: carryForward(actions, { on, since: daysAfter(on, -shownDays) }).map((one) => ({
      ...one,
      version: actions.find(({ id }) => id === one.id)?.version ?? 1,
    })),
  }
}

/** Actions that ended are shown for a year. */
const shownDays = 365

/** One review, with the seal of what is signed. */
export async function readReview(tx: Tx, id: string) {
  const review = await demandReview(tx, id)
  const actions = actionsOf(review, await readActions(tx))
  return {
    ...review,
    actions,
    seal: review.signature?.seal ?? sealOf(review, actions),
    unspoken: unspoken(review).map((input) => input.id),
  }
}

/** Prepares the next review. */
export async function prepareReview(tx: Tx, actor: Actor, heldOn: Day, asking: Asking): Promise<string> {
  const inputs = await inputsNow(tx, asking)
  return (await startReview(tx, actor, heldOn, { inputs, at: asking.now })).id
}

/** A review and the version that a change of it is based on. */
export type Based = Readonly<{ id: string; version: number | undefined }>

/** Reads the figures of a review anew. */
export async function prepareReviewAnew(tx: Tx, actor: Actor, based: Based, asking: Asking): Promise<void> {
  await demandOpen(tx, based.id, based.version)
  await prepareAnew(tx, actor, based, { inputs: await inputsNow(tx, asking), at: asking.now })
}

/** Writes the minutes of a review down. */
export async function keepMinutes(tx: Tx, actor: Actor, based: Based, minutes: Minutes): Promise<void> {
  await writeMinutes(tx, actor, based, minutes)
}

/** Decides something in a review that is open. */
export async function decideAction(
  tx: Tx,
  actor: Actor,
  review: string,
  deciding: Readonly<{ draft: ActionDraft; at: Date }>,
): Promise<void> {
  const open = await demandOpen(tx, review, undefined)
  await touchReview(tx, open)
  await addAction(tx, actor, open, deciding)
}

/** Takes a decision out of a review that is open. */
export async function undecideAction(tx: Tx, actor: Actor, review: string, action: string): Promise<void> {
  const open = await demandOpen(tx, review, undefined)
  await removeAction(tx, actor, open, action)
  await touchReview(tx, open)
}

/** Signs a review. */
export async function signOneReview(
  tx: Tx,
  actor: Actor,
  review: string,
  signing: Readonly<{ seal: string; provedBy: Proof; at: Date }>,
): Promise<void> {
  await signReview(tx, actor, review, signing)
}

async function inputsNow(tx: Tx, asking: Asking): Promise<readonly PreparedInput[]> {
  const matter = await readMatter(tx, asking)
  const signed = matter.reviews.find(({ signature }) => signature !== undefined)
  const measures = await standingMeasures(tx, matter.collected, asking)
  const standing = { ...matter, collected: matter.collected && { ...matter.collected, measures } }
  return prepareInputs({
    inputs: asking.content.inputs,
    facts: factsOf(standing, await ratingFacts(tx, asking)),
    measures,
    before: signed?.inputs ?? [],
  })
}

/** What the assessment tells: nonconformities as rated, gaps, the index, and documented information in force. */
async function ratingFacts(tx: Tx, asking: Asking): Promise<readonly (readonly [string, Fact])[]> {
  const { organization, library, now } = asking
  const { assessment } = await openState(tx, library, asking)
  const { readiness, gaps } = assessment
  const rated = readiness.assessed
  const coverage = await readCoverage(tx, organization, library, now.toISOString().slice(0, 10))
  const required = coverage.filter((one) => one.required)
  const inForce = required.filter(({ status }) => status === 'covered' || status === 'in a register')
  const documents: Fact = { value: inForce.length, n: required.length, where: { page: 'coverage' } }
  if (rated === 0) return [['documents.force', documents]]
  return [
    ['documents.force', documents],
    ['ratings.majors', { value: readiness.blocking.length, n: rated, where: { page: 'gaps' } }],
    ['ratings.gaps', { value: gaps.length, n: rated, where: { page: 'gaps' } }],
    ['readiness.index', { value: readiness.index, n: rated, where: { page: 'readiness' } }],
  ]
}
