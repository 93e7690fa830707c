import { z } from 'zod'
import { languageCodes } from '#base/language.ts'
import type { Endpoints } from './endpoint.ts'

/** Titles of the pack by id, each in English and as it is said; units by the English word. */
export const TitlesView = z.object({
  titles: z.record(z.string(), z.array(z.tuple([z.string(), z.string()]).readonly()).readonly()),
  units: z.record(z.string(), z.string()),
})
export type TitlesView = z.infer<typeof TitlesView>

export const titlesApi = {
  'GET /api/titles': {
    summary:
      'The titles of clauses, requirements, KPIs, checks, measures and work packages, with units, in a language; nothing for English',
    allows: 'anyone',
    query: z.object({ language: z.enum(languageCodes).default('en') }),
    answers: TitlesView,
  },
} as const satisfies Endpoints
