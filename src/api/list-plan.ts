import { z } from 'zod'

/** Sent back to apply exactly what was looked at. */
export const ByDigest = z.object({
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})

const whole = z.number().int()

/** What an uploaded list will do, or did, row by row. row: what stands in a row beside its line, its fate and why it is refused. */
export function listPlan<T extends z.ZodRawShape>(row: T) {
  return z.object({
    file: z.string(),
    isApplied: z.boolean(),
    /** Names exactly this plan; to be sent back to apply it. */
    digest: z.string(),
    counts: z.object({ new: whole, changed: whole, unchanged: whole, refused: whole }),
    rows: z.array(
      z.object({
        line: whole,
        fate: z.enum(['new', 'changed', 'unchanged', 'refused']),
        reason: z.string().optional(),
        ...row,
      }),
    ),
  })
}
