import { gapListApi } from '#api/gap-list.ts'
import { applyGapList, planGapList } from '#assessment/gap-list-store.ts'
import { openLibrary } from '#content/library.ts'
import type { Handlers } from '../call.ts'
import { readGapListFile } from '../gap-list-file.ts'
import { listAnswer } from '../list-answer.ts'
import { receiveFile } from '../upload.ts'

/** In bytes. */
const largest = 10_000_000

const handlers: Handlers<typeof gapListApi> = {
  'POST /api/organizations/:organization/gap-list': async ({ world, actor, query: { digest }, request }) => {
    const library = openLibrary(world.content)
    const upload = await receiveFile(request, largest)
    const { file, rows } = await readGapListFile(world.folder, upload, library.catalogue.requirements)
    const planning = { library, file, at: world.now() }
    const plan = await world.records.within(actor, (tx) =>
      digest === undefined
        ? planGapList(tx, rows, planning)
        : applyGapList(tx, actor, rows, { ...planning, digest }),
    )
    return listAnswer(file, digest, plan)
  },
}

export const gapList = { endpoints: gapListApi, handlers }
