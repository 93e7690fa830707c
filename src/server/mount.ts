import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import type { ZodType } from 'zod'
import { type Actor, demandMay } from '#access/actor.ts'
import { type Person, placeIn } from '#access/organization-store.ts'
import type { Endpoint, Endpoints } from '#api/endpoint.ts'
import type { Call, Handler, Handlers, World } from './call.ts'
import type { CountRequest } from './limits.ts'
import { once } from './once.ts'
import { demandPlainText } from './plain-text.ts'
import { Unserved } from './problem.ts'
import { noteAsker, tellAdministration } from './security-watch.ts'
import type { LiveSession } from './session-life.ts'

/** Who a request comes from; undefined when nobody is signed in. A token brings its actor with it. */
export type WhoAsks = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<{ person: Person | undefined; token?: Actor; session?: LiveSession } | undefined>

/** Finds out who asks, and counts the request before anything else is done for it. */
export function counted(whoAsks: WhoAsks, count: CountRequest): WhoAsks {
  return async (request, reply) => {
    const asking = await whoAsks(request, reply)
    noteAsker(request, asking)
    // The command line of whoever owns the data is not held up by us.
    if (asking?.token?.kind === 'system') return asking
    await count(request, reply, asking && (asking.token?.id ?? asking.person?.id))
    return asking
  }
}

/** Puts the handlers of one resource at their addresses, each behind the checks that its contract asks for. */
export function mount<T extends Endpoints>(
  app: FastifyInstance,
  world: World,
  whoAsks: WhoAsks,
  resource: { readonly endpoints: T; readonly handlers: Handlers<T> },
): void {
  for (const [key, endpoint] of Object.entries(resource.endpoints)) {
    const [method = '', url = ''] = key.split(' ')
    const handler = resource.handlers[key] as unknown as Handler<Endpoint>
    app.route({
      method: method as HTTPMethods,
      url,
      schema: schemaOf(key, endpoint),
      // Who may not ask is told so before a body of his is read.
      onRequest: async (request, reply) => {
        admitted.set(request, await admit(endpoint, request, world, await whoAsks(request, reply)))
      },
      handler: async (request, reply) => {
        demandPlainText(request.params, request.query, request.body)
        const { person, actor, session } = admitted.get(request) ?? nobody
        const call = {
          world,
          person,
          actor,
          session,
          version: versionOf(method, endpoint, request),
          params: request.params,
          query: request.query,
          body: request.body,
          request,
          reply,
        } as unknown as Call<Endpoint>
        const isSecret = endpoint.secret === true
        const answer = await once({ world, request, reply, person, actor, isSecret }, () => handler(call))
        tellAdministration(world.people.tell, endpoint, request)
        if (endpoint.answers === 'file' || endpoint.answers === 'events') return reply
        return send(reply, endpoint, answer)
      },
    })
  }
}

type Admitted = Readonly<{
  person: Person | undefined
  actor: Actor | undefined
  session: LiveSession | undefined
}>

const nobody: Admitted = { person: undefined, actor: undefined, session: undefined }
const admitted = new WeakMap<FastifyRequest, Admitted>()

function schemaOf(key: string, endpoint: Endpoint): Record<string, unknown> {
  const parts: Record<string, unknown> = { summary: endpoint.summary, operationId: operationId(key) }
  if (endpoint.params) parts.params = endpoint.params
  if (endpoint.query) parts.querystring = endpoint.query
  if (endpoint.body) parts.body = endpoint.body
  if (typeof endpoint.answers === 'object')
    parts.response = { [endpoint.created ? 201 : 200]: endpoint.answers as ZodType }
  return parts
}

function operationId(key: string): string {
  return key
    .replaceAll(/[^A-Za-z]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .toLowerCase()
}

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function admit(
  { allows }: Endpoint,
  request: FastifyRequest,
  world: World,
  asking: Awaited<ReturnType<WhoAsks>>,
): Promise<Admitted> {
  const session = asking?.session
  if (allows === 'anyone') return { person: asking?.person, actor: undefined, session }
  if (!asking) throw new Unserved(401, 'Sign in, or send an API token.')
  const { person, token } = asking
  if (allows === 'signed in') {
    if (!person) throw new Unserved(403, 'A token speaks for one organization only.')
    return { person, actor: undefined, session }
  }
  const { organization = '' } = request.params as { organization?: string }
  if (!isId.test(organization)) throw new Unserved(404, 'There is no such organization.')
  const actor = token ?? (person && (await actorOf({ world, person, session }, organization)))
  // Whoever does not belong to it is not told whether an organization exists.
  if (!actor || actor.organization !== organization) throw new Unserved(404, 'There is no such organization.')
  demandMay(actor, allows)
  return { person, actor, session }
}

async function actorOf(
  { world, person, session }: Readonly<{ world: World; person: Person; session: LiveSession | undefined }>,
  organization: string,
): Promise<Actor | undefined> {
  const place = await placeIn(world.records, person.id, organization)
  if (!place) return undefined
  if (place.demandsTwoFactors && !session?.isStrong) throw new Unserved(403, tooWeak)
  return { kind: 'person', id: person.id, name: person.name, organization, role: place.role }
}

const tooWeak =
  'This organization asks for two factors. Set up the second step, or a passkey with PIN or fingerprint, and sign in with it.'

/** A change of something that has versions must name the one it is based on; a lost update is refused. */
function versionOf(method: string, endpoint: Endpoint, request: FastifyRequest): number | undefined {
  if (!endpoint.versioned || method === 'GET') return undefined
  const tag = request.headers['if-match']
  if (tag === undefined)
    throw new Unserved(
      428,
      'Send If-Match with the ETag of what you read, so that no change of others is lost.',
    )
  const number = /^(?:W\/)?"(\d+)"$/.exec(tag)?.[1]
  if (number === undefined) throw new Unserved(412, `If-Match ${tag} is not an ETag of ours.`)
  return Number(number)
}

function send(reply: FastifyReply, endpoint: Endpoint, answer: unknown): FastifyReply {
  if (endpoint.answers === 'nothing') return reply.status(204).send()
  const version = (answer as { version?: unknown } | undefined)?.version
  if (typeof version === 'number') reply.header('etag', `"${version}"`)
  return reply.status(endpoint.created ? 201 : 200).send(answer)
}
