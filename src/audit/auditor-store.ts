import type { Actor } from '#access/actor.ts'
import { readAssignments as readTraining } from '#adoption/training-store.ts'
import { readWorkforce } from '#adoption/workforce-store.ts'
import { readAssignments } from '#assessment/assignment-store.ts'
import { currentBaseline } from '#assessment/baseline-store.ts'
import { latestKept } from '#assessment/kept-rating-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Catalogue } from '#content/catalogue.ts'
import type { ProcessModel } from '#content/process.ts'
import type { Tx } from '#db/records.ts'
import { readAll } from '#registers/record-store.ts'
import { describeOwnWork, findOwnWork, type Qualified, type Tie } from './impartial.ts'

/** The course that makes somebody an auditor. */
const course = 'internal-auditor'

/** Somebody who could audit, with what shows that he can. */
export type Auditor = Readonly<{ id: string; name: string; role: string; qualified: Qualified }>

/** What the content knows of processes: their clauses. */
export type Processes = Readonly<{ catalogue: Catalogue; models: readonly ProcessModel[] }>

/** What ties the people of the organization to clauses and requirements: roles they hold, what they rated, what they are asked. */
export async function readTies(tx: Tx, organization: string, processes: Processes): Promise<readonly Tie[]> {
  const baseline = await currentBaseline(tx)
  const ratings = baseline ? [...(await latestKept(tx, baseline.id)).values()] : []
  const assignments = [...(await readAssignments(tx)).values()]
  return [
    ...(await tiesOfRoles(tx, organization, processes)),
    ...ratings.map(({ requirement, ratedBy }) => ({
      person: ratedBy.id,
      kind: 'rating' as const,
      about: requirement,
      what: requirement,
    })),
    ...assignments.flatMap(({ requirement, person }) =>
      person === undefined
        ? []
        : [{ person, kind: 'assignment' as const, about: requirement, what: requirement }],
    ),
  ]
}

/** Refuses whoever would audit the own work, with what it is (9.2.2 c). about: clauses of a scope, or requirements. */
export async function demandImpartial(
  tx: Tx,
  { organization }: Pick<Actor, 'organization'>,
  { people, about }: Readonly<{ people: readonly Pick<Auditor, 'id' | 'name'>[]; about: readonly string[] }>,
  processes: Processes,
): Promise<void> {
  const ties = await readTies(tx, organization, processes)
  for (const { id, name } of people) {
    const found = findOwnWork(id, about, ties)
    if (found.length > 0) throw new Refusal('conflict', describeOwnWork(name, found))
  }
}

/** Who holds a role for a process answers for the clause of that process; roles name people by address or name. */
async function tiesOfRoles(tx: Tx, organization: string, processes: Processes): Promise<readonly Tie[]> {
  const people = byCall(await readPeople(tx))
  const roles = (await readAll(tx, organization, 'roles')).filter(({ state }) => state === 'in place')
  return roles.flatMap(({ label, data }) => {
    const holders = [data.accountable, data.deputy, ...(Array.isArray(data.holders) ? data.holders : [])]
    const clauses = clausesOf(String(data.process ?? ''), processes)
    return holders.flatMap((holder) =>
      (people.get(fold(holder)) ?? []).flatMap((person) =>
        clauses.map((about) => ({ person, kind: 'role' as const, about, what: label })),
      ),
    )
  })
}

/** The ids of people by what they are called in roles: their names and addresses. */
function byCall(
  people: readonly Readonly<{ id: string; name: string; email: string }>[],
): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>()
  for (const { id, name, email } of people)
    for (const call of new Set([fold(name), fold(email)]))
      if (call !== '') ids.set(call, [...(ids.get(call) ?? []), id])
  return ids
}

/** The clauses that a role answers for: those titled like its process, those of a process of that name, or all. */
function clausesOf(process: string, { catalogue, models }: Processes): readonly string[] {
  const named = fold(process)
  if (named === 'all processes') return catalogue.standard.groups.flatMap(({ clauses }) => clauses)
  return [
    ...catalogue.clauses.filter(({ title }) => fold(title) === named).map(({ id }) => id),
    ...models
      .filter(({ id, title }) => [id, title].some((one) => fold(one) === named))
      .map(({ clause }) => clause),
  ]
}

function fold(text: unknown): string {
  return typeof text === 'string'
    ? text
        .toLowerCase()
        .replaceAll(/[^\p{L}\d@.]+/gu, ' ')
        .trim()
    : ''
}

/** Everybody in the organization who may hold audits or be on a team, with the proof of competence. */
export async function readAuditors(tx: Tx, organization: string, on: string): Promise<readonly Auditor[]> {
  const people = await readPeople(tx)
  const workers = await readWorkforce(tx, organization)
  const passed = (await readTraining(tx, workers)).filter((one) => one.course === course)
  const competences = (await readAll(tx, organization, 'competence')).filter(
    ({ state }) => state === 'competent',
  )
  return people
    .filter(({ role }) => role !== 'external auditor')
    .map(({ id, name, email, role }) => {
      const until = passed
        .filter((one) => one.email === email.toLowerCase())
        .flatMap(({ certificate }) => certificate?.validUntil ?? [])
        .toSorted()
        .at(-1)
      const record = competences.find(
        ({ data }) => [name, email].some((one) => fold(one) === fold(data.person)) && isAboutAudits(data),
      )
      return { id, name, role, qualified: qualifiedBy(until, record?.label, on) }
    })
}

function qualifiedBy(until: string | undefined, record: string | undefined, on: string): Qualified {
  if (until !== undefined && until >= on) return { by: 'course', until }
  return record === undefined ? { by: 'nothing' } : { by: 'record', what: record }
}

function isAboutAudits({ skill, title }: Readonly<Record<string, unknown>>): boolean {
  return /audit/i.test(`${String(skill ?? '')} ${String(title ?? '')}`)
}

async function readPeople(tx: Tx) {
  const rows = await tx
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.name', 'person.email', 'membership.role'])
    .orderBy('person.name')
    .execute()
  return rows
}
