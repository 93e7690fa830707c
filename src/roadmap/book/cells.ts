import type { Workbook } from '@cj-tech-master/excelts'
import { roomForHeads } from '#base/fit-sheet.ts'
import { look } from '#base/look.ts'

export type Sheet = ReturnType<Workbook['addWorksheet']>
type Cell = ReturnType<Sheet['getCell']>

/** A value as it stands in a cell; a day is an ISO day. A formula carries the value that it has now. */
export type Value = string | number | Readonly<{ day: string }> | Formula
export type Formula = Readonly<{ formula: string; result: string | number | Readonly<{ day: string }> }>

/** Input cells look different from formulas. */
export const tinted = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: `FF${look.light.mist.slice(1)}` },
} as const

/** A filling in a colour of the look. */
export function filled(hex: string) {
  const color = { argb: `FF${hex.slice(1)}` }
  return { type: 'pattern' as const, pattern: 'solid' as const, fgColor: color, bgColor: color }
}

/** How days stand in cells until a language is chosen. */
export const isoDay = 'yyyy-mm-dd'

/** The face of heads and sums, at its usual size. */
export const strong = { name: 'Calibri', size: 11, bold: true } as const

/** Writes a value. Text stays text whatever it begins with: it is a string in the file, never a formula. */
export function put(cell: Cell, value: Value): void {
  if (typeof value === 'object' && 'formula' in value) {
    const { formula, result } = value
    const isDay = typeof result === 'object'
    cell.value = { formula, result: isDay ? asDate(result.day) : result }
    if (isDay) cell.numFmt = isoDay
  } else if (typeof value === 'object') {
    cell.value = asDate(value.day)
    cell.numFmt = isoDay
  } else if (value !== '') cell.value = value
}

/** Writes a row of values from the first column on, and gives its number. */
export function putRow(sheet: Sheet, values: readonly Value[]): number {
  const row = sheet.addRow([])
  for (const [at, value] of values.entries()) put(row.getCell(at + 1), value)
  return row.number
}

/** Writes the heads, in one look on every sheet. */
export function putHeads(sheet: Sheet, heads: readonly Value[], widths: readonly number[]): number {
  const number = putRow(sheet, heads)
  const row = sheet.getRow(number)
  row.font = strong
  const room = roomForHeads(heads, widths)
  row.height = room.height
  row.alignment = { wrapText: true, vertical: 'top' }
  for (const [at, width] of room.widths.entries()) sheet.getColumn(at + 1).width = width
  return number
}

/** Landscape, as wide as one page, heads on every page. */
export function setPrint(sheet: Sheet, lastHeadRow: number): void {
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${lastHeadRow}:${lastHeadRow}`,
  })
}

/** The letters of a column, counted from 1. */
export function column(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  const letter = String.fromCharCode(65 + ((number - 1) % 26))
  return rest > 0 ? column(rest) + letter : letter
}

function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
