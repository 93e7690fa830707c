import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, PageQuery, pageOf, text } from './page.ts'

/** One change of one record. */
export const EntryView = z.object({
  number: z.number().int(),
  at: z.iso.datetime(),
  actor: z.object({
    kind: z.enum(['person', 'token', 'system']),
    id: z.string().optional(),
    name: z.string(),
  }),
  action: z.string(),
  record: z.object({ kind: z.string(), id: z.string() }),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  reason: z.string().optional(),
  hash: z.string(),
})
export type EntryView = z.infer<typeof EntryView>

export const trailApi = {
  'GET /api/organizations/:organization/trail': {
    summary: 'The audit trail, newest first; of one kind of record, one record or one person where asked',
    allows: 'read the audit trail',
    params: InOrganization,
    query: PageQuery.extend({
      kind: text(60, 1).optional(),
      record: text(200, 1).optional(),
      person: text(100, 1).optional(),
    }),
    answers: pageOf(EntryView),
  },
  'GET /api/organizations/:organization/trail/verification': {
    summary: 'Follows the whole chain and says what was altered, removed or reordered',
    allows: 'read the audit trail',
    params: InOrganization,
    answers: z.object({ entries: z.number().int(), breaks: z.array(z.string()) }),
  },
} as const satisfies Endpoints
