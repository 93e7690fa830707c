import { type Actor, may } from '#access/actor.ts'
import type { Tx } from '#db/records.ts'
import { listCollections, openCollection } from '#evidence/collection-store.ts'
import { isAnswered, isOverdue, type Names, nameOf } from './describe-requirement.ts'
import { type Drift, findDrifts } from './drift.ts'
import { readColleagues } from './people-store.ts'
import type { PageMatter } from './requirement-page-store.ts'
import { daysBetween } from './span.ts'
import { openState, type State } from './state-store.ts'
import { seesEveryRequirement } from './who-sees.ts'

/** Shown of each list at most; the lists of requirements have the rest. */
const most = 50
const soonDays = 30

/** What waits for one person today. Lists that a role has nothing to do with are absent. */
export async function readToday(tx: Tx, actor: Actor, { library, ...wanted }: PageMatter) {
  const state = await openState(tx, library, { organization: actor.organization, ...wanted })
  const names = await readColleagues(tx)
  const manages = may(actor, 'assign requirements')
  const seesAll = seesEveryRequirement(actor)
  return {
    on: state.on,
    tasks: tasksOf(state, actor.id, names),
    confirmations: may(actor, 'confirm ratings') ? waitingFor(state, actor.id) : undefined,
    overdue: manages ? overdueOf(state, names) : undefined,
    stale: seesAll ? staleEvidence(state) : undefined,
    drifts: seesAll ? (await driftsOf(tx)).slice(0, most) : undefined,
    state,
  }
}

function tasksOf(state: State, person: string | undefined, names: Names) {
  if (person === undefined) return []
  return [...state.assignments.values()]
    .filter((assignment) => assignment.person === person && state.items.has(assignment.requirement))
    .map(({ requirement, dueOn, note, assignedBy }) => ({
      requirement,
      title: state.items.get(requirement)?.title ?? '',
      person: nameOf(names, person),
      dueOn,
      note,
      assignedBy,
      isOverdue: isOverdue(state, requirement),
      isDone: isAnswered(state, requirement),
    }))
    .toSorted(byUrgency)
}

/** Ratings by others that do not count before a second person has seen them. */
function waitingFor(state: State, person: string | undefined) {
  return [...state.ratings.values()]
    .filter(({ requirement, rating, confirmedBy, ratedBy }) => {
      const item = state.items.get(requirement)
      const waits = rating !== 'not_assessed' && !confirmedBy && item?.counted === 'not_assessed'
      return waits && ratedBy.id !== person
    })
    .slice(0, most)
    .map(({ requirement, rating, ratedBy, ratedAt, version, isSelf }) => ({
      requirement,
      title: state.items.get(requirement)?.title ?? '',
      rating,
      ratedBy,
      ratedAt,
      isSelf,
      version,
    }))
}

function overdueOf(state: State, names: Names) {
  return [...state.assignments.values()]
    .flatMap(({ requirement, person, dueOn, note, assignedBy }) =>
      person !== undefined && isOverdue(state, requirement)
        ? [
            {
              requirement,
              title: state.items.get(requirement)?.title ?? '',
              person: nameOf(names, person),
              dueOn,
              note,
              assignedBy,
              isOverdue: true,
              isDone: false,
            },
          ]
        : [],
    )
    .toSorted(byUrgency)
    .slice(0, most)
}

/** Evidence that has run out, or will within a month. */
function staleEvidence(state: State) {
  return [...state.links.values()]
    .flat()
    .flatMap(({ id, requirement, title, expiresOn }) => {
      const days = expiresOn === undefined ? undefined : daysBetween(state.on, expiresOn)
      return days !== undefined && expiresOn !== undefined && days <= soonDays
        ? [{ id, requirement, title, expiresOn, days, isExpired: days < 0 }]
        : []
    })
    .toSorted((a, b) => a.days - b.days || (a.requirement < b.requirement ? -1 : 1))
    .slice(0, most)
}

async function driftsOf(tx: Tx): Promise<readonly Drift[]> {
  const [newest, before] = await listCollections(tx, undefined, 2)
  if (!newest || !before) return []
  const young = await openCollection(tx, newest.id)
  const old = await openCollection(tx, before.id)
  return findDrifts(old?.collected.results ?? [], young?.collected.results ?? [])
}

type Urgent = { readonly dueOn: string | undefined; readonly requirement: string }

/** What is due first stands first; what has no day stands last. */
function byUrgency(a: Urgent, b: Urgent): number {
  const [one, other] = [a.dueOn ?? '9999', b.dueOn ?? '9999']
  if (one !== other) return one < other ? -1 : 1
  return a.requirement < b.requirement ? -1 : 1
}
