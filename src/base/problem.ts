import { z } from 'zod'

/** How much a problem weighs: an error stops the work on that file, a warning is counted, a note only informs. */
export const Level = z.enum(['error', 'warning', 'note'])
export type Level = z.infer<typeof Level>

/** Where in what was given to us something is wrong; rows and lines count from 1. */
export const Place = z.object({
  file: z.string(),
  line: z.number().int().positive().optional(),
  column: z.string().optional(),
  ticket: z.string().optional(),
})
export type Place = Readonly<z.infer<typeof Place>>

/** Something wrong in what a user gave us: collected, counted and shown, never thrown. */
export const Problem = z.object({
  code: z.string().regex(/^[a-z]+\.[a-z-]+$/),
  message: z.string(),
  where: Place,
  level: Level,
})
export type Problem = Readonly<z.infer<typeof Problem>>

/** One line a person can act on: file, line, what is wrong. */
export function describe(problem: Problem): string {
  const { file, line, column, ticket } = problem.where
  const place = [line ? `${file}:${line}` : file, column && `column ${column}`, ticket && `ticket ${ticket}`]
  return `${place.filter(Boolean).join(', ')}: ${problem.message} [${problem.code}]`
}
