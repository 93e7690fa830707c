import { type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#base/refusal.ts'
import { type Duck, openDuck } from '#db/duck.ts'
import { eventsVersion } from '#ingest/store.ts'
import { type Workshop, workspaceOf } from './workshop.ts'

/** The events of every organization, for reading. */
export type Events = Readonly<{
  /** Lends the open events of an organization for the time of some work. */
  read: <T>(organization: string, work: (duck: Duck) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}>

/** How many organizations are held open at once, and how long without use, in milliseconds. */
const mostOpen = 4
const idle = 60_000

/** Memory for one organization's questions; the work that fills the tables has its own, in another process. */
const memory = '192MB'

/** There are no events that could be read: none yet, or they have to be made anew from the archive. */
export class NoEvents extends Refusal {
  readonly mustRebuild: boolean

  constructor(mustRebuild: boolean) {
    super(
      mustRebuild ? 'conflict' : 'not-found',
      mustRebuild
        ? 'The events of this organization are being made anew from the archive. Try again in a minute.'
        : 'There are no tickets yet. Upload an export first.',
    )
    this.mustRebuild = mustRebuild
  }
}

/** One opened file; it is closed when it was let go and its last reader has ended. */
type Open = {
  readonly duck: Promise<Duck>
  readonly file: string
  users: number
  usedAt: number
  isLetGo: boolean
}

/**
 * Each organization's events are opened once for reading. A reading or collecting job puts a new file in the place of the
 * old one: who reads goes on with the old one, who comes after gets the new one, and the last reader closes the old.
 */
export function openEventsPool(shop: Pick<Workshop, 'folder'>): Events {
  const open = new Map<string, Open>()

  const letGo = (organization: string) => {
    const one = open.get(organization)
    open.delete(organization)
    if (!one) return
    one.isLetGo = true
    if (one.users === 0) shut(one)
  }
  const current = (organization: string): Open => {
    const path = join(workspaceOf(shop, organization), 'events.duckdb')
    const file = fileOf(path)
    const held = open.get(organization)
    if (held?.file === file) return held
    letGo(organization)
    for (const oldest of [...open.keys()].slice(0, open.size - mostOpen + 1)) letGo(oldest)
    const one = { duck: openReading(path), file, users: 0, usedAt: 0, isLetGo: false }
    open.set(organization, one)
    return one
  }
  const sweep = setInterval(() => {
    for (const [organization, { users, usedAt }] of open)
      if (users === 0 && performance.now() - usedAt > idle) letGo(organization)
  }, idle / 2)
  sweep.unref()
  return {
    read: async (organization, work) => {
      const one = current(organization)
      one.users += 1
      try {
        return await work(await one.duck)
      } catch (error) {
        if (error instanceof NoEvents && open.get(organization) === one) letGo(organization)
        throw error
      } finally {
        one.users -= 1
        one.usedAt = performance.now()
        if (one.isLetGo && one.users === 0) shut(one)
      }
    },
    close: async () => {
      clearInterval(sweep)
      for (const organization of [...open.keys()]) letGo(organization)
    },
  }
}

function shut({ duck }: Open): void {
  // What could not be opened need not be closed.
  duck.then((opened) => opened.close()).catch(() => undefined)
}

/** Which file lies at a path now: another one after it was swapped. */
function fileOf(path: string): string {
  let found: Stats
  try {
    found = statSync(path)
  } catch {
    // Without a file there is the archive, from which it is made anew, or nothing at all.
    throw new NoEvents(hasArchive(path))
  }
  return `${found.ino} ${found.mtimeMs}`
}

function hasArchive(path: string): boolean {
  try {
    return statSync(join(path, '..', 'archive', 'index.json')).isFile()
  } catch {
    return false
  }
}

async function openReading(path: string): Promise<Duck> {
  let duck: Duck
  try {
    duck = await openDuck(path, { readOnly: true, threads: 2, memory })
  } catch {
    throw new NoEvents(true)
  }
  const made = await duck.rows<{ version: number }>('select version from main.made_by').catch(() => [])
  if (made[0]?.version !== eventsVersion) {
    duck.close()
    throw new NoEvents(true)
  }
  return duck
}
