import type { Course, NamedCourse } from '#content/course.ts'

/** Somebody in scope, with the roles he holds: their names and processes. */
export type Learner = Readonly<{
  id: string
  name: string
  unit: string
  roles: readonly string[]
}>

/** A requirement that is not conforming. */
export type OpenGap = Readonly<{ requirement: string; clause: string; title: string }>

/** What somebody has: an open assignment, or the day on which the course was passed and until when that is valid. */
export type Held = Readonly<{
  person: string
  course: string
  isOpen: boolean
  passedOn?: string | undefined
  validUntil?: string | undefined
}>

/** Why a course is suggested. */
export type Because =
  | Readonly<{ kind: 'everybody' }>
  | Readonly<{ kind: 'role'; role: string }>
  | Readonly<{ kind: 'gap'; requirement: string; title: string }>

/** A course that somebody needs and does not have, with every reason, and how soon. */
export type Suggestion = Readonly<{
  person: string
  course: string
  because: readonly Because[]
  /** Runs out, or is repeated because of a gap. */
  isRepeat: boolean
  withinDays: number
}>

const [usual, soon] = [60, 30]
/** A certificate this old is repeated when there is a gap in what the course is about. */
const olderThanDays = 180
/** A certificate that runs out within this time is renewed. */
const renewWithinDays = 30
const day = 86_400_000

/**
 * What each person needs: the courses for everybody and for the own roles, without those held and valid. A gap in the
 * clauses of a course makes it urgent, and has it repeated by those who passed it long ago.
 */
export function deriveCurriculum(
  {
    people,
    courses,
    gaps,
    held,
  }: Readonly<{
    people: readonly Learner[]
    courses: readonly NamedCourse[]
    gaps: readonly OpenGap[]
    held: readonly Held[]
  }>,
  on: string,
): readonly Suggestion[] {
  return people.flatMap((person) =>
    courses.flatMap((course): readonly Suggestion[] => {
      const reason = audienceReason(course, person)
      if (!reason) return []
      const own = held.filter((one) => one.person === person.id && one.course === course.id)
      if (own.some(({ isOpen }) => isOpen)) return []
      const inCourse = gaps.filter(({ clause }) => isAbout(course, clause))
      const last = own
        .filter(({ passedOn }) => passedOn)
        .toSorted(byPassed)
        .at(-1)
      if (last && !isDue(last, inCourse.length > 0, on)) return []
      const because = [
        reason,
        ...inCourse
          .slice(0, 3)
          .map(({ requirement, title }) => ({ kind: 'gap' as const, requirement, title })),
      ]
      return [
        {
          person: person.id,
          course: course.id,
          because,
          isRepeat: last !== undefined,
          withinDays: inCourse.length > 0 ? soon : usual,
        },
      ]
    }),
  )
}

/** Why somebody belongs to the audience of a course; undefined when he does not. */
export function audienceReason(
  { audience }: Pick<Course, 'audience'>,
  { roles }: Pick<Learner, 'roles'>,
): Because | undefined {
  if (audience === 'everybody') return { kind: 'everybody' }
  const role = roles.find((name) => audience.some((word) => name.toLowerCase().includes(word.toLowerCase())))
  return role === undefined ? undefined : { kind: 'role', role }
}

function isAbout({ clauses }: Course, clause: string): boolean {
  return clauses.some((own) => clause === own || clause.startsWith(`${own}.`) || clause.startsWith(`${own}-`))
}

function isDue({ passedOn = '', validUntil = '' }: Held, hasGap: boolean, on: string): boolean {
  if (validUntil <= daysAfter(on, renewWithinDays)) return true
  return hasGap && passedOn < daysAfter(on, -olderThanDays)
}

function byPassed(a: Held, b: Held): number {
  return (a.passedOn ?? '') < (b.passedOn ?? '') ? -1 : 1
}

/** The day so many days after another one; both as 2026-03-01. */
export function daysAfter(on: string, days: number): string {
  return new Date(Date.parse(on) + days * day).toISOString().slice(0, 10)
}
