import type { BenefitClass, BenefitLine, CostLine, FinanceModel } from '#content/finance.ts'
import { compileFormula, type Formula, namesIn, parseFormula } from '#content/formula.ts'
import { type BusinessCase, classOf, isIn, type Scenario } from './case.ts'
import { type OwnLine, ownFormula, ownInput } from './own-line.ts'

/** The part of a line that falls into the same years. */
export type Part = 'once' | 'yearly' | 'third_year' | 'full_year'

/** One amount of one line, before the years are laid over it. Counted once: a part of another line is shown and not added. */
export type Amount = Readonly<{
  line: string
  side: 'cost' | 'benefit'
  part: Part
  formula: Formula
  text: string
  class: BenefitClass
  kind: 'own people' | 'direct' | 'benefit'
  isInsideIt: boolean
  needsCertificate: boolean
  partOf: string | undefined
  realisation: string | undefined
  /** The first and last year in which it counts, where somebody set them. */
  between?: readonly [number, number] | undefined
}>

/** An amount in one reading of the case: the function that gives it, and how much of it falls into each year. */
export type Term = Readonly<{ amount: Amount; of: (row: Float64Array) => number; perYear: readonly number[] }>

/** The amounts of every line that is in the case. */
export function amountsOf(model: FinanceModel, given: BusinessCase): readonly Amount[] {
  return [
    ...model.costs.filter((line) => isIn(given, line)).flatMap(amountsOfCost),
    ...model.benefits.filter((line) => isIn(given, line)).map((line) => amountOfBenefit(line, given)),
    ...given.own.flatMap((line) => amountsOfOwn(line, given.settings.years)),
  ]
}

/** The names that an amount is computed from. */
export function inputsOf({ formula, realisation }: Amount): readonly string[] {
  const names = namesIn(formula)
  return realisation === undefined || names.includes(realisation) ? names : [...names, realisation]
}

/** The terms of a case as a scenario reads it. Place says where a name stands in a row of values. */
export function termsOf(
  amounts: readonly Amount[],
  { settings }: Pick<BusinessCase, 'settings'>,
  scenario: Scenario,
  place: (name: string) => number,
): readonly Term[] {
  const inThirdYears = new Set(amounts.filter(({ part }) => part === 'third_year').map(({ line }) => line))
  return amounts
    .filter((amount) => isRead(amount, scenario))
    .map((amount) => {
      const factor = amount.side === 'benefit' ? scenario.benefit_factor : 1
      const years = Array.from(
        { length: settings.years + 1 },
        (_, year) => factor * shareIn(year, amount, settings.ramp, inThirdYears),
      )
      return {
        amount,
        of: amountIn(amount, scenario, place),
        perYear: delayed(years, scenario.delay_months),
      }
    })
}

function amountsOfCost(line: CostLine): Amount[] {
  return (['once', 'yearly', 'third_year'] as const).flatMap((part) => {
    const text = line[part]
    if (text === undefined) return []
    return {
      line: line.id,
      side: 'cost' as const,
      part,
      text,
      formula: parseFormula(text),
      class: line.class,
      kind: line.kind,
      isInsideIt: true,
      needsCertificate: line.needs_certificate,
      partOf: line.part_of,
      realisation: undefined,
    }
  })
}

function amountOfBenefit(line: BenefitLine, given: BusinessCase): Amount {
  const text = line.attribution === undefined ? line.full_year : `(${line.full_year}) * ${line.attribution}`
  return {
    line: line.id,
    side: 'benefit',
    part: 'full_year',
    text,
    formula: parseFormula(text),
    class: classOf(given, line),
    kind: 'benefit',
    isInsideIt: line.reach === 'inside IT',
    needsCertificate: line.needs_certificate,
    partOf: undefined,
    realisation: line.realisation,
  }
}

function amountsOfOwn(line: OwnLine, years: number): Amount[] {
  const isBenefit = line.side === 'benefit'
  return (['once', 'yearly'] as const)
    .filter((part) => line[part] !== undefined && !(isBenefit && part === 'once'))
    .map((part) => {
      const between = yearsOf(line, part, years)
      return {
        line: line.id,
        side: line.side,
        part: isBenefit ? 'full_year' : part,
        text: ownFormula(line, part),
        formula: formulaOf(line, part),
        class: line.class,
        kind: isBenefit ? 'benefit' : (line.kind ?? 'direct'),
        isInsideIt: line.reach === undefined || line.reach === 'inside IT',
        needsCertificate: line.needsCertificate ?? false,
        partOf: undefined,
        realisation: line.realisation === undefined ? undefined : ownInput(line.id, 'realised'),
        ...(between ? { between } : {}),
      }
    })
}

/** The amount, times the price of its unit and the share of the programme where the line has them. */
function formulaOf({ id, price, attribution }: OwnLine, part: 'once' | 'yearly'): Formula {
  const named = (name: Parameters<typeof ownInput>[1]): Formula => ({
    kind: 'name',
    name: ownInput(id, name),
  })
  const factors = [
    ...(price === undefined ? [] : [named('price')]),
    ...(attribution === undefined ? [] : [named('attributed')]),
  ]
  return factors.reduce((left, right) => ({ kind: 'operation', sign: '*', left, right }), named(part))
}

/** The years that somebody set for a part of an own line; undefined where it falls as the lines of the pack do. */
function yearsOf(
  { side, onceIn, fromYear, toYear }: OwnLine,
  part: 'once' | 'yearly',
  years: number,
): readonly [number, number] | undefined {
  if (part === 'once') return onceIn === undefined ? undefined : [onceIn, onceIn]
  if (fromYear === undefined && toYear === undefined) return undefined
  return [fromYear ?? (side === 'cost' ? 1 : 0), toYear ?? years]
}

/** Whether a scenario reads an amount at all. */
function isRead(amount: Amount, scenario: Scenario): boolean {
  if (scenario.soft === 'off' && amount.class === 'soft') return false
  if (scenario.freed_time === 'off' && amount.class === 'freed time') return false
  if (scenario.certificate === 'off' && amount.needsCertificate) return false
  return !(scenario.only === 'inside IT' && amount.side === 'benefit' && !amount.isInsideIt)
}

/** Gross value times the share that is realised: the assumed one, or the one share that a scenario puts on all freed time. */
function amountIn(
  amount: Amount,
  { freed_time: freed }: Scenario,
  place: (name: string) => number,
): (row: Float64Array) => number {
  const gross = compileFormula(amount.formula, place)
  if (typeof freed === 'number' && amount.class === 'freed time') return (row) => gross(row) * freed
  if (amount.realisation === undefined) return gross
  const realised = place(amount.realisation)
  return (row) => gross(row) * (row[realised] ?? Number.NaN)
}

/** How much of an amount falls into a year; the first is year 0. */
function shareIn(
  year: number,
  { part, line, between }: Amount,
  ramp: readonly number[],
  inThirdYears: ReadonlySet<string>,
): number {
  if (between && (year < between[0] || year > between[1])) return 0
  if (between && part !== 'full_year') return 1
  if (part === 'once') return year === 0 ? 1 : 0
  if (part === 'full_year') return rampIn(ramp, year)
  if (year === 0) return 0
  if (part === 'third_year') return year % 3 === 0 ? 1 : 0
  return year % 3 === 0 && inThirdYears.has(line) ? 0 : 1
}

function rampIn(ramp: readonly number[], year: number): number {
  return ramp[year] ?? ramp.at(-1) ?? 1
}

/** Moves what falls into each year by months; a part of a year moves in a straight line, what leaves the horizon is gone. */
function delayed(perYear: readonly number[], months: number): readonly number[] {
  if (months === 0) return perYear
  const whole = Math.floor(months / 12)
  const rest = months / 12 - whole
  return perYear.map(
    (_, year) => (1 - rest) * (perYear[year - whole] ?? 0) + rest * (perYear[year - whole - 1] ?? 0),
  )
}
