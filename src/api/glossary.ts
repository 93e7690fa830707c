import { z } from 'zod'
import { languageCodes } from '#base/language.ts'
import type { Endpoints } from './endpoint.ts'

export const GlossaryView = z.object({
  terms: z.array(z.object({ id: z.string(), term: z.string(), says: z.string() })),
})
export type GlossaryView = z.infer<typeof GlossaryView>

export const glossaryApi = {
  'GET /api/glossary': {
    summary: 'The words of the product and what they mean, in the alphabet of a language',
    allows: 'anyone',
    query: z.object({ language: z.enum(languageCodes).default('en') }),
    answers: GlossaryView,
  },
} as const satisfies Endpoints
