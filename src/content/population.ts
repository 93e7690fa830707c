import { z } from 'zod'

const Column = z.string().regex(/^[a-z][a-z0-9_]*$/)

/** A condition on one column: one of these values, or filled where none are named. */
export const ColumnCondition = z.strictObject({ column: Column, is: z.array(z.string()).min(1).optional() })
export type ColumnCondition = Readonly<z.infer<typeof ColumnCondition>>

/** What a sample may be drawn from: the rows of a fact whose day lies in the period. */
export const Population = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: z.string().min(4),
  fact: Column,
  subject: Column,
  when: Column,
  only: z.array(ColumnCondition).default([]),
  without: z.array(ColumnCondition).default([]),
  strata: z.array(Column).min(1),
  must_see: z.array(ColumnCondition.extend({ title: z.string().min(4) })).default([]),
})
export type Population = Readonly<z.infer<typeof Population>>

/** populations.yaml. */
export const PopulationFile = z.strictObject({ populations: z.array(Population) })
