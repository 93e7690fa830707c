import type { Organization, Permission } from '../data/organization.ts'
import { links, type OrganizationLinks } from '../links.ts'

/** One entry of the navigation: what it is called, where it leads, and what a role needs to read it. */
export type Place = Readonly<{
  word:
    | 'today'
    | 'readiness'
    | 'strategy'
    | 'requirements'
    | 'evidence'
    | 'monitoring'
    | 'serviceLevels'
    | 'roadmap'
    | 'sources'
    | 'registers'
    | 'adoption'
    | 'courses'
    | 'businessCase'
    | 'audits'
    | 'findings'
    | 'reviews'
    | 'improvements'
    | 'calendar'
    | 'certification'
    | 'documents'
    | 'room'
    | 'organization'
    | 'settings'
  href: string
  /** Further addresses that belong to it. */
  also?: readonly string[]
  needs: Permission
}>

/** The pages in the story's order; whoever may not read one sees it disabled with the reason. */
export function places(to: OrganizationLinks): readonly (readonly Place[])[] {
  return [
    [
      { word: 'today', href: to.today, needs: 'see own tasks' },
      { word: 'readiness', href: to.readiness, needs: 'read readiness' },
      {
        word: 'strategy',
        href: to.strategy,
        also: [to.decision, to.programme, to.technology, to.capability, to.questions, to.profile],
        needs: 'read registers',
      },
      { word: 'requirements', href: to.requirements(), needs: 'read requirements' },
      { word: 'evidence', href: to.evidence, needs: 'read evidence' },
      { word: 'monitoring', href: to.monitoring, needs: 'read evidence' },
      { word: 'serviceLevels', href: to.serviceLevels(), needs: 'read evidence' },
      { word: 'roadmap', href: to.roadmap(), needs: 'read the roadmap' },
      { word: 'adoption', href: to.adoption, needs: 'read adoption' },
      { word: 'businessCase', href: to.businessCase(), needs: 'read the business case' },
      { word: 'audits', href: to.audits, needs: 'read audits' },
      { word: 'findings', href: to.findings(), needs: 'read audits' },
      { word: 'documents', href: to.documents, needs: 'read evidence' },
      { word: 'sources', href: to.sources, needs: 'read sources' },
      { word: 'registers', href: to.registers, needs: 'read registers' },
    ],
    [
      { word: 'reviews', href: to.reviews, needs: 'read registers' },
      { word: 'improvements', href: to.improvements, needs: 'read registers' },
      { word: 'calendar', href: to.calendar(), needs: 'read registers' },
      { word: 'certification', href: to.certification, needs: 'read registers' },
    ],
    [
      { word: 'courses', href: to.courses, needs: 'take part in adoption' },
      { word: 'room', href: to.room, needs: 'enter the evidence room' },
      { word: 'organization', href: to.people, needs: 'read people' },
      { word: 'settings', href: to.settings, needs: 'see own tasks' },
    ],
  ]
}

/** Where a person lands: the first page that his role may read. */
export function homeOf(organization: Organization): string {
  const first = places(links.of(organization.id))
    .flat()
    .find(({ needs }) => organization.permissions.includes(needs))
  return first?.href ?? links.help()
}
