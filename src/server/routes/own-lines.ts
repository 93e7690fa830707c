import type { z } from 'zod'
import { historyOf } from '#access/trail-store.ts'
import { type OwnBody, ownLinesApi } from '#api/own-lines.ts'
import { openFinance } from '#content/finance.ts'
import { openLibrary } from '#content/library.ts'
import { readCase } from '#finance/case-store.ts'
import { readOwnLines } from '#finance/own-line-list.ts'
import {
  addOwnLine,
  applyOwnLines,
  changeOwnLine,
  deleteOwnLine,
  planOwnLines,
  restoreOwnLine,
} from '#finance/own-line-store.ts'
import { ownLineFile } from '#finance/own-line-table.ts'
import type { Handlers, World } from '../call.ts'
import { sendFile } from '../download.ts'
import { listAnswer } from '../list-answer.ts'
import { readListFile } from '../list-file.ts'
import { receiveFile } from '../upload.ts'

/** In bytes. */
const largest = 2_000_000
/** More rows are no list of own lines. */
const mostRows = 500

const handlers: Handlers<typeof ownLinesApi> = {
  'GET /api/organizations/:organization/case/lines/:line/history': ({ world, actor, params }) =>
    world.records.within(actor, async (tx) => {
      const entries = await historyOf(tx, 'line of the business case', params.line)
      return {
        items: entries.map(({ actorName: by, number, at, action, before, after, reason }) => ({
          number,
          at,
          by,
          action,
          before,
          after,
          reason,
        })),
      }
    }),
  'POST /api/organizations/:organization/case/own-lines': ({ world, actor, body }) =>
    world.records.within(actor, (tx) =>
      addOwnLine(tx, actor, { known: knownOf(world), writing: writingOf(body), at: world.now() }),
    ),
  'PUT /api/organizations/:organization/case/own-lines/:line': async (call) => {
    const { world, actor, params, body, version } = call
    const given = { known: knownOf(world), id: params.line, writing: writingOf(body) }
    return {
      version: await world.records.within(actor, (tx) =>
        changeOwnLine(tx, actor, given, { version, at: world.now() }),
      ),
    }
  },
  'DELETE /api/organizations/:organization/case/own-lines/:line': async (call) => {
    const { world, actor, params, version } = call
    await world.records.within(actor, (tx) =>
      deleteOwnLine(tx, actor, params.line, { version, at: world.now() }),
    )
  },
  'POST /api/organizations/:organization/case/own-lines/:line/restoration': async ({
    world,
    actor,
    params,
  }) => ({
    version: await world.records.within(actor, (tx) =>
      restoreOwnLine(tx, actor, params.line, { known: knownOf(world), at: world.now() }),
    ),
  }),
  'GET /api/organizations/:organization/case/own-line-list': async (call) => {
    const { world, actor, query, reply } = call
    const kept = await world.records.within(actor, readCase)
    const { type, content } = await ownLineFile(kept, query.format)
    const name = `own-lines-${world.now().toISOString().slice(0, 10)}.${query.format}`
    await sendFile(reply, { name, type }, content)
    return undefined
  },
  'POST /api/organizations/:organization/case/own-line-list': async (call) => {
    const { world, actor, query, request } = call
    const { file, rows } = await readListFile(world.folder, await receiveFile(request, largest), {
      what: 'list of own lines',
      asks: 'One of its first lines has to name a column "Line" and a column "Side".',
      mostRows,
      read: readOwnLines,
    })
    const known = knownOf(world)
    const { digest } = query
    const plan = await world.records.within(actor, (tx) =>
      digest === undefined
        ? planOwnLines(tx, rows, known)
        : applyOwnLines(tx, actor, rows, { known, digest, at: world.now() }),
    )
    const fates = plan.fates.map((fate) => ({ ...fate, changes: [...fate.changes] }))
    return listAnswer(file, digest, { ...plan, fates })
  },
}

export const ownLines = { endpoints: ownLinesApi, handlers }

function knownOf({ content }: Pick<World, 'content'>) {
  const { measures } = openLibrary(content).questions
  return { model: openFinance(content), measures: new Set(measures.map(({ id }) => id)) }
}

function writingOf({ isIn, settled, owner, ...line }: z.output<typeof OwnBody>) {
  return { line, isIn, settled, owner }
}
