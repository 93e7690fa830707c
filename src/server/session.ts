import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { actorOfToken } from '#access/token-store.ts'
import type { Records } from '#db/records.ts'
import type { WhoAsks } from './mount.ts'
import type { People } from './people.ts'
import { liveSession } from './session-life.ts'
import { isFromSocket } from './socket.ts'

/** Says who a request comes from: a session's cookie, an API token, or the command line on our own socket. */
export function whoAsksOf(records: Records, people: People): WhoAsks {
  return async (request) => {
    const bearer = /^Bearer (cw_\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (bearer !== undefined) {
      const token = await actorOfToken(records, bearer)
      return token && { person: undefined, token }
    }
    if (isFromSocket(request)) return { person: undefined, token: commandLine(request) }
    const token = signedValue(cookieOf(request, people.cookie), people.secret)
    return token === undefined ? undefined : liveSession(records, token, people.life)
  }
}

/** Who can open the socket owns the data folder, and with it everything: files' rights are the sign-in there. */
function commandLine(request: FastifyRequest) {
  const { organization = '' } = request.params as { organization?: string }
  return { kind: 'system', id: undefined, name: 'command line', organization, role: 'owner' } as const
}

function cookieOf({ headers }: FastifyRequest, name: string): string | undefined {
  for (const part of (headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

/** What stands before the signature of a cookie, when the signature is ours. */
function signedValue(cookie: string | undefined, secret: string): string | undefined {
  const text = decoded(cookie)
  const at = text.lastIndexOf('.')
  if (at < 1) return undefined
  const value = text.slice(0, at)
  const given = Buffer.from(text.slice(at + 1), 'base64')
  const wanted = createHmac('sha256', secret).update(value).digest()
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? value : undefined
}

function decoded(cookie = ''): string {
  try {
    return decodeURIComponent(cookie)
  } catch {
    return ''
  }
}
