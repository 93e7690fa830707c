import { type AttachmentView, attachmentsApi } from '#api/attachments.ts'
import { Refusal } from '#base/refusal.ts'
import {
  type Attachment,
  attach,
  changeAttachment,
  deleteAttachment,
  demandAttachment,
  listAttachments,
  restoreAttachment,
  revise,
} from '#registers/attachment-store.ts'
import { keepFile, openFile } from '#registers/file-store.ts'
import { readSubject } from '#registers/subject.ts'
import { demandSubject } from '#registers/subject-store.ts'
import type { Handlers } from '../call.ts'
import { sendFile } from '../download.ts'
import { receiveFile } from '../upload.ts'

/** In bytes; what is larger belongs where it is, with a link to it. */
const largest = 50_000_000

const handlers: Handlers<typeof attachmentsApi> = {
  'GET /api/organizations/:organization/attachments': ({ world, actor, query }) =>
    world.records.within(actor, async (tx) => {
      const attachments = await listAttachments(tx, actor, readSubject(query.on))
      return { items: attachments.map((one) => view(one, world.now())) }
    }),
  'POST /api/organizations/:organization/attachments': async ({ world, actor, query, request }) => {
    const subject = readSubject(query.on)
    // Asked before the bytes are taken, and again when they are attached.
    await world.records.within(actor, (tx) => demandSubject(tx, actor, subject))
    const file = await keepFile(world.folder, actor.organization, await receiveFile(request, largest))
    const about = { title: query.title, expiresOn: query.expiresOn }
    return world.records.within(actor, async (tx) =>
      view(await attach(tx, actor, subject, file, about), world.now()),
    )
  },
  'GET /api/organizations/:organization/attachments/:attachment': ({ world, actor, params }) =>
    world.records.within(actor, async (tx) =>
      view(await demandAttachment(tx, actor, params.attachment), world.now()),
    ),
  'PATCH /api/organizations/:organization/attachments/:attachment': ({
    world,
    actor,
    params,
    body,
    version,
  }) =>
    world.records.within(actor, async (tx) => {
      const change = { title: body.title, expiresOn: body.expiresOn }
      return view(await changeAttachment(tx, actor, params.attachment, change, version), world.now())
    }),
  'DELETE /api/organizations/:organization/attachments/:attachment': ({ world, actor, params, version }) =>
    world.records.within(actor, async (tx) => {
      await deleteAttachment(tx, actor, params.attachment, version)
      return undefined
    }),
  'POST /api/organizations/:organization/attachments/:attachment/restoration': ({ world, actor, params }) =>
    world.records.within(actor, async (tx) =>
      view(await restoreAttachment(tx, actor, params.attachment), world.now()),
    ),
  'POST /api/organizations/:organization/attachments/:attachment/revisions': async ({
    world,
    actor,
    params,
    query,
    request,
  }) => {
    await world.records.within(actor, (tx) => demandAttachment(tx, actor, params.attachment))
    const file = await keepFile(world.folder, actor.organization, await receiveFile(request, largest))
    return world.records.within(actor, async (tx) =>
      view(await revise(tx, actor, params.attachment, file, query.expiresOn), world.now()),
    )
  },
  'GET /api/organizations/:organization/attachments/:attachment/content': async ({
    world,
    actor,
    params,
    query,
    reply,
  }) => {
    const { revision, revisions } = await world.records.within(actor, (tx) =>
      demandAttachment(tx, actor, params.attachment),
    )
    const file = revisions.find((one) => one.revision === (query.revision ?? revision))
    if (!file)
      throw new Refusal('not-found', `There is no revision ${query.revision}; the newest is ${revision}.`)
    await sendFile(reply, file, await openFile(world.folder, actor.organization, file))
    return undefined
  },
}

export const attachments = { endpoints: attachmentsApi, handlers }

function view(attachment: Attachment, now: Date): AttachmentView {
  const { expiresOn, revisions, createdAt, updatedAt, deletedAt, ...rest } = attachment
  return {
    ...rest,
    ...(expiresOn === undefined ? {} : { expiresOn }),
    isExpired: expiresOn !== undefined && expiresOn < now.toISOString().slice(0, 10),
    revisions: revisions.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    ...(deletedAt ? { deletedAt: deletedAt.toISOString() } : {}),
  }
}
