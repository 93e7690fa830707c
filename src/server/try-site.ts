import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { startDatabase } from '#db/try-database.ts'
import { buildApp } from './app.ts'
import type { IsBreached } from './breached.ts'
import type { World } from './call.ts'
import { openEventsPool } from './events.ts'
import { openJobs } from './jobs.ts'
import { openPeople, type People } from './people.ts'
import type { TellSecurity } from './security-log.ts'
import { whoAsksOf } from './session.ts'
import type { SessionLife } from './session-life.ts'
import type { Settings } from './settings.ts'
import { largestUpload } from './source-upload.ts'

/** An application with its real ways to sign in, on an empty database, for tests. */
export type TrySite = Readonly<{
  app: FastifyInstance
  world: World
  people: People
  browser: () => Browser
  /** The code of the first start. */
  code: () => Promise<string>
  close: () => Promise<void>
  /** Closes it and leaves what it holds for others to begin from. */
  leave: (kept: KeptSite) => Promise<void>
}>

/** What a site held when it ended: a database on the shared server, and the data folder beside it. */
export type KeptSite = Readonly<{ database: string; folder: string }>

/** Asks as a browser does: keeps cookies, and says from which site its page comes. */
export type Browser = Readonly<{
  cookies: Map<string, string>
  ask: (request: InjectOptions) => Promise<LightMyRequestResponse>
  get: (url: string) => Promise<LightMyRequestResponse>
  post: (url: string, payload?: object) => Promise<LightMyRequestResponse>
}>

const content = fileURLToPath(new URL('../../content', import.meta.url))

export async function startSite(
  settings: Partial<Pick<Settings, 'signOn' | 'smtp' | 'url'>> & {
    readonly pages?: string
    readonly now?: () => Date
    readonly life?: SessionLife
    readonly tell?: TellSecurity
    readonly isBreached?: IsBreached
    readonly from?: KeptSite
  } = {},
): Promise<TrySite> {
  const database = await startDatabase(settings.from?.database)
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-data-'))
  if (settings.from) cpSync(settings.from.folder, folder, { recursive: true, preserveTimestamps: true })
  const people = openPeople({
    records: database.records,
    url: settings.url ?? 'http://127.0.0.1:8020',
    secret: 'only for tests, and long enough for them 0123456789',
    settings: { signOn: settings.signOn, smtp: settings.smtp },
    ...(settings.life ? { life: settings.life } : {}),
    ...(settings.tell ? { tell: settings.tell } : {}),
    ...(settings.isBreached ? { isBreached: settings.isBreached } : {}),
  })
  const shop = { records: database.records, folder, content, now: settings.now ?? (() => new Date()) }
  const jobs = openJobs(shop, database.url)
  const world: World = { ...shop, people, jobs, events: openEventsPool(shop), largestUpload }
  const app = await buildApp({
    world,
    whoAsks: whoAsksOf(database.records, people),
    ...(settings.pages ? { pages: settings.pages } : {}),
  })
  const end = async (kept?: KeptSite) => {
    await app.close()
    await jobs.stop()
    await world.events.close()
    if (kept) cpSync(folder, kept.folder, { recursive: true, preserveTimestamps: true })
    await (kept ? database.leave(kept.database) : database.close())
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    app,
    world,
    people,
    browser: () => openBrowser(app, people.url),
    code: async () => (await people.startLink())?.split('#code=')[1] ?? '',
    close: () => end(),
    leave: end,
  }
}

function openBrowser(app: FastifyInstance, url: string): Browser {
  const cookies = new Map<string, string>()
  const ask = async (request: InjectOptions) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { origin: url, ...(cookie ? { cookie } : {}), ...request.headers }
    const answer = await app.inject({ ...request, headers })
    for (const line of [answer.headers['set-cookie'] ?? []].flat()) keep(cookies, line)
    return answer
  }
  return {
    cookies,
    ask,
    get: (path) => ask({ url: path }),
    post: (path, payload = {}) => ask({ method: 'POST', url: path, payload }),
  }
}

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}

/** Starts as the first person of a site and stays signed in. */
export async function startAsFirst(site: TrySite, given: object = {}) {
  const browser = site.browser()
  const answer = await browser.post('/api/start', {
    code: await site.code(),
    name: 'Ada Owner',
    email: 'ada@example.org',
    password: 'seven blue herons',
    organization: 'Maison Clément',
    ...given,
  })
  return { browser, answer, organization: JSON.parse(answer.body).id as string }
}
