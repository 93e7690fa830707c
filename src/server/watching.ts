import { openGuides } from '#content/guides.ts'
import { openLibrary } from '#content/library.ts'
import { openPeopleSide } from '#content/people-side.ts'
import type { Watching } from '#monitoring/watch-store.ts'
import { wantedOf } from './wanted.ts'
import type { Workshop } from './workshop.ts'

/** What the KPIs of an organization are watched with: the pack, and the day. */
export function watchingOf(shop: Pick<Workshop, 'content' | 'now'>, organization: string): Watching {
  const { content } = shop
  return {
    ...wantedOf(shop, organization),
    library: openLibrary(content),
    shelf: openGuides(content),
    side: openPeopleSide(content),
  }
}
