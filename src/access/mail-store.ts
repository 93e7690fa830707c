import type { Records, Tx } from '#db/records.ts'

/** A message that somebody is to get by mail. kind: what it is for, such as invitation or reminder. */
export type Message = Readonly<{ kind: string; to: string; subject: string; body: string }>

/** Writes a message into the outbox, in the transaction that has a reason for it. It is sent when that is kept. */
export async function post(tx: Tx, organization: string, message: Message): Promise<string> {
  const { id } = await tx
    .insertInto('mail')
    .values({ organization_id: organization, ...columnsOf(message) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes a message that no organization may read, such as a link for a new password. */
export async function postPersonally(records: Records, message: Message): Promise<void> {
  await records.db.insertInto('personal_mail').values(columnsOf(message)).execute()
}

function columnsOf({ kind, to, subject, body }: Message) {
  return { kind, recipient: to, subject: subject.replaceAll(/[\r\n]+/g, ' '), body }
}
