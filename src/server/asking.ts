import { openImprovement } from '#content/improvement.ts'
import { openLibrary } from '#content/library.ts'
import type { Tx } from '#db/records.ts'
import type { Asking } from '#improvement/review-page-store.ts'
import { readHanded } from './handed.ts'
import { wantedOf } from './wanted.ts'
import type { Workshop } from './workshop.ts'

/** What pages of improvement ask with: the pack, the time, and what the other chapters hand in. */
export async function askingOf(
  world: Pick<Workshop, 'content' | 'now'>,
  tx: Tx,
  organization: string,
): Promise<Asking> {
  const asking = wantedOf(world, organization)
  return {
    ...asking,
    library: openLibrary(world.content),
    content: openImprovement(world.content),
    handed: await readHanded(tx, asking),
  }
}
