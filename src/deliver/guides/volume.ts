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
import type { GuideBook, GuidePage } from '../process-guides.ts'
import {
  bullets,
  caption,
  colour,
  halfPoints,
  heading,
  logoOf,
  type Numbers,
  openNumbers,
  picture,
  styles,
  table,
  text,
} from '../word.ts'
import type { Fonts } from '../write-word.ts'

/** The guides of a book as one Word document: cover, versions, contents, and each guide in the same eleven parts. */
export function volumeOf(book: GuideBook, fonts: Fonts): Document {
  const numbers = openNumbers()
  const [only] = book.guides
  const title = only && book.guides.length === 1 ? only.title : book.title
  return new Document({
    title: `${title}: ${book.organization}`,
    creator: book.organization,
    lastModifiedBy: book.organization,
    description: book.basis,
    styles: styles(book.brand),
    fonts: [{ name: 'Inter', data: fonts.regular, bold: fonts.bold }],
    features: { updateFields: false },
    sections: [
      { children: coverOf(book, title) },
      {
        headers: { default: new Header({ children: [edge(`${title} · ${book.organization}`)] }) },
        footers: { default: new Footer({ children: [footOf(book)] }) },
        children: [...front(book, numbers), ...book.guides.flatMap((guide) => pagesOf(guide, numbers))],
      },
    ],
  })
}

function coverOf({ organization, madeOn, version, basis, brand }: GuideBook, title: string): FileChild[] {
  const lead = (says: string, tone: string = look.light.second) =>
    new Paragraph({
      spacing: { after: 120 },
      children: [new TextRun({ text: says, size: halfPoints(look.size.lead), color: colour(tone) })],
    })
  return [
    ...(brand.logo ? [logoOf(brand.logo, organization)] : []),
    new Paragraph({ heading: 'Title', children: [new TextRun(title)] }),
    lead(organization),
    ...(brand.coverLine ? [lead(brand.coverLine, brand.secondary)] : []),
    lead(madeOn),
    new Paragraph({ spacing: { before: 1200 }, children: [] }),
    text(basis),
    text(
      `Made with content pack ${version}. A draft until the owner of each process has approved it; the approval and the date of the next review belong into the register of documents.`,
    ),
  ]
}

function front({ madeOn, version, guides }: GuideBook, numbers: Numbers): FileChild[] {
  const contents =
    guides.length === 1
      ? []
      : [
          heading('Contents', 2),
          new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-1' }),
        ]
  return [
    ...contents,
    heading('About this document', 2),
    text(
      'Each guide has the same parts: purpose, scope, roles, activities, flow, rules, how it is done today, records, KPIs, interfaces and the requirements that it serves. R carries an activity out, A answers for it, C is asked before, I is told afterwards.',
    ),
    caption('Table', numbers, 'Versions'),
    table(
      ['Version', 'Date', 'Change', 'Approved by'],
      [1, 1.4, 5, 2],
      [['draft', madeOn, `Written from content pack ${version} and the data until this day`, 'open']],
    ),
  ]
}

function pagesOf(guide: GuidePage, numbers: Numbers): FileChild[] {
  return [
    heading(guide.title, 1),
    text(`ISO/IEC 20000-1:2018, ${guide.clauses}`),
    heading('Purpose', 2),
    text(guide.purpose),
    heading('Scope', 2),
    text(`In scope: ${guide.scope.in}`),
    text(`Out of scope: ${guide.scope.out}`),
    heading('Roles', 2),
    caption('Table', numbers, `${guide.title}, roles`),
    table(['Role', 'Does'], [2, 6], guide.roles),
    heading('Activities and responsibilities', 2),
    caption('Table', numbers, `${guide.title}, activities with R, A, C and I`),
    table(
      ['', 'Activity', 'Inputs', 'Outputs', 'R', 'A', 'C', 'I'],
      [0.35, 1.5, 1.6, 1.6, 1.2, 1.2, 1.2, 1.1],
      guide.activities,
    ),
    ...flowsOf(guide, numbers),
    ...rulesOf(guide, numbers),
    heading('How it is done today', 2),
    text(guide.practice.says),
    ...deviationsOf(guide, numbers),
    heading('Records', 2),
    ...bullets(guide.records),
    heading('KPIs', 2),
    caption('Table', numbers, `${guide.title}, KPIs with target and present value`),
    table(['KPI', 'What it measures', 'Target', 'Looked at', 'Now'], [1, 2.8, 1.6, 1.1, 2.4], guide.kpis),
    heading('Interfaces', 2),
    table(['With', 'What passes'], [2, 6], guide.interfaces),
    heading('Requirements served', 2),
    caption('Table', numbers, `${guide.title}, requirements`),
    table(['Number', 'About', 'Rating'], [1.1, 5.2, 1.9], guide.requirements),
    heading('Pitfalls', 2),
    ...bullets(guide.pitfalls),
    heading('In a small organization', 2),
    text(guide.smallOrganization),
  ]
}

function flowsOf({ flows }: GuidePage, numbers: Numbers): FileChild[] {
  return flows.flatMap(({ title, chart, steps }, place) => [
    ...(place === 0 ? [heading('Flow', 2)] : []),
    picture(chart, `Flow: ${title}`),
    caption(
      'Figure',
      numbers,
      `${title}: states and steps; a bar above a state is a start, one below an end`,
    ),
    caption('Table', numbers, `${title}, steps`),
    table(['From', 'To', 'Step', 'By', 'When'], [1.4, 1.4, 2.2, 1.4, 2.4], steps),
  ])
}

function rulesOf({ title, rules }: GuidePage, numbers: Numbers): FileChild[] {
  if (rules.length === 0) return []
  return [
    heading('Rules', 2),
    caption('Table', numbers, `${title}, rules, how heavy a breach is, and the check that decides it`),
    table(['Rule', 'Says', 'Weight', 'Decided by'], [0.9, 4.6, 0.9, 2.4], rules),
  ]
}

function deviationsOf({ title, practice }: GuidePage, numbers: Numbers): FileChild[] {
  if (practice.deviations.length === 0) return []
  return [
    caption('Table', numbers, `${title}, where practice leaves the flow`),
    table(['Tickets', 'What happens', 'Times', 'Examples'], [1.3, 4, 0.8, 2.4], practice.deviations),
  ]
}

function edge(says: string): Paragraph {
  return new Paragraph({
    children: [
      new TextRun({ text: says, size: halfPoints(look.size.small), color: colour(look.light.second) }),
    ],
  })
}

function footOf({ madeOn, version, brand }: GuideBook): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({
        children: [
          brand.footer ? `${brand.footer} · ` : '',
          `Draft of ${madeOn}, pack ${version} · page `,
          PageNumber.CURRENT,
          ' of ',
          PageNumber.TOTAL_PAGES,
        ],
        size: halfPoints(look.size.small),
        color: colour(look.light.second),
      }),
    ],
  })
}
