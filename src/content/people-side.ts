import { basename, join } from 'node:path'
import type { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { Refusal } from '#base/refusal.ts'
import { Course, type NamedCourse, versionOf } from './course.ts'
import { readCourseWords } from './course-words.ts'
import { flawedPack } from './flawed-pack.ts'
import { Instrument, type NamedInstrument } from './instrument.ts'
import { filesBelow, readYaml } from './read.ts'

/** What the pack has for the people side: what they are asked, and what they learn. */
export type PeopleSide = Readonly<{
  instruments: readonly NamedInstrument[]
  courses: readonly NamedCourse[]
}>

/** Reads the surveys and courses of a pack, with every problem found on the way. */
export function readPeopleSide(content: string): PeopleSide & { readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const all = <S extends z.ZodType>(folder: string, schema: S) =>
    filesBelow(join(content, folder), '.yaml').flatMap((path) => {
      const { value, problems: found } = readYaml(path, schema)
      problems.push(...found)
      return value === undefined ? [] : [{ id: basename(path, '.yaml'), value }]
    })
  const instruments = all('surveys', Instrument).map(({ id, value }) => ({ ...value, id }))
  const read = all('courses', Course)
  const words = readCourseWords(content, read)
  problems.push(...words.problems)
  const courses = read.map(({ id, value }) => ({
    ...value,
    id,
    version: versionOf(value),
    words: words.of(id),
  }))
  return { instruments, courses, problems }
}

const opened = new Map<string, PeopleSide>()

/** As readPeopleSide, once for the life of a program; a pack with a problem is not used at all. */
export function openPeopleSide(content: string): PeopleSide {
  const open = opened.get(content)
  if (open) return open
  const { problems, ...side } = readPeopleSide(content)
  if (problems.length > 0) throw flawedPack(problems)
  opened.set(content, side)
  return side
}

/** The instrument of a name; refused where there is none. */
export function demandInstrument({ instruments }: PeopleSide, id: string): NamedInstrument {
  const found = instruments.find((one) => one.id === id)
  if (found) return found
  throw new Refusal(
    'not-found',
    `There is no survey ${id}. Surveys are: ${instruments.map((one) => one.id).join(', ')}.`,
  )
}

/** The course of a name; refused where there is none. */
export function demandCourse({ courses }: PeopleSide, id: string): NamedCourse {
  const found = courses.find((one) => one.id === id)
  if (found) return found
  throw new Refusal(
    'not-found',
    `There is no course ${id}. Courses are: ${courses.map((one) => one.id).join(', ')}.`,
  )
}
