import type { Selectable } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { append, appendAll } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { NamedCourse } from '#content/course.ts'
import { demandCourse, type PeopleSide } from '#content/people-side.ts'
import type { Tables, Tx } from '#db/records.ts'
import type { Assigned } from './completion.ts'
import { deriveCurriculum, type Held, type OpenGap, type Suggestion } from './curriculum.ts'
import { addressOf, readWorkforce, type Worker } from './workforce-store.ts'

/** An assignment as it is kept, with how far it has come. */
export type Assignment = Assigned &
  Readonly<{
    id: string
    email: string | undefined
    manager: string | undefined
    because: string
    assignedBy: string
    assignedAt: Date
    remindedAt: Date | undefined
    escalatedAt: Date | undefined
    extraAttempts: number
    /** Attempts that were finished. */
    attempts: number
    bestScore: number | undefined
    certificate: Readonly<{ id: string; validUntil: string; score: number }> | undefined
  }>

/** All assignments, newest last; of one person where asked for. */
export async function readAssignments(
  tx: Tx,
  people: readonly Worker[],
  person?: string,
): Promise<readonly Assignment[]> {
  const rows = await tx
    .selectFrom('course_assignment')
    .selectAll()
    .$if(person !== undefined, (query) => query.where('person', '=', person ?? ''))
    .orderBy('assigned_at')
    .orderBy('id')
    .execute()
  const attempts = await tx
    .selectFrom('quiz_attempt')
    .select(['assignment_id'])
    .select((eb) => [eb.fn.count<number>('id').as('finished'), eb.fn.max('score').as('best')])
    .where('finished_at', 'is not', null)
    .groupBy('assignment_id')
    .execute()
  const certificates = await tx
    .selectFrom('certificate')
    .select(['id', 'assignment_id', 'passed_on', 'valid_until', 'score'])
    .execute()
  const [workers, tries, proofs] = [
    new Map(people.map((one) => [one.id, one])),
    new Map(attempts.map((one) => [one.assignment_id, one])),
    new Map(certificates.map((one) => [one.assignment_id, one])),
  ]
  return rows.flatMap((row) => {
    const worker = workers.get(row.person)
    if (!worker) return []
    const [tried, proof] = [tries.get(row.id), proofs.get(row.id)]
    return [
      {
        ...toAssigned(row, worker, proof?.passed_on),
        attempts: tried?.finished ?? 0,
        bestScore: tried?.best ?? undefined,
        certificate: proof && { id: proof.id, validUntil: proof.valid_until, score: proof.score },
      },
    ]
  })
}

function toAssigned(
  row: Selectable<Tables['course_assignment']>,
  worker: Worker,
  passedOn: string | undefined,
): Omit<Assignment, 'attempts' | 'bestScore' | 'certificate'> {
  return {
    id: row.id,
    person: row.person,
    name: worker.name,
    unit: worker.unit,
    email: worker.email,
    manager: worker.manager,
    isContractor: worker.isContractor,
    isActive: worker.state !== 'left',
    course: row.course,
    dueOn: row.due_on,
    passedOn,
    exempt:
      row.exempt_because === null || row.exempt_until === null
        ? undefined
        : { because: row.exempt_because, until: row.exempt_until },
    because: row.because,
    assignedBy: row.assigned_by_name,
    assignedAt: row.assigned_at,
    remindedAt: row.reminded_at ?? undefined,
    escalatedAt: row.escalated_at ?? undefined,
    extraAttempts: row.extra_attempts,
  }
}

/** What everybody still needs, derived from roles and gaps. */
export function suggestTraining(
  side: PeopleSide,
  {
    people,
    assignments,
    gaps,
  }: Readonly<{
    people: readonly Worker[]
    assignments: readonly Assignment[]
    gaps: readonly OpenGap[]
  }>,
  on: string,
): readonly Suggestion[] {
  const here = people.filter(({ state }) => state === 'active')
  return deriveCurriculum({ people: here, courses: side.courses, gaps, held: assignments.map(heldOf) }, on)
}

function heldOf({ person, course, passedOn, certificate }: Assignment): Held {
  return { person, course, isOpen: passedOn === undefined, passedOn, validUntil: certificate?.validUntil }
}

/** A course for a person, by a day, for a reason. */
export type Order = Readonly<{ person: string; course: string; dueOn: string; because: string }>

/** Assigns courses, all or none; refused with the number of whoever has it open already. */
export async function assignCourses(
  tx: Tx,
  actor: Actor,
  { side, orders, now }: Readonly<{ side: PeopleSide; orders: readonly Order[]; now: Date }>,
): Promise<number> {
  const people = await readWorkforce(tx, actor.organization)
  const open = (await readAssignments(tx, people)).filter(({ passedOn }) => passedOn === undefined)
  const today = now.toISOString().slice(0, 10)
  for (const [at, { person, course, dueOn }] of orders.entries()) {
    demandCourse(side, course)
    const worker = people.find(({ id }) => id === person)
    if (!worker)
      throw new Refusal('invalid', `Line ${at + 1} names nobody in scope. Choose from the register.`)
    if (worker.state === 'left') throw new Refusal('invalid', `${worker.number} ${worker.name} has left.`)
    if (dueOn < today)
      throw new Refusal('invalid', `${worker.number}: ${dueOn} has passed. Choose a later day.`)
    const isTwice = orders.findIndex((one) => one.person === person && one.course === course) !== at
    if (isTwice || open.some((one) => one.person === person && one.course === course))
      throw new Refusal('conflict', `${worker.number} ${worker.name} has ${course} to take already.`)
  }
  if (orders.length === 0) return 0
  const rows = await tx
    .insertInto('course_assignment')
    .values(
      orders.map(({ person, course, dueOn, because }) => ({
        organization_id: actor.organization,
        person,
        course,
        because,
        assigned_by: actor.id ?? null,
        assigned_by_name: actor.name,
        assigned_at: now,
        due_on: dueOn,
      })),
    )
    .returning(['id', 'person', 'course', 'due_on', 'because'])
    .execute()
  await appendAll(
    tx,
    actor,
    rows.map(({ id, ...after }) => ({ action: 'assign', kind: 'course', id, after })),
  )
  return rows.length
}

/** Exempts somebody for a time, with the reason; or ends the exemption. */
export async function exempt(
  tx: Tx,
  actor: Actor,
  id: string,
  given: Readonly<{ because: string; until: string }> | undefined,
  now: Date,
): Promise<void> {
  const row = await demandAssignment(tx, id)
  const mine = await addressOf(tx, actor.id)
  const worker = (await readWorkforce(tx, actor.organization)).find((one) => one.id === row.person)
  if (given && mine !== undefined && worker?.email === mine)
    throw new Refusal('not-allowed', `${worker.number} is you: somebody else decides on your exemption.`)
  if (given && given.until <= now.toISOString().slice(0, 10))
    throw new Refusal('invalid', `${given.until} has passed: an exemption ends on a day that is to come.`)
  await tx
    .updateTable('course_assignment')
    .set({
      exempt_because: given?.because ?? null,
      exempt_until: given?.until ?? null,
      exempt_by_name: given ? actor.name : null,
    })
    .where('id', '=', id)
    .execute()
  const before = { because: row.exempt_because, until: row.exempt_until }
  await append(tx, actor, { action: 'exempt', kind: 'course', id, before, after: given ?? null })
}

/** Grants further attempts after a talk with whoever teaches. */
export async function grantAttempts(tx: Tx, actor: Actor, id: string, talk: string): Promise<void> {
  const row = await demandAssignment(tx, id)
  await tx
    .updateTable('course_assignment')
    .set({ extra_attempts: row.extra_attempts + 3 })
    .where('id', '=', id)
    .execute()
  await append(tx, actor, { action: 'grant attempts', kind: 'course', id, after: { talk } })
}

/** One assignment; refused where there is none. */
export async function demandAssignment(tx: Tx, id: string): Promise<Selectable<Tables['course_assignment']>> {
  const row = await tx.selectFrom('course_assignment').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such assignment of a course.')
  return row
}

/** The course of an assignment, if the pack still has it. */
export function courseOf({ courses }: PeopleSide, id: string): NamedCourse | undefined {
  return courses.find((one) => one.id === id)
}
