import { createHash } from 'node:crypto'
import { z } from 'zod'
import { DateColumn } from './dates.ts'
import type { FileMapping } from './mapping.ts'
import type { Reading } from './source.ts'
import type { Archived } from './store.ts'
import { Gaps } from './value-sql.ts'

/** What a look at the columns of one archived table found: it never changes, and is kept with the tables that were made from it. */
export const Look = z.strictObject({
  values: z.array(z.tuple([z.string(), z.array(z.string()).readonly()])).readonly(),
  dates: z.array(z.tuple([z.string(), DateColumn])).readonly(),
  gaps: z.array(z.tuple([z.string(), Gaps])).readonly(),
})
export type Look = Readonly<z.infer<typeof Look>>

/** The looks that were kept, and those of this run, each under what it depends on. */
export type Looks = Readonly<{ kept: Readonly<Record<string, Look>>; taken: Record<string, Look> }>

/** What a look depends on: the file and its table, which columns are read as what, and the words that are recognized. */
export function lookKey({ sha256, table }: Archived, mapping: FileMapping, reading: Reading): string {
  const { columns, also, shape, table: reads, type } = mapping
  const about = [columns, also ?? {}].map((names) => JSON.stringify(names))
  return digest([sha256, table, reads, shape, type ?? '', ...about, wordsOf(reading)])
}

/** Sixty-four hexadecimal digits that stand for texts in their order. */
export function digest(texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
}

function wordsOf({ recognition, tables, types }: Reading): string {
  return JSON.stringify([recognition, tables, types])
}
