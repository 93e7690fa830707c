import { sql } from 'kysely'
import { Refusal } from '#base/refusal.ts'
import type { Records, Tx } from '#db/records.ts'
import { type Actor, may } from './actor.ts'
import { Permission, Role } from './permissions.ts'
import { demandRoomForToken } from './room-store.ts'
import { makeSecretLink, readSecretLink } from './secret-link.ts'
import { append } from './trail-store.ts'

/** An API token as it is listed; the token itself is shown once, when it is made. */
export type ApiToken = Readonly<{
  id: string
  name: string
  beginsWith: string
  scopes: readonly Permission[]
  createdBy: string
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | undefined
  revokedAt: Date | undefined
}>

/** What a token can never do, whoever made it: give itself, or anybody, more than it has. */
const neverByToken: readonly Permission[] = ['manage tokens', 'manage people']

/** Makes a token for a program. It can do what is named in its scopes and what its maker may, whichever is less. */
export async function createToken(
  tx: Tx,
  actor: Actor,
  given: Readonly<{ name: string; scopes: readonly Permission[]; expiresAt: Date }>,
  now: Date,
): Promise<Readonly<{ token: ApiToken; text: string }>> {
  if (actor.kind !== 'person' || actor.id === undefined)
    throw new Refusal('not-allowed', 'A token is made by a person.')
  const excess = given.scopes.filter((scope) => neverByToken.includes(scope) || !may(actor, scope))
  if (excess.length > 0) throw new Refusal('invalid', `A token of yours may not: ${excess.join(', ')}.`)
  if (given.expiresAt <= now) throw new Refusal('invalid', 'The day on which the token ends has passed.')
  await demandRoomForToken(tx, actor.organization)
  const link = makeSecretLink('cw', actor.organization)
  const row = await tx
    .insertInto('api_token')
    .values({
      organization_id: actor.organization,
      name: given.name,
      token_sha256: link.sha256,
      begins_with: link.text.slice(0, 8),
      created_by: actor.id,
      created_by_name: actor.name,
      scopes: [...new Set(given.scopes)],
      expires_at: given.expiresAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const token = toToken(row)
  const { id, name, scopes, expiresAt } = token
  await append(tx, actor, { action: 'create', kind: 'token', id, after: { name, scopes, expiresAt } })
  return { token, text: link.text }
}

/** The tokens of the organization, newest first. */
export async function listTokens(tx: Tx, actor: Actor): Promise<readonly ApiToken[]> {
  const rows = await tx
    .selectFrom('api_token')
    .selectAll()
    .where('organization_id', '=', actor.organization)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(toToken)
}

/** Ends a token at once. */
export async function revokeToken(tx: Tx, actor: Actor, id: string): Promise<void> {
  const row = await tx
    .updateTable('api_token')
    .set({ revoked_at: sql<Date>`now()` })
    .where('organization_id', '=', actor.organization)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(['name'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such token, or it was revoked before.')
  await append(tx, actor, { action: 'revoke', kind: 'token', id, before: { name: row.name } })
}

/** Who a token speaks for; undefined when it is unknown, has ended, or its maker has left. */
export async function actorOfToken(records: Records, text: string): Promise<Actor | undefined> {
  const link = readSecretLink('cw', text)
  if (!link) return undefined
  return records.within({ organization: link.organization }, async (tx) => {
    const row = await tx
      .selectFrom('api_token')
      .innerJoin('membership', (on) =>
        on
          .onRef('membership.organization_id', '=', 'api_token.organization_id')
          .onRef('membership.person_id', '=', 'api_token.created_by'),
      )
      .select(['api_token.id', 'api_token.name', 'api_token.scopes', 'membership.role', 'last_used_at'])
      .where('api_token.organization_id', '=', link.organization)
      .where('token_sha256', '=', link.sha256)
      .where('revoked_at', 'is', null)
      .where('api_token.expires_at', '>', sql<Date>`now()`)
      .where((is) =>
        is.or([is('membership.expires_at', 'is', null), is('membership.expires_at', '>', sql<Date>`now()`)]),
      )
      .executeTakeFirst()
    if (!row) return undefined
    await noteUse(tx, link.organization, row.id)
    return {
      kind: 'token',
      id: row.id,
      name: row.name,
      organization: link.organization,
      role: Role.parse(row.role),
      scopes: Permission.array().parse(row.scopes),
    }
  })
}

/** Once a minute is enough to see whether a token is still in use. */
async function noteUse(tx: Tx, organization: string, id: string): Promise<void> {
  await tx
    .updateTable('api_token')
    .set({ last_used_at: sql<Date>`now()` })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .where((is) =>
      is.or([
        is('last_used_at', 'is', null),
        is('last_used_at', '<', sql<Date>`now() - interval '1 minute'`),
      ]),
    )
    .execute()
}

type Row = {
  id: string
  name: string
  begins_with: string
  scopes: string[]
  created_by_name: string
  created_at: Date
  expires_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
}

function toToken(row: Row): ApiToken {
  return {
    id: row.id,
    name: row.name,
    beginsWith: row.begins_with,
    scopes: Permission.array().parse(row.scopes),
    createdBy: row.created_by_name,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  }
}
