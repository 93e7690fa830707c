import type { Chance } from './chance.ts'
import { at } from './chance.ts'
import { CUSTOMER_NAMES } from './services.ts'

/** Support groups with their number of people; together 150. */
const GROUP_SIZES: readonly (readonly [string, number])[] = [
  ['Service Desk Paris', 18],
  ['Service Desk Warszawa', 16],
  ['Store Systems', 12],
  ['E-commerce', 11],
  ['ERP and Finance', 10],
  ['Supply Chain', 8],
  ['Clienteling', 7],
  ['Network', 8],
  ['Server and Cloud', 10],
  ['Workplace', 9],
  ['Identity', 5],
  ['Database', 4],
  ['Integration', 5],
  ['Atelier Systems', 5],
  ['Data and Analytics', 5],
  ['Security Operations', 6],
  ['Field Services', 4],
  ['Change Office', 3],
  ['Problem Office', 2],
  ['Release Office', 2],
]

/** The first line. */
export const DESKS = ['Service Desk Paris', 'Service Desk Warszawa'] as const

/** Departments outside IT that work on tickets now and then. */
export const DEPARTMENTS = ['Facilities', 'Boutique Logistics', 'Master Data Office'] as const

/** People behind pseudonyms, by group and by role. */
export type Staff = {
  readonly everybody: readonly string[]
  readonly of: (group: string) => readonly string[]
  readonly majorManagers: readonly string[]
  readonly securityOfficers: readonly string[]
  readonly changeAuthority: readonly string[]
  readonly relationManagers: readonly string[]
}

/** Hires everybody; the same people on every run. */
export function makeStaff(): Staff {
  const members = new Map<string, string[]>()
  const everybody: string[] = []
  for (const [group, size] of GROUP_SIZES) {
    const people = Array.from({ length: size }, (_, place) => `p${everybody.length + place + 101}`)
    members.set(group, people)
    everybody.push(...people)
  }
  const of = (group: string) => members.get(group) ?? []

  return {
    everybody,
    of,
    majorManagers: of('Service Desk Paris').slice(0, 5),
    securityOfficers: of('Security Operations').slice(0, 3),
    changeAuthority: of('Change Office'),
    relationManagers: [...of('Release Office'), ...of('Problem Office')],
  }
}

/** Where the hard cases of a group go besides itself. */
export function neighbourOf(group: string, chance: Chance): string {
  const others = ['Server and Cloud', 'Network', 'Database', 'Integration', 'Field Services', 'Identity']
  const list = others.filter((one) => one !== group)
  return at(list, chance.whole(0, list.length - 1))
}

/** A requester behind a pseudonym; each belongs to one organization. */
export function callerOf(company: string, chance: Chance): string {
  return `u${10 + CUSTOMER_NAMES.indexOf(company)}${String(chance.whole(0, 249)).padStart(3, '0')}`
}
