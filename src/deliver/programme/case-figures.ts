import { shortHash } from '#base/format.ts'
import type { FinanceModel } from '#content/finance.ts'
import { type Appraisal, appraise, type PreparedCase } from '#finance/appraise.ts'
import { asItStands } from '#finance/case.ts'
import { givenBy } from '#finance/case-store.ts'
import { titlesOf, tryToPrepare } from '#finance/describe-case.ts'
import type { CaseOnTheWay } from '../programme-matter.ts'
import { caseOfLists } from '../programme-matter.ts'
import type { Speech } from '../speech.ts'
import type { Figure } from './figure.ts'

/** The business case of a programme, computed: what it comes to, and what it is computed from. */
export type FrozenCase = Readonly<{
  currency: string
  years: number
  prepared: PreparedCase
  found: Appraisal
  titles: ReadonlyMap<string, string>
  kept: ReturnType<typeof caseOfLists>
}>

/** Gives something the titles of a language; what is computed goes before, so that its hash is the same in all of them. */
export type Saying = <T extends object>(thing: T) => T

/** Computes a case; undefined where values are missing. */
export function freezeCase(model: FinanceModel, given: CaseOnTheWay, said: Saying): FrozenCase | undefined {
  const kept = caseOfLists(given)
  const businessCase = givenBy(kept)
  const prepared = tryToPrepare(model, businessCase)
  if (!prepared) return undefined
  const { currency, years } = kept.settings
  const titles = titlesOf(said(model), businessCase)
  return { currency, years, prepared: said(prepared), found: said(appraise(prepared)), titles, kept }
}

/** The figures of a case. */
export function caseFigures(
  { currency, years, prepared, found, kept }: FrozenCase,
  speech: Speech,
): readonly Figure[] {
  const { spread, rate, inputsHash } = found
  const of = speech.many('source.case', years, {
    rate: speech.percent(rate),
    hash: shortHash(inputsHash),
  })
  const simulated = speech.many('source.trials', spread.trials, {
    case: of,
    seed: String(kept.settings.seed),
  })
  const label = (id: string) => speech.say(`figure.${id}`, { years: String(years) })
  const inMoney = (id: string, value: number, source: string): Figure => ({
    id,
    label: label(id),
    value,
    shown: speech.money(currency, value),
    source,
  })
  const asShare = (id: string, value: number | undefined): readonly Figure[] =>
    value === undefined ? [] : [{ id, label: label(id), value, shown: signed(value, speech), source: of }]
  const [start = 0, ...later] = found.cost
  const withoutSoft = appraise(prepared, { ...asItStands, soft: 'off' }).npv
  const aLaterYear = later.reduce((sum, value) => sum + value, 0) / Math.max(1, later.length)
  return [
    inMoney('case.npv', found.npv, of),
    inMoney('case.npv.p10', spread.p10, simulated),
    inMoney('case.npv.p50', spread.p50, simulated),
    inMoney('case.npv.p90', spread.p90, simulated),
    inMoney('case.npv.hard', withoutSoft, of),
    {
      id: 'case.positive',
      label: label('case.positive'),
      value: spread.probabilityPositive,
      shown: speech.percent(spread.probabilityPositive),
      source: simulated,
    },
    inMoney('case.cost.start', start, of),
    inMoney('case.cost.later', aLaterYear, of),
    {
      id: 'case.payback',
      label: label('case.payback'),
      ...paybackOf(found.paybackYears, years, speech),
      source: of,
    },
    ...asShare('case.roi', found.roi),
    ...asShare('case.irr', found.irr.rate),
    ...asShare('case.break-even', found.breakEvenFactor),
  ]
}

function paybackOf(
  payback: number | undefined,
  years: number,
  speech: Speech,
): Pick<Figure, 'value' | 'shown'> {
  return payback === undefined
    ? { value: 'never', shown: speech.say('shown.no-payback', { years: String(years) }) }
    : { value: payback, shown: speech.say('shown.payback', { years: speech.decimal(payback) }) }
}

function signed(share: number, { percent }: Speech): string {
  return share < 0 ? `\u2212${percent(-share)}` : percent(share)
}
