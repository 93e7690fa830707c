import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Refusal } from '#base/refusal.ts'
import { demandPostgres, type RunAs, runAs } from './binaries.ts'

/** A running PostgreSQL of our own: a socket in a private folder, no network. */
export type Postgres = Readonly<{
  url: string
  stop: () => Promise<void>
  /** Fulfilled when it runs no longer, stopped or killed. */
  ended: Promise<void>
}>

/**
 * What a server is started for: scratch gives up safety for speed, shared does so for many tests at once, records keep
 * every acknowledged write.
 */
export type PostgresUse = 'scratch' | 'shared' | 'records'

const options = {
  scratch: { initdb: ['--no-sync'], server: ['fsync=off', 'max_connections=10'] },
  shared: { initdb: ['--no-sync'], server: ['fsync=off', 'max_connections=100'] },
  records: {
    initdb: ['--data-checksums'],
    server: ['fsync=on', 'synchronous_commit=on', 'max_connections=60', 'shared_buffers=128MB', 'jit=off'],
  },
} as const

/** Where the files of a server lie below its folder. */
export function placesOf(folder: string): { base: string; data: string; socket: string; url: string } {
  const base = resolve(folder)
  const socket = join(base, 'socket')
  const url = `postgres://clausewise@localhost/postgres?host=${encodeURIComponent(socket)}`
  return { base, data: join(base, 'data'), socket, url }
}

/** Starts a PostgreSQL in a folder, made when empty; as root it runs as an unprivileged account. */
export async function startPostgres(folder: string, use: PostgresUse = 'scratch'): Promise<Postgres> {
  const home = demandPostgres()
  const { base, data, socket, url } = placesOf(folder)
  mkdirSync(base, { recursive: true })
  chmodSync(base, 0o755)
  const who = runAs(home, base)
  for (const path of [data, socket]) {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    if (who.uid !== undefined && who.gid !== undefined) chownSync(path, who.uid, who.gid)
  }
  if (!existsSync(join(data, 'PG_VERSION'))) prepare(home, data, who, use)
  const settings = ['listen_addresses=', ...options[use].server].flatMap((setting) => ['-c', setting])
  const [command = '', ...args] = [...who.before, join(home, 'native/bin/postgres')]
  const server = spawn(command, [...args, '-D', data, '-k', socket, ...settings], {
    ...ids(who),
    cwd: base,
    // Ctrl-C in a terminal is for us; we stop the server when nobody needs it any more.
    detached: use === 'records',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  const ended = new Promise<void>((done) => server.once('exit', () => done()))
  await ready(server)
  return { url, stop: () => stopped(server), ended }
}

function prepare(home: string, data: string, who: RunAs, use: PostgresUse): void {
  const [command = '', ...before] = [...who.before, join(home, 'native/bin/initdb')]
  const args = [
    '-D',
    data,
    '-U',
    'clausewise',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
  ]
  const made = spawnSync(command, [...before, ...args, '--locale=C.UTF-8', ...options[use].initdb], {
    ...ids(who),
    cwd: join(data, '..'),
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  if (made.status !== 0)
    throw new Refusal(
      'invalid',
      `PostgreSQL could not prepare ${data}: ${made.stderr || made.error?.message}`,
    )
}

function ids({ uid, gid }: RunAs): { uid?: number; gid?: number } {
  return uid === undefined || gid === undefined ? {} : { uid, gid }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let log = ''
    server.stderr?.on('data', (piece: Buffer) => {
      if (log.length < 100_000) log += piece.toString()
      if (log.includes('ready to accept connections')) done()
    })
    server.once('error', fail)
    server.once('exit', (code) => fail(new Refusal('invalid', `PostgreSQL ended with ${code}: ${log}`)))
  })
}

function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    server.once('exit', () => done())
    server.kill('SIGINT')
  })
}
