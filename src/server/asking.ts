import { openImprovement } from '#content/improvement.ts'
import { openLibrary } from '#content/library.ts'
import type { Tx } from '#db/records.ts'
import type { Asking } from '#improvement/review-page-store.ts'
import type { World } from './call.ts'
import { readHanded } from './handed.ts'

/** What pages of improvement ask with: the pack, the time, and what the other chapters hand in. */
export async function askingOf({ content, now }: World, tx: Tx, organization: string): Promise<Asking> {
  const asking = { organization, now: now() }
  return {
    ...asking,
    library: openLibrary(content),
    content: openImprovement(content),
    handed: await readHanded(tx, asking),
  }
}
