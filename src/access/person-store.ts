import { sql } from 'kysely'
import { Refusal } from '#base/refusal.ts'
import type { Records, Tx } from '#db/records.ts'
import type { Person } from './organization-store.ts'
import { demandGoodPassword, hashPassword } from './password.ts'

/** What somebody says of himself when he signs up. */
export type NewPerson = Readonly<{ name: string; email: string; password: string }>

/** Any number: it stands for "the first person is being made". */
const firstPersonLock = 20_000_2

/** True as long as nobody has ever signed up here. */
export async function isNobodyHere(records: Records): Promise<boolean> {
  const found = await records.db.selectFrom('person').select('id').limit(1).executeTakeFirst()
  return found === undefined
}

/** Makes a person who signs in with a password. The address counts as proved: it was named by a link sent there. */
export async function createPerson(
  records: Records,
  given: NewPerson,
  { onlyAsFirst = false } = {},
): Promise<Person> {
  const [name, email] = [given.name.trim(), given.email.trim().toLowerCase()]
  demandGoodPassword(given.password, [email, email.split('@')[0] ?? '', ...name.split(/\s+/)])
  const password = await hashPassword(given.password)
  return records.db.transaction().execute(async (tx) => {
    if (onlyAsFirst) await demandNobody(tx)
    const person = await tx
      .insertInto('person')
      .values({ id: crypto.randomUUID(), name, email, is_email_verified: true })
      .onConflict((on) => on.column('email').doNothing())
      .returning(['id', 'name', 'email'])
      .executeTakeFirst()
    if (!person)
      throw new Refusal('conflict', `${email} has an account here already. Sign in with it instead.`)
    await tx
      .insertInto('account')
      .values({ person_id: person.id, provider_id: 'credential', account_id: person.id, password })
      .execute()
    return person
  })
}

/** Two who start at once take turns, and the second one is late. */
async function demandNobody(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${firstPersonLock})`.execute(tx)
  const found = await tx.selectFrom('person').select('id').limit(1).executeTakeFirst()
  if (found)
    throw new Refusal('conflict', 'Somebody has started here already. Sign in, or ask for an invitation.')
}

/** The person with an address; undefined when nobody has it. */
export async function personOf(records: Records, email: string): Promise<Person | undefined> {
  return records.db
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
}

/** True when the person signs in with a second factor. */
export async function hasTwoFactor(records: Records, id: string): Promise<boolean> {
  const row = await records.db
    .selectFrom('person')
    .select('is_two_factor_enabled')
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.is_two_factor_enabled ?? false
}

/** Takes back a person who was just made and could not be given a place. */
export async function takeBackPerson(records: Records, id: string): Promise<void> {
  await records.db.deleteFrom('person').where('id', '=', id).execute()
}
