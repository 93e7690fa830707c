import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, PageQuery, pageOf } from './page.ts'

/** A message as it was written, and what became of it. */
export const MailView = z.object({
  id: z.uuid(),
  kind: z.string(),
  to: z.string(),
  subject: z.string(),
  /** Absent where the message gives away more than the reader has. */
  body: z.string().optional(),
  createdAt: z.iso.datetime(),
  sentAt: z.iso.datetime().optional(),
  attempts: z.number().int(),
  state: z.enum(['sent', 'waiting', 'to be handed over', 'given up']),
  problem: z.string().optional(),
})
export type MailView = z.infer<typeof MailView>

export const outboxApi = {
  'GET /api/organizations/:organization/outbox': {
    summary: 'Every message of the organization, newest first',
    allows: 'manage people',
    params: InOrganization,
    query: PageQuery,
    answers: pageOf(MailView),
  },
  'POST /api/organizations/:organization/outbox/:mail/attempts': {
    summary: 'Try again to send a message',
    allows: 'manage people',
    params: InOrganization.extend({ mail: z.uuid() }),
    answers: 'nothing',
  },
} as const satisfies Endpoints
