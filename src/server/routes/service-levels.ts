import { serviceLevelsApi } from '#api/service-levels.ts'
import { readLevelWorld, readMatrix, readService } from '#service-level/level-page-store.ts'
import { readMissed } from '#service-level/level-store.ts'
import { finishAction, keepReview, listActions, listReviews } from '#service-level/review-store.ts'
import type { Handlers } from '../call.ts'
import { breachesView, matrixView, serviceLevelView } from '../service-level-view.ts'

/** A review keeps so many of the last months with it. */
const reviewedMonths = 12

const handlers: Handlers<typeof serviceLevelsApi> = {
  'GET /api/organizations/:organization/service-levels': ({ world, actor, query }) =>
    world.records.within(actor, async (tx) => {
      const levels = await readLevelWorld(tx, actor.organization)
      return matrixView(query.metric, await readMatrix(tx, levels, query))
    }),
  'GET /api/organizations/:organization/service-level': ({ world, actor, query }) =>
    world.records.within(actor, async (tx) => {
      const today = dayOf(world.now())
      const levels = await readLevelWorld(tx, actor.organization)
      const services = levels.agreements.services.written(query.service)
      return serviceLevelView(query.metric, await readService(tx, levels, { ...query, today }), {
        reviews: await listReviews(tx, { services }),
        actions: await listActions(tx, services),
        today,
      })
    }),
  'GET /api/organizations/:organization/service-level/breaches': ({ world, actor, query }) =>
    world.records.within(actor, async (tx) => {
      const { months, agreements: names } = await readLevelWorld(tx, actor.organization)
      const stands = months.find(({ month }) => month === query.month)?.stands
      const groups = stands ? await readMissed(tx, { ...query, collection: stands.collection, names }) : []
      return breachesView(query.month, stands, groups)
    }),
  'POST /api/organizations/:organization/service-reviews': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => {
      const at = world.now()
      const levels = await readLevelWorld(tx, actor.organization)
      const { service, customer, everyMonths } = body
      const asking = {
        service,
        customer: customer === '' ? undefined : customer,
        metric: 'resolution',
        last: reviewedMonths,
        today: dayOf(at),
      }
      const { months } = await readService(tx, levels, asking)
      return keepReview(tx, actor, { ...body, everyMonths }, { figures: { months }, at })
    }),
  'POST /api/organizations/:organization/service-review-actions/:reviewAction/done': async ({
    world,
    actor,
    params,
    body,
  }) => {
    await world.records.within(actor, (tx) =>
      finishAction(tx, actor, params.reviewAction, {
        says: body.says,
        version: body.version,
        at: world.now(),
      }),
    )
  },
}

export const serviceLevels = { endpoints: serviceLevelsApi, handlers }

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10)
}
