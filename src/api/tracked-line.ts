import { z } from 'zod'

/** A benefit line with what was planned and what was measured, quarter by quarter. */
export const TrackedLineView = z.object({
  line: z.string(),
  title: z.string(),
  owner: z.string(),
  quarters: z.array(
    z.object({
      quarter: z.string(),
      planned: z.number(),
      /** Only a quarter that is over can be measured. */
      isOver: z.boolean(),
      actual: z
        .object({
          value: z.number(),
          evidence: z.string(),
          by: z.string(),
          at: z.string(),
          version: z.number(),
        })
        .optional(),
      /** The measure that is to prove it, where the tickets of the whole quarter are there. */
      proof: z
        .object({
          measure: z.string(),
          title: z.string(),
          unit: z.string(),
          value: z.number(),
          n: z.number(),
        })
        .optional(),
    }),
  ),
})
