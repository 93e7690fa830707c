import { append } from '#access/trail-store.ts'
import { roomFilesApi } from '#api/room-files.ts'
import { evidenceHeads, evidenceList } from '#assessment/evidence-list.ts'
import { fileInRoom, shownInRoom } from '#assessment/room-files-store.ts'
import { openLibrary } from '#content/library.ts'
import { openFile } from '#registers/file-store.ts'
import { csvLine } from '#registers/table.ts'
import type { Handlers } from '../call.ts'
import { sendFile } from '../download.ts'
import { wantedOf } from '../wanted.ts'

const handlers: Handlers<typeof roomFilesApi> = {
  'GET /api/organizations/:organization/evidence-room/list': async ({ world, actor, reply }) => {
    const shown = await world.records.within(actor, async (tx) => {
      const library = openLibrary(world.content)
      const found = await shownInRoom(tx, actor, { library, ...wantedOf(world, actor.organization) })
      await append(tx, actor, { action: 'download list', kind: 'evidence room', id: actor.organization })
      return found
    })
    const heads = evidenceHeads.map((text) => ({ text }))
    const lines = [heads, ...evidenceList(shown)].map(csvLine)
    const name = `evidence-list-${world.now().toISOString().slice(0, 10)}.csv`
    // The mark tells spreadsheets that it is UTF-8.
    await sendFile(reply, { name, type: 'text/csv; charset=utf-8' }, `\ufeff${lines.join('')}`)
    return undefined
  },
  'GET /api/organizations/:organization/evidence-room/files/:attachment': async ({
    world,
    actor,
    params,
    reply,
  }) => {
    const file = await world.records.within(actor, async (tx) => {
      const found = await fileInRoom(tx, actor, params.attachment)
      const after = { name: found.name, sha256: found.sha256 }
      await append(tx, actor, { action: 'download', kind: 'attachment', id: params.attachment, after })
      return found
    })
    await sendFile(reply, file, await openFile(world.folder, actor.organization, file))
    return undefined
  },
}

export const roomFiles = { endpoints: roomFilesApi, handlers }
