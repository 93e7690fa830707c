import { join } from 'node:path'
import { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { isThere, readYaml } from './read.ts'

const Text = z.string().min(1)

/** A table of a chapter; widths are shares of the text. */
const ChapterTable = z
  .strictObject({
    caption: Text,
    heads: z.array(z.string()).min(2),
    widths: z.array(z.number().positive()),
    rows: z.array(z.array(Text)).min(1),
  })
  .refine(
    ({ heads, widths, rows }) =>
      [widths, ...rows].every((row: readonly unknown[]) => row.length === heads.length),
    'has a width and a cell for each head',
  )

/** What a chapter shows of the process models and of the organization's own data. */
export const ShownInChapter = z.enum(['states', 'paths', 'checks', 'months', 'required', 'words'])
export type ShownInChapter = z.infer<typeof ShownInChapter>

/** A chapter of a guide at full length; its heading is a sentence of the guides, its texts are written once, in English. */
const Chapter = z
  .strictObject({
    id: z.string().regex(/^[a-z]+$/),
    text: z.array(Text).default([]),
    table: ChapterTable.optional(),
    steps: z.array(Text).default([]),
    points: z.array(Text).default([]),
    checklists: z.array(z.strictObject({ title: Text, items: z.array(Text).min(2) })).default([]),
    shows: z.array(ShownInChapter).default([]),
  })
  .refine(
    ({ text, table, points, checklists, shows }) =>
      text.length + points.length + checklists.length + shows.length > 0 || table !== undefined,
    'says nothing',
  )
export type Chapter = Readonly<z.infer<typeof Chapter>>

const Handbook = z.strictObject({ chapters: z.array(Chapter).min(1) })

/** Reads the chapters of a guide; a guide without a file of its own has none. */
export function readChapters(
  content: string,
  guide: string,
): Readonly<{ chapters: readonly Chapter[]; problems: readonly Problem[] }> {
  const path = join(content, 'handbooks', `${guide}.yaml`)
  if (!isThere(path)) return { chapters: [], problems: [] }
  const { value, problems } = readYaml(path, Handbook)
  return { chapters: value?.chapters ?? [], problems }
}
