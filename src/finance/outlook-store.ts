import type { FinanceModel } from '#content/finance.ts'
import type { Tx } from '#db/records.ts'
import { appraise } from './appraise.ts'
import { asItStands } from './case.ts'
import { givenBy, readCase } from './case-store.ts'
import { tryToPrepare } from './describe-case.ts'
import type { CaseOutlook } from './outlook.ts'

/** What the business case comes to; undefined while it is not set up or cannot be computed. The model is that of openFinance. */
export async function readCaseOutlook(tx: Tx, model: FinanceModel): Promise<CaseOutlook | undefined> {
  const kept = await readCase(tx)
  if (kept.version === 0) return undefined
  const prepared = tryToPrepare(model, givenBy(kept))
  if (!prepared) return undefined
  const found = appraise(prepared)
  const { currency, years, discountRate, hurdleRate, paybackLimitYears } = kept.settings
  const { p10, p50, p90, probabilityPositive } = found.spread
  const [costOfStart = 0, ...later] = found.cost
  const rate = found.irr.rate
  const payback = found.paybackYears
  return {
    currency,
    years,
    discountRate,
    npv: { p10, p50, p90 },
    npvLikely: found.npv,
    npvWithoutSoft: appraise(prepared, { ...asItStands, soft: 'off' }).npv,
    probabilityPositive,
    ...(rate === undefined ? {} : { irr: rate }),
    ...(payback === undefined ? {} : { paybackMonths: 12 * payback }),
    roi: found.roi ?? 0,
    ...(found.breakEvenFactor === undefined ? {} : { breakEvenFactor: found.breakEvenFactor }),
    costOfStart,
    costPerYear: later.reduce((sum, value) => sum + value, 0) / Math.max(1, later.length),
    ...(hurdleRate === undefined ? {} : { meetsHurdleRate: rate !== undefined && rate >= hurdleRate }),
    ...(paybackLimitYears === undefined
      ? {}
      : { meetsPaybackLimit: payback !== undefined && payback <= paybackLimitYears }),
    withoutSource:
      prepared.inputs.list.filter(({ id }) => kept.assumptions.get(id)?.source.trim() === '').length +
      givenBy(kept).own.filter(({ source = '' }) => source.trim() === '').length,
    inputsHash: found.inputsHash,
  }
}
