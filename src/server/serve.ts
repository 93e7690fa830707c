import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { carryAccountChanges } from '#access/account-change-store.ts'
import { Refusal } from '#base/refusal.ts'
import { openLibrary } from '#content/library.ts'
import { openCluster } from '#db/cluster.ts'
import { migrate } from '#db/migrate.ts'
import { openRecords } from '#db/records.ts'
import { buildApp } from './app.ts'
import { openBreached } from './breached.ts'
import type { World } from './call.ts'
import { openEventsPool } from './events.ts'
import { openJobs } from './jobs.ts'
import { startSending } from './mail.ts'
import { startSweeping } from './memory-sweep.ts'
import { openPeople } from './people.ts'
import { finishRestore } from './restore.ts'
import { openSecurityLog, securityLines } from './security-log.ts'
import { whoAsksOf } from './session.ts'
import { readSecret, readSettings, type Settings } from './settings.ts'
import { listenOnSocket, socketOf } from './socket.ts'
import { startWatching } from './watch-clock.ts'
import { startWebhooks } from './webhooks.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Where the data lie when nobody says otherwise. */
export const usualFolder = join(project, 'work', 'data')

/** What a server is started with. say: tells the person at the console; signal: ends it. */
export type Serving = Readonly<{ folder: string; say: (line: string) => void; signal: AbortSignal }>

/** How long requests that are under way may take when the server ends. */
const patience = 3_000

/** Opens the records, answers until it is told to end, and puts everything away, PostgreSQL last. */
export async function serve({ folder, say, signal }: Serving): Promise<void> {
  const endings: (() => Promise<unknown>)[] = []
  try {
    const settings = readSettings(folder)
    const world = await openWorld(resolve(folder), settings, endings, say)
    const app = await buildApp({
      world,
      whoAsks: whoAsksOf(world.records, world.people),
      pages: join(project, 'dist', 'web'),
      proxies: settings.proxies,
      logger: true,
    })
    endings.push(() => close(app))
    await listen(app, settings)
    const sweeping = startSweeping(app.server)
    endings.push(async () => sweeping.stop())
    const socket = await listenOnSocket(app, folder)
    endings.push(async () => {
      socket.close()
      socket.closeAllConnections()
      rmSync(socketOf(folder), { force: true })
    })
    const sender = startSending(world.records, settings, say)
    endings.push(sender.stop)
    endings.push(startWebhooks(world, sendingOf(settings), say).stop)
    endings.push(startWatching(world, say).stop)
    const link = await world.people.startLink()
    if (link) say(`Nobody has an account yet. Open this once to begin:\n${link}`)
    say(`Clausewise is at ${world.people.url}`)
    if (!signal.aborted) await once(signal, 'abort')
    say('Stopping ...')
  } finally {
    for (const end of endings.reverse()) await end()
  }
}

async function openWorld(
  folder: string,
  settings: Settings,
  endings: (() => Promise<unknown>)[],
  say: Serving['say'],
): Promise<World> {
  const cluster = await openCluster(folder)
  endings.push(cluster.stop)
  await finishRestore(cluster.url, folder)
  await migrate(cluster.url)
  const records = openRecords(cluster.url)
  endings.push(records.close)
  const url = (settings.url ?? `http://${nameOf(settings.host)}:${settings.port}`).replace(/\/+$/, '')
  const people = openPeople({
    records,
    url,
    secret: readSecret(folder),
    settings,
    life: { idleHours: settings.sessionIdleHours, longestHours: settings.sessionLongestHours },
    isBreached: openBreached(settings.breachedPasswords),
    tell: openSecurityLog(securityLines(settings.securityLog), () => new Date()),
  })
  const shop = { records, folder, content: join(project, 'content'), now: () => new Date() }
  await carryAccountChanges(records)
  // Read before anybody asks: reading it later would hold up whoever asks meanwhile.
  openLibrary(shop.content)
  const jobs = openJobs(shop, cluster.url, {
    fault: (message, error) => say(`${message} ${error instanceof Error ? error.stack : String(error)}`),
    began: standBack,
  })
  endings.push(jobs.stop)
  await jobs.start()
  const events = openEventsPool(shop)
  endings.push(events.close)
  return { ...shop, people, jobs, events, largestUpload: settings.largestUpload * 1024 ** 2 }
}

function sendingOf({ privateWebhooks, webhookHosts }: Settings) {
  return { mayGoInside: privateWebhooks, hosts: webhookHosts }
}

function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

async function listen(app: FastifyInstance, { host, port }: Settings): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new Refusal(
        'conflict',
        `Port ${port} on ${host} is taken by another program. Stop that one, or name another port: CLAUSEWISE_PORT=${port + 1}`,
      )
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new Refusal(
        'invalid',
        `${host}:${port} cannot be listened on (${code}). Name another in CLAUSEWISE_HOST and CLAUSEWISE_PORT.`,
      )
    throw error
  }
}

/** What is under way may end; what does not, such as a stream of events, is cut. */
async function close(app: FastifyInstance): Promise<void> {
  const closed = app.close()
  await Promise.race([closed, wait(patience, undefined, { ref: false })])
  app.server.closeAllConnections()
  await closed
}

/** People who wait for a page go before the work that takes long. */
function standBack(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It has ended already, or may not be moved: it runs as it is.
  }
}
