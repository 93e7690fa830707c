import type { Actor } from '#access/actor.ts'
import { invitationMail } from '#access/invitation-store.ts'
import { listMail, type Posted, sendAgain } from '#access/mail-store.ts'
import { type MailView, outboxApi } from '#api/outbox.ts'
import { fromCursor, TimedPosition, toPage } from '#api/page.ts'
import type { Handlers } from '../call.ts'

const handlers: Handlers<typeof outboxApi> = {
  'GET /api/organizations/:organization/outbox': async ({ world, actor, query: { limit, cursor } }) => {
    const page = { limit: limit + 1, after: fromCursor(cursor, TimedPosition) }
    const rows = await world.records.within(actor, (tx) => listMail(tx, actor, page))
    const see = (mail: Posted) => view(mail, actor, world.people.sendsMail)
    return toPage(rows, limit, see, ({ createdAt, id }) => [createdAt.toISOString(), id])
  },
  'POST /api/organizations/:organization/outbox/:mail/attempts': async ({ world, actor, params }) => {
    await world.records.within(actor, (tx) => sendAgain(tx, actor, params.mail))
  },
}

export const outbox = { endpoints: outboxApi, handlers }

function view(mail: Posted, actor: Actor, sendsMail: boolean): MailView {
  // Whoever reads the link of an owner's invitation could become one.
  const isReadable = mail.kind !== invitationMail.owner || actor.role === 'owner'
  return {
    id: mail.id,
    kind: mail.kind,
    to: mail.to,
    subject: mail.subject,
    body: isReadable ? mail.body : undefined,
    createdAt: mail.createdAt.toISOString(),
    sentAt: mail.sentAt?.toISOString(),
    attempts: mail.attempts,
    state: stateOf(mail, sendsMail),
    problem: mail.problem,
  }
}

function stateOf(mail: Posted, sendsMail: boolean): MailView['state'] {
  if (mail.sentAt) return 'sent'
  if (!sendsMail) return 'to be handed over'
  return mail.isWaiting ? 'waiting' : 'given up'
}
