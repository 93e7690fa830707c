import { isExempt } from '#adoption/completion.ts'
import type { Assignment } from '#adoption/training-store.ts'
import type { AssignmentView } from '#api/training.ts'
import type { NamedCourse } from '#content/course.ts'
import type { PeopleSide } from '#content/people-side.ts'

/** A course as it is listed. */
export function courseRow(course: NamedCourse) {
  return {
    id: course.id,
    title: course.title,
    says: course.says,
    hours: course.hours,
    clauses: [...course.clauses],
    lessons: course.lessons.length,
    minutes: course.lessons.reduce((sum, { minutes }) => sum + minutes, 0),
    questions: course.pool.length,
    audience: course.audience === 'everybody' ? [] : [...course.audience],
    words: wordsView(course),
  }
}

/** What a course is called in other languages. */
export function wordsView({ words }: Pick<NamedCourse, 'words'>) {
  const { de, fr, it } = words
  const said = (one: typeof de) => one && { ...one, lessons: [...one.lessons] }
  return { de: said(de), fr: said(fr), it: said(it) }
}

/** How an assignment stands on a day. */
export function stateOf(side: PeopleSide, one: Assignment, on: string): AssignmentView['state'] {
  if (one.passedOn !== undefined) return 'passed'
  if (isExempt(one, on)) return 'exempt'
  if (attemptsLeft(side, one) === 0) return 'to talk about'
  return one.dueOn < on ? 'overdue' : 'open'
}

/** How often the quiz may still be tried. */
export function attemptsLeft({ courses }: PeopleSide, one: Assignment): number {
  const granted = (courses.find(({ id }) => id === one.course)?.attempts ?? 0) + one.extraAttempts
  return Math.max(0, granted - one.attempts)
}

/** An assignment as its own person sees it. */
export function mineView(side: PeopleSide, one: Assignment, on: string) {
  return {
    assignment: one.id,
    dueOn: one.dueOn,
    because: one.because,
    state: stateOf(side, one, on),
    attempts: one.attempts,
    attemptsLeft: attemptsLeft(side, one),
    ...(one.bestScore === undefined ? {} : { bestScore: one.bestScore }),
    ...(one.certificate ? { certificate: one.certificate.id, validUntil: one.certificate.validUntil } : {}),
  }
}
