import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { Refusal } from '#base/refusal.ts'
import { type Postgres, placesOf, startPostgres } from './postgres.ts'
import { identityOf, isRunning } from './process-identity.ts'

/** The records' PostgreSQL: a server that DATABASE_URL names, or an own one below the data folder. */
export type Cluster = Postgres & Readonly<{ kind: 'embedded' | 'server' }>

/**
 * Opens the PostgreSQL that holds the records. The data folder is held by one process at a time: a second one is refused;
 * a PostgreSQL left running by a process that was killed is taken over.
 */
export async function openCluster(folder: string, url = process.env.DATABASE_URL): Promise<Cluster> {
  if (url) return { kind: 'server', url, stop: async () => undefined }
  const place = join(folder, 'postgres')
  const letGo = hold(folder)
  try {
    const running = (await adopt(place)) ?? (await startPostgres(place, 'records'))
    return {
      kind: 'embedded',
      url: running.url,
      stop: async () => {
        await running.stop()
        letGo()
      },
    }
  } catch (error) {
    letGo()
    throw error
  }
}

/** One process per data folder. The start time beside the number tells a process from a later one of the same number. */
function hold(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'clausewise.pid')
  const mine = identityOf(process.pid)
  for (const last of [false, true]) {
    try {
      writeFileSync(path, mine, { flag: 'wx' })
      return () => {
        if (existsSync(path) && readFileSync(path, 'utf8') === mine) rmSync(path)
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const holder = readFileSync(path, 'utf8')
    const pid = Number(holder.split(' ')[0])
    if (last || (holder !== '' && identityOf(pid) === holder))
      throw new Refusal(
        'conflict',
        `${folder} is in use by another Clausewise (process ${pid}). Stop that one first, or name another folder in CLAUSEWISE_DATA.`,
      )
    rmSync(path, { force: true })
  }
  return () => undefined
}

/** A server whose parent was killed goes on by itself; it is the right one when it answers on our socket. */
async function adopt(place: string): Promise<Postgres | undefined> {
  const { data, url } = placesOf(place)
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!isRunning(pid)) return undefined
  for (let left = 100; left > 0 && isRunning(pid); left -= 1) {
    if (await answers(url))
      return {
        url,
        stop: async () => {
          process.kill(pid, 'SIGINT')
          while (isRunning(pid) && existsSync(file)) await wait(20)
        },
      }
    await wait(100)
  }
  return undefined
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
