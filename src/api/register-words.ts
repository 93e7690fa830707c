import { z } from 'zod'
import { languageCodes } from '#base/language.ts'
import type { Endpoints } from './endpoint.ts'

export const registerWordsApi = {
  'GET /api/register-words': {
    summary:
      'What the registers say in a language: labels, choices, states and moves by their English phrase, or by register: phrase where one register differs. Only what is shown; data keep the English words',
    allows: 'anyone',
    query: z.object({ language: z.enum(languageCodes).default('en') }),
    answers: z.object({ words: z.record(z.string(), z.string()) }),
  },
} as const satisfies Endpoints
