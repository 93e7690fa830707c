import { BorderStyle, type Paragraph, ShadingType, Table, TableCell, TableRow, WidthType } from 'docx'
import { colour, textWidth } from '../word.ts'

/** A band in a colour, as wide as the text, for what stands on a cover. */
export function band(tone: string, children: readonly Paragraph[]): Table {
  const cell = new TableCell({
    width: { size: textWidth, type: WidthType.DXA },
    margins: { top: 500, bottom: 500, left: 400, right: 400 },
    shading: { type: ShadingType.CLEAR, fill: colour(tone), color: 'auto' },
    children: [...children],
  })
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [textWidth],
    layout: 'fixed',
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [new TableRow({ cantSplit: true, children: [cell] })],
  })
}
