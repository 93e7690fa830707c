import { basename, join } from 'node:path'
import { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { filesBelow, readYaml } from './read.ts'

/** The languages that courses have titles in, beside English. */
const languages = ['de', 'fr', 'it'] as const

const Line = z.string().min(2).max(300)

/** What a course is called in another language; its lessons in their order. The texts stay as they are. */
export const CourseWords = z.strictObject({ title: Line, says: Line, lessons: z.array(Line).min(1) })
export type CourseWords = Readonly<z.infer<typeof CourseWords>>

/** The words of one course by language; a language that is missing has the English ones. */
export type WordsOfCourse = Readonly<Partial<Record<(typeof languages)[number], CourseWords>>>

type Known = Readonly<{ id: string; value: Readonly<{ lessons: readonly unknown[] }> }>

/** Reads content/course-words, held against the courses that there are; they are no part of the version of a course. */
export function readCourseWords(
  content: string,
  courses: readonly Known[],
): { of: (id: string) => WordsOfCourse; problems: readonly Problem[] } {
  const problems: Problem[] = []
  const found = filesBelow(join(content, 'course-words'), '.yaml').flatMap((path) => {
    const language = languages.find((one) => one === basename(path, '.yaml'))
    if (!language) return []
    const { value = {}, problems: wrong } = readYaml(path, fileFor(courses))
    problems.push(...wrong)
    return [{ language, value }]
  })
  const of = (id: string): WordsOfCourse =>
    Object.fromEntries(
      found.flatMap(({ language, value }) => {
        const words = value[id]
        return words ? [[language, words] as const] : []
      }),
    )
  return { of, problems }
}

function fileFor(courses: readonly Known[]) {
  return z.record(z.string(), CourseWords).superRefine((all, context) => {
    for (const [id, { lessons }] of Object.entries(all)) {
      const course = courses.find((one) => one.id === id)?.value
      if (!course) context.addIssue({ code: 'custom', path: [id], message: `There is no course ${id}.` })
      else if (course.lessons.length !== lessons.length)
        context.addIssue({
          code: 'custom',
          path: [id, 'lessons'],
          message: `has ${lessons.length} titles, and the course has ${course.lessons.length} lessons.`,
        })
    }
  })
}
