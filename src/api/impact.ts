import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { OfRequirement } from './requirements.ts'

const count = z.number().int().nonnegative()

/** What a requirement touches: tickets that do not meet it with their services, goals, and the KPIs that its remedy should move. */
export const ImpactView = z.object({
  /** Absent where no check decides about the requirement, or no answers are kept. */
  touched: z
    .object({
      tickets: count,
      withoutService: count,
      services: z.array(z.object({ service: z.string(), tickets: count })),
      period: z.object({ from: z.string(), to: z.string() }),
    })
    .optional(),
  goals: z.array(
    z.object({
      goal: z.object({ id: z.string(), number: z.string(), title: z.string() }),
      strength: z.enum(['low', 'medium', 'high', 'none']),
      /** The service that leads to it; absent where the requirement itself contributes. */
      by: z.string().optional(),
    }),
  ),
  kpis: z.array(z.object({ id: z.string(), title: z.string(), isAdopted: z.boolean() })),
})
export type ImpactView = z.infer<typeof ImpactView>

export const impactApi = {
  'GET /api/organizations/:organization/requirements/:requirement/impact': {
    summary:
      'What a gap touches: services by the tickets that do not meet the requirement, goals, and the KPIs that a remedy should move',
    allows: 'read evidence',
    params: OfRequirement,
    answers: ImpactView,
  },
} as const satisfies Endpoints
