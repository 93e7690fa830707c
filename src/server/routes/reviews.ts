import { reviewsApi } from '#api/reviews.ts'
import { followAction } from '#improvement/review-action-store.ts'
import {
  decideAction,
  keepMinutes,
  prepareReview,
  prepareReviewAnew,
  readReview,
  readReviews,
  signOneReview,
  undecideAction,
} from '#improvement/review-page-store.ts'
import { askingOf } from '../asking.ts'
import type { Handlers } from '../call.ts'
import { provePerson } from '../prove-person.ts'

const handlers: Handlers<typeof reviewsApi> = {
  'GET /api/organizations/:organization/reviews': ({ world, actor }) =>
    world.records.within(actor, (tx) => readReviews(tx, { now: world.now() })),
  'POST /api/organizations/:organization/reviews': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => {
      const asking = await askingOf(world, tx, actor.organization)
      return readReview(tx, await prepareReview(tx, actor, body.heldOn, asking))
    }),
  'GET /api/organizations/:organization/reviews/:review': ({ world, actor, params }) =>
    world.records.within(actor, (tx) => readReview(tx, params.review)),
  'POST /api/organizations/:organization/reviews/:review/figures': ({ world, actor, params, version }) =>
    world.records.within(actor, async (tx) => {
      const asking = await askingOf(world, tx, actor.organization)
      await prepareReviewAnew(tx, actor, { id: params.review, version }, asking)
      return readReview(tx, params.review)
    }),
  'PUT /api/organizations/:organization/reviews/:review/minutes': ({ world, actor, params, body, version }) =>
    world.records.within(actor, async (tx) => {
      await keepMinutes(tx, actor, { id: params.review, version }, body)
      return readReview(tx, params.review)
    }),
  'POST /api/organizations/:organization/reviews/:review/actions': ({ world, actor, params, body }) =>
    world.records.within(actor, async (tx) => {
      await decideAction(tx, actor, params.review, { draft: body, at: world.now() })
      return readReview(tx, params.review)
    }),
  'DELETE /api/organizations/:organization/reviews/:review/actions/:action': async ({
    world,
    actor,
    params,
  }) => {
    await world.records.within(actor, (tx) => undecideAction(tx, actor, params.review, params.action))
    return undefined
  },
  'PUT /api/organizations/:organization/review-actions/:action': ({ world, actor, params, body }) =>
    world.records.within(actor, async (tx) => {
      const { version, ...end } = body
      const on = world.now().toISOString().slice(0, 10)
      await followAction(tx, actor, { id: params.action, version, on }, end)
      return readReviews(tx, { now: world.now() })
    }),
  'POST /api/organizations/:organization/reviews/:review/signatures': async (call) => {
    const { world, actor, body, params } = call
    const provedBy = await provePerson(world, call, body.proof)
    return world.records.within(actor, async (tx) => {
      await signOneReview(tx, actor, params.review, { seal: body.seal, provedBy, at: world.now() })
      return readReview(tx, params.review)
    })
  },
}

export const reviews = { endpoints: reviewsApi, handlers }
