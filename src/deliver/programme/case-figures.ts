import type { FinanceModel } from '#content/finance.ts'
import { type Appraisal, appraise, type PreparedCase } from '#finance/appraise.ts'
import { asItStands } from '#finance/case.ts'
import { givenBy } from '#finance/case-store.ts'
import { titlesOf, tryToPrepare } from '#finance/describe-case.ts'
import { counted, decimal, percent, shortHash } from '../figures/format.ts'
import type { CaseOnTheWay } from '../programme-matter.ts'
import { caseOfLists } from '../programme-matter.ts'
import { type Figure, money } from './figure.ts'

/** The business case of a programme, computed: what it comes to, and what it is computed from. */
export type FrozenCase = Readonly<{
  currency: string
  years: number
  prepared: PreparedCase
  found: Appraisal
  titles: ReadonlyMap<string, string>
  kept: ReturnType<typeof caseOfLists>
}>

/** Computes a case; undefined where values are missing. */
export function freezeCase(model: FinanceModel, given: CaseOnTheWay): FrozenCase | undefined {
  const kept = caseOfLists(given)
  const businessCase = givenBy(kept)
  const prepared = tryToPrepare(model, businessCase)
  if (!prepared) return undefined
  const { currency, years } = kept.settings
  const titles = titlesOf(model, businessCase)
  return { currency, years, prepared, found: appraise(prepared), titles, kept }
}

/** The figures of a case. */
export function caseFigures({ currency, years, prepared, found, kept }: FrozenCase): readonly Figure[] {
  const { spread, rate, inputsHash } = found
  const of = `business case, ${counted(years, 'year')} at ${percent(rate)}, inputs ${shortHash(inputsHash)}`
  const simulated = `${of}; ${counted(spread.trials, 'trial')}, seed ${kept.settings.seed}`
  const inMoney = (id: string, label: string, value: number, source: string): Figure => ({
    id,
    label,
    value,
    shown: money(currency, value),
    source,
  })
  const [start = 0, ...later] = found.cost
  const withoutSoft = appraise(prepared, { ...asItStands, soft: 'off' }).npv
  return [
    inMoney('case.npv', 'Net present value, every assumption at its likely value', found.npv, of),
    inMoney('case.npv.p10', 'Net present value, one chance in ten to be below', spread.p10, simulated),
    inMoney('case.npv.p50', 'Net present value, middle of all trials', spread.p50, simulated),
    inMoney('case.npv.p90', 'Net present value, one chance in ten to be above', spread.p90, simulated),
    inMoney('case.npv.hard', 'Net present value without soft benefits', withoutSoft, of),
    {
      id: 'case.positive',
      label: 'Chance that the net present value is above zero',
      value: spread.probabilityPositive,
      shown: percent(spread.probabilityPositive),
      source: simulated,
    },
    inMoney('case.cost.start', 'Cost of the year of implementation', start, of),
    inMoney(
      'case.cost.later',
      'Cost of a later year, on average',
      later.reduce((sum, value) => sum + value, 0) / Math.max(1, later.length),
      of,
    ),
    ...inYears(found.paybackYears, years, of),
    ...asShare('case.roi', `Return on investment over ${years} years, undiscounted`, found.roi, of),
    ...asShare('case.irr', 'Internal rate of return', found.irr.rate, of),
    ...asShare('case.break-even', 'Share of the benefits that has to come true', found.breakEvenFactor, of),
  ]
}

function inYears(payback: number | undefined, years: number, source: string): readonly Figure[] {
  const label = 'Payback, undiscounted'
  if (payback === undefined)
    return [{ id: 'case.payback', label, value: 'never', shown: `not within ${years} years`, source }]
  return [{ id: 'case.payback', label, value: payback, shown: `${decimal(payback)} years`, source }]
}

function asShare(id: string, label: string, value: number | undefined, source: string): readonly Figure[] {
  return value === undefined ? [] : [{ id, label, value, shown: signed(value), source }]
}

function signed(share: number): string {
  return share < 0 ? `\u2212${percent(-share)}` : percent(share)
}
