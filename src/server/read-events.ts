import type { Actor } from '#access/actor.ts'
import type { Duck } from '#db/duck.ts'
import type { World } from './call.ts'
import { NoEvents } from './events.ts'

/** Reads the events of an organization; where they have to be made anew, that is asked for. */
export async function readEvents<T>(
  world: World,
  organization: string,
  work: (duck: Duck) => Promise<T>,
): Promise<T> {
  try {
    return await world.events.read(organization, work)
  } catch (error) {
    if (error instanceof NoEvents && error.mustRebuild) await askToRebuild(world, organization)
    throw error
  }
}

/** As readEvents, where something can be said without the events. */
export async function tryEvents<T>(
  world: World,
  organization: string,
  work: (duck: Duck) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await readEvents(world, organization, work)
  } catch (error) {
    if (error instanceof NoEvents) return undefined
    throw error
  }
}

async function askToRebuild(world: World, organization: string): Promise<void> {
  const system: Actor = { kind: 'system', id: undefined, name: 'Clausewise', organization, role: 'owner' }
  await world.records.within({ organization }, (tx) => world.jobs.ask(tx, system, 'ingest'))
}
