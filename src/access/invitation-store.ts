import { sql } from 'kysely'
import { Refusal } from '#base/refusal.ts'
import type { Records, Tx } from '#db/records.ts'
import type { Actor } from './actor.ts'
import { post } from './mail-store.ts'
import { addMember, demandPlace, type Place } from './member-store.ts'
import type { Person } from './organization-store.ts'
import { Role } from './permissions.ts'
import { demandRoomForInvitation } from './room-store.ts'
import { makeSecretLink, readSecretLink } from './secret-link.ts'
import { append } from './trail-store.ts'

/** An invitation as it is listed; its link is only in the mail. */
export type Invitation = Readonly<{
  id: string
  email: string
  role: Role
  roleExpiresAt: Date | undefined
  invitedBy: string
  createdAt: Date
  expiresAt: Date
  state: 'open' | 'accepted' | 'revoked' | 'expired'
}>

/** How long a link works. */
const days = 14

/** As exact as a cursor can say it. */
const toTheMillisecond = sql<Date>`date_trunc('milliseconds', clock_timestamp())`

const isLate = sql<boolean>`(expires_at <= now())`.as('is_late')
const isOpen = sql<boolean>`(accepted_at is null and revoked_at is null and expires_at > now())`

/** Kinds of mail; whoever is no owner does not get to read the second one. */
export const invitationMail = { usual: 'invitation', owner: 'invitation of an owner' } as const

/** Invites somebody by mail. url: where people reach us; the link in the mail leads there and works once. */
export async function invite(
  tx: Tx,
  actor: Actor,
  given: Place & Readonly<{ email: string }>,
  { url, now }: Readonly<{ url: string; now: Date }>,
): Promise<Invitation> {
  const email = given.email.trim().toLowerCase()
  demandPlace(actor, given)
  if (given.expiresAt && given.expiresAt <= now)
    throw new Refusal('invalid', 'The day on which the membership ends has passed.')
  await demandNew(tx, actor, email)
  await demandRoomForInvitation(tx, actor.organization)
  const link = makeSecretLink('inv', actor.organization)
  const row = await tx
    .insertInto('invitation')
    .values({
      organization_id: actor.organization,
      email,
      role: given.role,
      role_expires_at: given.expiresAt ?? null,
      token_sha256: link.sha256,
      invited_by: actor.id ?? null,
      invited_by_name: actor.name,
      created_at: toTheMillisecond,
      expires_at: sql<Date>`now() + make_interval(days => ${days})`,
    })
    .returningAll()
    .returning(isLate)
    .executeTakeFirstOrThrow()
  const { name } = await tx.selectFrom('organization').select('name').executeTakeFirstOrThrow()
  await post(tx, actor.organization, {
    kind: given.role === 'owner' ? invitationMail.owner : invitationMail.usual,
    to: email,
    subject: `${actor.name} invites you to ${name} in Clausewise`,
    body: `Good day,\n\n${actor.name} invites you to ${name} as ${given.role}. The link works once, within ${days} days:\n\n${url}/invitation#code=${link.text}\n\nIf you do not know what this is about, leave it alone: nothing happens.\n`,
  })
  const after = { email, role: given.role, roleExpiresAt: given.expiresAt }
  await append(tx, actor, { action: 'invite', kind: 'invitation', id: row.id, after })
  return toInvitation(row)
}

async function demandNew(tx: Tx, actor: Actor, email: string): Promise<void> {
  const member = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select('person.id')
    .where('organization_id', '=', actor.organization)
    .where('person.email', '=', email)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', sql<Date>`now()`)]))
    .executeTakeFirst()
  if (member) throw new Refusal('conflict', `${email} belongs to this organization already.`)
  const open = await tx
    .selectFrom('invitation')
    .select('id')
    .where('organization_id', '=', actor.organization)
    .where('email', '=', email)
    .where(isOpen)
    .executeTakeFirst()
  if (open) throw new Refusal('conflict', `${email} was invited before. Revoke that invitation first.`)
}

/** The invitations, newest first; from behind the last one of the page before. */
export async function listInvitations(
  tx: Tx,
  actor: Actor,
  page: Readonly<{ limit: number; after: readonly [string, string] | undefined }>,
): Promise<readonly Invitation[]> {
  let query = tx
    .selectFrom('invitation')
    .selectAll()
    .select(isLate)
    .where('organization_id', '=', actor.organization)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
  if (page.after)
    query = query.where(
      sql<boolean>`(created_at, id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)`,
    )
  return (await query.execute()).map(toInvitation)
}

/** Takes an invitation back; its link opens nothing any more. */
export async function revokeInvitation(tx: Tx, actor: Actor, id: string): Promise<void> {
  const row = await tx
    .updateTable('invitation')
    .set({ revoked_at: sql<Date>`now()` })
    .where('organization_id', '=', actor.organization)
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning(['email', 'role'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such open invitation.')
  await append(tx, actor, { action: 'revoke', kind: 'invitation', id, before: row })
}

/** What stands behind a link that works; refused when it does not. */
export async function openInvitation(
  records: Records,
  link: string,
): Promise<Invitation & Readonly<{ organization: string; organizationName: string }>> {
  const read = readSecretLink('inv', link)
  if (!read) throw useless()
  return records.within({ organization: read.organization }, async (tx) => {
    const row = await tx
      .selectFrom('invitation')
      .innerJoin('organization', 'organization.id', 'invitation.organization_id')
      .selectAll('invitation')
      .select(isLate)
      .select('organization.name as organization_name')
      .where('token_sha256', '=', read.sha256)
      .where(isOpen)
      .executeTakeFirst()
    if (!row) throw useless()
    return {
      ...toInvitation(row),
      organization: row.organization_id,
      organizationName: row.organization_name,
    }
  })
}

/** Makes the invited person a member. The link was sent to one address, and only its owner comes in by it. */
export async function acceptInvitation(
  records: Records,
  link: string,
  person: Person,
): Promise<Readonly<{ organization: string; role: Role }>> {
  const { id, email, role, roleExpiresAt, organization } = await openInvitation(records, link)
  if (email !== person.email)
    throw new Refusal(
      'not-allowed',
      `This invitation is for ${email}, and you are signed in as ${person.email}. Sign out, and open it again.`,
    )
  return records.within({ organization, person: person.id }, async (tx) => {
    const taken = await tx
      .updateTable('invitation')
      .set({ accepted_at: sql<Date>`now()` })
      .where('organization_id', '=', organization)
      .where('id', '=', id)
      .where(isOpen)
      .returning('id')
      .executeTakeFirst()
    if (!taken) throw useless()
    const actor = { kind: 'person', id: person.id, name: person.name, organization, role } as const
    await addMember(tx, actor, person.id, { role, expiresAt: roleExpiresAt })
    return { organization, role }
  })
}

function useless(): Refusal {
  return new Refusal(
    'not-found',
    'This invitation was used, was taken back, or is too old. Ask for a new one.',
  )
}

type Row = {
  id: string
  email: string
  role: string
  role_expires_at: Date | null
  invited_by_name: string
  created_at: Date
  expires_at: Date
  accepted_at: Date | null
  revoked_at: Date | null
  is_late: boolean
}

function toInvitation(row: Row): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: Role.parse(row.role),
    roleExpiresAt: row.role_expires_at ?? undefined,
    invitedBy: row.invited_by_name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    state: stateOf(row),
  }
}

function stateOf(row: Row): Invitation['state'] {
  if (row.accepted_at) return 'accepted'
  if (row.revoked_at) return 'revoked'
  return row.is_late ? 'expired' : 'open'
}
