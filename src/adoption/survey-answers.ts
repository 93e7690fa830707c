import { z } from 'zod'
import { Refusal } from '#base/refusal.ts'
import type { Instrument } from '#content/instrument.ts'

/** What one person answered: a number from 1 to 5 for each statement that is not left out, words for each choice. */
export const Answers = z.object({
  items: z.record(z.string().max(8), z.int().min(1).max(5)),
  choices: z.record(z.string().max(8), z.string().max(40)).default({}),
  comment: z
    .string()
    .max(2000)
    .refine((value) => !value.includes('\u0000'), 'holds a NUL character')
    .optional(),
})
export type Answers = Readonly<z.infer<typeof Answers>>

/** Refuses answers that do not belong to the instrument, and an empty sheet. */
export function demandAnswers(
  instrument: Instrument,
  { items, choices, comment }: z.input<typeof Answers>,
): Answers {
  const known = new Set(instrument.dimensions.flatMap((dimension) => dimension.items.map(({ id }) => id)))
  const strange = Object.keys(items).filter((id) => !known.has(id))
  if (strange.length > 0)
    throw new Refusal('invalid', `This survey has no statement ${strange.join(', ')}. Open the link again.`)
  for (const [id, chosen] of Object.entries(choices ?? {})) {
    const question = instrument.choices.find((one) => one.id === id)
    if (!question?.choices.some((one) => one.id === chosen))
      throw new Refusal('invalid', `This survey has no answer ${chosen} to ${id}. Open the link again.`)
  }
  if (Object.keys(items).length === 0)
    throw new Refusal('invalid', 'Answer at least one statement before you send; you may leave others out.')
  const words = instrument.comments_from === undefined ? undefined : comment?.trim()
  return { items, choices: choices ?? {}, ...(words ? { comment: words } : {}) }
}

/**
 * The value of a person in each dimension: the mean of what was answered, reversed statements counted as 6 minus the
 * answer; undefined where fewer than least_answered were answered.
 */
export function valuesOf(instrument: Instrument, { items }: Answers): ReadonlyMap<string, number> {
  return new Map(
    instrument.dimensions.flatMap((dimension) => {
      const scores = dimension.items.flatMap(({ id, reversed }) => {
        const answer = items[id]
        if (answer === undefined) return []
        return [reversed ? 6 - answer : answer]
      })
      if (scores.length < instrument.least_answered) return []
      return [[dimension.id, mean(scores)] as const]
    }),
  )
}

/** The mean of numbers; of none it is not a number. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
