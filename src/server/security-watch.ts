import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '#access/actor.ts'
import type { Person } from '#access/organization-store.ts'
import type { Endpoint } from '#api/endpoint.ts'
import type { SecurityEvent, TellSecurity } from './security-log.ts'

type Asker = Readonly<{ person: Person | undefined; token?: Actor }>

const askers = new WeakMap<FastifyRequest, Asker>()
const faults = new WeakMap<FastifyRequest, string>()

/** Remembers who asks, for the line that a refusal becomes. */
export function noteAsker(request: FastifyRequest, asker: Asker | undefined): void {
  if (asker) askers.set(request, asker)
}

/** Remembers what kind of fault nobody expected; its words may hold what people wrote, so they stay out of this log. */
export function noteFault(request: FastifyRequest, error: Readonly<{ name: string; code?: unknown }>): void {
  faults.set(request, typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name)
}

/** What each status says of a request that was not served. */
const kinds: Readonly<Record<number, SecurityEvent['event']>> = {
  400: 'not taken',
  401: 'refused',
  403: 'refused',
  413: 'not taken',
  415: 'not taken',
  422: 'not taken',
  429: 'refused',
}

/** Tells of an answer that was a refusal, an input that was not taken, or a fault. */
export function tellAnswer(tell: TellSecurity, request: FastifyRequest, reply: FastifyReply): void {
  const { statusCode: status } = reply
  // A sign-in that failed has told so itself, with who it was.
  if (status === 401 && request.routeOptions.url === '/api/auth/*') return
  const event = status >= 500 ? 'fault' : (kinds[status] ?? hidden(request, status))
  if (event) tell({ event, outcome: 'failed', ...whoAndWhat(request), status, why: faults.get(request) })
}

/** One who is known asks for an organization, or an object in it, that is not his: the answer is "not found". */
function hidden(request: FastifyRequest, status: number): SecurityEvent['event'] | undefined {
  const { organization } = (request.params ?? {}) as { organization?: string }
  return status === 404 && organization !== undefined && askers.has(request) ? 'refused' : undefined
}

const administrative: readonly Endpoint['allows'][] = [
  'manage people',
  'manage tokens',
  'manage webhooks',
  'manage settings',
]

/** Tells of a change to who may what: members, invitations, tokens, webhooks, settings. */
export function tellAdministration(tell: TellSecurity, endpoint: Endpoint, request: FastifyRequest): void {
  if (request.method === 'GET' || !administrative.includes(endpoint.allows)) return
  tell({ event: 'administration', outcome: 'passed', ...whoAndWhat(request) })
}

function whoAndWhat(request: FastifyRequest) {
  const { organization, ...others } = (request.params ?? {}) as Record<string, string | undefined>
  const asker = askers.get(request)
  return {
    person: asker?.person?.id ?? (asker?.token?.kind === 'token' ? undefined : asker?.token?.name),
    token: asker?.token?.id,
    organization: id(organization),
    about: Object.values(others)
      .map(id)
      .find((found) => found !== undefined),
    address: request.ip,
    request: request.id,
    route: `${request.method} ${request.routeOptions.url ?? '(none)'}`,
  }
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Only an id is written down: the words of an address may be the key of a link. */
function id(word: string | undefined): string | undefined {
  return word !== undefined && isId.test(word) ? word : undefined
}
