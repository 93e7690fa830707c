import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { InOrganization } from './page.ts'

const NamedView = z.object({ id: z.string(), number: z.string(), label: z.string() })
const SupportWord = z.enum(['supported', 'weaker', 'not covered', 'not comparable'])

/** Every target promised to a customer, against what holds it up. */
export const ChainView = z.object({
  links: z.array(
    z.object({
      sla: NamedView,
      target: z.object({
        measure: z.string(),
        applies_to: z.string().optional(),
        value: z.number(),
        unit: z.string(),
        hours: z.string().optional(),
      }),
      says: z.string(),
      /** alone: nobody else takes part. */
      verdict: z.enum([...SupportWord.options, 'alone']),
      accepted: z.string().optional(),
      supports: z.array(z.object({ agreement: NamedView, verdict: SupportWord, says: z.string() })),
    }),
  ),
  servicesWithoutSla: z.array(NamedView),
  unagreed: z.array(z.object({ service: NamedView, party: NamedView })),
  /** Targets by verdict. */
  counts: z.record(z.string(), z.number().int()),
})
export type ChainView = z.infer<typeof ChainView>

/** How the documented information that an auditor looks for is covered. */
export const DocumentCoverageView = z.object({
  /** Of those that a requirement demands. */
  required: z.object({
    pieces: z.number().int(),
    covered: z.number().int(),
    overdue: z.number().int(),
    inPreparation: z.number().int(),
    inARegister: z.number().int(),
    missing: z.number().int(),
  }),
  items: z.array(
    z.object({
      id: z.string(),
      group: z.string(),
      name: z.string(),
      kind: z.string(),
      required: z.boolean(),
      requirements: z.array(z.string()),
      content: z.string(),
      owner: z.string(),
      cadence: z.string(),
      /** How much of it tickets can supply. */
      fromTickets: z.string(),
      status: z.enum(['covered', 'overdue', 'in preparation', 'in a register', 'missing']),
      documents: z.array(
        NamedView.extend({ state: z.string(), reviewOn: z.string().optional(), isOverdue: z.boolean() }),
      ),
      keptIn: z.object({ register: z.string(), title: z.string(), records: z.number().int() }).optional(),
    }),
  ),
})
export type DocumentCoverageView = z.infer<typeof DocumentCoverageView>

export const registerChecksApi = {
  'GET /api/organizations/:organization/agreement-chain': {
    summary: 'Whether what is promised to customers is held up by what others promise us',
    allows: 'read registers',
    params: InOrganization,
    answers: ChainView,
  },
  'GET /api/organizations/:organization/document-coverage': {
    summary: 'Which documented information is covered, which is overdue for review, which is missing',
    allows: 'read registers',
    params: InOrganization,
    answers: DocumentCoverageView,
  },
} as const satisfies Endpoints
