import { z } from 'zod'
import { changeMember, listMembers, type Member, readMember, removeMember } from '#access/member-store.ts'
import { type MemberView, membersApi } from '#api/members.ts'
import { fromCursor, text, toPage } from '#api/page.ts'
import type { Handlers } from '../call.ts'

const Position = z.tuple([text(200), text(100)])

const handlers: Handlers<typeof membersApi> = {
  'GET /api/organizations/:organization/members': async ({ world, actor, query }) => {
    const { limit, cursor, former } = query
    const page = { limit: limit + 1, after: fromCursor(cursor, Position), former: former === 'true' }
    const rows = await world.records.within(actor, (tx) => listMembers(tx, actor, page))
    return toPage(rows, limit, view, ({ name, person }) => [name, person])
  },
  'GET /api/organizations/:organization/members/:person': async ({ world, actor, params }) =>
    world.records.within(actor, async (tx) => view(await readMember(tx, actor, params.person))),
  'PATCH /api/organizations/:organization/members/:person': async (call) => {
    const { world, actor, params, body, version } = call
    const { role, expiresAt } = body
    const change = { role, expiresAt: typeof expiresAt === 'string' ? new Date(expiresAt) : expiresAt }
    return world.records.within(actor, async (tx) =>
      view(await changeMember(tx, actor, params.person, change, version)),
    )
  },
  'DELETE /api/organizations/:organization/members/:person': async ({ world, actor, params }) => {
    await world.records.within(actor, (tx) => removeMember(tx, actor, params.person))
  },
}

export const members = { endpoints: membersApi, handlers }

function view({ person, name, email, role, expiresAt, isFormer, version }: Member): MemberView {
  return { person, name, email, role, expiresAt: expiresAt?.toISOString(), isFormer, version }
}
