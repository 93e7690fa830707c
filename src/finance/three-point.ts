import { z } from 'zod'

/** A low, a likely and a high value. Units are those of the assumption; none is below zero. */
export const ThreePoint = z
  .object({ low: z.number(), base: z.number(), high: z.number() })
  .refine(({ low, base, high }) => low <= base && base <= high, {
    message: 'Low is at most likely, and likely is at most high.',
  })
  .refine(({ low }) => low >= 0, { message: 'No assumption is below zero.' })
export type ThreePoint = Readonly<z.infer<typeof ThreePoint>>
