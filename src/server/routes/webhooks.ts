import { z } from 'zod'
import { type Delivery, listDeliveries, sendAgain } from '#access/delivery-store.ts'
import {
  addWebhook,
  changeWebhook,
  listWebhooks,
  readWebhook,
  removeWebhook,
  renewSecret,
  type Webhook,
} from '#access/webhook-store.ts'
import { fromCursor, toCursor } from '#api/page.ts'
import { type DeliveryView, type WebhookView, webhooksApi } from '#api/webhooks.ts'
import type { Handlers } from '../call.ts'

const handlers: Handlers<typeof webhooksApi> = {
  'GET /api/organizations/:organization/webhooks': async ({ world, actor }) =>
    world.records.within(actor, async (tx) => ({ items: (await listWebhooks(tx)).map(view) })),
  'POST /api/organizations/:organization/webhooks': async ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => {
      const made = await addWebhook(tx, actor, body, world.now())
      return { ...view(made), secret: made.secret }
    }),
  'GET /api/organizations/:organization/webhooks/:webhook': async ({ world, actor, params }) =>
    world.records.within(actor, async (tx) => view(await readWebhook(tx, params.webhook))),
  'PATCH /api/organizations/:organization/webhooks/:webhook': async ({
    world,
    actor,
    params,
    body,
    version,
  }) =>
    world.records.within(actor, async (tx) => {
      const { url, events, isActive } = body
      const change = {
        ...(url === undefined ? {} : { url }),
        ...(events === undefined ? {} : { events }),
        ...(isActive === undefined ? {} : { is_active: isActive }),
      }
      return view(await changeWebhook(tx, actor, params.webhook, change, version))
    }),
  'DELETE /api/organizations/:organization/webhooks/:webhook': async ({ world, actor, params }) =>
    world.records.within(actor, async (tx) => {
      await removeWebhook(tx, actor, params.webhook)
      return undefined
    }),
  'POST /api/organizations/:organization/webhooks/:webhook/secret': async ({ world, actor, params }) =>
    world.records.within(actor, async (tx) => {
      const renewed = await renewSecret(tx, actor, params.webhook)
      return { ...view(renewed), secret: renewed.secret }
    }),
  'GET /api/organizations/:organization/webhooks/:webhook/deliveries': async ({
    world,
    actor,
    params,
    query,
  }) =>
    world.records.within(actor, async (tx) => {
      const { limit, cursor } = query
      const [before] = fromCursor(cursor, z.tuple([z.number().int()])) ?? []
      await readWebhook(tx, params.webhook)
      const found = await listDeliveries(tx, params.webhook, before, limit + 1)
      const items = found.slice(0, limit)
      const last = items.at(-1)
      const page = { items: items.map((one) => deliveryView(actor.organization, one)) }
      return found.length > limit && last ? { ...page, next: toCursor([last.number]) } : page
    }),
  'POST /api/organizations/:organization/webhooks/:webhook/deliveries/:delivery/resend': async ({
    world,
    actor,
    params,
  }) =>
    world.records.within(actor, async (tx) =>
      deliveryView(actor.organization, await sendAgain(tx, actor, params, world.now())),
    ),
}

export const webhooks = { endpoints: webhooksApi, handlers }

function view({ id, url, events, is_active, version, created_at }: Webhook): WebhookView {
  return { id, url, events: [...events], isActive: is_active, version, createdAt: created_at.toISOString() }
}

function deliveryView(organization: string, one: Delivery): DeliveryView {
  return {
    id: one.id,
    event: `${organization}/${one.number}`,
    type: one.type,
    state: one.state,
    attempts: one.attempts,
    nextAt: one.next_at?.toISOString(),
    status: one.status ?? undefined,
    error: one.error ?? undefined,
    deliveredAt: one.delivered_at?.toISOString(),
    createdAt: one.created_at.toISOString(),
  }
}
