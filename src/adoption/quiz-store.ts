import { type Selectable, sql } from 'kysely'
import type { Actor } from '#access/actor.ts'
import { append } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { NamedCourse } from '#content/course.ts'
import type { Tables, Tx } from '#db/records.ts'
import { type AskedQuestion, drawQuiz, type FirstAttempt, markQuiz } from './quiz.ts'
import { type Assignment, readAssignments } from './training-store.ts'
import { addressOf, readWorkforce, type Worker } from './workforce-store.ts'

/** One attempt as it is kept. */
export type Attempt = Readonly<{
  id: string
  number: number
  asked: readonly AskedQuestion[]
  answers: Readonly<Record<string, number>> | undefined
  score: number | undefined
  isPassed: boolean | undefined
}>

/** What somebody learns: the own assignments, and who he is in the register. */
export type Learning = Readonly<{ worker: Worker | undefined; assignments: readonly Assignment[] }>

/** The own courses of whoever asks, found by the address he signs in with. */
export async function readLearning(tx: Tx, actor: Actor): Promise<Learning> {
  const email = await addressOf(tx, actor.id)
  const people = await readWorkforce(tx, actor.organization)
  const worker = people.find((one) => one.email !== undefined && one.email === email && one.state !== 'left')
  return { worker, assignments: worker ? await readAssignments(tx, people, worker.id) : [] }
}

/** The newest assignment of a course to whoever asks. */
export async function readOwn(tx: Tx, actor: Actor, course: string): Promise<Assignment | undefined> {
  return (await readLearning(tx, actor)).assignments.findLast((one) => one.course === course)
}

/** Begins an attempt, or goes on with the one that is open. After the last one a talk with the trainer comes first. */
export async function startAttempt(
  tx: Tx,
  actor: Actor,
  course: NamedCourse,
  { seed, now }: Readonly<{ seed: number; now: Date }>,
): Promise<Attempt> {
  const own = await readOwn(tx, actor, course.id)
  if (!own)
    throw new Refusal(
      'not-found',
      `${course.title} is not among your courses. Ask for it at your line manager's.`,
    )
  if (own.passedOn !== undefined)
    throw new Refusal('conflict', `You passed ${course.title} on ${own.passedOn}.`)
  const rows = await tx
    .selectFrom('quiz_attempt')
    .selectAll()
    .where('assignment_id', '=', own.id)
    .orderBy('number')
    .execute()
  const open = rows.find(({ finished_at }) => finished_at === null)
  if (open) return toAttempt(open)
  const granted = course.attempts + own.extraAttempts
  if (rows.length >= granted)
    throw new Refusal(
      'conflict',
      `All ${granted} attempts are used. Talk with whoever teaches ${course.title}; further ones are granted then.`,
    )
  const row = await tx
    .insertInto('quiz_attempt')
    .values({
      organization_id: actor.organization,
      assignment_id: own.id,
      number: rows.length + 1,
      course_version: course.version,
      asked: JSON.stringify(drawQuiz(course, seed)),
      answers: null,
      started_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await append(tx, actor, {
    action: 'start quiz',
    kind: 'course',
    id: own.id,
    after: { course: course.id, attempt: row.number },
  })
  return toAttempt(row)
}

/** Marks an attempt; who passes gets the certificate in the same moment. */
export async function finishAttempt(
  tx: Tx,
  actor: Actor,
  course: NamedCourse,
  { id, answers, now }: Readonly<{ id: string; answers: Readonly<Record<string, number>>; now: Date }>,
): Promise<Readonly<{ attempt: Attempt; certificate: string | undefined }>> {
  const own = await readOwn(tx, actor, course.id)
  const row = await tx
    .selectFrom('quiz_attempt')
    .selectAll()
    .where('id', '=', id)
    .where('assignment_id', '=', own?.id ?? null)
    .forUpdate()
    .executeTakeFirst()
  if (!own || !row) throw new Refusal('not-found', 'There is no such attempt of yours.')
  if (row.finished_at) throw new Refusal('conflict', 'This attempt is finished already.')
  const { asked } = toAttempt(row)
  const marked = markQuiz(asked, answers, course.pass_mark)
  const chosen = Object.fromEntries(asked.map((one) => [one.id, answers[one.id] ?? -1]))
  const kept = await tx
    .updateTable('quiz_attempt')
    .set({
      answers: JSON.stringify(chosen),
      score: marked.score,
      is_passed: marked.isPassed,
      finished_at: now,
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const certificate = marked.isPassed
    ? await certify(tx, actor, { own, course, score: marked.score, now })
    : undefined
  await append(tx, actor, {
    action: 'finish quiz',
    kind: 'course',
    id: own.id,
    after: { course: course.id, attempt: row.number, isPassed: marked.isPassed },
  })
  return { attempt: toAttempt(kept), certificate }
}

type Passing = Readonly<{ own: Assignment; course: NamedCourse; score: number; now: Date }>

async function certify(tx: Tx, actor: Actor, { own, course, score, now }: Passing): Promise<string> {
  const on = now.toISOString().slice(0, 10)
  // Two who pass in the same moment would get the same number.
  await sql`select pg_advisory_xact_lock(hashtext(${`certificate ${actor.organization}`}))`.execute(tx)
  const { count } = await tx
    .selectFrom('certificate')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const { id } = await tx
    .insertInto('certificate')
    .values({
      organization_id: actor.organization,
      number: `CRT-${String(count + 1).padStart(4, '0')}`,
      assignment_id: own.id,
      person: own.person,
      person_name: own.name,
      course: course.id,
      course_title: course.title,
      course_version: course.version,
      score,
      passed_on: on,
      valid_until: monthsAfter(on, course.refresher_months),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The same day so many months later; the last day of a shorter month. */
export function monthsAfter(on: string, months: number): string {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** A proof that somebody passed. */
export type Certificate = Readonly<{
  id: string
  number: string
  person: string
  name: string
  course: string
  title: string
  version: string
  score: number
  passedOn: string
  validUntil: string
}>

/** One certificate. */
export async function readCertificate(tx: Tx, id: string): Promise<Certificate> {
  const row = await tx.selectFrom('certificate').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found', 'There is no such certificate.')
  return {
    id: row.id,
    number: row.number,
    person: row.person,
    name: row.person_name,
    course: row.course,
    title: row.course_title,
    version: row.course_version,
    score: row.score,
    passedOn: row.passed_on,
    validUntil: row.valid_until,
  }
}

/** The first attempts at a course, for judging its questions; without the people who made them. */
export async function readFirstAttempts(tx: Tx, course: string): Promise<readonly FirstAttempt[]> {
  const rows = await tx
    .selectFrom('quiz_attempt')
    .innerJoin('course_assignment', 'course_assignment.id', 'quiz_attempt.assignment_id')
    .selectAll('quiz_attempt')
    .where('course_assignment.course', '=', course)
    .where('quiz_attempt.number', '=', 1)
    .where('finished_at', 'is not', null)
    .execute()
  return rows.map(toAttempt).map(({ asked, answers = {}, score = 0 }) => ({
    score,
    right: Object.fromEntries(asked.map(({ id, order }) => [id, order[answers[id] ?? -1] === 0])),
  }))
}

function toAttempt(row: Selectable<Tables['quiz_attempt']>): Attempt {
  return {
    id: row.id,
    number: row.number,
    asked: row.asked as unknown as readonly AskedQuestion[], // written by startAttempt and by nobody else
    answers: row.answers ?? undefined,
    score: row.score ?? undefined,
    isPassed: row.is_passed ?? undefined,
  }
}
