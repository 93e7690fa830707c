import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import type { Records } from '#db/records.ts'
import type { Settings } from './settings.ts'

/** Sends what lies in the outbox until it is stopped; kick looks at once instead of at the next turn. */
export type Sender = Readonly<{ kick: () => Promise<void>; stop: () => Promise<void> }>

/** How often the outbox is looked at, and how often one message is tried before it is given up. */
const pause = 2_000
const mostAttempts = 8

type Table = 'mail' | 'personal_mail'
type Due = Readonly<{
  id: string
  kind: string
  recipient: string
  subject: string
  body: string
  attempts: number
}>
type Deliver = (message: Due) => Promise<void>

/**
 * Delivers by SMTP where a server is set. Where none is, organizations read their messages in the outbox, and what only one
 * person may read is said at the console, to whoever runs the program.
 */
export function startSending(
  records: Records,
  settings: Pick<Settings, 'smtp' | 'mailFrom'>,
  say: (line: string) => void,
): Sender {
  const tables: readonly Table[] = settings.smtp ? ['mail', 'personal_mail'] : ['personal_mail']
  const deliver = settings.smtp ? bySmtp(settings.smtp, settings.mailFrom) : byConsole(say)
  let isStopped = false
  let running = Promise.resolve()
  const turn = async () => {
    for (const table of tables) while (!isStopped && (await sendNext(records, table, deliver)));
  }
  const kick = () => {
    running = running.then(turn).catch((error: unknown) => say(`The outbox cannot be read: ${String(error)}`))
    return running
  }
  const timer = setInterval(kick, pause)
  return {
    kick,
    stop: async () => {
      isStopped = true
      clearInterval(timer)
      await running
    },
  }
}

/** Takes one due message, so that no other server takes it too, and tries it. True when there was one. */
async function sendNext(records: Records, table: Table, deliver: Deliver): Promise<boolean> {
  const { rows } = await sql<Due>`
    update ${sql.table(table)} set attempts = attempts + 1, next_at = now() + interval '5 minutes'
    where id = (
      select id from ${sql.table(table)} where next_at <= now()
      order by next_at limit 1 for update skip locked
    )
    returning id, kind, recipient, subject, body, attempts`.execute(records.db)
  const message = rows[0]
  if (!message) return false
  const problem = await deliver(message).then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  if (problem === undefined) await markSent(records, table, message)
  else await postpone(records, table, message, problem)
  return true
}

/** Once a message is out, the key in its link is forgotten: it belongs to whoever got it. */
async function markSent(records: Records, table: Table, { id, body }: Due): Promise<void> {
  const kept = body.replaceAll(/(#code=)\S+/g, '$1...')
  await sql`update ${sql.table(table)} set sent_at = now(), next_at = null, problem = null, body = ${kept}
    where id = ${id}`.execute(records.db)
}

/** After half a minute, then after twice the time before; after the last try it is left to people. */
async function postpone(
  records: Records,
  table: Table,
  { id, attempts }: Due,
  problem: string,
): Promise<void> {
  const seconds = attempts >= mostAttempts ? null : 30 * 2 ** (attempts - 1)
  await sql`update ${sql.table(table)} set problem = ${problem.slice(0, 500)},
    next_at = now() + make_interval(secs => ${seconds}::int) where id = ${id}`.execute(records.db)
}

function bySmtp(url: string, from: string): Deliver {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  const host = new URL(url).hostname
  return async ({ id, recipient, subject, body }) => {
    await transport.sendMail({
      from,
      to: { name: '', address: recipient },
      subject,
      text: body,
      // The same at each try, so that a message that came twice is known as one.
      messageId: `<${id}@${host}>`,
      headers: { 'auto-submitted': 'auto-generated' },
    })
  }
}

function byConsole(say: (line: string) => void): Deliver {
  return async ({ recipient, subject, body }) => {
    say(`No mail server is set. Hand this to ${recipient}:\n\n${subject}\n\n${body}`)
  }
}
