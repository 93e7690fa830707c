import type { Actor } from '#access/actor.ts'
import { makeSecretLink, readSecretLink } from '#access/secret-link.ts'
import { Refusal } from '#base/refusal.ts'
import type { Records, Tx } from '#db/records.ts'
import type { Record } from '#registers/record.ts'
import { createRecord } from '#registers/record-change-store.ts'
import { demandRecord, readAll } from '#registers/record-store.ts'
import { demandRegister } from '#registers/registers.ts'

/** What somebody says; without a name nothing is kept that leads to him. */
export type Voice = Readonly<{ title: string; words: string; isNamed: boolean }>

const register = () => demandRegister('feedback')

/** Everything that was said. */
export function readFeedback(tx: Tx, organization: string): Promise<readonly Record[]> {
  return readAll(tx, organization, 'feedback')
}

/** Keeps feedback. Whoever gives no name gets a code by which he reads the answer; the audit trail names nobody either. */
export async function giveFeedback(
  tx: Tx,
  actor: Actor,
  { title, words, isNamed }: Voice,
  now: Date,
): Promise<Readonly<{ number: string; code: string }>> {
  // Feedback goes through the door of the register, which is otherwise for those who answer it.
  const { kind, id: person, name, organization } = actor
  const clerk: Actor = isNamed
    ? { kind, id: person, name, organization, role: 'programme manager' }
    : {
        kind: 'system',
        id: undefined,
        name: 'without a name',
        organization: actor.organization,
        role: 'programme manager',
      }
  const data = {
    title,
    words,
    channel: 'form',
    received_on: now.toISOString().slice(0, 10),
    ...(isNamed ? { from: actor.name } : {}),
  }
  const link = makeSecretLink('fbk', actor.organization)
  const { id, number } = await createRecord(tx, clerk, register(), data)
  await tx
    .insertInto('feedback_code')
    .values({ organization_id: actor.organization, code_sha256: link.sha256, record_id: id })
    .execute()
  return { number, code: link.text }
}

/** What became of feedback, for whoever holds its code. */
export type Followed = Readonly<{
  number: string
  title: string
  state: string
  receivedOn: string
  answer: string | undefined
  answeredOn: string | undefined
  changed: string | undefined
}>

/** Reads the answer by the code. */
export async function followFeedback(records: Records, code: string): Promise<Followed> {
  const link = readSecretLink('fbk', code)
  if (!link) throw unknownCode()
  return records.within({ organization: link.organization }, async (tx) => {
    const row = await tx
      .selectFrom('feedback_code')
      .select('record_id')
      .where('code_sha256', '=', link.sha256)
      .executeTakeFirst()
    if (!row) throw unknownCode()
    const { number, label, state, data } = await demandRecord(
      tx,
      link.organization,
      register(),
      row.record_id,
    )
    const text = (name: string) => (typeof data[name] === 'string' ? data[name] : undefined)
    return {
      number,
      title: label,
      state,
      receivedOn: String(data.received_on),
      answer: text('answer'),
      answeredOn: text('answered_on'),
      changed: text('changed'),
    }
  })
}

function unknownCode(): Refusal {
  return new Refusal('not-found', 'This code leads to nothing. Copy it whole, as it was shown.')
}
