import { glossaryApi } from '#api/glossary.ts'
import { openGlossary } from '#content/glossary.ts'
import type { Handlers } from '../call.ts'

const handlers: Handlers<typeof glossaryApi> = {
  'GET /api/glossary': ({ world, query }) =>
    Promise.resolve({ terms: openGlossary(world.content)[query.language].map((term) => ({ ...term })) }),
}

export const glossary = { endpoints: glossaryApi, handlers }
