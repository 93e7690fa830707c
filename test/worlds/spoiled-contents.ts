import { linksPart, type Parts, packed, typesPart } from './office-parts.ts'
import { bookTemplate, wordTemplate } from './office-template.ts'
import { slideTemplate } from './slide-template.ts'

/** What nobody may hand in as a template: what it is, the file, and the words of the answer. */
export type Spoiled = readonly [string, () => Buffer, RegExp]

/** The template with one part more, or another in its place. */
export function withPart(parts: Parts, name: string, part: string | Uint8Array): Buffer {
  return packed({ ...parts, [name]: part })
}

/** The template with a part that was changed. */
export function changed(parts: Parts, name: string, change: (text: string) => string): Buffer {
  return packed({ ...parts, [name]: change(String(parts[name])) })
}

/** Links with one more. */
export const withLink = (text: string, link: readonly [string, string, string, string?]) => {
  const [, inner = ''] = /<Relationships[^>]*>(.*)<\/Relationships>/s.exec(linksPart([link])) ?? []
  return text.replace('</Relationships>', `${inner}</Relationships>`)
}

const deckTypes = (what: string) => `application/vnd.ms-powerpoint.${what}+xml`
const documentLinks = 'word/_rels/document.xml.rels'
const bookLinks = 'xl/_rels/workbook.xml.rels'

/** Packages that are sound, and hold what could run, load or lead out. */
export const spoiledContents: readonly Spoiled[] = [
  ['plain text', () => Buffer.from('a template, honestly'), /is plain text.*DOCX/],
  ['a PDF', () => Buffer.from('%PDF-1.7 and so on'), /is a PDF/],
  ['nothing', () => Buffer.alloc(0), /is empty/],
  [
    'a protected file',
    () => Buffer.from('d0cf11e0a1b11ae1'.padEnd(2000, '0'), 'hex'),
    /protected by a password/,
  ],
  ['more than is taken', () => Buffer.alloc(25_000_001), /has 26 MB, and 25 MB are taken/],
  ['an empty package', () => packed({ '[Content_Types].xml': typesPart({}) }), /empty package/],
  ['a cut package', () => packed(wordTemplate()).subarray(0, 900), /no zip package/],
  [
    'a macro-enabled presentation',
    () =>
      changed(slideTemplate(), '[Content_Types].xml', (text) =>
        text.replace(
          /application\/vnd\.openxml[^"]*template\.main\+xml/,
          deckTypes('presentation.macroEnabled.main'),
        ),
      ),
    /holds macros/,
  ],
  [
    'a macro under a plain name',
    () => {
      const parts = wordTemplate()
      return packed({
        ...parts,
        'word/vbaProject.bin': 'macro',
        [documentLinks]: withLink(String(parts[documentLinks]), [
          'rId90',
          'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
          'vbaProject.bin',
        ]),
      })
    },
    /holds macros/,
  ],
  [
    'a remote template',
    () => {
      const parts = wordTemplate()
      return changed(parts, documentLinks, (text) =>
        withLink(text, ['rId90', 'attachedTemplate', 'https://example.org/evil.dotm', 'External']),
      )
    },
    /attachedTemplate/,
  ],
  [
    'a linked picture',
    () =>
      changed(wordTemplate(), documentLinks, (text) =>
        withLink(text, ['rId90', 'image', 'https://example.org/pixel.png', 'External']),
      ),
    /leads out of itself: "image"/,
  ],
  [
    'a link to a file share',
    () =>
      changed(wordTemplate(), documentLinks, (text) =>
        withLink(text, ['rId90', 'hyperlink', 'file://server/share', 'External']),
      ),
    /leads out of itself: "hyperlink"/,
  ],
  [
    'another workbook',
    () => {
      const parts = bookTemplate()
      return packed({
        ...parts,
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
        [bookLinks]: withLink(String(parts[bookLinks]), [
          'rId90',
          'externalLink',
          'externalLinks/externalLink1.xml',
        ]),
      })
    },
    /links to other files/,
  ],
  [
    'an embedded object',
    () => {
      const parts = wordTemplate()
      return packed({
        ...parts,
        'word/embeddings/paint.bin': Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        '[Content_Types].xml': String(parts['[Content_Types].xml']).replace(
          'vnd.ms-office.vbaProject',
          'octet-stream',
        ),
      })
    },
    /program or an object/,
  ],
  [
    'a field that starts a program',
    () =>
      changed(wordTemplate(), 'word/document.xml', (text) =>
        text.replace(
          '<w:body>',
          '<w:body><w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\cmd.exe</w:instrText></w:r></w:p>',
        ),
      ),
    /the field DDEAUTO/,
  ],
  [
    'a formula that fetches',
    () =>
      changed(bookTemplate(), 'xl/worksheets/sheet1.xml', (text) =>
        text.replace('<f>Tasks!A1</f>', '<f>WEBSERVICE("https://example.org")</f>'),
      ),
    /the formula/,
  ],
  [
    'a formula that starts a program',
    () =>
      changed(bookTemplate(), 'xl/worksheets/sheet1.xml', (text) =>
        text.replace('<f>Tasks!A1</f>', "<f>cmd|'/C calc'!A0</f>"),
      ),
    /the formula/,
  ],
  [
    'a click that starts a program',
    () =>
      changed(slideTemplate(), 'ppt/slides/slide1.xml', (text) =>
        text.replace(
          '<p:cNvPr id="2" name="Place 2"/>',
          '<p:cNvPr id="2" name="x"><a:hlinkClick r:id="" action="ppaction://program"/></p:cNvPr>',
        ),
      ),
    /clicked/,
  ],
  [
    'a document that says it is a presentation',
    () =>
      changed(wordTemplate(), '[Content_Types].xml', (text) =>
        text.replace('wordprocessingml.document.main', 'presentationml.presentation.main'),
      ),
    /has (no slide master|slides of a size)/,
  ],
  [
    'a type that nobody knows',
    () =>
      changed(wordTemplate(), '[Content_Types].xml', (text) =>
        text.replace(
          'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
          'text/html',
        ),
      ),
    /"text\/html"/,
  ],
]
