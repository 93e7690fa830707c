import { sql } from 'kysely'
import { isLanguage, type Language } from '#base/language.ts'
import { Refusal } from '#base/refusal.ts'
import type { Records, Tx } from '#db/records.ts'
import type { Actor } from './actor.ts'
import { placeIn } from './organization-store.ts'
import { permissionsOf } from './permissions.ts'
import { makeSecretLink, readSecretLink } from './secret-link.ts'
import { append } from './trail-store.ts'

/** The address by which a calendar program reads the calendar for one person; the address itself is told once. */
export type Feed = Readonly<{ madeAt: string; readAt: string | undefined; language: Language }>

/** How often one address is read in a minute: several devices of a person, and no more. */
export const mostReads = 20

/** The address of whoever asks, if he has one. */
export async function readFeed(tx: Tx, { id }: Actor): Promise<Feed | undefined> {
  const row = await tx
    .selectFrom('calendar_feed')
    .selectAll()
    .where('person_id', '=', id ?? '')
    .executeTakeFirst()
  return row && feedOf(row)
}

/** Makes an address for a person; one that he had before opens nothing any more. */
export async function makeFeed(
  tx: Tx,
  actor: Actor,
  { language, at }: Readonly<{ language: Language; at: Date }>,
): Promise<Readonly<{ feed: Feed; code: string }>> {
  const person = demandPerson(actor)
  const link = makeSecretLink('cal', actor.organization)
  const made = { code_sha256: link.sha256, language, made_at: at, read_at: null, asked_since: null, asked: 0 }
  const row = await tx
    .insertInto('calendar_feed')
    .values({ organization_id: actor.organization, person_id: person, ...made })
    .onConflict((on) => on.columns(['organization_id', 'person_id']).doUpdateSet(made))
    .returningAll()
    .executeTakeFirstOrThrow()
  await append(tx, actor, { action: 'subscribe', kind: 'calendar', id: person, after: { language } })
  return { feed: feedOf(row), code: link.text }
}

/** Ends the address of whoever asks, at once. */
export async function endFeed(tx: Tx, actor: Actor): Promise<void> {
  const person = demandPerson(actor)
  const ended = await tx.deleteFrom('calendar_feed').where('person_id', '=', person).executeTakeFirst()
  if (ended.numDeletedRows === 0n)
    throw new Refusal('not-found', 'You have no address for calendar programs, or it was ended before.')
  await append(tx, actor, { action: 'unsubscribe', kind: 'calendar', id: person })
}

/** What an address opens: whose calendar, in which language, and how often it was read in this minute. */
export type Opened = Readonly<{ organization: string; language: Language; asked: number; since: Date }>

/**
 * Opens an address and counts that it was read. It opens nothing once its person has left, or may no longer read what the
 * calendar shows; nobody learns which of these it is.
 */
export async function openFeed(records: Records, code: string, now: Date): Promise<Opened> {
  const link = readSecretLink('cal', code)
  if (!link) throw useless()
  const row = await records.within({ organization: link.organization }, (tx) =>
    countRead(tx, link.sha256, now),
  )
  const place = row && (await placeIn(records, row.person_id, link.organization))
  if (!row || !place || !permissionsOf(place.role).has('read registers')) throw useless()
  const { language, asked, asked_since: since } = row
  return { organization: link.organization, language: languageOf(language), asked, since: since ?? now }
}

async function countRead(tx: Tx, sha256: string, now: Date) {
  const isOver = sql<boolean>`asked_since is null or asked_since <= ${now}::timestamptz - interval '1 minute'`
  return tx
    .updateTable('calendar_feed')
    .set({
      read_at: now,
      asked: sql<number>`case when ${isOver} then 1 else asked + 1 end`,
      asked_since: sql<Date>`case when ${isOver} then ${now}::timestamptz else asked_since end`,
    })
    .where('code_sha256', '=', sha256)
    .returning(['person_id', 'language', 'asked', 'asked_since'])
    .executeTakeFirst()
}

function demandPerson({ kind, id }: Actor): string {
  if (kind === 'person' && id !== undefined) return id
  throw new Refusal('not-allowed', 'An address for calendar programs belongs to a person.')
}

function useless(): Refusal {
  return new Refusal(
    'not-found',
    'This address leads to no calendar. Make a new one on the page of the calendar.',
  )
}

function languageOf(word: string): Language {
  return isLanguage(word) ? word : 'en'
}

function feedOf(row: Readonly<{ made_at: Date; read_at: Date | null; language: string }>): Feed {
  return {
    madeAt: row.made_at.toISOString(),
    readAt: row.read_at?.toISOString(),
    language: languageOf(row.language),
  }
}
