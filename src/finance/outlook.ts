import { z } from 'zod'

/**
 * What other chapters may know of the business case: its range and what it hangs on, never the lines.
 * Money is in the currency named, undiscounted or discounted as each field says; shares lie between 0 and 1.
 */
export const CaseOutlook = z.object({
  currency: z.string(),
  /** Horizon in years after the year of implementation. */
  years: z.number().int(),
  /** Yearly rate by which later flows count less. */
  discountRate: z.number(),
  /** Net present value: the tenth, fiftieth and ninetieth percentile of the simulation. */
  npv: z.object({ p10: z.number(), p50: z.number(), p90: z.number() }),
  /** Net present value with every assumption at its likely value. */
  npvLikely: z.number(),
  /** The same without soft benefits. */
  npvWithoutSoft: z.number(),
  /** Share of trials in which the net present value is above zero. */
  probabilityPositive: z.number(),
  /** Internal rate of return; absent where the flows have no change of sign. */
  irr: z.number().optional(),
  /** Months until the running sum reaches zero, undiscounted; absent where it never does. */
  paybackMonths: z.number().optional(),
  /** (benefits - costs) / costs over the horizon, undiscounted; never to be shown without the range. */
  roi: z.number(),
  /** Share of the benefits that must come true for a net present value of zero. */
  breakEvenFactor: z.number().optional(),
  /** Cost of the year of implementation, and of a later year on average. */
  costOfStart: z.number(),
  costPerYear: z.number(),
  /** Whether the organization's own limits are kept; absent where none is set. */
  meetsHurdleRate: z.boolean().optional(),
  meetsPaybackLimit: z.boolean().optional(),
  /** Assumptions that name no source. */
  withoutSource: z.number().int(),
  /** SHA-256 of everything that went in: the same hash, the same figures. */
  inputsHash: z.string(),
})
export type CaseOutlook = Readonly<z.infer<typeof CaseOutlook>>
