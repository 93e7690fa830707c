import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx'
import { look } from '#base/look.ts'
import { say } from '#content/sentences.ts'
import type { GuideBook } from '../process-guides.ts'
import {
  caption,
  colour,
  halfPoints,
  largeLogoRoom,
  logoOf,
  openNumbers,
  styles,
  table,
  text,
} from '../word.ts'
import type { Fonts } from '../write-word.ts'
import { band } from './band.ts'
import type { Drawing } from './drawing.ts'
import { openFields } from './fields.ts'
import { pagesOf } from './pages.ts'

/** The guides of a book as one Word document: cover, versions, contents, and each guide in the same parts. */
export function volumeOf(book: GuideBook, fonts: Fonts): Document {
  const { sentences } = book
  const words = { Table: say(sentences, 'caption.table'), Figure: say(sentences, 'caption.figure') }
  const drawing = { sentences, numbers: openNumbers(words), fields: openFields() }
  const [only] = book.guides
  const title = only && book.guides.length === 1 ? only.title : book.title
  return new Document({
    title: `${title}: ${book.organization}`,
    creator: book.organization,
    lastModifiedBy: book.organization,
    description: book.basis,
    styles: styles(book.brand),
    // A face that the organization named is on its machines; ours travels along.
    ...(book.brand.officeFont ? {} : { fonts: [{ name: 'Inter', data: fonts.regular, bold: fonts.bold }] }),
    features: { updateFields: false },
    sections: [
      { children: coverOf(book, title) },
      {
        headers: { default: new Header({ children: [edge(`${title} · ${book.organization}`)] }) },
        footers: { default: new Footer({ children: [footOf(book)] }) },
        children: [...front(book, drawing), ...book.guides.flatMap((guide) => pagesOf(guide, drawing))],
      },
    ],
  })
}

function coverOf(book: GuideBook, title: string): FileChild[] {
  const { organization, madeOn, version, basis, brand, sentences } = book
  const isBanded = brand.cover === 'band'
  const lead = (says: string, tone: string = look.light.second) =>
    new Paragraph({
      spacing: { after: 120 },
      children: [
        new TextRun({
          text: says,
          size: halfPoints(look.size.lead),
          color: colour(isBanded ? look.light.paper : tone),
        }),
      ],
    })
  const head = [
    new Paragraph({
      heading: 'Title',
      ...(isBanded ? { spacing: { before: 0 } } : {}),
      children: [new TextRun(isBanded ? { text: title, color: colour(look.light.paper) } : title)],
    }),
    lead(organization),
    ...(brand.coverLine ? [lead(brand.coverLine, brand.secondary)] : []),
    lead(madeOn),
  ]
  return [
    ...(brand.logo
      ? [logoOf(brand.logo, organization, brand.cover === 'logo' ? largeLogoRoom : undefined)]
      : []),
    ...(isBanded ? [band(brand.primary, head)] : head),
    new Paragraph({ spacing: { before: 1200 }, children: [] }),
    text(basis),
    text(say(sentences, 'book.made', { version })),
    ...(sentences.missing.length > 0 ? [text(say(sentences, 'note.incomplete'))] : []),
    ...(sentences.language === 'en' ? [] : [text(say(sentences, 'note.long-texts'))]),
  ]
}

function front({ madeOn, version, guides, sentences }: GuideBook, { numbers }: Drawing): FileChild[] {
  const range = guides.length === 1 ? '2-2' : '1-1'
  return [
    new Paragraph({ style: 'Title2', children: [new TextRun(say(sentences, 'book.about'))] }),
    text(say(sentences, 'book.reading')),
    caption('Table', numbers, say(sentences, 'versions.caption')),
    table(
      ['version', 'date', 'change', 'approved'].map((head) => say(sentences, `versions.${head}`)),
      [1, 1.4, 5, 2],
      [[say(sentences, 'versions.draft'), madeOn, say(sentences, 'versions.written', { version }), '–']],
    ),
    new Paragraph({ style: 'Title2', children: [new TextRun(say(sentences, 'book.contents'))] }),
    new TableOfContents(say(sentences, 'book.contents'), { hyperlink: true, headingStyleRange: range }),
  ]
}

function edge(says: string): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({ text: says, size: halfPoints(look.size.small), color: colour(look.light.second) }),
    ],
  })
}

function footOf({ madeOn, version, brand, sentences }: GuideBook): Paragraph {
  const draft = say(sentences, 'book.footer', { day: madeOn, version })
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({
        children: [
          brand.footer ? `${brand.footer} · ` : '',
          `${draft} · ${say(sentences, 'book.page')} `,
          PageNumber.CURRENT,
          ` ${say(sentences, 'book.of')} `,
          PageNumber.TOTAL_PAGES,
        ],
        size: halfPoints(look.size.small),
        color: colour(look.light.second),
      }),
    ],
  })
}
