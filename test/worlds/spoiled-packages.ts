import { packed, packedByHand, typesPart } from './office-parts.ts'
import { bookTemplate, wordTemplate } from './office-template.ts'
import { slideTemplate } from './slide-template.ts'
import { changed, type Spoiled, withLink, withPart } from './spoiled-contents.ts'

const documentLinks = 'word/_rels/document.xml.rels'

/** Packages that are broken, or made to break who reads them. */
export const spoiledPackages: readonly Spoiled[] = [
  [
    'a name that leads out',
    () =>
      packedByHand([
        { name: '../../etc/cron.d/x', content: 'x' },
        { name: '[Content_Types].xml', content: typesPart({}) },
      ]),
    /(leads out|invalid relative path)/,
  ],
  [
    'an absolute name',
    () =>
      packedByHand([
        { name: '/etc/passwd', content: 'x' },
        { name: '[Content_Types].xml', content: typesPart({}) },
      ]),
    /(leads out|absolute path)/,
  ],
  [
    'one name twice',
    () => {
      const all = Object.entries(wordTemplate()).map(([name, content]) => ({
        name,
        content: String(content),
      }))
      return packedByHand([...all, { name: 'Word/Document.xml', content: '<other/>' }])
    },
    /twice/,
  ],
  [
    'a protected entry',
    () =>
      packedByHand(
        Object.entries(wordTemplate()).map(([name, content]) => ({
          name,
          content: String(content),
          flag: 1,
          size: String(content).length - 12,
        })),
      ),
    /password/,
  ],
  [
    'a size that lies',
    () =>
      packedByHand(
        Object.entries(wordTemplate()).map(([name, content]) => ({
          name,
          content: String(content),
          size: 50_000_000,
        })),
      ),
    /(beyond reason|cannot be unpacked)/,
  ],
  [
    'a package that grows',
    () => withPart(wordTemplate(), 'word/media/zeros.png', new Uint8Array(60_000_000)),
    /beyond reason/,
  ],
  [
    'entities that multiply',
    () =>
      changed(wordTemplate(), 'word/styles.xml', (text) =>
        text.replace('<w:styles', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:styles'),
      ),
    /document type/,
  ],
  [
    'XML that is none',
    () => withPart(wordTemplate(), 'word/styles.xml', '<w:styles><w:style'),
    /which is no XML/,
  ],
  [
    'ten thousand layouts',
    () => {
      const parts = slideTemplate()
      for (let at = 0; at < 10_000; at += 1) parts[`ppt/slideLayouts/slideLayout${at + 10}.xml`] = '<a/>'
      return packed(parts)
    },
    /holds 100\d\d parts/,
  ],
  [
    'three hundred layouts',
    () => {
      const [, text] =
        Object.entries(slideTemplate()).find(([name]) => name.endsWith('slideLayout2.xml')) ?? []
      return packed(slideTemplate({ layouts: Array.from({ length: 300 }, () => String(text)) }))
    },
    /has 300 layouts, and 200 are read/,
  ],
  [
    'no master',
    () =>
      changed(slideTemplate(), 'ppt/presentation.xml', (text) =>
        text.replace(/<p:sldMasterIdLst>.*<\/p:sldMasterIdLst>/, ''),
      ),
    /no slide master/,
  ],
  [
    'Strict Open XML',
    () =>
      changed(wordTemplate(), '_rels/.rels', (text) =>
        text.replace(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        ),
      ),
    /Strict Open XML/,
  ],
  [
    'a link into nothing',
    () =>
      changed(wordTemplate(), documentLinks, (text) => withLink(text, ['rId90', 'image', 'media/gone.png'])),
    /leads to "word\/media\/gone.png", which is not there/,
  ],
  [
    'a picture that is none',
    () => withPart(wordTemplate(), 'word/media/logo.png', '<html>'),
    /no such picture/,
  ],
  [
    'a drawing with a script',
    () => withPart(wordTemplate(), 'word/media/logo.svg', '<svg><script>alert(1)</script></svg>'),
    /could run or load/,
  ],
  [
    'a workbook in a document',
    () => withPart(wordTemplate(), 'word/embeddings/book.xlsx', packed(bookTemplate())),
    /file of its own/,
  ],
  [
    'no styles',
    () =>
      changed(wordTemplate(), documentLinks, (text) =>
        text.replace(/<Relationship [^>]*styles\.xml"\/>/, ''),
      ),
    /no styles/,
  ],
]
