import { isAboutPeople, type Result } from '#evidence/result.ts'
import { firstOf } from './format.ts'

/** Said where names would stand if the subjects were not people. */
export const peopleAreCounted = 'People are counted here and not named.'

/** The first subjects that did not meet some checks, and how many more there are; of people only that they are counted. */
export function namedSubjects(
  matter: {
    readonly results: readonly Pick<Result, 'subject'>[]
    readonly subjects: readonly string[]
    readonly total: number
  },
  most: number,
): string {
  if (matter.results.some(isAboutPeople)) return peopleAreCounted
  return firstOf(matter.subjects, most, matter.total)
}
