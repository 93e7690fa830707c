import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { InOrganization } from './page.ts'

/** A figure of an answer. A share lies between 0 and 1; without a value nobody has recorded or measured it yet. */
export const FigureView = z.object({
  id: z.enum([
    'volume',
    'growth',
    'people-later',
    'services',
    'extensions',
    'tools',
    'tools-judged',
    'shown-by-data',
    'contracts-ending',
    'options-open',
    'roles-filled',
    'competence-gaps',
    'training',
    'leadership',
    'resistance',
  ]),
  kind: z.enum(['count', 'share', 'people']),
  value: z.number().optional(),
  /** How many it was counted of, or over how many cases. */
  of: z.number().optional(),
})
export type FigureView = z.infer<typeof FigureView>

/** What executives ask before they decide, each answered with figures of today. */
export const ExecutiveView = z.object({
  questions: z.array(
    z.object({
      id: z.enum(['scalability', 'integration', 'workforce']),
      figures: z.array(FigureView),
      /** How many figures nobody has recorded or measured yet. */
      unknown: z.number().int(),
    }),
  ),
  years: z.number().int(),
})
export type ExecutiveView = z.infer<typeof ExecutiveView>

export const executiveApi = {
  'GET /api/organizations/:organization/executive-questions': {
    summary:
      'What executives ask, answered with figures of today: does it grow with us, does it fit our systems, are our people ready',
    allows: 'read the business case',
    params: InOrganization,
    answers: ExecutiveView,
  },
} as const satisfies Endpoints
