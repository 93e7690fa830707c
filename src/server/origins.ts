import type { FastifyRequest } from 'fastify'
import { Unserved } from './problem.ts'

const loopback = ['127.0.0.1', 'localhost', '[::1]']

/** The origins that pages of ours are served from. On one's own machine all its names are meant. */
export function originsOf(url: string): readonly string[] {
  const { protocol, hostname, port, origin } = new URL(url)
  if (!loopback.includes(hostname)) return [origin]
  return loopback.map((name) => `${protocol}//${name}${port && `:${port}`}`)
}

/** Refuses a change that a page of somebody else asks for in the name of who is signed in (CSRF). */
export function demandOwnOrigin(request: FastifyRequest, origins: readonly string[]): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
  const { origin, cookie } = request.headers
  if (origin === undefined && cookie === undefined) return
  if (origin !== undefined && origins.includes(origin)) return
  throw new Unserved(
    403,
    `Changes are taken from pages at ${origins[0]} only. If that is not its address, set CLAUSEWISE_URL.`,
  )
}
