import type { Permission } from '../data/organization.ts'
import type { OrganizationLinks } from '../links.ts'

/** One entry of the navigation: what it is called, where it leads, and what a role needs to read it. */
export type Place = Readonly<{
  word:
    | 'today'
    | 'readiness'
    | 'requirements'
    | 'evidence'
    | 'sources'
    | 'registers'
    | 'documents'
    | 'organization'
    | 'settings'
  href: string
  needs: Permission
}>

/** The pages in the story's order; whoever may not read one sees it disabled with the reason. */
export function places(to: OrganizationLinks): readonly (readonly Place[])[] {
  return [[], [{ word: 'settings', href: to.settings, needs: 'see own tasks' }]]
}
