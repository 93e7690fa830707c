import { z } from 'zod'
import type { Entry } from '#access/trail.ts'
import { readTrail, verifyTrail } from '#access/trail-store.ts'
import { fromCursor, toPage } from '#api/page.ts'
import { EntryView, trailApi } from '#api/trail.ts'
import type { Handlers } from '../call.ts'

const Position = z.tuple([z.number().int()])

const handlers: Handlers<typeof trailApi> = {
  'GET /api/organizations/:organization/trail': async ({ world, actor, query }) => {
    const { limit, cursor, ...filter } = query
    const before = fromCursor(cursor, Position)?.[0]
    const rows = await world.records.within(actor, (tx) => readTrail(tx, before, limit + 1, filter))
    return toPage(rows, limit, view, ({ number }) => [number])
  },
  'GET /api/organizations/:organization/trail/verification': async ({ world, actor }) => {
    const { entries, breaks } = await verifyTrail(world.records, actor.organization)
    return { entries, breaks: [...breaks] }
  },
}

export const trail = { endpoints: trailApi, handlers }

function view(entry: Entry): EntryView {
  return EntryView.parse({
    number: entry.number,
    at: entry.at,
    actor: { kind: entry.actorKind, id: entry.actorId, name: entry.actorName },
    action: entry.action,
    record: { kind: entry.recordKind, id: entry.recordId },
    before: entry.before,
    after: entry.after,
    reason: entry.reason,
    hash: entry.hash,
  })
}
