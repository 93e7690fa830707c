import type { Assigned } from '#adoption/completion.ts'
import type { NamedCourse } from '#content/course.ts'
import type { Result } from '#evidence/result.ts'
import { type Effect, effectOf } from './effect.ts'

/** What became of one error that a course is about. */
export type CourseEffect = Readonly<{
  course: string
  title: string
  check: string
  /** What the check claims; its share is of subjects without the error. */
  claim: string
  passed: number
  /** The day on which half of those who passed had passed; undefined while nobody has. */
  turnedOn: string | undefined
  effect: Effect
}>

/**
 * The share of subjects without the error that a course is about, before and after its learners passed. The middle one of
 * the days on which they passed is taken for the turn: earlier months belong to before, later ones to after (see effectOf).
 */
export function effectsOfCourses(
  courses: readonly NamedCourse[],
  assignments: readonly Pick<Assigned, 'course' | 'passedOn'>[],
  results: readonly Pick<Result, 'check' | 'title' | 'months'>[],
): readonly CourseEffect[] {
  const byCheck = new Map(results.map((result) => [result.check, result]))
  return courses.flatMap(({ id, title, errors }) => {
    const days = assignments
      .flatMap(({ course, passedOn }) => (course === id && passedOn !== undefined ? [passedOn] : []))
      .toSorted()
    const turnedOn = days[Math.floor((days.length - 1) / 2)]
    return errors.map((check): CourseEffect => {
      const result = byCheck.get(check)
      return {
        course: id,
        title,
        check,
        claim: result?.title ?? check,
        passed: days.length,
        turnedOn,
        effect: judge(result?.months, turnedOn),
      }
    })
  })
}

function judge(months: Result['months'], turnedOn: string | undefined): Effect {
  if (turnedOn === undefined) return { isKnown: false, because: 'Nobody has passed this course yet.' }
  if (!months) return { isKnown: false, because: 'The tickets say nothing about this by month.' }
  return effectOf(months, turnedOn, true)
}
