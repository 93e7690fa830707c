import { sql } from 'kysely'
import type { Records, Tx } from '#db/records.ts'
import type { Actor } from './actor.ts'
import { Role } from './permissions.ts'
import { append } from './trail-store.ts'

/**
 * Carries what people changed about how they sign in (passwords, second steps, passkeys) into the trail of each
 * organization they belong to. The database notes such a change together with the change itself; here it is taken from
 * the notes and told in one transaction, so nothing is lost and nothing told twice.
 */
export async function carryAccountChanges(records: Records): Promise<void> {
  await records.db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ person_id: string; what: string; at: Date }>`
      with taken as (
        select id from account_change order by id for update skip locked
      )
      delete from account_change where id in (select id from taken)
      returning person_id, what, at`.execute(tx)
    for (const { person_id: person, what, at } of rows)
      for (const actor of await actorsOf(tx, person))
        await append(tx, actor, { action: what, kind: 'account', id: person, after: { at } })
  })
}

/** The person, once for each organization that he belongs to now. */
async function actorsOf(tx: Tx, person: string): Promise<readonly Actor[]> {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['organization_id', 'role', 'person.name'])
    .where('person_id', '=', person)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', sql<Date>`now()`)]))
    .orderBy('organization_id')
    .execute()
  return rows.map(({ organization_id: organization, role, name }) => ({
    kind: 'person',
    id: person,
    name,
    organization,
    role: Role.parse(role),
  }))
}
