import { createHash } from 'node:crypto'
import type { NamedCourse } from '#content/course.ts'
import { audienceReason, type Learner, type Suggestion } from './curriculum.ts'

/**
 * What training is still ahead: people who have something to take, the hours of all of it, and the same by role. hours are
 * hours of learning as the courses state them. Somebody with two roles counts in the role that a course is for.
 * inputsHash: SHA-256 over all it was computed from.
 */
export type TrainingOutlook = Readonly<{
  persons: number
  hours: number
  byRole: readonly Readonly<{ role: string; persons: number; hours: number }>[]
  inputsHash: string
}>

/** A course that lies ahead of a person: suggested, or assigned and not passed. */
export type Ahead = Pick<Suggestion, 'person' | 'course'>

/** The role that is named for courses that everybody takes, and for people without a role. */
export const everybody = 'everybody in scope'

/** Sums up what lies ahead; the order of what comes in does not matter. */
export function outlookOf(
  people: readonly Learner[],
  courses: readonly NamedCourse[],
  ahead: readonly Ahead[],
): TrainingOutlook {
  const rows = [...new Map(ahead.map((one) => [`${one.person} ${one.course}`, one])).values()].flatMap(
    (one) => {
      const person = people.find(({ id }) => id === one.person)
      const course = courses.find(({ id }) => id === one.course)
      if (!person || !course) return []
      const reason = audienceReason(course, person)
      return [{ person: person.id, course, role: reason?.kind === 'role' ? reason.role : everybody }]
    },
  )
  const byRole = [...Map.groupBy(rows, ({ role }) => role)]
    .map(([role, own]) => ({ role, persons: personsIn(own), hours: hoursOf(own) }))
    .toSorted((a, b) => (a.role < b.role ? -1 : 1))
  const inputs = rows
    .map(({ person, course, role }) => [person, course.id, course.version, course.hours, role].join(' '))
    .toSorted()
  return {
    persons: personsIn(rows),
    hours: hoursOf(rows),
    byRole,
    inputsHash: createHash('sha256').update(inputs.join('\n')).digest('hex'),
  }
}

function personsIn(rows: readonly Readonly<{ person: string }>[]): number {
  return new Set(rows.map(({ person }) => person)).size
}

function hoursOf(rows: readonly Readonly<{ course: NamedCourse }>[]): number {
  return Math.round(rows.reduce((sum, { course }) => sum + course.hours, 0) * 100) / 100
}
