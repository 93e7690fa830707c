import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#base/refusal.ts'
import { identityOf } from './process-identity.ts'

/**
 * Takes a data folder for this process, and gives back how to let go of it. One process holds it at a time; a holder that
 * was killed is noticed by its number and start time.
 */
export function hold(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'clausewise.pid')
  const mine = identityOf(process.pid)
  const own = `${path}.${process.pid}`
  // Written aside and linked, so that nobody ever reads half a line.
  writeFileSync(own, mine)
  try {
    for (let tries = 0; tries < 5; tries += 1) {
      if (take(own, path)) return () => letGo(path, mine)
      const holder = read(path)
      if (holder === undefined) continue
      if (holder === identityOf(Number(holder.split(' ')[0]))) throw inUse(folder, holder)
      dropStale(path, holder)
    }
    throw inUse(folder, read(path) ?? '')
  } finally {
    rmSync(own, { force: true })
  }
}

/** Who holds a data folder; undefined when nobody living does. */
export function holderOf(folder: string): number | undefined {
  const holder = read(join(folder, 'clausewise.pid'))
  const pid = Number(holder?.split(' ')[0])
  return holder !== undefined && holder === identityOf(pid) ? pid : undefined
}

function take(own: string, path: string): boolean {
  try {
    linkSync(own, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  }
}

/** Moved away before it is looked at again: of two that saw the same dead holder only one may drop it. */
function dropStale(path: string, holder: string): void {
  const aside = `${path}.stale-${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  if (read(aside) !== holder) take(aside, path)
  rmSync(aside, { force: true })
}

function letGo(path: string, mine: string): void {
  if (read(path) === mine) rmSync(path, { force: true })
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function inUse(folder: string, holder: string): Refusal {
  const pid = holder.split(' ')[0] || 'unknown'
  return new Refusal(
    'conflict',
    `${folder} is in use by another Clausewise (process ${pid}). Stop that one first, or name another folder in CLAUSEWISE_DATA.`,
  )
}
