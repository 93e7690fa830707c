import { look } from '#base/look.ts'
import { column } from './formulas.ts'
import { rampCell, rateCell, signOf } from './input-sheets.ts'
import { firstRow, type Laid, putFormula, putHeads, type Sheet, strong } from './matter.ts'

/** The column of a year on the sheets of timing and of the cash flow. */
export function yearColumn(year: number): string {
  return column(3 + year)
}

/** Which share of each amount falls into which year; benefits follow the ramp of the settings. */
export function writeTiming(sheet: Sheet, { terms, years, titles, say }: Laid): void {
  putHeads(
    sheet,
    [say('head.line'), say('head.falls'), ...years.map((year) => say('year', { year: String(year) }))],
    [44, 14, ...years.map(() => 11)],
  )
  for (const [at, { amount, perYear }] of terms.entries()) {
    const row = sheet.getRow(firstRow + at)
    row.getCell(1).value = titles.get(amount.line) ?? amount.line
    row.getCell(2).value = say(`part.${amount.part.replace('_', '-')}`)
    for (const year of years) {
      const cell = row.getCell(3 + year)
      const { between: [from, to] = [0, years.length] } = amount
      if (amount.part === 'full_year' && year >= from && year <= to)
        putFormula(cell, rampCell(year), perYear[year] ?? 0, '0%')
      else cell.value = perYear[year] ?? 0
    }
  }
}

const totals = [
  'cost',
  'benefit',
  'net',
  'sum',
  'factor',
  'discounted',
  'discountedSum',
  'payback',
  'discountedPayback',
  'costBelow',
] as const
export type Total = (typeof totals)[number]

/** The row of a total on the sheet of the cash flow. */
export function totalRow({ terms }: Laid, total: Total): number {
  return firstRow + terms.length + 1 + totals.indexOf(total)
}

/** A range over all years of a total, with the name of the sheet. */
export function flowsOf(laid: Laid, total: Total): string {
  const row = totalRow(laid, total)
  return `'Cash flow'!$${yearColumn(0)}$${row}:$${yearColumn(laid.years.length - 1)}$${row}`
}

/** Every line over the years, and all that is computed from their sums. */
export function writeFlow(sheet: Sheet, laid: Laid): void {
  const { terms, years, row: values, titles, say } = laid
  putHeads(
    sheet,
    [say('head.line'), say('head.counts'), ...years.map((year) => say('year', { year: String(year) }))],
    [44, 10, ...years.map(() => 16)],
  )
  // The chart below the table is not cut by the end of a page.
  Object.assign(sheet.pageSetup, { fitToHeight: 1 })
  for (const [at, { amount, of, perYear }] of terms.entries()) {
    const number = firstRow + at
    const row = sheet.getRow(number)
    row.getCell(1).value = titles.get(amount.line) ?? amount.line
    putFormula(row.getCell(2), `Lines!I${number}`, signOf(amount.side, amount.partOf), '0')
    for (const year of years)
      putFormula(
        row.getCell(3 + year),
        `Lines!$H${number}*Timing!${yearColumn(year)}${number}`,
        of(values) * (perYear[year] ?? 0),
      )
  }
  writeTotals(sheet, laid)
  drawFlow(sheet, laid)
}

function writeTotals(sheet: Sheet, laid: Laid): void {
  const { terms, years, found, say } = laid
  const last = firstRow + terms.length - 1
  const row = (total: Total) => totalRow(laid, total)
  const sumOf = (sign: number, letters: string) =>
    `SUMPRODUCT(($B$${firstRow}:$B$${last}=${sign})*${letters}${firstRow}:${letters}${last})`
  for (const total of totals) {
    sheet.getRow(row(total)).getCell(1).value = say(`total.${total.toLowerCase()}`)
    sheet.getRow(row(total)).font = strong
  }
  for (const year of years) {
    const [letters, before] = [yearColumn(year), yearColumn(year - 1)]
    const at = (total: Total, column = letters) => `${column}${row(total)}`
    const put = (total: Total, formula: string, result: number | string, format?: string) =>
      putFormula(sheet.getRow(row(total)).getCell(3 + year), formula, result, format)
    const factor = 1 / (1 + found.rate) ** year
    put('cost', sumOf(-1, letters), found.cost[year] ?? 0)
    put('benefit', sumOf(1, letters), found.benefit[year] ?? 0)
    put('net', `${at('benefit')}-${at('cost')}`, found.net[year] ?? 0)
    put('sum', year === 0 ? at('net') : `${at('sum', before)}+${at('net')}`, found.cumulated[year] ?? 0)
    put('factor', `1/(1+${rateCell})^${year}`, factor, '0.0000')
    put('discounted', `${at('net')}*${at('factor')}`, (found.net[year] ?? 0) * factor)
    put(
      'discountedSum',
      year === 0 ? at('discounted') : `${at('discountedSum', before)}+${at('discounted')}`,
      found.discountedCumulated[year] ?? 0,
    )
    put('costBelow', `-${at('cost')}`, -(found.cost[year] ?? 0))
    const paid = (of: 'payback' | 'discountedPayback', sum: Total, flow: Total) => {
      const earlier = `$${yearColumn(0)}${row(of)}:${before}${row(of)}`
      return year === 0
        ? `IF(${at(sum)}>=-0.000001,0,"")`
        : `IF(AND(${at(sum)}>=-0.000001,COUNT(${earlier})=0),${year - 1}+MIN(1,-${at(sum, before)}/${at(flow)}),"")`
    }
    put('payback', paid('payback', 'sum', 'net'), inYear(found.paybackYears, year), '0.00')
    put(
      'discountedPayback',
      paid('discountedPayback', 'discountedSum', 'discounted'),
      inYear(found.discountedPaybackYears, year),
      '0.00',
    )
  }
}

/** A payback stands in the year in which it happens. */
function inYear(payback: number | undefined, year: number): number | string {
  return payback !== undefined && Math.ceil(payback - 1e-12) === year ? payback : ''
}

function drawFlow(sheet: Sheet, laid: Laid): void {
  const [first, last] = [yearColumn(0), yearColumn(laid.years.length - 1)]
  const top = totalRow(laid, 'costBelow') + 2
  const series = (total: Total, at: number) => ({
    name: { formula: `'Cash flow'!$A$${totalRow(laid, total)}` },
    categories: `'Cash flow'!$${first}$1:$${last}$1`,
    values: flowsOf(laid, total),
    fill: (look.series[at] ?? look.light.accent).slice(1),
    line: (look.series[at] ?? look.light.accent).slice(1),
  })
  sheet.addComboChart(
    {
      title: laid.say('flow.chart'),
      showLegend: true,
      legendPosition: 'b',
      groups: [
        {
          type: 'bar',
          barDir: 'col',
          grouping: 'clustered',
          gapWidth: 60,
          series: [series('costBelow', 0), series('benefit', 1)],
        },
        { type: 'line', smooth: false, series: [{ ...series('sum', 2), smooth: false }] },
      ],
    },
    `A${top}:${last}${top + 22}`,
  )
}
