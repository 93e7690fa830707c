import { sql } from 'kysely'
import { Refusal } from '#base/refusal.ts'
import type { Tx } from '#db/records.ts'

/**
 * How much an organization, and a person, may hold: far beyond what the largest house needs, and far below what would make
 * the program slow for its neighbours. Two who add at the same moment may pass a limit by one. The guide on security lists them.
 */
export const room = {
  /** Organizations that one person owns. */
  organizations: 50,
  members: 2_000,
  openInvitations: 500,
  tokens: 100,
  /** Records of one register, counted by the numbers that were given. */
  records: 50_000,
  /** All revisions of all attachments of an organization, in bytes. */
  attachedBytes: 50 * 1024 ** 3,
} as const

const active = sql<boolean>`(expires_at is null or expires_at > now())`

/** Refuses one organization more than a person may own. */
export async function demandRoomForOrganization(tx: Tx, person: string): Promise<void> {
  const { count } = await tx
    .selectFrom('membership')
    .select(sql<number>`count(*)`.as('count'))
    .where('person_id', '=', person)
    .where('role', '=', 'owner')
    .where(active)
    .executeTakeFirstOrThrow()
  demandRoom(
    count,
    room.organizations,
    'organizations that one person owns. Make somebody else an owner, and leave one',
  )
}

/** Refuses one member more than an organization may have. */
export async function demandRoomForMember(tx: Tx, organization: string): Promise<void> {
  const { count } = await tx
    .selectFrom('membership')
    .select(sql<number>`count(*)`.as('count'))
    .where('organization_id', '=', organization)
    .where(active)
    .executeTakeFirstOrThrow()
  demandRoom(count, room.members, 'members. End a membership that is not needed any more')
}

/** Refuses one open invitation more than an organization may have. */
export async function demandRoomForInvitation(tx: Tx, organization: string): Promise<void> {
  const { count } = await tx
    .selectFrom('invitation')
    .select(sql<number>`count(*)`.as('count'))
    .where('organization_id', '=', organization)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where(active)
    .executeTakeFirstOrThrow()
  demandRoom(count, room.openInvitations, 'open invitations. Take one back, or wait until one was accepted')
}

/** Refuses one token more than an organization may have. */
export async function demandRoomForToken(tx: Tx, organization: string): Promise<void> {
  const { count } = await tx
    .selectFrom('api_token')
    .select(sql<number>`count(*)`.as('count'))
    .where('organization_id', '=', organization)
    .where('revoked_at', 'is', null)
    .where(active)
    .executeTakeFirstOrThrow()
  demandRoom(count, room.tokens, 'tokens. Take one back that no program uses')
}

/** Refuses what would be more than there is room for; holds: how much is there already. */
export function demandRoom(holds: number, most: number, what: string): void {
  if (holds < most) return
  throw new Refusal('conflict', `There is room for ${most} ${what}.`)
}
