import { documentedApi } from '#api/documented.ts'
import type { Handlers } from '../call.ts'
import { demandMakeable, listDocumented } from '../documented-store.ts'
import { jobView } from '../job-view.ts'

const handlers: Handlers<typeof documentedApi> = {
  'GET /api/organizations/:organization/documented': ({ world, actor, query }) =>
    world.records.within(actor, (tx) =>
      listDocumented(tx, { actor, content: world.content, now: world.now(), language: query.language }),
    ),
  'POST /api/organizations/:organization/documented': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => {
      await demandMakeable(tx, { actor, content: world.content }, body)
      return { job: jobView(await world.jobs.ask(tx, actor, 'documents', body)) }
    }),
}

export const documented = { endpoints: documentedApi, handlers }
