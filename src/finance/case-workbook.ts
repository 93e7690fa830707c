import { flowsOf, writeFlow, writeTiming } from './book/flow-sheet.ts'
import { writeInputs, writeLines, writeSettings } from './book/input-sheets.ts'
import { type CaseBook, type Laid, layOut, putFormula, type Sheet, strong } from './book/matter.ts'
import { irrOf, writeScenarios, writeSensitivity, writeWeights } from './book/scenario-sheets.ts'

/**
 * The business case as a workbook: inputs, lines, cash flow, value, return, payback and scenarios by live formulas. Formulas carry
 * the values of the engine. What is simulated is written as values, and says so.
 */
export async function caseWorkbook(book: CaseBook): Promise<Buffer> {
  // Loaded by who writes a workbook: the package takes as long to load as half of the server.
  const { Workbook } = await import('@cj-tech-master/excelts')
  const { installChartSupport } = await import('@cj-tech-master/excelts/chart')
  installChartSupport()
  const laid = layOut(book)
  const workbook = new Workbook()
  workbook.created = new Date(`${book.madeOn}T00:00:00Z`)
  workbook.modified = workbook.created
  const open = (name: string, xSplit = 1) =>
    workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit }] })
  const front = workbook.addWorksheet('Read me')
  writeSettings(open('Settings'), laid)
  writeInputs(open('Inputs'), laid)
  writeLines(open('Lines'), laid)
  writeTiming(open('Timing', 2), laid)
  writeFlow(open('Cash flow', 2), laid)
  const scenarios = open('Scenarios')
  writeWeights(open('Weights'), laid)
  writeScenarios(scenarios, laid)
  writeSensitivity(open('Sensitivity'), laid)
  writeFront(front, laid)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** The results by formulas, the simulated range beside them, and how the sheets are read. */
function writeFront(sheet: Sheet, laid: Laid): void {
  const { found, organization, madeOn, madeFrom, prepared } = laid
  const { currency, years } = prepared.given.settings
  const [cost, benefit, net, factor] = (['cost', 'benefit', 'net', 'factor'] as const).map((one) =>
    flowsOf(laid, one),
  )
  const paid = (of: 'payback' | 'discountedPayback') =>
    `IF(COUNT(${flowsOf(laid, of)})=0,"never",MIN(${flowsOf(laid, of)}))`
  const results: readonly (readonly [string, string, number | string, string])[] = [
    [`Net present value, ${currency}`, `SUMPRODUCT(${net},${factor})`, found.npv, '#,##0.00'],
    ['Internal rate of return', irrOf(net ?? ''), found.irr.rate ?? 'none', '0.00%'],
    ['Payback in years', paid('payback'), found.paybackYears ?? 'never', '0.00'],
    [
      'Payback in years, discounted',
      paid('discountedPayback'),
      found.discountedPaybackYears ?? 'never',
      '0.00',
    ],
    [
      `Return over ${years} years, undiscounted`,
      `(SUM(${benefit})-SUM(${cost}))/SUM(${cost})`,
      found.roi ?? 0,
      '0.00%',
    ],
    [
      'Benefits for each unit of cost, present values',
      `SUMPRODUCT(${benefit},${factor})/SUMPRODUCT(${cost},${factor})`,
      found.bcr ?? 0,
      '0.0000',
    ],
    [
      'Share of the benefits that has to come true',
      `SUMPRODUCT(${cost},${factor})/SUMPRODUCT(${benefit},${factor})`,
      found.breakEvenFactor ?? 0,
      '0.00%',
    ],
  ]
  sheet.addRow([`Business case: ${organization}`]).font = { ...strong, size: 16 }
  sheet.addRow(madeFrom === undefined ? [madeOn] : [madeOn, madeFrom])
  sheet.addRow(['By formulas, every assumption at the value of the sheet Inputs']).font = strong
  for (const [title, formula, result, format] of results)
    putFormula(sheet.addRow([title]).getCell(2), formula, result, format)
  const { spread } = found
  sheet.addRow([])
  sheet.addRow([`Simulated, ${spread.trials} trials: these do not follow the cells`]).font = strong
  for (const [title, value] of [
    ['Net present value, one chance in ten to be below', spread.p10],
    ['Net present value, middle of all trials', spread.p50],
    ['Net present value, one chance in ten to be above', spread.p90],
  ] as const)
    sheet.addRow([title, value]).getCell(2).numFmt = '#,##0.00'
  sheet.addRow(['Chance that it is above zero', spread.probabilityPositive]).getCell(2).numFmt = '0.0%'
  sheet.addRow(['SHA-256 of all inputs', found.inputsHash])
  sheet.addRow([])
  for (const line of [
    ['Settings, Inputs', 'Tinted cells may be changed: everything else follows.'],
    ['Lines', 'Each amount with its formula; a part of another line is shown and counts nothing.'],
    ['Timing, Cash flow', 'Which share falls into which year, and what that comes to.'],
    ['Scenarios, Weights', 'The same case read otherwise; months late are fixed in the formulas.'],
    ['Sensitivity', 'What each assumption alone does to the value, as the application computed it.'],
    ['Not in it', 'Tax, inflation and financing, unless somebody wrote them as lines.'],
  ])
    sheet.addRow(line)
  sheet.getColumn(1).width = 58
  sheet.getColumn(2).width = 26
}

/** The cells of the results on the sheet in front, in the order in which they stand. */
export const resultCells = {
  npv: 'B4',
  irr: 'B5',
  payback: 'B6',
  discountedPayback: 'B7',
  roi: 'B8',
  bcr: 'B9',
  breakEven: 'B10',
} as const
