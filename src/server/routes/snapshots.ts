import { z } from 'zod'
import { toCursor } from '#api/page.ts'
import { snapshotsApi } from '#api/snapshots.ts'
import { freeze } from '#assessment/freeze.ts'
import { compare } from '#assessment/snapshot.ts'
import { keepSnapshot, listSnapshots, readSnapshot, type Snapshot } from '#assessment/snapshot-store.ts'
import { openState } from '#assessment/state-store.ts'
import { openLibrary } from '#content/library.ts'
import type { Handlers } from '../call.ts'
import { positionOf } from '../cursor.ts'

const handlers: Handlers<typeof snapshotsApi> = {
  'GET /api/organizations/:organization/snapshots': async ({ world, actor, query: { cursor, limit } }) => {
    const before = positionOf(cursor, z.tuple([z.iso.datetime(), z.uuid()]))
    const rows = await world.records.within(actor, (tx) => listSnapshots(tx, { before, limit: limit + 1 }))
    const items = rows.slice(0, limit)
    const last = rows.length > limit ? items.at(-1) : undefined
    return { items, ...(last ? { next: toCursor([last.frozenAt, last.id]) } : {}) }
  },
  'POST /api/organizations/:organization/snapshots': async ({ world, actor, body }) => {
    const library = openLibrary(world.content)
    return world.records.within(actor, async (tx) => {
      const state = await openState(tx, library, { organization: actor.organization, now: world.now() })
      return keepSnapshot(tx, actor, { name: body.name, frozen: freeze(state, library), at: world.now() })
    })
  },
  'GET /api/organizations/:organization/snapshots/:snapshot': async ({ world, actor, params }) => {
    const { text: _, ...snapshot } = await world.records.within(actor, (tx) =>
      readSnapshot(tx, params.snapshot),
    )
    return snapshot
  },
  'GET /api/organizations/:organization/snapshots/:snapshot/document': async (call) => {
    const { world, actor, params, reply } = call
    const { text, id } = await world.records.within(actor, (tx) => readSnapshot(tx, params.snapshot))
    reply
      .header('content-disposition', `attachment; filename="snapshot-${id}.json"`)
      .type('application/json; charset=utf-8')
      .serializer((body: unknown) => String(body))
      .send(text)
    return undefined
  },
  'GET /api/organizations/:organization/snapshots/:snapshot/difference': async (call) => {
    const { world, actor, params, query } = call
    const library = openLibrary(world.content)
    return world.records.within(actor, async (tx) => {
      const before = await readSnapshot(tx, params.snapshot)
      const later = query.to === undefined ? undefined : await readSnapshot(tx, query.to)
      const wanted = { organization: actor.organization, now: world.now() }
      const after = later?.frozen ?? freeze(await openState(tx, library, wanted), library)
      const { items, gates, checks, ...rest } = compare(before.frozen, after)
      return {
        ...rest,
        before: headOf(before),
        ...(later ? { after: headOf(later) } : {}),
        items: [...items],
        gates: [...gates],
        checks: [...checks],
      }
    })
  },
}

export const snapshots = { endpoints: snapshotsApi, handlers }

function headOf({ frozen: _, text: __, isWhole: ___, ...head }: Snapshot) {
  return head
}
