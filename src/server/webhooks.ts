import { createHmac } from 'node:crypto'
import { toCloudEvent } from '#access/cloud-event.ts'
import { type Due, putDown, settle, takeDue } from '#access/delivery-store.ts'
import type { World } from './call.ts'
import { postOutside } from './outside.ts'

/** How a server sends events; mayGoInside lets it reach this machine and private networks; hosts: these only. */
export type Sending = Readonly<{ mayGoInside: boolean; hosts?: readonly string[] }>

const between = 2_000
const atOnce = 20

/** Sends events to webhooks until it is stopped. Several servers share the work; an event is taken by one of them. */
export function startWebhooks(
  world: Pick<World, 'records' | 'now'>,
  sending: Sending,
  say: (line: string) => void,
): { stop: () => Promise<void> } {
  let isStopping = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()
  const turn = async () => {
    try {
      while (!isStopping && (await sendEvents(world, sending)) > 0);
    } catch (error) {
      // The records cannot be reached: nothing is lost, the trail keeps what is to be told.
      if (!isStopping) say(`Events to webhooks wait: ${(error as Error).message}`)
    }
    if (!isStopping) timer = setTimeout(() => (running = turn()), between).unref()
  }
  running = turn()
  return {
    stop: async () => {
      isStopping = true
      clearTimeout(timer)
      await running
    },
  }
}

/** One round: puts down what the trail has new, and sends what is due. Gives how much there was to do. */
export async function sendEvents(
  { records, now }: Pick<World, 'records' | 'now'>,
  sending: Sending,
): Promise<number> {
  const found = await putDown(records, now())
  const due = await takeDue(records, now(), atOnce)
  await Promise.all(due.map(async (one) => settle(records, one, await post(one, now(), sending), now())))
  return found + due.length
}

async function post(due: Due, at: Date, { mayGoInside, hosts = [] }: Sending) {
  const event = toCloudEvent(due.organization, due.entry)
  const body = JSON.stringify(event)
  const time = String(Math.floor(at.getTime() / 1000))
  return postOutside(due.url, {
    body,
    mayGoInside,
    hosts,
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'Clausewise',
      'webhook-id': event.id,
      'webhook-timestamp': time,
      'webhook-signature': signatureOf(due.secret, event.id, time, body),
    },
  })
}

/** HMAC-SHA-256 over id, time and body, in the form of the Standard Webhooks specification. */
export function signatureOf(secret: string, id: string, time: string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${time}.${body}`).digest('base64')}`
}
