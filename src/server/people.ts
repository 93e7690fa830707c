import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { postPersonally } from '#access/mail-store.ts'
import { isNobodyHere } from '#access/person-store.ts'
import type { Records } from '#db/records.ts'
import { type Auth, cookiePrefixOf, openAuth } from './auth.ts'
import { addressHeader } from './auth-hooks.ts'
import { type IsBreached, openBreached } from './breached.ts'
import { originsOf } from './origins.ts'
import type { TellSecurity } from './security-log.ts'
import { type SessionLife, usualLife } from './session-life.ts'
import type { Settings } from './settings.ts'

/** How people come in: opened once, when the server starts. */
export type People = Readonly<{
  auth: Auth
  secret: string
  /** The address by which people reach us, without a slash at its end. */
  url: string
  origins: readonly string[]
  /** The name of the cookie that holds a session. */
  cookie: string
  life: SessionLife
  /** Tells the security log. */
  tell: TellSecurity
  isBreached: IsBreached
  /** What the button of single sign-on says; undefined where none is set up. */
  signOn: string | undefined
  /** False: mail is kept in the outbox and handed over by people. */
  sendsMail: boolean
  /** True for the code that was printed at this start, as long as nobody is here. */
  isStartCode: (code: string) => Promise<boolean>
  /** The page of the first start; undefined once somebody is here. */
  startLink: () => Promise<string | undefined>
}>

export type PeopleParts = Readonly<{
  records: Records
  url: string
  secret: string
  settings: Pick<Settings, 'signOn' | 'smtp'>
  life?: SessionLife
  tell?: TellSecurity
  isBreached?: IsBreached
}>

/** Opens the ways in. */
export function openPeople(parts: PeopleParts): People {
  const { records, url, secret, settings, life = usualLife, tell = () => undefined } = parts
  const isBreached = parts.isBreached ?? openBreached(undefined)
  const code = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64url')
  const auth = openAuth({
    records,
    url,
    secret,
    signOn: settings.signOn,
    life,
    tell,
    isBreached,
    sendResetLink: ({ name, email }, link) =>
      postPersonally(records, {
        kind: 'new password',
        to: email,
        subject: 'A new password for Clausewise',
        body: `Good day ${name},\n\nchoose a new password here; the link works once, within an hour:\n\n${link}\n\nIf you did not ask for it, leave this message alone: nothing was changed.\n`,
      }),
  })
  return {
    auth,
    secret,
    url,
    origins: originsOf(url),
    cookie: `${cookiePrefixOf(url)}.session_token`,
    life,
    tell,
    isBreached,
    signOn: settings.signOn?.name,
    sendsMail: settings.smtp !== undefined,
    isStartCode: async (given) => isSame(given, code) && (await isNobodyHere(records)),
    startLink: async () => ((await isNobodyHere(records)) ? `${url}/start#code=${code}` : undefined),
  }
}

/** Signs somebody in who has just chosen a password, and sends the cookies along with the answer that follows. */
export async function signInWith(
  { auth }: People,
  { request, reply }: Readonly<{ request: FastifyRequest; reply: FastifyReply }>,
  given: Readonly<{ email: string; password: string }>,
): Promise<void> {
  const { headers } = await auth.api.signInEmail({
    body: { email: given.email.trim().toLowerCase(), password: given.password },
    headers: new Headers({
      [addressHeader]: request.ip,
      'user-agent': request.headers['user-agent'] ?? '',
    }),
    returnHeaders: true,
  })
  reply.header('set-cookie', headers.getSetCookie())
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}
