import { registerWordsApi } from '#api/register-words.ts'
import { openRegisterWords } from '#content/register-words.ts'
import type { Handlers } from '../call.ts'

const handlers: Handlers<typeof registerWordsApi> = {
  'GET /api/register-words': ({ world, query }) =>
    Promise.resolve({ words: { ...openRegisterWords(world.content)[query.language] } }),
}

export const registerWords = { endpoints: registerWordsApi, handlers }
