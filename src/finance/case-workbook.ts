import { fitTexts } from '#base/fit-sheet.ts'
import { formatOf } from '#base/format.ts'
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
  workbook.eachSheet(fitTexts)
  return Buffer.from(await workbook.xlsx.writeBuffer({ validate: false }))
}

/** The results by formulas, the simulated range beside them, and how the sheets are read. */
function writeFront(sheet: Sheet, laid: Laid): void {
  const { found, organization, madeOn, madeFrom, prepared, say, words } = laid
  const { currency, years } = prepared.given.settings
  const [never, none] = [say('never'), say('none')]
  const [cost, benefit, net, factor] = (['cost', 'benefit', 'net', 'factor'] as const).map((one) =>
    flowsOf(laid, one),
  )
  const paid = (of: 'payback' | 'discountedPayback') =>
    `IF(COUNT(${flowsOf(laid, of)})=0,"${never}",MIN(${flowsOf(laid, of)}))`
  const results: readonly (readonly [string, string, number | string, string])[] = [
    [say('front.npv', { currency }), `SUMPRODUCT(${net},${factor})`, found.npv, '#,##0.00'],
    [say('head.irr'), irrOf(net ?? '', none), found.irr.rate ?? none, '0.00%'],
    [say('head.payback'), paid('payback'), found.paybackYears ?? never, '0.00'],
    [say('front.payback'), paid('discountedPayback'), found.discountedPaybackYears ?? never, '0.00'],
    [
      say('front.return', { years: String(years) }),
      `(SUM(${benefit})-SUM(${cost}))/SUM(${cost})`,
      found.roi ?? 0,
      '0.00%',
    ],
    [
      say('front.bcr'),
      `SUMPRODUCT(${benefit},${factor})/SUMPRODUCT(${cost},${factor})`,
      found.bcr ?? 0,
      '0.0000',
    ],
    [
      say('front.even'),
      `SUMPRODUCT(${cost},${factor})/SUMPRODUCT(${benefit},${factor})`,
      found.breakEvenFactor ?? 0,
      '0.00%',
    ],
  ]
  const format = formatOf(words.language)
  sheet.addRow([say('title', { organization })]).font = { ...strong, size: 16 }
  sheet.addRow(madeFrom === undefined ? [format.day(madeOn)] : [format.day(madeOn), madeFrom])
  sheet.addRow([say('front.by-formulas')]).font = strong
  for (const [title, formula, result, number] of results)
    putFormula(sheet.addRow([title]).getCell(2), formula, result, number)
  const { spread } = found
  sheet.addRow([])
  sheet.addRow([say('front.simulated', { trials: format.count(spread.trials) })]).font = strong
  for (const [title, value] of [
    [say('front.p10'), spread.p10],
    [say('front.p50'), spread.p50],
    [say('front.p90'), spread.p90],
  ] as const)
    sheet.addRow([title, value]).getCell(2).numFmt = '#,##0.00'
  sheet.addRow([say('front.positive'), spread.probabilityPositive]).getCell(2).numFmt = '0.0%'
  sheet.addRow([say('front.hash'), found.inputsHash])
  sheet.addRow([])
  for (const line of ['inputs', 'lines', 'timing', 'scenarios', 'sensitivity', 'not-in'])
    sheet.addRow([say(`about.${line}`), say(`about.${line}-says`)])
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
