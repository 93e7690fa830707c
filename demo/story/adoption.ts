import type { Draft, ToldAdoption } from '#server/told-story.ts'
import type { Chance } from '../chance.ts'
import { streamOf, type World } from '../world.ts'
import {
  leadershipRecords,
  messages,
  resistanceRecords,
  stakeholderRecords,
  voices,
} from './adoption-matters.ts'
import { cast } from './people.ts'
import { culture, groups, pulse, readiness } from './surveys.ts'

/** A day counted from the day on which the story is told. */
export const day = (inDays: number) => `day:${inDays}`

const at = (person: string) => `${person}@maison-clausewise.example`

/** Who leads whom: the first person of each of these units. */
const teamLeads = [
  'Store Systems',
  'E-commerce',
  'Network',
  'Server and Cloud',
  'Workplace',
  'Supply Chain',
] as const

const officeRoles: Readonly<Record<string, string>> = {
  'Change Office': 'Change coordinator',
  'Problem Office': 'Problem analyst',
  'Release Office': 'Release coordinator',
}

/** The people side of the simulated house: who is in scope, what they were asked and taught, and who drives or doubts. */
export function adoptionOf(world: World): ToldAdoption {
  const chance = streamOf(world, 'adoption')
  const people = [...staffOf(world), ...castInScope]
  return {
    records: [
      ...roleRecords,
      ...people,
      ...stakeholderRecords,
      ...messages,
      ...leadershipRecords,
      ...resistanceRecords,
      ...voices,
    ],
    surveys: [
      readiness(chance, 'Readiness before the roll-out', -150, 0),
      culture(chance),
      readiness(chance, 'Readiness four weeks after', -40, 0.6),
      pulse(chance),
    ],
    training: trainingOf(chance, people),
  }
}

const record = (register: string, state: string, data: Draft['data']): Draft => ({ register, state, data })

const roleRecords: readonly Draft[] = [
  ['Service desk agent', 'incident and request management', cast.desk],
  ['Systems engineer', 'change management', cast.change],
  ['Change coordinator', 'change management', cast.change],
  ['Problem analyst', 'problem management', cast.problem],
  ['Release coordinator', 'release and deployment management', cast.change],
  ['Internal auditor', 'internal audit', cast.auditor],
].map(([name, process, holder]) =>
  record('roles', 'in place', {
    name,
    process,
    accountable: (holder as typeof cast.desk).email,
    told_on: day(-120),
  }),
)

function staffOf({ staff }: World): readonly Draft[] {
  return groups.flatMap(([, units]) =>
    units.flatMap((unit) =>
      staff.of(unit).map((person, place) =>
        record('workforce', 'active', {
          name: person,
          email: at(person),
          unit,
          roles: [roleIn(unit)],
          is_contractor: isFromOutside(unit, place),
          leader: isLed(unit) && place === 0 ? 'team lead' : 'not a leader',
          manager: managerOf(unit, staff.of(unit)[0]),
        }),
      ),
    ),
  )
}

function isFromOutside(unit: string, place: number): boolean {
  return unit === 'Field Services' || (unit === 'Service Desk Warszawa' && place > 11)
}

function isLed(unit: string): boolean {
  return (teamLeads as readonly string[]).includes(unit)
}

function roleIn(unit: string): string {
  return isDesk(unit) ? 'Service desk agent' : (officeRoles[unit] ?? 'Systems engineer')
}

function isDesk(unit: string): boolean {
  return unit.startsWith('Service Desk')
}

function managerOf(unit: string, first = ''): string {
  if (isDesk(unit)) return cast.desk.email
  return isLed(unit) ? at(first) : cast.line.email
}

const leading: Readonly<Record<string, 'top' | 'middle' | 'team lead'>> = {
  [cast.sponsor.email]: 'top',
  [cast.finance.email]: 'top',
  [cast.manager.email]: 'middle',
  [cast.levels.email]: 'middle',
  [cast.security.email]: 'middle',
  [cast.suppliers.email]: 'middle',
  [cast.line.email]: 'middle',
  [cast.desk.email]: 'team lead',
}

const holding: Readonly<Record<string, string>> = {
  [cast.incident.email]: 'Owner of incident management',
  [cast.change.email]: 'Owner of change enablement',
  [cast.problem.email]: 'Owner of problem management',
  [cast.auditor.email]: 'Internal auditor',
}

const castInScope: readonly Draft[] = Object.values(cast).map(({ name, email }) =>
  record('workforce', 'active', {
    name,
    email,
    unit: 'Service management office',
    ...(holding[email] ? { roles: [holding[email]] } : {}),
    leader: leading[email] ?? 'not a leader',
    manager: cast.manager.email,
  }),
)

/** Awareness is past its day with a few missing; the courses of the roles are under way. */
function trainingOf(chance: Chance, people: readonly Draft[]): ToldAdoption['training'] {
  return people.flatMap(({ data }) => {
    const person = String(data.name)
    const open = person === cast.documents.name || person === cast.line.name
    const fate = open ? 1 : chance.unit()
    const awareness = {
      person,
      course: 'awareness',
      because: 'for everybody in scope',
      assignedInDays: -70,
      dueInDays: open ? 10 : -10,
      ...(fate < 0.86 ? { passedInDays: -chance.whole(12, 60), score: chance.pick([0.83, 0.92, 1]) } : {}),
      ...(fate >= 0.86 && fate < 0.89 ? { exempt: { because: 'parental leave', untilInDays: 90 } } : {}),
    }
    const roles = [data.roles ?? []].flat().map(String)
    if (!roles.includes('Service desk agent')) return [awareness]
    const incident = {
      person,
      course: 'incident',
      because: 'role: Service desk agent, incident and request management',
      assignedInDays: -25,
      dueInDays: 35,
      ...(chance.is(0.4) ? { passedInDays: -chance.whole(2, 20), score: chance.pick([0.8, 0.9, 1]) } : {}),
    }
    return [awareness, incident]
  })
}
