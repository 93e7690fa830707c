import { titlesApi } from '#api/titles.ts'
import { titlesIn } from '#content/titles.ts'
import type { Handlers } from '../call.ts'

const handlers: Handlers<typeof titlesApi> = {
  'GET /api/titles': ({ world, query }) => {
    const told = titlesIn(world.content, query.language)
    return Promise.resolve({ titles: { ...told?.titles }, units: { ...told?.units } })
  },
}

export const titles = { endpoints: titlesApi, handlers }
