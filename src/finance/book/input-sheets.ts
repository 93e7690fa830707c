import { keyOfWords } from '#content/sentences.ts'
import { unitsOf } from '../inputs.ts'
import { inputsOfLine } from '../own-line.ts'
import { excelFormula } from './formulas.ts'
import { firstRow, type Laid, putFormula, putHeads, type Sheet, tinted } from './matter.ts'

/** The cell of an input, for formulas. */
export function inputCell({ prepared }: Laid, id: string): string {
  return `Inputs!$F$${firstRow + prepared.inputs.place(id)}`
}

/** The cell of the yearly rate. */
export const rateCell = 'Settings!$B$2'
const rampRow = 6

/** The cell that says how much of the benefits works in a year. */
export function rampCell(year: number): string {
  return `Settings!$B$${rampRow + year}`
}

/** Rate, horizon and ramp. */
export function writeSettings(sheet: Sheet, { prepared, years, kept, say }: Laid): void {
  const { settings } = prepared.given
  putHeads(sheet, [say('head.setting'), say('head.value')], [52, 18])
  sheet.addRow([say('setting.rate'), settings.discountRate])
  sheet.addRow([say('setting.currency'), settings.currency])
  sheet.addRow([say('setting.years'), settings.years])
  sheet.addRow([say('setting.ramp')])
  for (const year of years)
    sheet.addRow([say('year', { year: String(year) }), settings.ramp[year] ?? settings.ramp.at(-1) ?? 1])
  sheet.addRow([])
  sheet.addRow([say('setting.trials'), settings.trials])
  sheet.addRow([say('setting.seed'), settings.seed])
  sheet.addRow([say('setting.distribution'), settings.distribution])
  sheet.addRow([say('setting.version'), kept.version])
  for (const at of [2, ...years.map((year) => rampRow + year)]) {
    sheet.getRow(at).getCell(2).fill = tinted
    sheet.getRow(at).getCell(2).numFmt = '0.0%'
  }
}

/** Every assumption with its range, source and owner; the tinted value is what all formulas read. */
export function writeInputs(sheet: Sheet, { prepared, kept, model, say }: Laid): void {
  const own = new Map(prepared.given.own.flatMap((line) => inputsOfLine(line).map((id) => [id, line])))
  putHeads(
    sheet,
    ['assumption', 'unit', 'low', 'likely', 'high', 'value', 'source', 'quality', 'owner', 'id'].map((key) =>
      say(`head.${key}`),
    ),
    [50, 20, 14, 14, 14, 14, 40, 10, 28, 28],
  )
  const units = unitsOf(model, prepared.given)
  for (const [at, { id, title, range }] of prepared.inputs.list.entries()) {
    const number = firstRow + at
    const line = own.get(id)
    const said = kept.assumptions.get(id) ?? (line && { ...line, owner: kept.lines.get(line.id)?.owner })
    const row = sheet.getRow(number)
    const { low, base, high } = range
    const cells = [
      title,
      units.get(id) ?? '',
      low,
      base,
      high,
      '',
      said?.source ?? '',
      said?.quality ?? '',
      said?.owner ?? '',
      id,
    ]
    for (const [place, value] of cells.entries()) if (value !== '') row.getCell(place + 1).value = value
    putFormula(row.getCell(6), `D${number}`, base, 'General')
    row.getCell(6).fill = tinted
  }
  sheet.dataValidations.add(`F${firstRow}:F${firstRow + prepared.inputs.list.length - 1}`, {
    type: 'decimal',
    operator: 'greaterThanOrEqual',
    formulae: [0],
    allowBlank: false,
    showErrorMessage: true,
    errorTitle: say('head.value'),
    error: say('wrong.value'),
  })
}

/** Each amount of each line: its formula over the inputs, how much of it is realised, and what it counts. */
export function writeLines(sheet: Sheet, laid: Laid): void {
  const { terms, titles, say } = laid
  putHeads(
    sheet,
    ['line', 'side', 'class', 'falls', 'formula', 'gross', 'realised', 'amount', 'counts', 'remark'].map(
      (key) => say(`head.${key}`),
    ),
    [44, 10, 14, 20, 60, 16, 12, 16, 10, 34],
  )
  for (const [at, term] of terms.entries()) {
    const { amount } = term
    const row = sheet.getRow(firstRow + at)
    const words = [
      titles.get(amount.line) ?? amount.line,
      say(`side.${amount.side}`),
      say(`class.${keyOfWords(amount.side === 'benefit' ? amount.class : amount.kind)}`),
      fallsIn(amount, laid),
      amount.text || say('formula.as-written'),
    ]
    for (const [place, value] of words.entries()) row.getCell(place + 1).value = value
    writeAmount(row, term, laid)
    row.getCell(9).value = signOf(amount.side, amount.partOf)
    if (amount.partOf !== undefined)
      row.getCell(10).value = say('remark.part', {
        title: titles.get(amount.partOf) ?? amount.partOf,
      })
  }
}

function fallsIn({ part, between }: Laid['terms'][number]['amount'], { years, say }: Laid): string {
  if (!between) return say(`falls.${part.replace('_', '-')}`)
  const [from, to] = between
  const places = { from: String(from), to: String(to) }
  if (from === to) return say('falls.in', { from: places.from })
  return to < years.length - 1 ? say('falls.between', places) : say('falls.from', { from: places.from })
}

/** Gross by the formula of the pack, the share that is realised, and both together. */
function writeAmount(
  row: ReturnType<Sheet['getRow']>,
  { amount, of }: Laid['terms'][number],
  laid: Laid,
): void {
  const { row: values, prepared } = laid
  const { formula, realisation } = amount
  const realised = realisation === undefined ? 1 : (values[prepared.inputs.place(realisation)] ?? 1)
  const gross = excelFormula(formula, (name) => inputCell(laid, name))
  putFormula(row.getCell(6), gross, of(values) / (realised || 1))
  if (realisation === undefined) row.getCell(7).value = 1
  else putFormula(row.getCell(7), inputCell(laid, realisation), realised, '0%')
  putFormula(row.getCell(8), `F${row.number}*G${row.number}`, of(values))
}

/** A cost is subtracted, a benefit added, a part of another line neither. */
export function signOf(side: 'cost' | 'benefit', partOf: string | undefined): number {
  if (partOf !== undefined) return 0
  return side === 'cost' ? -1 : 1
}
