import { z } from 'zod'
import { Day } from './statement.ts'

/** From what is drawn: a population of the content pack in a period, or the subjects of a check. */
export const PopulationChoice = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('population'),
    id: z.string().max(60),
    from: Day.optional(),
    /** The day after the last one. */
    to: Day.optional(),
    strata: z.array(z.string().max(60)).max(4).default([]),
  }),
  z.object({ kind: z.literal('check'), id: z.string().max(120) }),
])
export type PopulationChoice = Readonly<z.infer<typeof PopulationChoice>>

/** How a sample is made, decided before anybody looks: at random with a seed, or by judgement. */
export const SampleOrder = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('random'),
    population: PopulationChoice,
    seed: z.number().int().min(0).max(4_294_967_295),
    /** Fixed number; absent: as many as discovery sampling asks for. */
    size: z.number().int().min(1).max(10_000).optional(),
    errorRate: z.number().min(0.001).max(0.5).default(0.05),
    confidence: z.number().min(0.5).max(0.999).default(0.95),
    finite: z.boolean().default(false),
  }),
  z.object({
    method: z.literal('judgement'),
    population: PopulationChoice,
    ids: z.array(z.string().min(1).max(500)).min(1).max(1000),
    because: z.string().min(1).max(2000),
  }),
])
export type SampleOrder = Readonly<z.infer<typeof SampleOrder>>
