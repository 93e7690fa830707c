import type { Actor } from '#access/actor.ts'
import { post } from '#access/mail-store.ts'
import { append } from '#access/trail-store.ts'
import { demandCourse, type PeopleSide } from '#content/people-side.ts'
import type { Tx } from '#db/records.ts'
import { isExempt } from './completion.ts'
import { daysAfter } from './curriculum.ts'
import { type Assignment, readAssignments } from './training-store.ts'
import { readWorkforce } from './workforce-store.ts'

/** Who is reminded: due within a week, or overdue; at most once a week. The line manager hears of it after two weeks. */
const [soonDays, pauseDays, escalateDays] = [7, 7, 14] as const

/** Writes the reminders that are due into the outbox. Who is exempt, has left or has no address gets none. */
export async function remindLearners(
  tx: Tx,
  actor: Actor,
  { side, url, now }: Readonly<{ side: PeopleSide; url: string; now: Date }>,
): Promise<Readonly<{ reminded: number; escalated: number }>> {
  const on = now.toISOString().slice(0, 10)
  const people = await readWorkforce(tx, actor.organization)
  const open = (await readAssignments(tx, people)).filter(
    (one) =>
      one.passedOn === undefined &&
      one.isActive &&
      !isExempt(one, on) &&
      side.courses.some(({ id }) => id === one.course),
  )
  const due = open.filter((one) => isToRemind(one, on))
  for (const one of due) {
    const { title } = demandCourse(side, one.course)
    await post(tx, actor.organization, {
      kind: 'training reminder',
      to: one.email ?? '',
      subject: one.dueOn < on ? `Overdue: ${title}` : `Due on ${one.dueOn}: ${title}`,
      body: `Good day ${one.name},\n\nplease take the course "${title}", due on ${one.dueOn}. It ends with a quiz:\n\n${url}/o/${actor.organization}/adoption/courses/${one.course}\n\nWhy it is yours: ${one.because}\n`,
    })
  }
  const late = open.filter((one) => isToEscalate(one, on))
  for (const one of late) {
    const { title } = demandCourse(side, one.course)
    await post(tx, actor.organization, {
      kind: 'training escalation',
      to: one.manager ?? '',
      subject: `Not done since ${one.dueOn}: ${title}, ${one.name}`,
      body: `Good day,\n\n${one.name} had "${title}" due on ${one.dueOn} and has not passed it. Please make time for it, or say why it has to wait: leave and parental leave are exempt.\n`,
    })
  }
  await mark(tx, due, { reminded_at: now })
  await mark(tx, late, { escalated_at: now })
  const told = { reminded: due.length, escalated: late.length }
  if (due.length + late.length > 0)
    await append(tx, actor, { action: 'remind', kind: 'course', id: on, after: told })
  return told
}

function isToRemind({ email, dueOn, remindedAt }: Assignment, on: string): boolean {
  if (email === undefined || dueOn > daysAfter(on, soonDays)) return false
  return remindedAt === undefined || dayOf(remindedAt) <= daysAfter(on, -pauseDays)
}

/** Once for each assignment; the address of the manager has to be one. */
function isToEscalate({ manager, dueOn, escalatedAt }: Assignment, on: string): boolean {
  return manager?.includes('@') === true && escalatedAt === undefined && dueOn <= daysAfter(on, -escalateDays)
}

async function mark(
  tx: Tx,
  assignments: readonly Assignment[],
  set: Readonly<{ reminded_at: Date } | { escalated_at: Date }>,
): Promise<void> {
  if (assignments.length === 0) return
  await tx
    .updateTable('course_assignment')
    .set(set)
    .where(
      'id',
      'in',
      assignments.map(({ id }) => id),
    )
    .execute()
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
