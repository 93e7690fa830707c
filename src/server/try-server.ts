import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Person } from '#access/organization-store.ts'
import { startDatabase, type TryDatabase } from '#db/try-database.ts'
import { buildApp } from './app.ts'
import type { World } from './call.ts'
import { openEventsPool } from './events.ts'
import { openJobs } from './jobs.ts'
import { openPeople } from './people.ts'
import { whoAsksOf } from './session.ts'
import { largestUpload } from './source-upload.ts'

/** An application on an empty database, for tests: a person is named by a header, as no real server would have it. */
export type TryServer = Readonly<{
  app: FastifyInstance
  world: World
  as: (person: string, request: InjectOptions) => Promise<LightMyRequestResponse>
  close: () => Promise<void>
}>

/** The pack that ships with the program. */
export const content = fileURLToPath(new URL('../../content', import.meta.url))

/** What a test may want otherwise: another pack, a smaller limit, the process that does the work, data that stay. */
export type TryOptions = Readonly<{
  at?: Readonly<{ database: Pick<TryDatabase, 'records' | 'url' | 'close'>; folder: string }>
  content?: string
  largestUpload?: number
  began?: (pid: number) => void
}>

export async function startServer(
  now: () => Date = () => new Date('2026-03-01T09:00:00Z'),
  options: TryOptions = {},
): Promise<TryServer> {
  const database = options.at?.database ?? (await startDatabase())
  const folder = options.at?.folder ?? mkdtempSync(join(tmpdir(), 'clausewise-data-'))
  const people = openPeople({
    records: database.records,
    url: 'http://127.0.0.1:8020',
    secret: 'only for tests, and long enough for them 0123456789',
    settings: { signOn: undefined, smtp: undefined },
  })
  const shop = { records: database.records, folder, content: options.content ?? content, now }
  // Work is asked for and not done, until a test starts it.
  const jobs = openJobs(shop, database.url, {
    ...(options.began ? { began: options.began } : {}),
  })
  const world: World = {
    ...shop,
    people,
    jobs,
    events: openEventsPool(shop),
    largestUpload: options.largestUpload ?? largestUpload,
  }
  const asked = whoAsksOf(database.records, people)
  const app = await buildApp({
    world,
    limits: { known: 1_000_000, unknown: 1_000_000 },
    whoAsks: async (request, reply) => {
      const name = request.headers['x-person']
      return typeof name === 'string' ? { person: personNamed(name) } : asked(request, reply)
    },
  })
  return {
    app,
    world,
    as: (person, request) => app.inject({ ...request, headers: { ...request.headers, 'x-person': person } }),
    close: async () => {
      await app.close()
      await jobs.stop()
      await world.events.close()
      await database.close()
      if (!options.at) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The person that a test calls by a name. */
export function personNamed(name: string): Person {
  return { id: name, name, email: `${name}@example.org` }
}
