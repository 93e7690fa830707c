import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonical } from '#access/trail.ts'
import { CaseOutlook } from '#finance/outlook.ts'
import { RoadmapOutlook } from '#roadmap/outlook.ts'

/** What can be decided about the programme. */
export const DecisionVerdict = z.enum(['go', 'no-go', 'later'])
export type DecisionVerdict = z.infer<typeof DecisionVerdict>

const count = z.number().int().nonnegative()

/** Training that lies ahead: people who have something to take, and hours of learning. */
export const TrainingFigures = z.object({
  persons: count,
  hours: z.number().nonnegative(),
  inputsHash: z.string(),
})
export type TrainingFigures = Readonly<z.infer<typeof TrainingFigures>>

/**
 * Everything a decision is made on, as it stood when it was signed. What nobody has planned or computed yet is absent, and
 * never zero. Effort is person-days; money and days are as the outlooks say.
 */
export const DecisionFigures = z.object({
  readiness: z.object({ label: z.string(), index: z.number(), rated: count, applicable: count }),
  gaps: z.object({
    total: count,
    major: count,
    /** Accepted as work to be done. */
    accepted: count,
    /** To close all of them: an upper bound, since work is shared. */
    effortDays: z.object({ low: z.number(), likely: z.number(), high: z.number() }),
  }),
  alignment: z.object({ goals: count, services: count, coverage: z.number().min(0).max(1).optional() }),
  risks: z.object({ rated: count, high: count }),
  roadmap: RoadmapOutlook.omit({ effort: true }).optional(),
  case: CaseOutlook.optional(),
  training: TrainingFigures.optional(),
})
export type DecisionFigures = Readonly<z.infer<typeof DecisionFigures>>

/** The parts of a decision that somebody has to plan or compute first. */
export const decisionParts = ['roadmap', 'case', 'training'] as const
export type DecisionPart = (typeof decisionParts)[number]

/** What was not there when a decision was made. */
export function missingParts(figures: DecisionFigures): readonly DecisionPart[] {
  return decisionParts.filter((part) => figures[part] === undefined)
}

/** SHA-256 over the figures in canonical form: the same seal, the same figures. */
export function sealOf(figures: DecisionFigures): string {
  return createHash('sha256').update(canonical(figures)).digest('hex')
}

/** Days by which the date of certification is missed when four fifths of the simulated courses are to be finished; negative is early. */
export function daysLate({ roadmap }: DecisionFigures): number | undefined {
  if (roadmap?.certificationDate === undefined) return undefined
  return Math.round((Date.parse(roadmap.p80) - Date.parse(roadmap.certificationDate)) / 86_400_000)
}
