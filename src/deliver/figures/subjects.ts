import { isAboutPeople, type Result } from '#evidence/result.ts'
import type { Speech } from '../speech.ts'

/** The first subjects that did not meet some checks, and how many more there are; of people only that they are counted. */
export function namedSubjects(
  matter: {
    readonly results: readonly Pick<Result, 'subject'>[]
    readonly subjects: readonly string[]
    readonly total: number
    readonly most: number
  },
  speech: Speech,
): string {
  if (matter.results.some(isAboutPeople)) return speech.say('people-counted')
  return speech.firstOf(matter.subjects, matter.most, matter.total)
}
