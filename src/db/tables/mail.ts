import type { Generated } from 'kysely'

type Message = {
  id: Generated<string>
  kind: string
  recipient: string
  subject: string
  body: string
  created_at: Generated<Date>
  sent_at: Date | null
  attempts: Generated<number>
  next_at: Generated<Date | null>
  problem: string | null
}

/** The tables of 0003-mail.sql. */
export type MailTables = {
  mail: Message & { organization_id: string }
  personal_mail: Message
}
