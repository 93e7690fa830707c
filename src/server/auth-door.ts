import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Records } from '#db/records.ts'
import { addressHeader } from './auth-hooks.ts'
import type { People } from './people.ts'
import { endOver } from './session-life.ts'

/** Hands everything below /api/auth to the library that signs people in. */
export async function openAuthDoor(
  app: FastifyInstance,
  records: Records,
  { auth, url, life }: People,
): Promise<void> {
  await app.register(async (door) => {
    door.removeAllContentTypeParsers()
    door.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
      done(null, body),
    )
    door.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      schema: { hide: true },
      handler: async (request, reply) => {
        // The library knows the last day of a session; that it was left alone too long is our own rule.
        await endOver(records, life)
        return answer(await auth.handler(asked(request, url)), reply)
      },
    })
  })
}

function asked(request: FastifyRequest, url: string): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, one)
  headers.set(addressHeader, request.ip)
  const body = typeof request.body === 'string' && request.body !== '' ? { body: request.body } : {}
  return new Request(new URL(request.url, url), { method: request.method, headers, ...body })
}

async function answer(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  reply.status(response.status)
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value)
  const cookies = response.headers.getSetCookie()
  if (cookies.length > 0) reply.header('set-cookie', cookies)
  // Whoever sits down at this browser next finds nothing of what was shown.
  if (reply.request.url.startsWith('/api/auth/sign-out')) reply.header('clear-site-data', '"cache"')
  return reply.send(await response.text())
}
