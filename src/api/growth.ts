import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { InOrganization } from './page.ts'

/** What is tried; what is left out is taken from the data, the facts of the programme, or our judgement. */
const GrowthQuery = z.object({
  rate: z.coerce.number().min(-0.9).max(5).optional(),
  staff: z.coerce.number().int().min(1).max(1_000_000).optional(),
  ticketShare: z.coerce.number().min(0).max(1).optional(),
  years: z.coerce.number().int().min(1).max(10).optional(),
})

/** What the work grows to, and what that asks of people and money. */
export const GrowthView = z.object({
  currency: z.string(),
  volumes: z.array(
    z.object({
      measure: z.string(),
      title: z.string(),
      unit: z.string(),
      perYear: z.number(),
      months: z.number().int(),
      period: z.object({ from: z.string(), to: z.string() }),
      grew: z.number().optional(),
      lessenedBy: z.number(),
    }),
  ),
  /** The growth of all volumes together in the last year; absent with fewer than 24 whole months. */
  measured: z.number().optional(),
  rate: z.number(),
  staff: z.number().optional(),
  ticketShare: z.number(),
  daysAYear: z.number(),
  dayRate: z.number().optional(),
  /** Year 0 was measured. With: with the programme as the case assumes it. Cost is what it takes more than in year 0. */
  years: z.array(
    z.object({
      year: z.number().int(),
      volume: z.number(),
      volumeWith: z.number(),
      staff: z.number().optional(),
      staffWith: z.number().optional(),
      cost: z.number().optional(),
      costWith: z.number().optional(),
    }),
  ),
  formula: z.string(),
})
export type GrowthView = z.infer<typeof GrowthView>

export const growthApi = {
  'GET /api/organizations/:organization/case/growth': {
    summary:
      'A scenario of growth: volumes as tickets count them, and what a yearly rate asks of people and money, with and without the programme',
    allows: 'read the business case',
    params: InOrganization,
    query: GrowthQuery,
    answers: GrowthView,
  },
} as const satisfies Endpoints
