import { z } from 'zod'
import { Result } from './result.ts'

/** One month of a measure: a share is part of whole, a value stands on n tickets. */
export const Point = z.object({
  period: z.string(),
  part: z.number().optional(),
  whole: z.number().optional(),
  value: z.number().optional(),
  n: z.number(),
})
export type Point = Readonly<z.infer<typeof Point>>

/** What one measure answered, month by month; without points it says why. */
export const MeasureResult = z.object({
  id: z.string(),
  title: z.string(),
  claim: z.string(),
  process: z.string(),
  answers: z.enum(['share', 'value']),
  unit: z.string(),
  direction: z.enum(['up', 'down', 'neutral', 'to zero']),
  target: z.number().optional(),
  targetSource: z.string().optional(),
  headline: z.boolean(),
  aka: z.array(z.string()),
  points: z.array(Point),
  because: z.string().optional(),
  knownGaps: z.array(z.string()),
  sqlHash: z.string(),
  /** Registers gave it: each point is how things stood at the end of its month, or stand today, so months are not added up. */
  from: z.literal('registers').optional(),
})
export type MeasureResult = Readonly<z.infer<typeof MeasureResult>>

/** One way in which tickets left the agreed model: a step it does not allow, a wrong start or a wrong end. */
export const Deviation = z.object({
  kind: z.enum(['step', 'start', 'end']),
  from: z.string().optional(),
  to: z.string().optional(),
  /** In words: who skips what. */
  says: z.string(),
  count: z.number(),
  tickets: z.array(z.string()),
  /** The groups that have most of these tickets; absent where tickets name no group. */
  teams: z.array(z.object({ team: z.string(), count: z.number() })).optional(),
})
export type Deviation = Readonly<z.infer<typeof Deviation>>

/** The paths of one ticket type held against its process model. */
export const Conformance = z.object({
  type: z.string(),
  title: z.string(),
  clause: z.string(),
  tickets: z.number(),
  finished: z.number(),
  /** Finished tickets whose whole path the agreed model allows. */
  fitting: z.number(),
  /** The same against the stricter ideal. */
  strictFitting: z.number(),
  /** Mean over finished tickets of 1 - (wrong start + wrong steps + wrong end) / (steps + 2). */
  fitness: z.number(),
  deviations: z.array(Deviation),
  /** Merged states: how often one followed the other, and the median minutes spent before leaving. */
  map: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      count: z.number(),
      medianMinutes: z.number(),
      isAllowed: z.boolean(),
    }),
  ),
  states: z.array(
    z.object({
      state: z.string(),
      visits: z.number(),
      medianMinutes: z.number().optional(),
      starts: z.number(),
      ends: z.number(),
    }),
  ),
  /** Most frequent whole paths. */
  variants: z.array(z.object({ path: z.array(z.string()), count: z.number(), isAllowed: z.boolean() })),
  variantCount: z.number(),
  /** The groups that have the tickets, with how many of their finished ones fit; absent where tickets name no group. */
  teams: z
    .array(z.object({ team: z.string(), tickets: z.number(), finished: z.number(), fitting: z.number() }))
    .optional(),
})
export type Conformance = Readonly<z.infer<typeof Conformance>>

/** Everything that one collection of evidence said; kept unchanged as results.json. */
export const Collected = z.object({
  period: z.object({ from: z.string(), to: z.string() }),
  dataFrom: z.string(),
  dataUntil: z.string(),
  dataHash: z.string(),
  packVersion: z.string(),
  results: z.array(Result),
  measures: z.array(MeasureResult),
  conformance: z.array(Conformance),
})
export type Collected = Readonly<z.infer<typeof Collected>>
