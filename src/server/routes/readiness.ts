import { readinessApi } from '#api/readiness.ts'
import { describeReadiness } from '#assessment/describe-readiness.ts'
import { sourceOf } from '#assessment/requirement-page-store.ts'
import { openState } from '#assessment/state-store.ts'
import { openLibrary } from '#content/library.ts'
import type { Handlers } from '../call.ts'
import { wantedOf } from '../wanted.ts'

const handlers: Handlers<typeof readinessApi> = {
  'GET /api/organizations/:organization/readiness': async ({ world, actor, query }) => {
    const library = openLibrary(world.content)
    const wanted = { ...wantedOf(world, actor.organization), baseline: query.baseline }
    const state = await world.records.within(actor, (tx) => openState(tx, library, wanted))
    return { ...describeReadiness(state, library, query.blocks), source: sourceOf(state) }
  },
}

export const readiness = { endpoints: readinessApi, handlers }
