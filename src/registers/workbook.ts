import type { Register } from './definition.ts'
import { headsOf, type TableCell } from './table.ts'

/** Before this day a workbook cannot count. */
const firstDay = '1900-03-01'
const widths = { 'long text': 60, rows: 60, list: 40, text: 36, link: 36 } as const
const otherWidth = 16

/** The rows of a register as a workbook. */
export async function workbookOf(
  register: Register,
  rows: readonly (readonly TableCell[])[],
): Promise<Buffer> {
  const ofFields = register.fields.map(
    ({ kind }) => (kind in widths ? widths[kind as keyof typeof widths] : otherWidth), // looked up just before
  )
  const table = {
    title: register.title,
    heads: headsOf(register),
    widths: [undefined, undefined, ...ofFields],
  }
  return sheetOf(table, rows)
}

type Table = Readonly<{ title: string; heads: readonly string[]; widths: readonly (number | undefined)[] }>

/** Rows below their heads as a workbook of one sheet. Texts are texts: nothing in it is a formula. */
export async function sheetOf(
  { title, heads, widths: given }: Table,
  rows: readonly (readonly TableCell[])[],
): Promise<Buffer> {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  const sheet = workbook.addWorksheet(title.slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }],
  })
  sheet.addRow([...heads])
  sheet.getRow(1).font = { bold: true }
  for (const [index, width] of given.entries())
    if (width !== undefined) sheet.getColumn(index + 1).width = width
  for (const cells of rows) {
    const row = sheet.addRow([])
    for (const [index, cell] of cells.entries()) {
      const value = written(cell)
      if (value === undefined) continue
      const target = row.getCell(index + 1)
      target.value = value
      if (value instanceof Date) target.numFmt = 'yyyy-mm-dd'
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function written({ text, number, day }: TableCell): string | number | Date | undefined {
  if (text === '') return undefined
  if (number !== undefined) return number
  return day !== undefined && day >= firstDay ? new Date(`${day}T00:00:00Z`) : text
}
