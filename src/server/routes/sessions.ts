import assert from 'node:assert'
import { endMemberSessions } from '#access/member-store.ts'
import { sessionsApi } from '#api/sessions.ts'
import { Refusal } from '#base/refusal.ts'
import type { Call, Handlers } from '../call.ts'
import { endSessions, freshMinutes, sessionsOf } from '../session-life.ts'

const handlers: Handlers<typeof sessionsApi> = {
  'GET /api/sessions': async ({ world, person, session }) => {
    assert(person)
    const { life } = world.people
    const found = await sessionsOf(world.records, person.id, life)
    const items = found.map(({ openedAt, usedAt, ...rest }) => ({
      ...rest,
      openedAt: openedAt.toISOString(),
      usedAt: usedAt.toISOString(),
      isThis: rest.id === session?.id,
    }))
    return { items, ...life }
  },
  'DELETE /api/sessions/:session': async ({ world, person, session, params }) => {
    assert(person)
    demandFresh(session)
    const ended = await endSessions(world.records, person.id, { only: params.session })
    if (ended === 0) throw new Refusal('not-found', 'There is no such session, or it has ended.')
    world.people.tell({ event: 'account', outcome: 'passed', way: 'end a session', person: person.id })
  },
  'DELETE /api/sessions': async ({ world, person, session }) => {
    assert(person)
    const { id } = demandFresh(session)
    await endSessions(world.records, person.id, { allBut: id })
    world.people.tell({ event: 'account', outcome: 'passed', way: 'end other sessions', person: person.id })
  },
  'DELETE /api/organizations/:organization/members/:person/sessions': async ({ world, actor, params }) => {
    await world.records.within(actor, (tx) => endMemberSessions(tx, actor, params.person))
  },
}

export const sessions = { endpoints: sessionsApi, handlers }

type Session = Call<(typeof sessionsApi)['GET /api/sessions']>['session']

/** Whoever finds an open browser may not shut its owner out. */
function demandFresh(session: Session): NonNullable<Session> {
  if (session?.isFresh) return session
  throw new Refusal(
    'not-allowed',
    `This needs a sign-in of the last ${freshMinutes} minutes. Sign out, sign in again, and repeat it.`,
  )
}
