import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Tables, Tx } from '#db/records.ts'
import { type EvidenceLink, type GivenLink, isWebAddress } from './evidence-link.ts'

/** The evidence that people put to requirements, by requirement. */
export async function readLinks(tx: Tx): Promise<ReadonlyMap<string, readonly EvidenceLink[]>> {
  const rows = await tx
    .selectFrom('evidence_link')
    .selectAll()
    .orderBy('requirement')
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  const expiring = await tx
    .selectFrom('attachment')
    .select(['id', 'expires_on'])
    .where('expires_on', 'is not', null)
    .where('deleted_at', 'is', null)
    .execute()
  const ends = new Map(expiring.map((row) => [row.id, row.expires_on ?? undefined]))
  const links = rows.map((row) => ({ ...toLink(row), expiresOn: row.expires_on ?? ends.get(row.target) }))
  return Map.groupBy(links, (link) => link.requirement)
}

/**
 * When something new was last shown for requirements: a statement, a piece of evidence, or a new collection where
 * tickets can show something (fromTickets).
 */
export async function newestEvidence(
  tx: Tx,
  baseline: string,
  requirements: readonly string[],
  fromTickets: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (requirements.length === 0) return new Map()
  const { rows } = await sql<{ requirement: string; at: Date }>`
    select requirement, max(at) as at
    from (
      select requirement, written_at as at from statement where baseline_id = ${baseline}
      union all
      select requirement, added_at as at from evidence_link
      union all
      select requirement, newest.at
      from unnest(${[...fromTickets]}::text[]) as requirement
      cross join (select max(collected_at) as at from collection) as newest
      where newest.at is not null
    ) as shown
    where requirement = any(${[...requirements]})
    group by requirement`.execute(tx)
  return new Map(rows.map((row) => [row.requirement, row.at.toISOString()]))
}

/** Puts a piece of evidence to a requirement. checks: the ids that a check may be named by. */
export async function addLink(
  tx: Tx,
  actor: Actor,
  requirement: string,
  given: GivenLink,
  { at, checks }: Readonly<{ at: Date; checks: ReadonlySet<string> }>,
): Promise<EvidenceLink> {
  await demandTarget(tx, given, checks)
  const row = await tx
    .insertInto('evidence_link')
    .values({
      organization_id: actor.organization,
      requirement,
      kind: given.kind,
      target: given.target,
      title: given.title,
      shows: given.shows,
      seen_on: given.seenOn ?? at.toISOString().slice(0, 10),
      expires_on: given.expiresOn ?? null,
      note: given.note ?? '',
      added_by: actor.id ?? null,
      added_by_name: actor.name,
      added_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Refusal('conflict', 'This is evidence for the requirement already.')
  const link = toLink(row)
  await append(tx, actor, { action: 'add', kind: 'evidence', id: requirement, after: link })
  return link
}

/** Takes a piece of evidence away from a requirement; the thing itself stays where it is. */
export async function removeLink(tx: Tx, actor: Actor, requirement: string, id: string): Promise<void> {
  const row = await tx
    .deleteFrom('evidence_link')
    .where('id', '=', id)
    .where('requirement', '=', requirement)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such evidence at this requirement.')
  await append(tx, actor, { action: 'remove', kind: 'evidence', id: requirement, before: toLink(row) })
}

/** What is pointed to has to be there, in this organization: row-level security hides what others have. */
async function demandTarget(tx: Tx, { kind, target }: GivenLink, checks: ReadonlySet<string>): Promise<void> {
  if (kind === 'link' && !isWebAddress(target))
    throw new Refusal('invalid', 'An address begins with https:// or http://.')
  if (kind === 'check' && !checks.has(target)) throw new Refusal('invalid', `There is no check ${target}.`)
  if (kind !== 'attachment' && kind !== 'record') return
  const there = z.uuid().safeParse(target).success && (await isKept(tx, kind, target))
  if (!there) throw new Refusal('invalid', `There is no such ${kind}.`)
}

async function isKept(tx: Tx, table: 'attachment' | 'record', id: string): Promise<boolean> {
  const row = await tx
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

function toLink(row: Selectable<Tables['evidence_link']>): EvidenceLink {
  return {
    id: row.id,
    requirement: row.requirement,
    kind: row.kind,
    target: row.target,
    title: row.title,
    shows: row.shows,
    seenOn: row.seen_on,
    expiresOn: row.expires_on ?? undefined,
    note: row.note,
    addedBy: row.added_by_name,
    addedAt: row.added_at.toISOString(),
  }
}
