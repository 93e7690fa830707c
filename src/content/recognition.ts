import { z } from 'zod'

const words = z.record(z.string(), z.array(z.string()))

/** content/recognition.yaml: how exports are recognized without help. */
export const Recognition = z.strictObject({
  ticket_types: words,
  table_names: words,
  required: z.record(z.string(), z.array(z.array(z.string()))),
  history_fields: words,
  ranks: words,
  three_ranks: words,
  yes: z.array(z.string()),
  no: z.array(z.string()),
  words: z.record(z.string(), words),
  missing: z.array(z.string()),
  tools: words,
})
export type Recognition = Readonly<z.infer<typeof Recognition>>

/** A name as it is compared: lower case, letters and digits only. */
export function bare(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** The words of a name, lower case. */
export function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
