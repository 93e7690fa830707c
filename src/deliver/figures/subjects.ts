import { firstOf } from './format.ts'
import { type GapReportInput, processOf } from './input.ts'

/** Said where names would stand if the subjects were not people. */
export const peopleAreCounted = 'People are counted here and not named.'

/**
 * Whether the subjects of a check are people; those are counted and never printed. Where the input does not say what
 * the subjects are, the folder of the check decides.
 */
export function isAboutPeople(check: string, { subjectOf }: Pick<GapReportInput, 'subjectOf'>): boolean {
  const subject = subjectOf?.(check)
  return subject === undefined
    ? processOf(check) === 'people'
    : /\b(person|people|user|employee)\b/i.test(subject)
}

/** The first subjects that did not meet a check, and how many more there are; of people only that they are counted. */
export function namedSubjects(
  matter: {
    readonly checks: readonly string[]
    readonly subjects: readonly string[]
    readonly total: number
  },
  most: number,
  input: Pick<GapReportInput, 'subjectOf'>,
): string {
  if (matter.checks.some((check) => isAboutPeople(check, input))) return peopleAreCounted
  return firstOf(matter.subjects, most, matter.total)
}
