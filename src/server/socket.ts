import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { join, resolve } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from '#base/refusal.ts'

const local = new WeakSet<Socket>()

/** Longest path of a socket that every system takes. */
const longestPath = 100

/** Where the server of a data folder answers the command line. */
export function socketOf(folder: string): string {
  return join(resolve(folder), 'clausewise.sock')
}

/** Answers on a socket in the data folder too, for the command line of whoever owns that folder. */
export async function listenOnSocket(app: FastifyInstance, folder: string): Promise<Server> {
  const path = socketOf(folder)
  if (Buffer.byteLength(path) > longestPath)
    throw new Refusal(
      'invalid',
      `The path ${path} is too long for a socket (${longestPath} bytes). Name a shorter folder in CLAUSEWISE_DATA.`,
    )
  rmSync(path, { force: true })
  const server = createServer((request, response) => app.routing(request, response))
  server.on('connection', (socket) => local.add(socket))
  const before = process.umask(0o177)
  try {
    await new Promise<void>((done, fail) => {
      server.once('error', fail)
      server.listen(path, done)
    })
  } finally {
    process.umask(before)
  }
  chmodSync(path, 0o600)
  return server
}

/** True for a request that came by the socket of the data folder; no header can say so. */
export function isFromSocket(request: FastifyRequest): boolean {
  return local.has(request.socket)
}
