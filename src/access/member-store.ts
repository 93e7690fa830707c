import { sql } from 'kysely'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'
import type { Actor } from './actor.ts'
import { changedMeanwhile } from './organization-store.ts'
import { Role } from './permissions.ts'
import { demandRoomForMember } from './room-store.ts'
import { append } from './trail-store.ts'

/** Somebody who belongs, or belonged, to an organization. */
export type Member = Readonly<{
  person: string
  name: string
  email: string | undefined
  role: Role
  /** When the membership ends, or ended. */
  expiresAt: Date | undefined
  isFormer: boolean
  version: number
}>

/** What a membership is given. */
export type Place = Readonly<{ role: Role; expiresAt: Date | undefined }>

/** These roles are for people from outside, so their membership has an end. */
export const guestRoles: readonly Role[] = ['consultant', 'external auditor']

const mostNamed = 5000

/** The names of members, former ones too, by their e-mail addresses: registers name people by these. */
export async function namesByEmail(tx: Tx, organization: string): Promise<Readonly<Record<string, string>>> {
  const members = await listMembers(
    tx,
    { organization },
    { limit: mostNamed, after: undefined, former: true },
  )
  return Object.fromEntries(
    members.flatMap(({ email, name }) => (email ? [[email.toLowerCase(), name] as const] : [])),
  )
}

/** The members, by name; from behind the last one of the page before. */
export async function listMembers(
  tx: Tx,
  actor: Pick<Actor, 'organization'>,
  page: Readonly<{ limit: number; after: readonly [string, string] | undefined; former: boolean }>,
): Promise<readonly Member[]> {
  const name = sql<string>`coalesce(person.name, membership.person_id)`
  let query = members(tx, actor.organization).orderBy(name).orderBy('person_id').limit(page.limit)
  if (page.after)
    query = query.where(sql<boolean>`(${name}, person_id) > (${page.after[0]}, ${page.after[1]})`)
  if (!page.former) query = query.where(isActive)
  return (await query.execute()).map(toMember)
}

/** Gives a member another role, or another end. */
export async function changeMember(
  tx: Tx,
  actor: Actor,
  person: string,
  change: Readonly<{ role?: Role | undefined; expiresAt?: Date | null | undefined }>,
  version: number | undefined,
): Promise<Member> {
  const old = await readMember(tx, actor, person)
  if (old.isFormer) throw gone()
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  const role = change.role ?? old.role
  const expiresAt = change.expiresAt === undefined ? old.expiresAt : (change.expiresAt ?? undefined)
  demandPlace(actor, { role, expiresAt }, old.role)
  await set(tx, actor, old, { role, expires_at: expiresAt ?? null })
  await demandOwner(tx, actor)
  const [before, after] = [old, { role, expiresAt }].map(({ role, expiresAt }) => ({ role, expiresAt }))
  await append(tx, actor, { action: 'change', kind: 'member', id: person, before, after })
  return readMember(tx, actor, person)
}

/** Ends a membership at once. The name stays on what the person did. */
export async function removeMember(tx: Tx, actor: Actor, person: string): Promise<void> {
  const old = await readMember(tx, actor, person)
  if (old.isFormer) throw gone()
  demandPlace(actor, old, old.role)
  await set(tx, actor, old, { expires_at: sql<Date>`now()` })
  await demandOwner(tx, actor)
  await tx.deleteFrom('calendar_feed').where('person_id', '=', person).execute()
  const before = { role: old.role, expiresAt: old.expiresAt }
  await append(tx, actor, { action: 'remove', kind: 'member', id: person, before })
}

/** Ends every session of a member, on all devices, and the address of calendar programs there. Only an owner does it to an owner. */
export async function endMemberSessions(tx: Tx, actor: Actor, person: string): Promise<void> {
  const member = await readMember(tx, actor, person)
  if (member.isFormer) throw gone()
  if (member.role === 'owner' && actor.role !== 'owner')
    throw new Refusal('not-allowed', 'Only an owner ends the sessions of an owner.')
  await tx.deleteFrom('session').where('person_id', '=', person).execute()
  await tx.deleteFrom('calendar_feed').where('person_id', '=', person).execute()
  await append(tx, actor, { action: 'end sessions', kind: 'member', id: person })
}

/** Takes a person in, for the first time or again. The caller has checked that he was invited. */
export async function addMember(
  tx: Tx,
  actor: Actor,
  person: string,
  { role, expiresAt }: Place,
): Promise<void> {
  await demandRoomForMember(tx, actor.organization)
  const row = await tx
    .insertInto('membership')
    .values({
      organization_id: actor.organization,
      person_id: person,
      role,
      expires_at: expiresAt ?? null,
    })
    .onConflict((on) =>
      on
        .columns(['organization_id', 'person_id'])
        .doUpdateSet({ role, expires_at: expiresAt ?? null, version: sql<number>`membership.version + 1` })
        .where('membership.expires_at', '<=', sql<Date>`now()`),
    )
    .returning('person_id')
    .executeTakeFirst()
  if (!row) throw new Refusal('conflict', 'You belong to this organization already.')
  await append(tx, actor, { action: 'join', kind: 'member', id: person, after: { role, expiresAt } })
}

/** Refuses a place that cannot be given, or not by this actor: only an owner makes, changes or removes an owner. */
export function demandPlace(actor: Actor, { role, expiresAt }: Place, before?: Role): void {
  if ((role === 'owner' || before === 'owner') && actor.role !== 'owner')
    throw new Refusal('not-allowed', 'Only an owner gives or takes the role of an owner.')
  if (guestRoles.includes(role) && !expiresAt)
    throw new Refusal('invalid', `The role ${role} ends some day: name the day.`)
  if (role === 'owner' && expiresAt)
    throw new Refusal('invalid', 'An owner stays until another one is named.')
}

function members(tx: Tx, organization: string) {
  return tx
    .selectFrom('membership')
    .leftJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.person_id', 'person.name', 'person.email', 'role', 'expires_at', 'version'])
    .select(sql<boolean>`coalesce(expires_at <= now(), false)`.as('is_former'))
    .where('organization_id', '=', organization)
}

const isActive = sql<boolean>`(expires_at is null or expires_at > now())`

/** One member, former ones too. */
export async function readMember(tx: Tx, actor: Actor, person: string): Promise<Member> {
  const row = await members(tx, actor.organization).where('person_id', '=', person).executeTakeFirst()
  if (!row) throw gone()
  return toMember(row)
}

async function set(
  tx: Tx,
  actor: Actor,
  old: Member,
  change: { role?: Role; expires_at: Date | null | ReturnType<typeof sql<Date>> },
): Promise<void> {
  const row = await tx
    .updateTable('membership')
    .set({ ...change, version: old.version + 1 })
    .where('organization_id', '=', actor.organization)
    .where('person_id', '=', old.person)
    .where('version', '=', old.version)
    .returning('person_id')
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
}

/** An organization without an owner could never be given to anybody again. Two changes at once take turns. */
async function demandOwner(tx: Tx, actor: Actor): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`owners ${actor.organization}`}, 0))`.execute(tx)
  const owner = await tx
    .selectFrom('membership')
    .select('person_id')
    .where('organization_id', '=', actor.organization)
    .where('role', '=', 'owner')
    .where(isActive)
    .executeTakeFirst()
  if (!owner)
    throw new Refusal(
      'conflict',
      'This is the last owner. Make somebody else an owner first, then try again.',
    )
}

function gone(): Refusal {
  return new Refusal('not-found', 'There is no such member.')
}

type Row = {
  person_id: string
  name: string | null
  email: string | null
  role: string
  expires_at: Date | null
  version: number
  is_former: boolean
}

function toMember(row: Row): Member {
  return {
    person: row.person_id,
    name: row.name ?? row.person_id,
    email: row.email ?? undefined,
    role: Role.parse(row.role),
    expiresAt: row.expires_at ?? undefined,
    isFormer: row.is_former,
    version: row.version,
  }
}
