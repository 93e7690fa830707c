import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  HeightRule,
  ImageRun,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  SimpleField,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Brand, Logo } from '#base/brand.ts'
import { look } from '#base/look.ts'
import type { Chart } from './charts/svg.ts'
import { pngOf } from './guides/raster.ts'

/** Bricks of a Word document in the one look of the product. Sizes of Word: half points for text, twentieths of a point for space. */

/** Width of the text on an A4 page with margins of 22 mm, in twentieths of a point. */
export const textWidth = 9411

const { ink, second, line, mist } = look.light
export const colour = (hex: string) => hex.replace('#', '')
export const halfPoints = (pixels: number) => Math.round(pixels * look.paperPoints * 2)

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const

export function heading(text: string, level: 1 | 2 | 3): Paragraph {
  return new Paragraph({
    heading: levels[level - 1] ?? HeadingLevel.HEADING_3,
    pageBreakBefore: level === 1,
    children: [new TextRun(text)],
  })
}

export function text(says: string): Paragraph {
  return new Paragraph({ children: [new TextRun(says)], spacing: { after: 120 } })
}

export function bullets(items: readonly string[]): readonly Paragraph[] {
  return items.map((item) => new Paragraph({ text: item, bullet: { level: 0 }, spacing: { after: 40 } }))
}

/** A table or figure by its number, which captions bear and cross-references name. */
export type Label = Readonly<{ kind: 'Table' | 'Figure'; word: string; number: number }>

/** Numbers the tables and figures of one document, each kind from 1, with the words that its language has for them. */
export function openNumbers(
  words: Readonly<{ Table: string; Figure: string }> = { Table: 'Table', Figure: 'Figure' },
): (kind: Label['kind']) => Label {
  const used = { Table: 0, Figure: 0 }
  return (kind) => {
    used[kind] += 1
    return { kind, word: words[kind], number: used[kind] }
  }
}
export type Numbers = ReturnType<typeof openNumbers>

/** The name of the bookmark of a caption. */
export const markOf = ({ kind, number }: Label) => `${kind}_${number}`

/** "Table 3: Roles"; the number is a field, so that it follows when somebody adds a table. */
export function caption(kind: Label['kind'], numbers: Numbers, says: string): Paragraph {
  return captionOf(numbers(kind), says)
}

/** A caption whose number is known before, so that a sentence above it can refer to it. */
export function captionOf(label: Label, says: string): Paragraph {
  const { kind, word, number } = label
  return new Paragraph({
    style: 'Caption',
    keepNext: kind === 'Table',
    children: [
      new Bookmark({
        id: markOf(label),
        children: [new TextRun(`${word} `), new SimpleField(` SEQ ${kind} \\* ARABIC `, String(number))],
      }),
      new TextRun(`: ${says}`),
    ],
  })
}

/** What a cell shows: words, words that stand back because they are no record, such as that something is missing, or a field. */
export type Shown = string | Readonly<{ quiet: string }> | ParagraphChild

/**
 * A table; widths are shares of the text. Its head is repeated on every page, and no row is parted. least: how high a row
 * is at least, in twentieths of a point, where there has to be room to write.
 */
export function table(
  heads: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly Shown[])[],
  least?: (row: number) => number,
): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const columns = widths.map((width) => Math.floor((width / whole) * textWidth))
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: columns,
    layout: 'fixed',
    borders: {
      top: { style: BorderStyle.SINGLE, size: 8, color: colour(ink) },
      bottom: { style: BorderStyle.SINGLE, size: 4, color: colour(line) },
      left: { style: BorderStyle.NONE, size: 0, color: 'auto' },
      right: { style: BorderStyle.NONE, size: 0, color: 'auto' },
      insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: colour(line) },
      insideVertical: { style: BorderStyle.NONE, size: 0, color: 'auto' },
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((head, at) => cell(head, columns[at] ?? 0, true)),
      }),
      ...rows.map(
        (row, place) =>
          new TableRow({
            cantSplit: true,
            ...(least ? { height: { value: least(place), rule: HeightRule.ATLEAST } } : {}),
            children: heads.map((_, at) => cell(row[at] ?? '', columns[at] ?? 0, false)),
          }),
      ),
    ],
  })
}

function cell(shown: Shown, width: number, isHead: boolean): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.TOP,
    margins: { top: 50, bottom: 50, left: 70, right: 70 },
    ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: colour(mist), color: 'auto' } } : {}),
    children: [
      new Paragraph({
        style: isHead ? 'TableHead' : 'TableText',
        children: [inCell(shown)],
      }),
    ],
  })
}

function inCell(shown: Shown): ParagraphChild {
  if (typeof shown === 'string') return new TextRun(shown)
  if ('quiet' in shown) return new TextRun({ text: shown.quiet, italics: true, color: colour(second) })
  return shown
}

/** A chart as a drawing that stays sharp, with a picture behind it for programs that cannot read it. */
export function picture(chart: Chart, name: string): Paragraph {
  const { svg, alt, width, height } = chart
  const transformation = { width: (width * 4) / 3, height: (height * 4) / 3 }
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 120, after: 60 },
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg),
        fallback: { type: 'png', data: pngOf(svg, width) },
        transformation,
        altText: { name, title: name, description: alt },
      }),
    ],
  })
}

/** As much room as a logo gets on a cover, in pixels of Word. */
const logoRoom = { width: 220, height: 68 }
/** The same on a cover that is made around it. */
export const largeLogoRoom = { width: 460, height: 260 }

/** A logo in its own ratio, for the top of a cover. */
export function logoOf(
  { type, base64, width, height }: Logo,
  organization: string,
  room: Readonly<{ width: number; height: number }> = logoRoom,
): Paragraph {
  const share = Math.min(room.width / width, room.height / height)
  const transformation = { width: Math.round(width * share), height: Math.round(height * share) }
  const name = `Logo of ${organization}`
  const altText = { name, title: name, description: name }
  const data = Buffer.from(base64, 'base64')
  const image =
    type === 'image/svg+xml'
      ? new ImageRun({
          type: 'svg',
          data,
          fallback: { type: 'png', data: pngOf(data.toString('utf8'), transformation.width) },
          transformation,
          altText,
        })
      : new ImageRun({ type: type === 'image/png' ? 'png' : 'jpg', data, transformation, altText })
  return new Paragraph({ children: [image] })
}

/** The styles that the bricks name, in the colours of a brand. */
export function styles({ primary, officeFont }: Pick<Brand, 'primary' | 'officeFont'>) {
  const { size, weight } = look
  const strong = { bold: weight.strong >= 600 }
  const small = { size: halfPoints(size.small), color: colour(ink) }
  return {
    default: {
      document: {
        run: {
          font: officeFont || 'Inter',
          size: halfPoints(size.body),
          color: colour(ink),
          language: { value: 'en-GB' },
        },
        paragraph: { spacing: { line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { size: halfPoints(size.cover), color: colour(ink), ...strong },
        paragraph: { spacing: { before: 2400, after: 240, line: 276, lineRule: LineRuleType.AUTO } },
      },
      heading1: {
        run: { size: halfPoints(size.chapter), color: colour(ink), ...strong },
        paragraph: { spacing: { after: 160, line: 276, lineRule: LineRuleType.AUTO }, keepNext: true },
      },
      heading3: {
        run: { size: halfPoints(size.body), color: colour(ink), ...strong },
        paragraph: { spacing: { before: 200, after: 80 }, keepNext: true },
      },
      heading2: {
        run: { size: halfPoints(size.lead), color: colour(primary), ...strong },
        paragraph: {
          spacing: { before: 280, after: 100, line: 276, lineRule: LineRuleType.AUTO },
          keepNext: true,
        },
      },
    },
    characterStyles: [
      {
        id: 'PlaceholderText',
        name: 'Placeholder Text',
        basedOn: 'DefaultParagraphFont',
        run: { color: colour(second) },
      },
    ],
    paragraphStyles: [
      ...[1, 2].map((level) => ({
        id: `TOC${level}`,
        name: `toc ${level}`,
        basedOn: 'Normal',
        paragraph: { spacing: { after: 0, line: 264, lineRule: LineRuleType.AUTO } },
      })),
      {
        id: 'FormTitle',
        name: 'Form Title',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: halfPoints(size.chapter), color: colour(ink), ...strong },
        paragraph: { spacing: { before: 120, after: 160 }, keepNext: true },
      },
      {
        // Looks like a heading of a guide and stands in no contents.
        id: 'Title2',
        name: 'Front Heading',
        basedOn: 'Normal',
        next: 'Normal',
        run: { size: halfPoints(size.lead), color: colour(primary), ...strong },
        paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
      },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: halfPoints(size.small), color: colour(second) },
        paragraph: { spacing: { before: 120, after: 80 } },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: small,
        paragraph: { spacing: { line: 252, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'TableHead',
        name: 'Table Head',
        basedOn: 'TableText',
        run: { ...small, ...strong },
        paragraph: { spacing: { line: 252, lineRule: LineRuleType.AUTO }, keepNext: true },
      },
    ],
  }
}
