import { z } from 'zod'

const Id = z.string().regex(/^[A-Z][A-Z0-9]{0,3}$/)
const Word = z.string().min(2).max(300)

/** A text that people answer: in every language of the interface, so that nobody answers in a foreign one. */
export const Said = z.strictObject({ en: Word, de: Word, fr: Word, it: Word })
export type Said = Readonly<z.infer<typeof Said>>

/** One statement; a reversed one speaks against the good state and counts the other way round. */
const Item = z.strictObject({ id: Id, text: Said, reversed: z.boolean().default(false) })

/** What several statements ask about together. */
const Dimension = z.strictObject({ id: Id, name: Said, items: z.array(Item).min(1) })

/** A question with a choice of answers. */
const Choice = z.strictObject({
  id: Id,
  text: Said,
  choices: z.array(z.strictObject({ id: z.string().regex(/^[a-z]+$/), text: Said })).min(2),
})

/** The smallest groups by kind: nothing is shown of fewer people. */
const leastGroup = { culture: 8, readiness: 5, pulse: 5 } as const

/** A survey as people are asked: statements on a scale from 1 to 5, by dimension. */
export const Instrument = z
  .strictObject({
    title: Said,
    kind: z.enum(['culture', 'readiness', 'pulse']),
    says: Said,
    /** How many people a group needs before anything of it is shown. */
    smallest_group: z.int(),
    /** How many statements of a dimension a person has to answer to be counted in it. */
    least_answered: z.int().min(1),
    /** From how many answers on free words are shown; absent where none are asked for. */
    comments_from: z.int().min(15).optional(),
    labels: z.array(Said).length(5),
    dimensions: z.array(Dimension).min(1),
    choices: z.array(Choice).default([]),
    source: z.string().min(10),
  })
  .superRefine(({ kind, smallest_group, least_answered, dimensions, choices }, context) => {
    const least = leastGroup[kind]
    if (smallest_group < least)
      context.addIssue({
        code: 'custom',
        path: ['smallest_group'],
        message: `a ${kind} survey needs groups of ${least} or more. Write ${least} or a higher number.`,
      })
    dimensions.forEach(({ id, items }, at) => {
      if (items.length < least_answered)
        context.addIssue({
          code: 'custom',
          path: ['dimensions', at, 'items'],
          message: `${id} has fewer items than a person has to answer. Add one, or lower least_answered.`,
        })
    })
    const ids = [...dimensions.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)])]
    for (const id of twice([...ids, ...choices.map((one) => one.id)]))
      context.addIssue({ code: 'custom', path: ['dimensions'], message: `${id} is used twice. Rename one.` })
  })
export type Instrument = Readonly<z.infer<typeof Instrument>>

/** An instrument with its id, which is the name of its file. */
export type NamedInstrument = Instrument & Readonly<{ id: string }>

function twice(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
}
