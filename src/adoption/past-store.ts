import type { Actor } from '#access/actor.ts'
import { appendAll, type Change } from '#access/trail-store.ts'
import type { NamedCourse } from '#content/course.ts'
import type { Tx } from '#db/records.ts'
import { daysAfter } from './curriculum.ts'
import { monthsAfter } from './quiz-store.ts'
import type { AskedGroup } from './survey-results.ts'
import { fillBoxes } from './survey-store.ts'

/** A survey that was held before it was written down here. */
export type PastSurvey = Readonly<{
  instrument: string
  title: string
  heard: string
  sentAt: Date
  openDays: number
  groups: readonly AskedGroup[]
}>

/** Keeps a survey of the past with its answers; it is over. */
export async function keepPastSurvey(tx: Tx, actor: Actor, past: PastSurvey): Promise<void> {
  const { instrument, title, heard, sentAt, openDays, groups } = past
  const closesOn = daysAfter(sentAt.toISOString().slice(0, 10), openDays)
  const { id } = await tx
    .insertInto('survey')
    .values({
      organization_id: actor.organization,
      instrument,
      title,
      heard,
      state: 'closed',
      sent_by: actor.id ?? null,
      sent_by_name: actor.name,
      sent_at: sentAt,
      closes_on: closesOn,
      closed_at: new Date(`${closesOn}T17:00:00Z`),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('survey_box')
    .values(
      groups.map(({ name, invited }) => ({
        organization_id: actor.organization,
        survey_id: id,
        name,
        invited,
      })),
    )
    .execute()
  await fillBoxes(tx, id, groups)
  const answered = groups.reduce((sum, { answers }) => sum + answers.length, 0)
  await appendAll(tx, actor, [{ action: 'keep', kind: 'survey', id, after: { title, instrument, answered } }])
}

/** A course that was assigned, and perhaps passed, before it was written down here. */
export type PastTraining = Readonly<{
  person: string
  name: string
  course: NamedCourse
  because: string
  assignedAt: Date
  dueOn: string
  passed: Readonly<{ on: string; score: number }> | undefined
  exempt: Readonly<{ because: string; until: string }> | undefined
}>

/** Keeps training of the past; who passed has the proof. */
export async function keepPastTraining(tx: Tx, actor: Actor, past: readonly PastTraining[]): Promise<void> {
  if (past.length === 0) return
  const rows = await tx
    .insertInto('course_assignment')
    .values(
      past.map((one) => ({
        organization_id: actor.organization,
        id: crypto.randomUUID(),
        person: one.person,
        course: one.course.id,
        because: one.because,
        assigned_by: actor.id ?? null,
        assigned_by_name: actor.name,
        assigned_at: one.assignedAt,
        due_on: one.dueOn,
        exempt_because: one.exempt?.because ?? null,
        exempt_until: one.exempt?.until ?? null,
        exempt_by_name: one.exempt ? actor.name : null,
      })),
    )
    .returning(['id', 'person', 'course'])
    .execute()
  const ids = new Map(rows.map(({ id, person, course }) => [`${person} ${course}`, id]))
  const passed = past.flatMap((one) => (one.passed ? [{ ...one, passed: one.passed }] : []))
  const proofs = passed.map(({ person, name, course, passed: { on, score } }, at) => ({
    organization_id: actor.organization,
    number: `CRT-${String(at + 1).padStart(4, '0')}`,
    assignment_id: ids.get(`${person} ${course.id}`) ?? '',
    person,
    person_name: name,
    course: course.id,
    course_title: course.title,
    course_version: course.version,
    score,
    passed_on: on,
    valid_until: monthsAfter(on, course.refresher_months),
  }))
  if (proofs.length > 0) await tx.insertInto('certificate').values(proofs).execute()
  await appendAll(
    tx,
    actor,
    rows.map(
      ({ id, person, course }): Change => ({ action: 'keep', kind: 'course', id, after: { person, course } }),
    ),
  )
}
