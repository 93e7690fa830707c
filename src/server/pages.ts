import { existsSync } from 'node:fs'
import { join } from 'node:path'
import statics from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sendProblem } from './problem.ts'

const year = 365 * 24 * 60 * 60

/** Serves the built pages; every address of a page is answered by the one document, which then asks the API. */
export async function servePages(app: FastifyInstance, folder: string | undefined): Promise<void> {
  const isBuilt = folder !== undefined && existsSync(join(folder, 'index.html'))
  if (isBuilt)
    await app.register(statics, {
      root: folder,
      index: ['index.html'],
      preCompressed: true,
      cacheControl: false,
      dotfiles: 'deny',
      setHeaders: (reply, path) => reply.header('cache-control', cachingOf(path)),
    })
  else if (folder !== undefined) app.get('/', { schema: { hide: true } }, (_request, reply) => plain(reply))
  app.setNotFoundHandler((request, reply) => {
    if (!isPage(request)) return nothingThere(request, reply)
    if (!isBuilt) return folder === undefined ? nothingThere(request, reply) : plain(reply)
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}

/** What the build named by its content never changes; the document that names it is asked for each time. */
function cachingOf(path: string): string {
  return /[/\\]assets[/\\]/.test(path) ? `public, max-age=${year}, immutable` : 'no-cache'
}

/** An address that a person opens, and no file and no part of the API. */
function isPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? ''
  return (method === 'GET' || method === 'HEAD') && !/^\/api(\/|$)|\.[a-z0-9]+$/i.test(path)
}

function nothingThere({ method, url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(reply, 404, `There is nothing at ${method} ${url.split('?')[0]}.`)
}

function plain(reply: FastifyReply): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .send(
      '<!doctype html><html lang="en"><title>Clausewise</title><h1>Clausewise is running</h1><p>Its pages are not built here. <code>npm start</code> builds them; the API answers below <a href="/api/openapi.json">/api</a>.</p></html>',
    )
}
