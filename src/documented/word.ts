import {
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  PageNumber,
  Paragraph,
  SimpleField,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import { locales } from '#base/language.ts'
import { look } from '#base/look.ts'
import { bullets, colour, halfPoints, logoOf, styles, table, text, textWidth } from '#deliver/word.ts'
import type { Fonts } from '#deliver/write-word.ts'
import type { DocumentedDocument, Placed, PlacedTable } from './document.ts'

const { second, mist } = look.light

/** A4 with the margins that the width of tables is made for. */
const paper = {
  page: {
    size: { width: 11_906, height: 16_838 },
    margin: { left: 1247, right: 1247, top: 1418, bottom: 1247 },
  },
} as const

/** Lays a document out for Word: cover, control, contents, sections, and what is still missing, in the look of the guides. */
export function layOut(document: DocumentedDocument, fonts: Fonts): Document {
  const { title, number, organization, subject, brand, frame } = document
  const numbers = { next: 1 }
  const about = [title, subject, organization].filter(Boolean).join(' · ')
  return new Document({
    title: [title, subject].filter(Boolean).join(': '),
    subject: number,
    creator: organization,
    lastModifiedBy: organization,
    description: document.cover.join(' '),
    styles: stylesOf(document),
    fonts: [{ name: 'Inter', data: fonts.regular, bold: fonts.bold }],
    features: { updateFields: false },
    sections: [
      { properties: paper, children: coverOf(document) },
      {
        properties: paper,
        headers: { default: new Header({ children: [edge([about, new Tab(), number])] }) },
        footers: {
          default: new Footer({
            children: [
              edge([
                [brand.footer, frame.foot].filter(Boolean).join(' · '),
                new Tab(),
                `${frame.page} `,
                PageNumber.CURRENT,
                ` ${frame.of} `,
                PageNumber.TOTAL_PAGES,
              ]),
            ],
          }),
        },
        children: [
          ...partsOf(document.control, document, numbers),
          contentsHead(frame.contents),
          new TableOfContents(frame.contents, { hyperlink: true, headingStyleRange: '1-1' }),
          ...partsOf(document.body, document, numbers, true),
        ],
      },
    ],
  })
}

function coverOf({ title, subject, organization, brand, cover }: DocumentedDocument): FileChild[] {
  const lead = (says: string, tone: string = second) =>
    new Paragraph({
      spacing: { after: 120 },
      children: [new TextRun({ text: says, size: halfPoints(look.size.lead), color: colour(tone) })],
    })
  const [made = '', ...basis] = cover
  return [
    ...(brand.logo ? [logoOf(brand.logo, organization)] : []),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] }),
    ...(subject === undefined ? [] : [lead(subject)]),
    lead(organization),
    ...(brand.coverLine ? [lead(brand.coverLine, brand.secondary)] : []),
    lead(made),
    new Paragraph({ spacing: { before: 1200 }, children: [] }),
    ...basis.map(text),
  ]
}

function partsOf(
  parts: readonly Placed[],
  { frame }: DocumentedDocument,
  numbers: { next: number },
  isBody = false,
): readonly FileChild[] {
  return parts.flatMap((placed, at) =>
    partOf(placed, {
      numbers,
      label: frame.table,
      isFirst: isBody && at === 0,
      isBeforeTable: parts[at + 1]?.is === 'table',
    }),
  )
}

type Standing = Readonly<{
  numbers: { next: number }
  label: string
  isFirst: boolean
  isBeforeTable: boolean
}>

function partOf(placed: Placed, { numbers, label, isFirst, isBeforeTable }: Standing): readonly FileChild[] {
  switch (placed.is) {
    case 'heading':
      return [heading(placed.says, placed.level, isFirst)]
    case 'text':
      return [sentence(placed.says, isBeforeTable)]
    case 'points':
      return [...bullets(placed.says), room()]
    case 'gap':
      return [new Paragraph({ style: 'Gap', children: [new TextRun(placed.says)] })]
    case 'table':
      return tableOf(placed, label, numbers)
  }
}

/** A sentence; one that introduces a table stays with it. */
function sentence(says: string, keepNext: boolean): Paragraph {
  return new Paragraph({ keepNext, spacing: { after: 120 }, children: [new TextRun(says)] })
}

/** A heading; a section begins on a new page only behind the contents. */
function heading(says: string, level: 1 | 2, isFirst: boolean): Paragraph {
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    pageBreakBefore: isFirst,
    spacing: level === 1 ? { before: isFirst ? 0 : 400, after: 120 } : { before: 240, after: 80 },
    children: [new TextRun(says)],
  })
}

/** Looks like a heading and is none: contents do not list themselves. */
function contentsHead(says: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 480, after: 160 },
    children: [new TextRun({ text: says, size: halfPoints(look.size.section), bold: true })],
  })
}

/** As high as a row is to be signed in, in twentieths of a point. */
const toSignHeight = 720

/** The caption, the table, and room below it. */
function tableOf(placed: PlacedTable, label: string, numbers: { next: number }): readonly FileChild[] {
  const number = numbers.next
  numbers.next += 1
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: true,
      children: [
        new TextRun(`${label} `),
        new SimpleField(' SEQ Table \\* ARABIC ', String(number)),
        new TextRun(`: ${placed.caption}`),
      ],
    }),
    table(placed.heads, placed.widths, placed.rows, placed.isToSign && (() => toSignHeight)),
    room(),
  ]
}

/** Room below a table, so low that it begins no page of its own. */
function room(): Paragraph {
  return new Paragraph({
    spacing: { before: 0, after: 200, line: 20, lineRule: LineRuleType.EXACT },
    children: [],
  })
}

function edge(children: readonly (string | Tab)[]): Paragraph {
  return new Paragraph({
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    children: [
      new TextRun({ children: [...children], size: halfPoints(look.size.small), color: colour(second) }),
    ],
  })
}

/** The styles of the guides, in the language of the document, with one for the quiet line that marks a gap. */
function stylesOf({ brand, language }: DocumentedDocument): ReturnType<typeof styles> {
  const common = styles(brand)
  const { document } = common.default
  const bar = { style: BorderStyle.SINGLE, size: 18, space: 8, color: colour(brand.secondary) }
  const gap = {
    id: 'Gap',
    name: 'Gap',
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { italics: true, color: colour(second), size: halfPoints(look.size.table) },
    paragraph: {
      spacing: { before: 60, after: 120 },
      indent: { left: 200 },
      border: { left: bar },
      shading: { fill: colour(mist), color: 'auto', type: 'clear' as const },
    },
  }
  return {
    ...common,
    default: {
      ...common.default,
      document: { ...document, run: { ...document.run, language: { value: locales[language] } } },
    },
    paragraphStyles: [...common.paragraphStyles, gap] as typeof common.paragraphStyles, // one more of the same kind
  }
}
