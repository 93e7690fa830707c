import { z } from 'zod'
import { Day } from '#assessment/statement.ts'

/** Work of one role between two days, in person-days; external work is bought. */
export const PlannedEffort = z.object({
  role: z.string(),
  personDays: z.number().nonnegative(),
  from: Day,
  to: Day,
  kind: z.enum(['internal', 'external']),
})
export type PlannedEffort = Readonly<z.infer<typeof PlannedEffort>>

/**
 * What the rest of the product needs to know of a roadmap: when it begins and ends as planned, the days by which half
 * and four fifths of the simulated courses are finished, and how likely the certification date is kept (0 to 1).
 * inputsHash names the remedies, roles and dates it was computed from.
 */
export const RoadmapOutlook = z.object({
  plannedStart: Day,
  plannedFinish: Day,
  p50: Day,
  p80: Day,
  certificationDate: Day.optional(),
  probability: z.number().min(0).max(1).optional(),
  effort: z.array(PlannedEffort),
  inputsHash: z.string(),
})
export type RoadmapOutlook = Readonly<z.infer<typeof RoadmapOutlook>>
