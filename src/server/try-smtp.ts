import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as a real server on this machine took it. */
export type Taken = Readonly<{ from: string; to: readonly string[]; text: string }>

/** A real SMTP server for tests: keeps what it is given; refuses as long as a test says so. */
export type TrySmtp = Readonly<{
  url: string
  taken: Taken[]
  refuse: (next: boolean) => void
  close: () => Promise<void>
}>

export async function startSmtp(): Promise<TrySmtp> {
  const taken: Taken[] = []
  let isRefusing = false
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) =>
      username === 'clausewise' && password === 'a secret'
        ? done(undefined, { user: username })
        : done(new Error('wrong password')),
    allowInsecureAuth: true,
    onRcptTo: (_address, _session, done) => done(isRefusing ? new Error('mailbox is full') : undefined),
    onData: async (stream, { envelope }, done) => {
      const pieces = await stream.toArray()
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
      taken.push({
        from,
        to: envelope.rcptTo.map(({ address }) => address),
        text: Buffer.concat(pieces).toString(),
      })
      done()
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://clausewise:a%20secret@127.0.0.1:${port}`,
    taken,
    refuse: (next) => {
      isRefusing = next
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
}

/** The text of a mail as a person reads it: lines that were folded for the way are whole again. */
export function readable(text: string): string {
  return text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}
