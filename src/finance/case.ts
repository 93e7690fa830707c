import { z } from 'zod'
import { BenefitClass, type FinanceModel, type ScenarioKind } from '#content/finance.ts'
import type { OwnLine } from './own-line.ts'
import type { ThreePoint } from './three-point.ts'

const share = z.number().min(0).max(1)

/** How the case is computed. Rates are yearly; the ramp says how much of the benefits works in each year from year 0 on. */
export const CaseSettings = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  years: z.number().int().min(1).max(10),
  discountRate: z.number().min(-0.5).max(1),
  ramp: z.array(share).min(1).max(11),
  seed: z.number().int().min(0).max(4_294_967_295),
  trials: z.number().int().min(100).max(50_000),
  distribution: z.enum(['PERT', 'triangular']),
  /** Rank correlation between the volumes; 0 is none. */
  correlation: z.number().min(0).max(0.95),
  /** The return below which the organization does not invest. */
  hurdleRate: z.number().min(0).max(1).optional(),
  /** The years after which an investment has to be paid back. */
  paybackLimitYears: z.number().positive().max(20).optional(),
  /** The month in which the year of implementation begins. */
  startsOn: z.iso.date().optional(),
})
export type CaseSettings = Readonly<z.infer<typeof CaseSettings>>

/** What a case starts with: five years at 8 percent, the benefits ramped up over three. */
export const firstSettings: CaseSettings = {
  currency: 'EUR',
  years: 5,
  discountRate: 0.08,
  ramp: [0, 0.4, 0.75, 1, 1, 1],
  seed: 20000,
  trials: 10_000,
  distribution: 'PERT',
  correlation: 0,
}

/** Whether a line of the pack is in the case, and how. */
export const LineChoice = z.object({
  isIn: z.boolean(),
  /** Another of its classes than the first. */
  class: BenefitClass.optional(),
  /** How an overlap with other lines was settled. */
  settled: z.string().max(2000).default(''),
})
export type LineChoice = Readonly<z.infer<typeof LineChoice>>

/** Everything that a case is computed from, beside the pack. Assumptions and lines are kept by their ids. */
export type BusinessCase = Readonly<{
  settings: CaseSettings
  assumptions: ReadonlyMap<string, ThreePoint>
  lines: ReadonlyMap<string, LineChoice>
  own: readonly OwnLine[]
}>

/** How a case is read: as it stands, or otherwise; overrides replace assumptions by one value each. */
export type Scenario = Omit<ScenarioKind, 'id' | 'title'> & {
  readonly overrides?: Readonly<Record<string, number>>
}

/** The case as it stands. */
export const asItStands: Scenario = {
  benefit_factor: 1,
  soft: 'on',
  freed_time: 'as assumed',
  certificate: 'on',
  delay_months: 0,
  rate_points: 0,
}

/** Whether a line of the pack is in the case; mandatory costs and what nobody decided on are in and out as the pack says. */
export function isIn(
  { lines }: Pick<BusinessCase, 'lines'>,
  line: { id: string; mandatory?: boolean },
): boolean {
  return lines.get(line.id)?.isIn ?? line.mandatory ?? false
}

/** The class by which a benefit counts: the chosen one where the pack allows it, else the first. */
export function classOf(
  { lines }: Pick<BusinessCase, 'lines'>,
  line: FinanceModel['benefits'][number],
): BenefitClass {
  const chosen = lines.get(line.id)?.class
  return chosen !== undefined && line.classes.includes(chosen) ? chosen : (line.classes[0] ?? 'soft')
}
