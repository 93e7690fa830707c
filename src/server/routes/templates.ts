import { Readable } from 'node:stream'
import {
  demandTemplate,
  keepTemplate,
  listTemplates,
  putTemplateAside,
  type Template,
} from '#access/template-store.ts'
import { type TemplateView, templatesApi } from '#api/templates.ts'
import { Refusal } from '#base/refusal.ts'
import { largestTemplate, readTemplate } from '#deliver/client-template.ts'
import { keepFile, openFile } from '#registers/file-store.ts'
import type { Handlers } from '../call.ts'
import { sendFile } from '../download.ts'
import { receiveFile, type Upload } from '../upload.ts'

const handlers: Handlers<typeof templatesApi> = {
  'GET /api/organizations/:organization/templates': ({ world, actor }) =>
    world.records.within(actor, async (tx) => ({ items: (await listTemplates(tx)).map(view) })),
  'POST /api/organizations/:organization/templates': async ({ world, actor, request }) => {
    const upload = await receiveFile(request, largestTemplate)
    const bytes = await wholeOf(upload)
    const { kind, gaps } = await readTemplate(bytes)
    const again = { ...upload, stream: Readable.from([bytes]) }
    const file = await keepFile(world.folder, actor.organization, again)
    const at = world.now()
    return world.records.within(actor, async (tx) =>
      view(await keepTemplate(tx, actor, { kind, gaps, file, at })),
    )
  },
  'GET /api/organizations/:organization/templates/:templateKind': ({ world, actor, params }) =>
    world.records.within(actor, async (tx) => view(await demandTemplate(tx, params.templateKind))),
  'DELETE /api/organizations/:organization/templates/:templateKind': ({ world, actor, params, version }) =>
    world.records.within(actor, async (tx) => {
      await putTemplateAside(tx, actor, params.templateKind, version)
      return undefined
    }),
  'GET /api/organizations/:organization/templates/:templateKind/content': async ({
    world,
    actor,
    params,
    query,
    reply,
  }) => {
    const { revisions } = await world.records.within(actor, (tx) => demandTemplate(tx, params.templateKind))
    const [newest] = revisions
    const file = revisions.find(({ revision }) => revision === (query.revision ?? newest?.revision))
    if (!file)
      throw new Refusal(
        'not-found',
        `There is no revision ${query.revision}; the newest is ${newest?.revision}.`,
      )
    await sendFile(reply, file, await openFile(world.folder, actor.organization, file))
    return undefined
  },
}

export const templates = { endpoints: templatesApi, handlers }

/** The bytes of an upload: a template is looked through before anything of it is kept. */
async function wholeOf({ name, stream, isCut, largest }: Upload): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(Buffer.from(piece))
  if (isCut())
    throw new Refusal(
      'invalid',
      `The template ${JSON.stringify(name)} is larger than ${largest / 1e6} MB. Take pictures and slides out that nobody needs in it.`,
    )
  return Buffer.concat(pieces)
}

function view({ revisions, gaps, ...template }: Template): TemplateView {
  return {
    ...template,
    gaps: [...gaps],
    revisions: revisions.map(({ type: _, madeAt, ...one }) => ({ ...one, madeAt: madeAt.toISOString() })),
  }
}
