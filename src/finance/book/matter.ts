import type { Workbook } from '@cj-tech-master/excelts'
import { roomForHeads } from '#base/fit-sheet.ts'
import { look } from '#base/look.ts'
import type { FinanceModel, ScenarioKind } from '#content/finance.ts'
import { type Places, type Sentences, say } from '#content/sentences.ts'
import { type Appraisal, appraise, type PreparedCase } from '../appraise.ts'
import { asItStands } from '../case.ts'
import type { KeptCase } from '../case-store.ts'
import { likelyRow } from '../inputs.ts'
import { type Term, termsOf } from '../terms.ts'

export type Sheet = ReturnType<Workbook['addWorksheet']>
type Cell = ReturnType<Sheet['getCell']>

/** What a workbook of a case is made from. */
export type CaseBook = Readonly<{
  organization: string
  madeOn: string
  /** What the file is made from, in words; absent where it is made from how things stand. */
  madeFrom?: string
  /** The sentences of the workbook in its language. */
  words: Sentences
  model: FinanceModel
  kept: KeptCase
  prepared: PreparedCase
  found: Appraisal
  titles: ReadonlyMap<string, string>
}>

/** The same with all that more than one sheet needs. terms stand in the order of the rows of the sheet Lines. */
export type Laid = CaseBook &
  Readonly<{
    /** A sentence of the workbook. */
    say: (key: string, places?: Places) => string
    years: readonly number[]
    terms: readonly Term[]
    /** Every input at its likely value. */
    row: Float64Array
    scenarios: readonly Readonly<{ kind: ScenarioKind; terms: readonly Term[]; found: Appraisal }>[]
  }>

/** Reads a case for all sheets once. */
export function layOut(book: CaseBook): Laid {
  const { prepared, model } = book
  const { given, amounts, inputs } = prepared
  const terms = termsOf(amounts, given, asItStands, inputs.place)
  return {
    ...book,
    say: (key, places = {}) => say(book.words, key, places),
    years: Array.from({ length: given.settings.years + 1 }, (_, year) => year),
    terms,
    row: likelyRow(inputs, asItStands),
    scenarios: model.scenarios.map((kind) => ({
      kind,
      terms: termsOf(amounts, given, kind, inputs.place),
      found: appraise(prepared, kind),
    })),
  }
}

/** The row in which the lists of a sheet begin, below the heads. */
export const firstRow = 2

export const strong = { name: 'Calibri', size: 11, bold: true } as const

/** Input cells look different from formulas. */
export const tinted = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: `FF${look.light.mist.slice(1)}` },
} as const

/** A formula with the value that it has now. */
export function putFormula(cell: Cell, formula: string, result: number | string, format = '#,##0.00'): void {
  cell.value = { formula, result }
  cell.numFmt = format
}

export function putHeads(sheet: Sheet, heads: readonly string[], widths: readonly number[]): void {
  const row = sheet.addRow([...heads])
  row.font = strong
  const room = roomForHeads(heads, widths)
  row.height = room.height
  row.alignment = { wrapText: true, vertical: 'top' }
  for (const [at, width] of room.widths.entries()) sheet.getColumn(at + 1).width = width
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
  })
}
