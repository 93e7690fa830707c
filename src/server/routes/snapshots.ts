import { z } from 'zod'
import { toCursor } from '#api/page.ts'
import { snapshotsApi } from '#api/snapshots.ts'
import { freeze } from '#assessment/freeze.ts'
import { compare } from '#assessment/snapshot.ts'
import { changesSince, missingParts, pruneSnapshots } from '#assessment/snapshot-parts-store.ts'
import { listSnapshots, readSnapshot, type Snapshot, type SnapshotHead } from '#assessment/snapshot-store.ts'
import { openState } from '#assessment/state-store.ts'
import { Refusal } from '#base/refusal.ts'
import { openLibrary } from '#content/library.ts'
import type { Handlers } from '../call.ts'
import { positionOf } from '../cursor.ts'
import { takeSnapshot } from '../take-snapshot.ts'
import { wantedOf } from '../wanted.ts'
import type { Tx } from '../workshop.ts'

const handlers: Handlers<typeof snapshotsApi> = {
  'GET /api/organizations/:organization/snapshots': async ({ world, actor, query: { cursor, limit } }) => {
    const before = positionOf(cursor, z.tuple([z.iso.datetime(), z.uuid()]))
    return world.records.within(actor, async (tx) => {
      const rows = await listSnapshots(tx, { before, limit: limit + 1 })
      const items = rows.slice(0, limit)
      const last = rows.length > limit ? items.at(-1) : undefined
      return {
        items: await viewsOf(tx, items),
        ...(last ? { next: toCursor([last.frozenAt, last.id]) } : {}),
      }
    })
  },
  'POST /api/organizations/:organization/snapshots': ({ world, actor, body }) =>
    world.records.within(actor, async (tx) => viewOf(await takeSnapshot(tx, world, actor, body.name))),
  'POST /api/organizations/:organization/snapshots/prune': ({ world, actor, body }) => {
    const before = new Date(`${body.before}T00:00:00Z`)
    if (before > world.now())
      throw new Refusal('invalid', `${body.before} has not come yet. Choose a day that has passed.`)
    return world.records.within(actor, (tx) => pruneSnapshots(tx, actor, { before, at: world.now() }))
  },
  'GET /api/organizations/:organization/snapshots/:snapshot': async ({ world, actor, params }) => {
    return world.records.within(actor, async (tx) => {
      const { text: _, frozen, isWhole, ...head } = await readSnapshot(tx, params.snapshot)
      const [view = viewOf(head)] = await viewsOf(tx, [head])
      return { ...view, frozen, isWhole }
    })
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
      const wanted = wantedOf(world, actor.organization)
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
  return viewOf(head)
}

/** Snapshots as they are listed, with what was let go of each, and what changed since. */
async function viewsOf(tx: Tx, heads: readonly SnapshotHead[]) {
  const missing = await missingParts(tx, heads)
  const changes = await changesSince(
    tx,
    heads.map(({ id }) => id),
  )
  return heads.map((head) => {
    const gone = missing.get(head.id)
    return {
      ...viewOf(head),
      changes: changes.get(head.id) ?? 0,
      ...(gone ? { missing: [...gone.parts], ...(gone.pruning ? { pruning: gone.pruning } : {}) } : {}),
    }
  })
}

function viewOf({ parts, ...head }: SnapshotHead) {
  return { ...head, parts: Object.keys(parts) }
}
