import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { demandMay } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { documentsApi } from '#api/documents.ts'
import { toPage } from '#api/page.ts'
import { Refusal } from '#base/refusal.ts'
import { isDocumented } from '#deliver/documented-matter.ts'
import { demandReadable } from '#documented/frozen-store.ts'
import { listDocuments, type MadeDocument, readDocument } from '#evidence/document-store.ts'
import type { Handlers } from '../call.ts'
import { demandChoices, documentChoices } from '../chosen-documents.ts'
import { placeInTime } from '../cursor.ts'
import { describeDocuments } from '../document-view.ts'
import { sendFile } from '../download.ts'
import { zipEvidence } from '../evidence-zip.ts'
import { jobView } from '../job-view.ts'
import { keptDocument } from '../kept-document.ts'
import { documentPath } from '../plan-documents.ts'
import { workspaceOf } from '../workshop.ts'

/** Everything that was written is for those who run the organization's programme. */
const mayTakeAll = 'manage settings'

const handlers: Handlers<typeof documentsApi> = {
  'GET /api/organizations/:organization/documents': ({ world, actor, query }) =>
    world.records.within(actor, async (tx) => {
      const found = await listDocuments(tx, placeInTime(query.cursor), query.limit + 1)
      const { items, next } = toPage(
        found,
        query.limit,
        (one) => one,
        ({ madeAt, id }) => [madeAt.toISOString(), id],
      )
      return { items: await describeDocuments(tx, items), ...(next === undefined ? {} : { next }) }
    }),
  'POST /api/organizations/:organization/documents': ({ world, actor, body }) => {
    if (body.kind === 'open data') demandMay(actor, mayTakeAll)
    if (isDocumented(body.kind)) demandReadable(actor)
    demandChoices(body, world.content)
    if ((body.kind === 'difference report') !== (body.since !== undefined))
      throw new Refusal(
        'invalid',
        'A difference report names the earlier snapshot as "since"; no other document does.',
      )
    return world.records.within(actor, async (tx) => {
      const kept = await keptDocument(tx, world, actor.organization, body)
      if (kept) return { document: kept }
      return { job: jobView(await world.jobs.ask(tx, actor, 'documents', body)) }
    })
  },
  'GET /api/organizations/:organization/documents/choices': ({ world }) =>
    Promise.resolve(documentChoices(world.content)),
  'GET /api/organizations/:organization/documents/:document': async ({ world, actor, params, reply }) => {
    const document = await world.records.within(actor, (tx) => readDocument(tx, params.document))
    if (document.kind === 'open data') {
      demandMay(actor, mayTakeAll)
      const { id } = document
      await world.records.within(actor, (tx) =>
        append(tx, actor, { action: 'download', kind: 'open data', id }),
      )
    }
    const path = documentPath(world, actor.organization, document)
    const found = await stat(path).catch(() => undefined)
    if (!found)
      throw new Refusal('not-found', 'The file of this document is gone from the server. Make it again.')
    const { name, type } = fileOf(document)
    await sendFile(reply, { name, type, bytes: found.size }, createReadStream(path))
    return undefined
  },
  'GET /api/organizations/:organization/evidence-pack': async ({ world, actor, reply }) => {
    const folder = join(workspaceOf(world, actor.organization), 'evidence')
    const stream = await zipEvidence(world, actor, folder)
    await world.records.within(actor, (tx) =>
      append(tx, actor, { action: 'download', kind: 'evidence pack', id: actor.organization }),
    )
    await sendFile(reply, { name: 'evidence-pack.zip', type: 'application/zip' }, stream)
    return undefined
  },
}

export const documents = { endpoints: documentsApi, handlers }

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The name under which a document is saved: what it is, and its day. */
function fileOf({ kind, path, madeAt }: MadeDocument): { name: string; type: string } {
  const ending = path.slice(path.lastIndexOf('.') + 1)
  return {
    name: `${(longNames[kind] ?? kind).replaceAll(' ', '-')}-${madeAt.toISOString().slice(0, 10)}.${ending}`,
    type: types[ending] ?? 'application/octet-stream',
  }
}

const longNames: Readonly<Record<string, string>> = {
  'gap report': 'gap analysis report',
  playbook: 'continuous improvement playbook',
}
