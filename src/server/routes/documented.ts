import { documentedApi } from '#api/documented.ts'
import { AskedDocuments } from '#api/documents.ts'
import type { Handlers } from '../call.ts'
import { demandMakeable, listDocumented } from '../documented-store.ts'
import { jobView } from '../job-view.ts'
import { keptDocument } from '../kept-document.ts'

const handlers: Handlers<typeof documentedApi> = {
  'GET /api/organizations/:organization/documented': ({ world, actor, query }) =>
    world.records.within(actor, (tx) => listDocumented(tx, world, { actor, language: query.language })),
  'POST /api/organizations/:organization/documented': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => {
      const language = await demandMakeable(tx, world, { actor, ...body })
      const asked = AskedDocuments.parse({ ...body, language })
      const document = await keptDocument(tx, world, actor.organization, asked)
      return document ? { document } : { job: jobView(await world.jobs.ask(tx, actor, 'documents', asked)) }
    }),
}

export const documented = { endpoints: documentedApi, handlers }
