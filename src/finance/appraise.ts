import { createHash } from 'node:crypto'
import { canonical } from '#access/trail.ts'
import { Refusal } from '#base/refusal.ts'
import type { BenefitClass, FinanceModel } from '#content/finance.ts'
import { asItStands, type BusinessCase, type Scenario } from './case.ts'
import { cumulate, discountedPayback, type Irr, irr, npv, payback, roi } from './cash-flow.ts'
import { findInputs, type Inputs, likelyRow } from './inputs.ts'
import { type Draws, drawInputs, presentWeight, type Spread, simulate, spreadOf } from './simulate.ts'
import { type Amount, amountsOf, inputsOf, type Term, termsOf } from './terms.ts'
import { type TornadoBar, tornado } from './tornado.ts'

/** One line of the case over the years, every assumption at its likely value. */
export type LineFlows = Readonly<{
  line: string
  side: 'cost' | 'benefit'
  class: BenefitClass
  kind: Amount['kind']
  /** Set where the line is a part of another one: shown, and not added. */
  partOf: string | undefined
  perYear: readonly number[]
  /** Of a benefit: a full year before the ramp. */
  fullYear: number
  presentValue: number
  formulas: readonly Readonly<{ part: Amount['part']; text: string; realisation: string | undefined }>[]
  inputs: readonly string[]
}>

/** What a case comes to. Money in the currency of the case; years count from the year of implementation, which is 0. */
export type Appraisal = Readonly<{
  rate: number
  cost: readonly number[]
  benefit: readonly number[]
  net: readonly number[]
  cumulated: readonly number[]
  discountedCumulated: readonly number[]
  lines: readonly LineFlows[]
  subtotals: Readonly<Record<BenefitClass, Readonly<{ fullYear: number; presentValue: number }>>>
  npv: number
  irr: Irr
  paybackYears: number | undefined
  discountedPaybackYears: number | undefined
  roi: number | undefined
  bcr: number | undefined
  breakEvenFactor: number | undefined
  presentCost: number
  presentBenefit: number
  spread: Spread
  tornado: readonly TornadoBar[]
  /** SHA-256 of everything that went in. */
  inputsHash: string
}>

/** A case made ready: read once, to be appraised in several scenarios on the same draws. */
export type PreparedCase = Readonly<{
  given: BusinessCase
  amounts: readonly Amount[]
  inputs: Inputs
  /** Drawn when the first scenario needs them. */
  draws: () => Draws
  hash: string
}>

/** Reads a case and draws its inputs; refuses one without own time or with an assumption that has no value. */
export function prepare(model: FinanceModel, given: BusinessCase): PreparedCase {
  const amounts = amountsOf(model, given)
  const { inputs, missing } = findInputs(model, given, amounts)
  const [first] = missing
  if (first)
    throw new Refusal(
      'invalid',
      `The assumption “${first.title}” (${first.assumption}) has no value, and the line ${first.lines.join(', ')} needs it. Give it a low, likely and high value, or leave the line out of the case.`,
    )
  if (!amounts.some(({ kind }) => kind === 'own people'))
    throw new Refusal(
      'invalid',
      'The case has no own time among its costs. Put the line of own time back in: a case without it flatters.',
    )
  return {
    given,
    amounts,
    inputs,
    draws: drawnOnce(() => drawInputs(inputs, given.settings)),
    hash: hashOf(given, amounts, inputs),
  }
}

/** What was appraised lately, by the hash of everything that went in: pages ask for the same case again and again. */
const appraised = new Map<string, Appraisal>()
const mostAppraised = 64

/** Appraises a prepared case as one scenario reads it. */
export function appraise(prepared: PreparedCase, scenario: Scenario = asItStands): Appraisal {
  const hash = createHash('sha256')
    .update(canonical({ case: prepared.hash, scenario }))
    .digest('hex')
  const known = appraised.get(hash)
  const found = known ?? appraiseAnew(prepared, scenario, hash)
  appraised.delete(hash)
  appraised.set(hash, found)
  for (const oldest of appraised.keys()) {
    if (appraised.size <= mostAppraised) break
    appraised.delete(oldest)
  }
  return found
}

function appraiseAnew(prepared: PreparedCase, scenario: Scenario, inputsHash: string): Appraisal {
  const { given, amounts, inputs, draws } = prepared
  const rate = given.settings.discountRate + scenario.rate_points
  const terms = termsOf(amounts, given, scenario, inputs.place)
  const row = likelyRow(inputs, scenario)
  const npvOf = (values: Float64Array) =>
    terms.reduce((sum, term) => sum + presentWeight(term, rate) * term.of(values), 0)
  return {
    ...figuresOf(terms, row, rate, given.settings.years),
    spread: spreadOf(simulate(terms, inputs, draws(), { rate, scenario })),
    tornado: tornado(inputs, row, npvOf),
    inputsHash,
  }
}

function drawnOnce(draw: () => Draws): () => Draws {
  let drawn: Draws | undefined
  return () => {
    drawn ??= draw()
    return drawn
  }
}

type Figures = Omit<Appraisal, 'spread' | 'tornado' | 'inputsHash'>

/** Everything that needs no draws. */
function figuresOf(terms: readonly Term[], row: Float64Array, rate: number, years: number): Figures {
  const lines = linesOf(terms, row, rate)
  const counted = lines.filter(({ partOf }) => partOf === undefined)
  const sumOf = (side: LineFlows['side']) =>
    Array.from({ length: years + 1 }, (_, year) =>
      counted
        .filter((line) => line.side === side)
        .reduce((sum, { perYear }) => sum + (perYear[year] ?? 0), 0),
    )
  const [cost, benefit] = [sumOf('cost'), sumOf('benefit')]
  const net = benefit.map((value, year) => value - (cost[year] ?? 0))
  const [presentCost, presentBenefit] = [npv(cost, rate), npv(benefit, rate)]
  return {
    rate,
    cost,
    benefit,
    net,
    cumulated: cumulate(net),
    discountedCumulated: cumulate(net.map((flow, year) => flow / (1 + rate) ** year)),
    lines,
    subtotals: {
      hard: subtotalOf(counted, 'hard'),
      'freed time': subtotalOf(counted, 'freed time'),
      soft: subtotalOf(counted, 'soft'),
    },
    npv: npv(net, rate),
    irr: irr(net),
    paybackYears: payback(net),
    discountedPaybackYears: discountedPayback(net, rate),
    roi: roi(benefit, cost),
    bcr: presentCost > 0 ? presentBenefit / presentCost : undefined,
    breakEvenFactor: presentBenefit > 0 ? presentCost / presentBenefit : undefined,
    presentCost,
    presentBenefit,
  }
}

function linesOf(terms: readonly Term[], row: Float64Array, rate: number): LineFlows[] {
  return [...Map.groupBy(terms, ({ amount }) => amount.line)].flatMap(([line, ofLine]) => {
    const [first] = ofLine
    if (!first) return []
    const amounts = ofLine.map((term) => ({ ...term, value: term.of(row) }))
    const perYear = first.perYear.map((_, year) =>
      amounts.reduce((sum, { value, perYear: shares }) => sum + value * (shares[year] ?? 0), 0),
    )
    const { side, class: kindOfBenefit, kind, partOf } = first.amount
    return [
      {
        line,
        side,
        class: kindOfBenefit,
        kind,
        partOf,
        perYear,
        fullYear: amounts.reduce(
          (sum, { value, amount }) => sum + (amount.part === 'full_year' ? value : 0),
          0,
        ),
        presentValue: npv(perYear, rate),
        formulas: ofLine.map(({ amount: { part, text, realisation } }) => ({ part, text, realisation })),
        inputs: [...new Set(ofLine.flatMap(({ amount }) => inputsOf(amount)))],
      },
    ]
  })
}

function subtotalOf(lines: readonly LineFlows[], wanted: BenefitClass) {
  const ofClass = lines.filter((line) => line.side === 'benefit' && line.class === wanted)
  return {
    fullYear: ofClass.reduce((sum, { fullYear }) => sum + fullYear, 0),
    presentValue: ofClass.reduce((sum, { presentValue }) => sum + presentValue, 0),
  }
}

function hashOf({ settings }: BusinessCase, amounts: readonly Amount[], { list }: Inputs): string {
  const read = amounts.map(({ formula: _, ...amount }) => amount)
  return createHash('sha256')
    .update(canonical({ settings, amounts: read, inputs: list }))
    .digest('hex')
}
