import { z } from 'zod'
import { Decides, Purpose, Severity } from '#content/question.ts'

/** What a check says about a period as a whole. */
export const Verdict = z.enum(['pass', 'fail', 'inconclusive'])
export type Verdict = z.infer<typeof Verdict>

/** Whether all cases of the period were seen, or only a part of them. */
export const Basis = z.enum(['population', 'sample'])
export type Basis = z.infer<typeof Basis>

/** The Wilson 95 % interval of a share, both ends from 0 to 1. */
export const Interval = z.object({ low: z.number().min(0).max(1), high: z.number().min(0).max(1) })
export type Interval = Readonly<z.infer<typeof Interval>>

/** One subject that did not do what the check claims, and why. */
export const Exception = z.object({ subject: z.string(), reason: z.string() })
export type Exception = Readonly<z.infer<typeof Exception>>

const count = z.number().int().nonnegative()

/** What a check said of one month: met of all it could decide. */
export const CheckMonth = z.object({ period: z.string(), part: count, whole: count, n: count })
export type CheckMonth = Readonly<z.infer<typeof CheckMonth>>

/**
 * What one check said about one period, kept unchanged.
 * population = subjects with the answer met or not met; met = those of them that are met; share = met / population.
 * Days of the period are ISO days; exceptions are capped, exceptionCount is not.
 */
export const Result = z.object({
  check: z.string(),
  /** What the check asks about, one at a time, in the words of the pack: "change", "service and month". */
  subject: z.string(),
  title: z.string(),
  purpose: Purpose,
  severity: Severity,
  period: z.object({ from: z.string(), to: z.string() }),
  population: count,
  met: count,
  unknown: count,
  notApplicable: count,
  threshold: z.number().min(0).max(1),
  share: z.number().min(0).max(1).optional(),
  interval: Interval.optional(),
  verdict: Verdict,
  because: z.string(),
  basis: Basis,
  exceptions: z.array(Exception).readonly(),
  exceptionCount: count,
  /** Month by month, of a check that a KPI goes by and that asks about a period. */
  months: z.array(CheckMonth).readonly().optional(),
  decides: z.array(Decides).readonly(),
  knownGaps: z.array(z.string()).readonly(),
  remedy: z.string(),
  sqlHash: z.string(),
  dataHash: z.string(),
})
export type Result = Readonly<z.infer<typeof Result>>

/** Whether the subjects of a check are people; those are counted wherever results are shown, and never named. */
export function isAboutPeople({ subject }: Pick<Result, 'subject'>): boolean {
  return /\b(person|people|user|employee)\b/i.test(subject)
}
