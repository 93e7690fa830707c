import { sql } from 'kysely'
import type { Person } from '#access/organization-store.ts'
import type { Records } from '#db/records.ts'

/** How long sessions live, in hours: without use, and at most. */
export type SessionLife = Readonly<{ idleHours: number; longestHours: number }>

/** Over a weekend without use; 30 days at most, as NIST SP 800-63B has it for a password. The guide gives the reasons. */
export const usualLife: SessionLife = { idleHours: 72, longestHours: 720 }

/** How many minutes after signing in the ways to sign in may be changed, and sessions be ended. */
export const freshMinutes = 15

/** How a session was opened. */
export const ways = {
  password: 'password',
  code: 'password and code',
  recovery: 'password and recovery code',
  passkey: 'passkey',
  verifiedPasskey: 'passkey with PIN or fingerprint',
  signOn: 'single sign-on',
  strongSignOn: 'single sign-on of the asked strength',
} as const

/** These proved two factors; the others count as one. */
const strong: readonly string[] = [ways.code, ways.recovery, ways.verifiedPasskey, ways.strongSignOn]

/** The session by which a request is asked. */
export type LiveSession = Readonly<{
  id: string
  way: string
  /** It was opened with two factors. */
  isStrong: boolean
  /** It was opened so lately that the ways to sign in may be changed by it. */
  isFresh: boolean
}>

/** Finds the session of a token, and notes once a minute that it is used; one that is over is no session. */
export async function liveSession(
  records: Records,
  token: string,
  life: SessionLife,
): Promise<{ person: Person; session: LiveSession } | undefined> {
  const row = await records.db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['person.id', 'person.name', 'person.email', 'session.id as session', 'session.way'])
    .select([
      sql<boolean>`session.created_at > now() - make_interval(mins => ${freshMinutes})`.as('is_fresh'),
      sql<boolean>`session.updated_at < now() - interval '1 minute'`.as('is_to_be_noted'),
    ])
    .where('session.token', '=', token)
    .where(isLive(life))
    .executeTakeFirst()
  if (!row) return undefined
  const { id, name, email, session, way, is_fresh: isFresh, is_to_be_noted: isToBeNoted } = row
  if (isToBeNoted)
    await records.db
      .updateTable('session')
      .set({ updated_at: sql<Date>`now()` })
      .where('id', '=', session)
      .execute()
  const opened = way ?? ways.password
  return {
    person: { id, name, email },
    session: { id: session, way: opened, isStrong: strong.includes(opened), isFresh },
  }
}

/** Ends sessions that are over by our rules, before the sign-in library, which knows only their last day, looks at them. */
export async function endOver(records: Records, life: SessionLife): Promise<void> {
  await records.db
    .deleteFrom('session')
    .where((is) => is.not(isLive(life)))
    .execute()
}

/** A session of somebody, as he sees it. */
type OwnSession = Readonly<{
  id: string
  openedAt: Date
  usedAt: Date
  address: string | undefined
  userAgent: string | undefined
  way: string
}>

/** The sessions of a person that go on, the one used last first. */
export async function sessionsOf(
  records: Records,
  person: string,
  life: SessionLife,
): Promise<readonly OwnSession[]> {
  const rows = await records.db
    .selectFrom('session')
    .select(['id', 'created_at', 'updated_at', 'address', 'user_agent', 'way'])
    .where('person_id', '=', person)
    .where(isLive(life))
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    openedAt: row.created_at,
    usedAt: row.updated_at,
    address: row.address || undefined,
    userAgent: row.user_agent || undefined,
    way: row.way ?? ways.password,
  }))
}

/** Ends sessions of a person: one, or all but one. Says how many. */
export async function endSessions(
  records: Records,
  person: string,
  which: Readonly<{ only: string } | { allBut: string }>,
): Promise<number> {
  let query = records.db.deleteFrom('session').where('person_id', '=', person)
  query = 'only' in which ? query.where('id', '=', which.only) : query.where('id', '<>', which.allBut)
  return (await query.returning('id').execute()).length
}

function isLive({ idleHours, longestHours }: SessionLife) {
  return sql<boolean>`(session.expires_at > now()
    and session.updated_at > now() - make_interval(hours => ${idleHours})
    and session.created_at > now() - make_interval(hours => ${longestHours}))`
}
