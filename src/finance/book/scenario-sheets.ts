import { keyOfWords } from '#content/sentences.ts'
import { yearColumn } from './flow-sheet.ts'
import { column } from './formulas.ts'
import { rateCell, signOf } from './input-sheets.ts'
import { firstRow, type Laid, putFormula, putHeads, type Sheet, tinted } from './matter.ts'

const nets = 5
const months = 12

/** The column of a scenario on the sheet of weights. */
function weightColumn(scenario: number): string {
  return column(2 + scenario)
}

/** What each amount counts in each scenario: left out, multiplied, or with another share of freed time. */
export function writeWeights(sheet: Sheet, laid: Laid): void {
  const { terms, scenarios, titles, row: values, say } = laid
  putHeads(
    sheet,
    [say('head.line'), ...scenarios.map(({ kind }) => sayScenario(kind, laid))],
    [44, ...scenarios.map(() => 18)],
  )
  for (const [at, { amount }] of terms.entries()) {
    const number = firstRow + at
    const row = sheet.getRow(number)
    row.getCell(1).value = titles.get(amount.line) ?? amount.line
    for (const [place, scenario] of scenarios.entries()) {
      const own = scenario.terms.find((term) => term.amount === amount)
      const sign = signOf(amount.side, amount.partOf)
      const cell = row.getCell(2 + place)
      if (!own || sign === 0) cell.value = 0
      else
        putFormula(
          cell,
          weightOf(amount, number, place, scenario.kind),
          sign * own.of(values) * factorOf(amount, scenario.kind),
        )
    }
  }
}

/** A scenario of the pack in the language; another as it was written. */
function sayScenario({ id, title }: Kind, { words, say }: Laid): string {
  return words.english[`scenario.${id}`] === undefined ? title : say(`scenario.${id}`)
}

type Amount = Laid['terms'][number]['amount']
type Kind = Laid['scenarios'][number]['kind']

function factorOf({ side }: Amount, kind: Kind): number {
  return side === 'benefit' ? kind.benefit_factor : 1
}

function weightOf(amount: Amount, row: number, place: number, kind: Kind): string {
  const isFreed = typeof kind.freed_time === 'number' && amount.class === 'freed time'
  const set = (letter: string) => `Scenarios!$${letter}$${firstRow + place}`
  const value = isFreed ? `Lines!$F${row}*${set('D')}` : `Lines!$H${row}`
  return amount.side === 'benefit' ? `${value}*${set('B')}` : `-${value}`
}

/** Each scenario with its net flows, value, return and payback. */
export function writeScenarios(sheet: Sheet, laid: Laid): void {
  const { scenarios, years, say } = laid
  const [npvAt, irrAt, paidAt] = [nets + years.length + 1, nets + years.length + 2, nets + years.length + 3]
  putHeads(
    sheet,
    [
      ...['scenario', 'times', 'points', 'freed', 'late'].map((key) => say(`head.${key}`)),
      ...years.map((year) => say('head.net', { year: String(year) })),
      ...['npv', 'irr', 'payback', 'p10', 'p90'].map((key) => say(`head.${key}`)),
    ],
    [40, 11, 11, 13, 10, ...years.map(() => 15), 18, 14, 12, 18, 18],
  )
  for (const [place, { kind, found }] of scenarios.entries()) {
    const number = firstRow + place
    const row = sheet.getRow(number)
    for (const [at, value] of [
      sayScenario(kind, laid),
      kind.benefit_factor,
      kind.rate_points,
      typeof kind.freed_time === 'number' ? kind.freed_time : say(`freed.${keyOfWords(kind.freed_time)}`),
      kind.delay_months,
    ].entries())
      row.getCell(at + 1).value = value
    for (const at of [2, 3]) row.getCell(at).fill = tinted
    for (const year of years)
      putFormula(
        row.getCell(nets + 1 + year),
        netOf(laid, place, year, kind.delay_months),
        found.net[year] ?? 0,
      )
    const [from, to] = [column(nets + 1), column(nets + years.length)]
    const flows = `${from}${number}:${to}${number}`
    const discounted = years.map(
      (year) => `${column(nets + 1 + year)}${number}/(1+${rateCell}+$C${number})^${year}`,
    )
    putFormula(row.getCell(npvAt), discounted.join('+'), found.npv)
    putFormula(row.getCell(irrAt), irrOf(flows, say('none')), found.irr.rate ?? say('none'), '0.0%')
    putFormula(
      row.getCell(paidAt),
      paybackOf(years, number, say('never')),
      found.paybackYears ?? say('never'),
      '0.00',
    )
    for (const [at, value] of [found.spread.p10, found.spread.p90].entries()) {
      row.getCell(paidAt + 1 + at).value = value
      row.getCell(paidAt + 1 + at).numFmt = '#,##0.00'
    }
  }
}

/** The sum of all weights times the share of the year; months late move shares in a straight line within the year. */
function netOf({ terms }: Laid, scenario: number, year: number, late: number): string {
  const last = firstRow + terms.length - 1
  const whole = Math.floor(late / months)
  const rest = late / months - whole
  const weights = `Weights!$${weightColumn(scenario)}$${firstRow}:$${weightColumn(scenario)}$${last}`
  const part = (share: number, from: number) => {
    if (share === 0 || from < 0) return []
    const letters = yearColumn(from)
    const sum = `SUMPRODUCT(${weights},Timing!$${letters}$${firstRow}:$${letters}$${last})`
    return share === 1 ? [sum] : [`${share}*${sum}`]
  }
  return [...part(1 - rest, year - whole), ...part(rest, year - whole - 1)].join('+') || '0'
}

/** The rate at which the value is zero; a word for none where the flows have no change of sign. */
export function irrOf(flows: string, none: string): string {
  return `IF(OR(COUNTIF(${flows},"<0")=0,COUNTIF(${flows},">0")=0),"${none}",IRR(${flows},IF(SUM(${flows})<0,-0.1,0.1)))`
}

/** The first year in which the running sum is no longer below zero, in a straight line within it. */
function paybackOf(years: readonly number[], row: number, never: string): string {
  const cell = (year: number) => `${column(nets + 1 + year)}${row}`
  const sum = (year: number) => `SUM(${column(nets + 1)}${row}:${cell(year)})`
  return years.reduceRight(
    (otherwise, year) =>
      year === 0
        ? `IF(${cell(0)}>=-0.000001,0,${otherwise})`
        : `IF(${sum(year)}>=-0.000001,${year - 1}+MIN(1,-${sum(year - 1)}/${cell(year)}),${otherwise})`,
    `"${never}"`,
  )
}

/** What moves the value most; computed by the application, and not by formulas. */
export function writeSensitivity(sheet: Sheet, { found, say }: Laid): void {
  putHeads(
    sheet,
    ['assumption', 'low', 'likely', 'high', 'at-low', 'at-high', 'swing', 'zero-at'].map((key) =>
      say(`head.${key}`),
    ),
    [52, 14, 14, 14, 18, 18, 18, 16],
  )
  for (const { title, low, base, high, npvAtLow, npvAtHigh, swing, breakEvenAt } of found.tornado) {
    const row = sheet.addRow([
      title,
      low,
      base,
      high,
      npvAtLow,
      npvAtHigh,
      swing,
      breakEvenAt ?? say('zero.none'),
    ])
    for (const at of [5, 6, 7]) row.getCell(at).numFmt = '#,##0'
  }
}
