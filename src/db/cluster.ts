import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '#base/refusal.ts'
import { hold } from './hold.ts'
import { type Postgres, placesOf, startPostgres } from './postgres.ts'
import { isRunning, workingIn } from './process-identity.ts'

/** The records' PostgreSQL: a server that DATABASE_URL names, or an own one below the data folder. */
export type Cluster = Readonly<{ kind: 'embedded' | 'server'; url: string; stop: () => Promise<void> }>

/** How long a PostgreSQL that was interrupted may need to read its log again, in tenths of a second. */
const patience = 600

/** Where the embedded PostgreSQL of a data folder lies. */
export function recordsPlace(folder: string): string {
  return join(folder, 'postgres')
}

/**
 * Opens the PostgreSQL that holds the records. The data folder is held by one process at a time: a second one is refused;
 * a PostgreSQL left running by a process that was killed is taken over, and one that is killed under us is started again.
 */
export async function openCluster(folder: string, url = process.env.DATABASE_URL): Promise<Cluster> {
  if (url) return { kind: 'server', url, stop: async () => undefined }
  const letGo = hold(folder)
  try {
    const kept = await keepUp(recordsPlace(folder))
    const stop = async () => {
      await kept.stop()
      letGo()
    }
    return { kind: 'embedded', url: kept.url, stop }
  } catch (error) {
    letGo()
    throw error
  }
}

/** Keeps a PostgreSQL running until it is stopped: the programs using it see broken connections, and then new ones. */
async function keepUp(place: string): Promise<{ url: string; stop: () => Promise<void> }> {
  let isStopping = false
  let running = await open(place)
  let starting: Promise<unknown> = Promise.resolve()
  const watch = (): void => {
    running.ended.then(async () => {
      for (let pause = 100; !isStopping; pause = Math.min(pause * 2, 10_000)) {
        try {
          starting = open(place).then((again) => {
            running = again
          })
          await starting
          return watch()
        } catch {
          // A full disk or a missing folder: tried again, slower, for whoever mends it.
          await wait(pause, undefined, { ref: false })
        }
      }
    })
  }
  watch()
  return {
    url: running.url,
    stop: async () => {
      isStopping = true
      await starting.catch(() => undefined)
      await running.stop()
    },
  }
}

async function open(place: string): Promise<Postgres> {
  const found = await adopt(place)
  if (found) return found
  try {
    return await startPostgres(place, 'records')
  } catch (error) {
    // One that was being started when its parent was killed shows itself only now.
    const late = await adopt(place)
    if (late) return late
    throw error
  }
}

/** A server whose parent was killed goes on by itself; it is the right one when it answers on our socket. */
async function adopt(place: string): Promise<Postgres | undefined> {
  const { data, socket, url } = placesOf(place)
  const file = join(data, 'postmaster.pid')
  for (let tries = 0; tries < patience; tries += 1) {
    if (!existsSync(file)) return undefined
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
    const workers = workingIn(realpathSync(data))
    // Somebody else may have its number by now; a parent without a child left, or children about to end, is not alive.
    if (workers?.length === 0 || (workers === undefined && !isRunning(pid))) {
      for (const left of [file, join(socket, '.s.PGSQL.5432.lock')]) rmSync(left, { force: true })
      return undefined
    }
    if (isRunning(pid) && (await answers(url))) return adopted(pid, url)
    await wait(100)
  }
  throw new Refusal(
    'conflict',
    `A PostgreSQL that works in ${data} does not answer. See who runs it (process ${readFileSync(file, 'utf8').split('\n')[0]}) and stop it.`,
  )
}

function adopted(pid: number, url: string): Postgres {
  const gone = async () => {
    while (isRunning(pid)) await wait(50, undefined, { ref: false })
  }
  const stop = async () => {
    if (isRunning(pid)) process.kill(pid, 'SIGINT')
    while (isRunning(pid)) await wait(20)
  }
  return { url, stop, ended: gone() }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}
