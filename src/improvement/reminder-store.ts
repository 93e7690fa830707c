import type { Actor } from '#access/actor.ts'
import { post } from '#access/mail-store.ts'
import { append } from '#access/trail-store.ts'
import type { Tx } from '#db/records.ts'
import type { DatedEntry } from './calendar.ts'

/**
 * Writes reminders into the outbox: of everything that is due or overdue and has an owner with an address. Once for each day
 * that something is due on; who is given a new day is reminded of that one.
 */
export async function remindOwners(
  tx: Tx,
  actor: Actor,
  { entries, url, now }: Readonly<{ entries: readonly DatedEntry[]; url: string; now: Date }>,
): Promise<number> {
  const rows = await tx.selectFrom('calendar_reminder').select(['entry', 'due_on']).execute()
  const told = new Set(rows.map(({ entry, due_on: on }) => `${entry} ${on}`))
  const due = entries.filter(
    ({ id, on, owner, state }) =>
      (state === 'due' || state === 'overdue') && owner?.includes('@') === true && !told.has(`${id} ${on}`),
  )
  for (const [owner, own] of Map.groupBy(due, (entry) => entry.owner ?? ''))
    await post(tx, actor.organization, {
      kind: 'calendar reminder',
      to: owner,
      ...messageOf(own, actor, url),
    })
  if (due.length === 0) return 0
  await tx
    .insertInto('calendar_reminder')
    .values(
      due.map(({ id, on }) => ({
        organization_id: actor.organization,
        entry: id,
        due_on: on,
        reminded_at: now,
      })),
    )
    .execute()
  await append(tx, actor, {
    action: 'remind',
    kind: 'calendar',
    id: now.toISOString().slice(0, 10),
    after: { reminded: due.length },
  })
  return due.length
}

/** One message for each owner, with everything that is his. */
function messageOf(own: readonly DatedEntry[], { organization }: Actor, url: string) {
  const lines = own.map(
    ({ on, state, title }) => `${on}  ${state === 'overdue' ? 'overdue' : 'due'}  ${title}`,
  )
  return {
    subject: own.length === 1 ? `Due on ${own[0]?.on}: ${own[0]?.title}` : `${own.length} things are due`,
    body: `Good day,\n\nthis is yours and due, or was:\n\n${lines.join('\n')}\n\n${url}/o/${organization}/calendar\n`,
  }
}
