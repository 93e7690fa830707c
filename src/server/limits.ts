import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Unserved } from './problem.ts'

/** How many requests are served in a minute: to one who is known, by token or session, and to one address that is not. */
export type Limits = Readonly<{ known: number; unknown: number }>

/** A page asks some ten times; a program that needs more should read lists with larger pages. */
export const usualLimits: Limits = { known: 1200, unknown: 300 }

/** Counts a request; asker is undefined for one who is not known. */
export type CountRequest = (
  request: FastifyRequest,
  reply: FastifyReply,
  asker: string | undefined,
) => Promise<void>

const minute = 60_000
const askers = new WeakMap<FastifyRequest, string>()

/**
 * Counts requests in the memory of this process and tells each caller what is left, as the IETF draft on RateLimit header
 * fields has it. Several servers each count for themselves; what guards passwords counts in the database.
 */
export async function openLimits(app: FastifyInstance, limits: Limits = usualLimits): Promise<CountRequest> {
  await app.register(rateLimit, { global: false, cache: 20_000 })
  const keyGenerator = (request: FastifyRequest) => askers.get(request) ?? request.ip
  const checks = {
    known: app.createRateLimit({ max: limits.known, timeWindow: minute, keyGenerator }),
    unknown: app.createRateLimit({ max: limits.unknown, timeWindow: minute, keyGenerator }),
  }
  return async (request, reply, asker) => {
    const kind = asker === undefined ? 'unknown' : 'known'
    if (asker !== undefined) askers.set(request, asker)
    const found = await checks[kind](request)
    if (found.isAllowed) return
    reply.header('ratelimit-policy', `"${kind}";q=${found.max};w=${minute / 1000}`)
    reply.header('ratelimit', `"${kind}";r=${found.remaining};t=${found.ttlInSeconds}`)
    if (!found.isExceeded) return
    reply.header('retry-after', String(found.ttlInSeconds))
    throw new Unserved(
      429,
      `More than ${found.max} requests in a minute. Go on in ${found.ttlInSeconds} seconds.`,
    )
  }
}
