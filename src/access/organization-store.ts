import { sql } from 'kysely'
import { isLanguage, type Language } from '#base/language.ts'
import { Refusal } from '#base/refusal.ts'
import type { Records, Tx } from '#db/records.ts'
import type { Actor } from './actor.ts'
import { Role } from './permissions.ts'
import { demandRoomForOrganization } from './room-store.ts'
import { append } from './trail-store.ts'

/** An organization, with the role of the person who asked for it. */
export type Organization = Readonly<{
  id: string
  name: string
  role: Role
  settings: Readonly<Record<string, unknown>>
  version: number
}>

/** A person as the session knows him. */
export type Person = Readonly<{ id: string; name: string; email: string }>

/** Starts an organization with its first owner. */
export async function startOrganization(
  records: Records,
  person: Person,
  name: string,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<Organization> {
  const id = crypto.randomUUID()
  return records.within({ organization: id, person: person.id }, async (tx) => {
    await demandRoomForOrganization(tx, person.id)
    const made = await tx
      .insertInto('organization')
      .values({ id, name, settings: JSON.stringify(settings) })
      .returningAll()
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('membership')
      .values({ organization_id: id, person_id: person.id, role: 'owner' })
      .execute()
    const actor = {
      kind: 'person',
      id: person.id,
      name: person.name,
      organization: id,
      role: 'owner',
    } as const
    await append(tx, actor, { action: 'start', kind: 'organization', id, after: { name } })
    return { id, name, role: 'owner', settings: made.settings, version: made.version }
  })
}

/** The organizations in which a person has a role that has not ended. */
export async function organizationsOf(records: Records, person: string): Promise<readonly Organization[]> {
  return records.within({ person }, async (tx) => {
    const rows = await tx
      .selectFrom('membership')
      .innerJoin('organization', 'organization.id', 'membership.organization_id')
      .select([
        'organization.id',
        'organization.name',
        'organization.settings',
        'organization.version',
        'role',
      ])
      .where('person_id', '=', person)
      .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', sql<Date>`now()`)]))
      .orderBy('organization.name')
      .orderBy('organization.id')
      .execute()
    return rows.map((row) => ({ ...row, role: Role.parse(row.role) }))
  })
}

/** The person's role in an organization, and whether two factors are demanded there; undefined where he has no role. */
export async function placeIn(
  records: Records,
  person: string,
  organization: string,
): Promise<Readonly<{ role: Role; demandsTwoFactors: boolean }> | undefined> {
  const row = await records.db
    .selectFrom('membership')
    .innerJoin('organization', 'organization.id', 'membership.organization_id')
    .select(['role', 'organization.settings'])
    .where('person_id', '=', person)
    .where('organization_id', '=', organization)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', sql<Date>`now()`)]))
    .executeTakeFirst()
  return row && { role: Role.parse(row.role), demandsTwoFactors: demandsTwoFactors(row.settings) }
}

/** True where everybody who comes in by a session has to have proved two factors. */
export function demandsTwoFactors(settings: Readonly<Record<string, unknown>>): boolean {
  return settings.secondFactor === 'demanded'
}

/** One organization as the actor sees it. */
export async function readOrganization(tx: Tx, actor: Actor): Promise<Organization> {
  const row = await tx
    .selectFrom('organization')
    .selectAll()
    .where('id', '=', actor.organization)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such organization.')
  return { id: row.id, name: row.name, role: actor.role, settings: row.settings, version: row.version }
}

/** The language of an organization's documents, where none is asked for. */
export function documentLanguageOf({ settings }: Pick<Organization, 'settings'>): Language {
  const { locale } = settings
  return typeof locale === 'string' && isLanguage(locale) ? locale : 'en'
}

/** Changes name or settings; settings that are not named stay. */
export async function changeOrganization(
  tx: Tx,
  actor: Actor,
  change: Readonly<{ name?: string | undefined; settings?: Readonly<Record<string, unknown>> | undefined }>,
  version: number | undefined,
): Promise<Organization> {
  const old = await readOrganization(tx, actor)
  if (version !== undefined && version !== old.version) throw changedMeanwhile()
  const settings = { ...old.settings, ...change.settings }
  const row = await tx
    .updateTable('organization')
    .set({ name: change.name ?? old.name, settings: JSON.stringify(settings), version: old.version + 1 })
    .where('id', '=', actor.organization)
    .where('version', '=', old.version)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw changedMeanwhile()
  const [before, after] = [old, row].map(({ name, settings: set }) => ({ name, settings: set }))
  await append(tx, actor, { action: 'change', kind: 'organization', id: actor.organization, before, after })
  return { id: row.id, name: row.name, role: actor.role, settings: row.settings, version: row.version }
}

/** Two people changed the same record: the later one has to look again. */
export function changedMeanwhile(): Refusal {
  return new Refusal(
    'conflict',
    'Somebody changed this meanwhile. Load it again, look at what changed, and repeat.',
  )
}
