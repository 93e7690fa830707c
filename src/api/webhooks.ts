import { z } from 'zod'
import type { Endpoints } from './endpoint.ts'
import { InOrganization, PageQuery, pageOf, text } from './page.ts'

const EventPattern = z
  .string()
  .max(100)
  .regex(/^[a-z0-9-]+\.([a-z0-9-]+|\*)$/, 'is not an event such as rating.changed, or rating.*')

const Address = text(2000, 1).refine(
  (value) => URL.canParse(value) && /^https?:/.test(value),
  'is not a web address',
)

/** Where an organization is told of changes. The secret is never shown again. */
export const WebhookView = z.object({
  id: z.uuid(),
  url: z.string(),
  /** Which events; none means all. */
  events: z.array(z.string()),
  isActive: z.boolean(),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
})
export type WebhookView = z.infer<typeof WebhookView>

/** One event on its way to a webhook. */
export const DeliveryView = z.object({
  id: z.uuid(),
  event: z.string(),
  type: z.string(),
  state: z.enum(['waiting', 'delivered', 'given up']),
  attempts: z.number().int(),
  nextAt: z.iso.datetime().optional(),
  /** What the receiver answered last, by its HTTP status. */
  status: z.number().int().optional(),
  error: z.string().optional(),
  deliveredAt: z.iso.datetime().optional(),
  createdAt: z.iso.datetime(),
})
export type DeliveryView = z.infer<typeof DeliveryView>

const InWebhook = InOrganization.extend({ webhook: z.uuid() })
const WithSecret = WebhookView.extend({ secret: z.string() })

export const webhooksApi = {
  'GET /api/organizations/:organization/webhooks': {
    summary: 'Where the organization is told of changes',
    allows: 'manage webhooks',
    params: InOrganization,
    answers: z.object({ items: z.array(WebhookView) }),
  },
  'POST /api/organizations/:organization/webhooks': {
    summary: 'Be told of changes at an address; the secret that signs is shown this once',
    allows: 'manage webhooks',
    params: InOrganization,
    body: z.object({ url: Address, events: z.array(EventPattern).max(50).default([]) }),
    answers: WithSecret,
    created: true,
    secret: true,
  },
  'GET /api/organizations/:organization/webhooks/:webhook': {
    summary: 'One webhook',
    allows: 'manage webhooks',
    params: InWebhook,
    answers: WebhookView,
    versioned: true,
  },
  'PATCH /api/organizations/:organization/webhooks/:webhook': {
    summary: 'Change address or events of a webhook, or pause it',
    allows: 'manage webhooks',
    params: InWebhook,
    body: z.object({
      url: Address.optional(),
      events: z.array(EventPattern).max(50).optional(),
      isActive: z.boolean().optional(),
    }),
    answers: WebhookView,
    versioned: true,
  },
  'DELETE /api/organizations/:organization/webhooks/:webhook': {
    summary: 'Be told no longer',
    allows: 'manage webhooks',
    params: InWebhook,
    answers: 'nothing',
  },
  'POST /api/organizations/:organization/webhooks/:webhook/secret': {
    summary: 'A new secret in place of the old one, shown this once',
    allows: 'manage webhooks',
    params: InWebhook,
    answers: WithSecret,
    secret: true,
  },
  'GET /api/organizations/:organization/webhooks/:webhook/deliveries': {
    summary: 'What was sent to a webhook, newest first, and what came of it',
    allows: 'manage webhooks',
    params: InWebhook,
    query: PageQuery,
    answers: pageOf(DeliveryView),
  },
  'POST /api/organizations/:organization/webhooks/:webhook/deliveries/:delivery/resend': {
    summary: 'Send an event once more',
    allows: 'manage webhooks',
    params: InWebhook.extend({ delivery: z.uuid() }),
    answers: DeliveryView,
  },
} as const satisfies Endpoints
