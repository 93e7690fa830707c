import { Workbook, type Worksheet } from '@cj-tech-master/excelts'

/** So much wider than the digits that column widths are counted in is bold text, on the average of its letters. */
const boldIsWider = 1.06
/** The height of a line of text of 11 points. */
const lineHeight = 15

/** Texts of a workbook that their cells cut: too wide where the next cell is taken, or more lines than the row has. */
export async function cutCells(bytes: Uint8Array): Promise<readonly string[]> {
  const workbook = new Workbook()
  await workbook.xlsx.load(Buffer.from(bytes))
  return workbook.worksheets.flatMap(cutOn)
}

type Cell = ReturnType<Worksheet['getCell']>

function cutOn(sheet: Worksheet): readonly string[] {
  const found: string[] = []
  sheet.eachRow((row, number) =>
    row.eachCell((cell, at) => {
      const text = textOf(cell)
      if (text === undefined) return
      const isFree = sheet.getRow(number).getCell(at + 1).value === null
      const given = { width: sheet.getColumn(at).width ?? 8.43, height: row.height, isFree }
      if (isCut(cell, text, given)) found.push(`${sheet.name} ${cell.address}: ${text}`)
    }),
  )
  return found
}

type Given = Readonly<{ width: number; height: number | undefined; isFree: boolean }>

function isCut({ font, alignment }: Cell, text: string, { width, height, isFree }: Given): boolean {
  const size = (font?.size ?? 11) / 11
  const room = width / ((font?.bold ? boldIsWider : 1) * size)
  if (!alignment?.wrapText) return !isFree && lengthOf(text) > room
  const { count, isBroken } = linesIn(text, room)
  return isBroken || (height !== undefined && count * lineHeight * size > height + 1)
}

function textOf({ value }: Cell): string | undefined {
  const shown = typeof value === 'object' && value !== null && 'result' in value ? value.result : value
  return typeof shown === 'string' && shown !== '' ? shown : undefined
}

/** The length of a text in digits: letters are a little narrower on the average of a line. */
function lengthOf(text: string): number {
  return text.length * 0.95
}

/** How many lines a text takes in a room, and whether one of its words is wider than it. */
function linesIn(text: string, room: number): Readonly<{ count: number; isBroken: boolean }> {
  let [count, used, isBroken] = [0, Number.POSITIVE_INFINITY, false]
  for (const word of text.split(/[\s-]+/)) {
    const length = lengthOf(word)
    if (length > room) isBroken = true
    if (used + 1 + length > room) {
      count += 1
      used = length
    } else used += 1 + length
  }
  return { count, isBroken }
}
