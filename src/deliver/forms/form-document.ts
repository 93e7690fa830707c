import { AlignmentType, Document, type FileChild, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx'
import { look } from '#base/look.ts'
import { say } from '#content/sentences.ts'
import type { FormPage } from '../forms.ts'
import { type Fields, openFields } from '../guides/fields.ts'
import { colour, halfPoints, heading, logoOf, styles, table, text } from '../word.ts'
import type { Fonts } from '../write-word.ts'

/** How high a field is at least, so that it can be filled in on paper too, in twentieths of a point. */
const room = { line: 360, text: 900 } as const

/** A form as a Word document: what it is for, and its parts with fields to fill in. */
export function formDocument(form: FormPage, fonts: Fonts): Document {
  const { brand, organization, title, sentences, parts } = form
  const fields = openFields()
  return new Document({
    title: `${title}: ${organization}`,
    creator: organization,
    lastModifiedBy: organization,
    description: form.for,
    styles: styles(brand),
    fonts: [{ name: 'Inter', data: fonts.regular, bold: fonts.bold }],
    sections: [
      {
        headers: { default: new Header({ children: [edge(`${title} · ${organization}`)] }) },
        footers: { default: new Footer({ children: [footOf(form)] }) },
        children: [
          ...(brand.logo ? [logoOf(brand.logo, organization)] : []),
          new Paragraph({
            style: 'FormTitle',
            children: [new TextRun(title)],
          }),
          text(form.for),
          new Paragraph({ style: 'Caption', children: [new TextRun(form.serves)] }),
          text(say(sentences, 'forms.basis')),
          ...(sentences.missing.length > 0 ? [text(say(sentences, 'note.incomplete'))] : []),
          ...parts.flatMap((part) => partOf(part, form, fields)),
        ],
      },
    ],
  })
}

function partOf(
  { title, rows, fields: own }: FormPage['parts'][number],
  { sentences }: FormPage,
  fields: Fields,
): readonly FileChild[] {
  const body =
    rows === undefined
      ? table(
          [say(sentences, 'forms.field'), say(sentences, 'forms.entry')],
          [2.4, 5.6],
          own.map((field) => [field.label, fields(field)]),
          (row) => (own[row]?.kind === 'text' ? room.text : room.line),
        )
      : table(
          own.map(({ label }) => label),
          own.map(() => 1),
          Array.from({ length: rows }, (_, at) =>
            own.map((field) =>
              fields({ ...field, tag: `${field.tag}.${at + 1}`, label: `${field.label} ${at + 1}` }),
            ),
          ),
          () => room.line,
        )
  return [heading(title, 2), body]
}

function edge(says: string): Paragraph {
  return new Paragraph({ children: [small(says)] })
}

function footOf({ brand, madeOn: day, version, sentences }: FormPage): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      small(brand.footer ? `${brand.footer} · ` : ''),
      small(`${say(sentences, 'forms.footer', { day, version })} · `),
      new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], ...quiet }),
    ],
  })
}

const quiet = { size: halfPoints(look.size.small), color: colour(look.light.second) }

function small(says: string): TextRun {
  return new TextRun({ text: says, ...quiet })
}
