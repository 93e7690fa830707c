import { executiveApi } from '#api/executive.ts'
import type { Handlers } from '../call.ts'
import { answerExecutives } from '../executive-answers.ts'

const handlers: Handlers<typeof executiveApi> = {
  'GET /api/organizations/:organization/executive-questions': ({ world, actor }) =>
    world.records.within(actor, (tx) => answerExecutives(tx, { world, organization: actor.organization })),
}

export const executive = { endpoints: executiveApi, handlers }
