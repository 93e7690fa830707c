import type { Cell, Worksheet } from '@cj-tech-master/excelts'

/** Widths of columns are counted in digits; bold letters are so much wider on the average. */
const boldIsWider = 1.1
/** The height of a line of text, and the least that a row of heads has. */
const [lineHeight, leastHeight] = [16, 32]
/** Texts up to this length widen their column; longer ones go on in another line. */
const longestWidening = 32
/** How wide a column is that nobody has made wider. */
const usualWidth = 8

/** What a row of heads takes: columns as wide as their longest word, and a row as high as the lines of the longest head. */
export function roomForHeads(
  heads: readonly unknown[],
  widths: readonly number[],
): Readonly<{ widths: readonly number[]; height: number }> {
  const fitted = widths.map((width, at) => Math.max(width, widestWord(heads[at])))
  const lines = heads.map((head, at) => linesOf(head, fitted[at] ?? fitted.at(-1) ?? 0))
  return { widths: fitted, height: Math.max(leastHeight, lineHeight * Math.max(1, ...lines)) }
}

function widestWord(head: unknown): number {
  if (typeof head !== 'string') return 0
  return Math.ceil(boldIsWider * Math.max(...head.split(/[\s-]+/).map(({ length }) => length))) + 1
}

function linesOf(head: unknown, width: number): number {
  if (typeof head !== 'string') return 1
  const room = width / boldIsWider
  let [lines, used] = [1, 0]
  for (const { length } of head.split(/[\s-]+/)) {
    const wanted = used === 0 ? length : used + 1 + length
    if (wanted > room && used > 0) lines += 1
    used = wanted > room ? length : wanted
  }
  return lines
}

/** Gives every text of a sheet room: where the next cell is taken, a short one widens its column and a long one goes on in another line. */
export function fitTexts(sheet: Worksheet): void {
  sheet.eachRow((row, number) =>
    row.eachCell((cell, at) => {
      const wanted = widthOf(cell)
      const column = sheet.getColumn(at)
      if (wanted <= (column.width ?? usualWidth)) return
      if (sheet.getRow(number).getCell(at + 1).value === null) return
      if (wanted <= longestWidening) column.width = wanted
      else cell.alignment = { ...cell.alignment, wrapText: true, vertical: 'top' }
    }),
  )
}

/** How wide a text is that does not go on in another line. */
function widthOf(cell: Cell): number {
  const text = textOf(cell)
  if (text === undefined || cell.alignment?.wrapText) return 0
  return Math.ceil(text.length * (cell.font?.bold ? boldIsWider : 1)) + 1
}

function textOf({ value }: Cell): string | undefined {
  const shown = typeof value === 'object' && value !== null && 'result' in value ? value.result : value
  return typeof shown === 'string' && shown !== '' ? shown : undefined
}
