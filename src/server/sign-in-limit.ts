import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Records } from '#db/records.ts'

/** How many failed sign-ins are borne within a quarter of an hour, for one account and from one address. */
export const signInLimits = { account: 10, address: 100 } as const

const windowMinutes = 15

/** Who tries to sign in, and from where. */
export type Trying = Readonly<{ email: string; address: string | undefined }>

/** Counts a try before the password is looked at, so that many at once are no way around. Says the seconds to wait; 0: go on. */
export async function countTry(records: Records, trying: Trying): Promise<number> {
  const waits: number[] = []
  for (const { key, limit } of keysOf(trying)) {
    const { rows } = await sql<{ count: number; left: number }>`
      insert into sign_in_attempt as kept (key, count) values (${key}, 1)
      on conflict (key) do update set
        count = case when kept.since < now() - make_interval(mins => ${windowMinutes}) then 1 else kept.count + 1 end,
        since = case when kept.since < now() - make_interval(mins => ${windowMinutes}) then now() else kept.since end
      returning count, ceil(extract(epoch from since + make_interval(mins => ${windowMinutes}) - now())) as left`.execute(
      records.db,
    )
    const counted = rows[0]
    if (counted && counted.count > limit) waits.push(Math.max(1, counted.left))
  }
  return Math.max(0, ...waits)
}

/** Forgets the failures of an account once its owner came in, and takes back his own try from his address. */
export async function forgetTries(records: Records, trying: Trying): Promise<void> {
  const [account, address] = keysOf(trying)
  if (account) await records.db.deleteFrom('sign_in_attempt').where('key', '=', account.key).execute()
  if (address)
    await records.db
      .updateTable('sign_in_attempt')
      .set(({ eb }) => ({ count: eb('count', '-', 1) }))
      .where('key', '=', address.key)
      .execute()
}

/** Drops what no longer counts. */
export async function dropOldTries(records: Records): Promise<void> {
  await sql`delete from sign_in_attempt where since < now() - make_interval(mins => ${windowMinutes})`.execute(
    records.db,
  )
}

/** Kept as hashes: the table tells nobody who tried. */
function keysOf({ email, address }: Trying): { key: string; limit: number }[] {
  const keys: { key: string; limit: number }[] = [
    { key: hashed(`account ${email.trim().toLowerCase()}`), limit: signInLimits.account },
  ]
  if (address !== undefined) keys.push({ key: hashed(`address ${address}`), limit: signInLimits.address })
  return keys
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
