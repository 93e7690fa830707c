import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { WordsOfCourse } from './course-words.ts'

const Line = z.string().min(2).max(300)

/** A question of the pool; the first option is the right one, and they are shuffled when it is asked. */
const Question = z.strictObject({
  id: z.string().regex(/^[A-Z]{1,3}\d{2}$/),
  clause: z.string().regex(/^\d+(\.\d+)*$/),
  ask: Line,
  options: z.array(Line).min(3).max(5),
  /** Why the first option is right, told after the quiz. */
  because: Line,
})
export type Question = Readonly<z.infer<typeof Question>>

const Lesson = z.strictObject({ title: Line, minutes: z.int().min(1).max(60), text: z.string().min(200) })

/** A course: who needs it, its lessons, and the quiz by which it is passed. */
export const Course = z
  .strictObject({
    title: Line,
    says: Line,
    clauses: z.array(z.string().regex(/^\d+(\.\d+)*$/)).min(1),
    /** Everybody in scope, or whoever holds a role in whose name or process one of these words stands. */
    audience: z.union([z.literal('everybody'), z.array(z.string().min(3)).min(1)]),
    hours: z.number().positive().max(80),
    /** How long a certificate is valid. */
    refresher_months: z.int().min(3).max(60),
    pass_mark: z.number().min(0.5).max(1).default(0.8),
    /** How many questions of the pool are asked. */
    draw: z.int().min(3).default(12),
    attempts: z.int().min(1).max(5).default(3),
    /** Checks that count the errors the course is about. */
    errors: z.array(z.string()).default([]),
    lessons: z.array(Lesson).min(3),
    pool: z.array(Question).min(3),
  })
  .superRefine(({ pool, draw }, context) => {
    if (pool.length < draw)
      context.addIssue({
        code: 'custom',
        path: ['pool'],
        message: `has ${pool.length} questions and ${draw} are drawn. Add questions, or lower draw.`,
      })
    pool.forEach(({ id, options }, at) => {
      if (pool.findIndex((one) => one.id === id) !== at)
        context.addIssue({
          code: 'custom',
          path: ['pool', at, 'id'],
          message: `${id} is used twice. Rename one.`,
        })
      if (new Set(options).size !== options.length)
        context.addIssue({ code: 'custom', path: ['pool', at], message: `${id} has an option twice.` })
    })
  })
export type Course = Readonly<z.infer<typeof Course>>

/** A course with its id, which is the name of its file, and the version that a certificate names. */
export type NamedCourse = Course & Readonly<{ id: string; version: string; words: WordsOfCourse }>

/** The version of a course: the first letters of the hash over all that it says. */
export function versionOf(course: Course): string {
  return createHash('sha256').update(JSON.stringify(course)).digest('hex').slice(0, 12)
}
