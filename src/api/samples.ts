import { z } from 'zod'
import { SampleOrder } from '#assessment/sample-definition.ts'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, PageQuery, pageOf, text } from './page.ts'

/** A sample without its records. */
export const SampleRow = z.object({
  id: z.string(),
  name: z.string(),
  method: z.enum(['random', 'judgement']),
  seed: z.number().int().optional(),
  populationTitle: z.string(),
  populationSize: z.number().int(),
  size: z.number().int(),
  mustSeeCount: z.number().int(),
  drawnBy: z.string(),
  drawnAt: z.string(),
  sha256: z.string(),
})

/** A sample with everything that is needed to draw it again. */
export const SampleView = SampleRow.extend({
  order: SampleOrder,
  populationHash: z.string(),
  sizeText: z.string(),
  strata: z.array(z.object({ name: z.string(), population: z.number().int(), drawn: z.number().int() })),
  mustSee: z.array(z.object({ id: z.string(), because: z.array(z.string()) })),
  drawn: z.array(z.object({ id: z.string(), stratum: z.string() })),
})
export type SampleView = z.infer<typeof SampleView>

/** What may be drawn from. */
export const PopulationView = z.object({
  kind: z.enum(['population', 'check']),
  id: z.string(),
  title: z.string(),
  strata: z.array(z.string()),
  mustSee: z.array(z.string()),
  /** For a check: about how many subjects it gave an answer that counts. */
  size: z.number().int().optional(),
})

const OfSample = InOrganization.extend({ sample: z.uuid() })

export const samplesApi = {
  'GET /api/organizations/:organization/populations': {
    summary: 'What samples may be drawn from',
    allows: ['draw samples', 'read evidence'],
    params: InOrganization,
    answers: z.object({
      period: z.object({ from: z.string(), to: z.string() }).optional(),
      items: z.array(PopulationView),
    }),
  },
  'GET /api/organizations/:organization/samples': {
    summary: 'The samples that were drawn, newest first',
    allows: ['draw samples', 'read evidence'],
    params: InOrganization,
    query: PageQuery,
    answers: pageOf(SampleRow),
  },
  'POST /api/organizations/:organization/samples': {
    summary: 'Draw a sample with your own seed, or write down one chosen by judgement; it is kept as it is',
    allows: 'draw samples',
    params: InOrganization,
    body: z.object({ name: text(200, 1), order: SampleOrder }),
    answers: SampleView,
    created: true,
  },
  'GET /api/organizations/:organization/samples/:sample': {
    summary: 'One sample with its records',
    allows: ['draw samples', 'read evidence'],
    params: OfSample,
    answers: SampleView,
  },
  'GET /api/organizations/:organization/samples/:sample/repetition': {
    summary: 'Draw a sample again from the records as they are now, and compare',
    allows: ['draw samples', 'read evidence'],
    params: OfSample,
    answers: z.object({
      isSamePopulation: z.boolean(),
      isSameDraw: z.boolean(),
      populationSize: z.number().int(),
      populationHash: z.string(),
      drawn: z.array(z.object({ id: z.string(), stratum: z.string() })),
    }),
  },
} as const satisfies Endpoints
