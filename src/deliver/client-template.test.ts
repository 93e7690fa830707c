import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { Workbook } from '@cj-tech-master/excelts'
import { strFromU8, unzipSync } from 'fflate'
import { openSentences } from '#content/sentences.ts'
import { packed } from '../../test/worlds/office-parts.ts'
import { bookTemplate, wordTemplate } from '../../test/worlds/office-template.ts'
import { emptyPlaybookInput } from '../../test/worlds/playbook-input.ts'
import { fullMatter, programmeFor } from '../../test/worlds/programme.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { slideTemplate } from '../../test/worlds/slide-template.ts'
import { spoiledContents } from '../../test/worlds/spoiled-contents.ts'
import { spoiledPackages } from '../../test/worlds/spoiled-packages.ts'
import { dressInTemplate, readTemplate } from './client-template.ts'
import { lintPackage } from './package-lint.ts'
import { makeGuideBook } from './process-guides.ts'
import { makeStrategyDeck } from './strategy-deck.ts'
import { printDeck } from './write-deck.ts'
import { printGuideBook } from './write-guides.ts'
import { printRoadmapBook } from './write-workbooks.ts'

const placed = { organization: 'Norden AG', title: '=CMD|A1', date: '2026-07-06', version: '0.1.0' }

let deck: Uint8Array

before(async () => {
  deck = await printDeck(makeStrategyDeck(programmeFor('strategy-framework', fullMatter)))
})

for (const [what, made, says] of [...spoiledContents, ...spoiledPackages])
  test(`${what} is refused as a template, with the reason`, async () => {
    await assert.rejects(readTemplate(made()), (error: Error) => {
      assert.equal(error.name, 'Refusal', error.stack)
      assert.match(error.message, says)
      return true
    })
  })

test('a template is told by what it holds, and a whole one lacks nothing but what templates seldom have', async () => {
  const [slides, word, book] = await Promise.all(
    [slideTemplate(), wordTemplate(), bookTemplate()].map((parts) => readTemplate(packed(parts))),
  )

  assert.deepEqual([slides?.kind, word?.kind, book?.kind], ['pptx', 'docx', 'xlsx'])
  assert.deepEqual([slides?.gaps, word?.gaps, book?.gaps], [[], [], []])
})

test('what a template lacks is named, with what stands there instead', async () => {
  const blank = String(slideTemplate()['ppt/slideLayouts/slideLayout4.xml'])
  const [slides, word, book] = await Promise.all(
    [
      slideTemplate({ layouts: [blank] }),
      wordTemplate({ styles: [], hasContent: false, hasEdges: false }),
      bookTemplate({ names: ['title'], hasLooks: false }),
    ].map(async (parts) => (await readTemplate(packed(parts))).gaps.map(({ lacks }) => lacks)),
  )

  assert.ok(slides?.includes('Layout "Title Slide" (type title)'), slides?.join('\n'))
  assert.ok(slides?.includes('Placeholder title in the layout "Leer"'), slides?.join('\n'))
  for (const lacks of [
    'Style "Heading 1"',
    'Style "Caption"',
    'A table style',
    'Header',
    'Content control "content"',
  ])
    assert.ok(word?.includes(lacks), `${lacks}: ${word?.join('\n')}`)
  assert.deepEqual(book, [
    'Named range "organization"',
    'Named range "date"',
    'Named range "version"',
    'Cell style "Title"',
    'Cell style "Heading 3"',
    'Cell style "Input"',
  ])
})

test('slides stand on the layouts of the template, in its colours and faces, without its own slides', async () => {
  const bytes = await dressInTemplate(deck, packed(slideTemplate()), placed)
  const parts = unzipSync(bytes)
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/[^/]+\.xml$/.test(name))
  const all = slides.map(text).join('')

  assert.deepEqual(lintPackage(bytes), [])
  assert.equal(slides.length, makeStrategyDeck(programmeFor('strategy-framework', fullMatter)).slides.length)
  assert.doesNotMatch(all, /Inter"|14181F|0E5A6B|Click to write/)
  assert.match(all, /<p:ph type="ctrTitle"\/>/)
  assert.match(all, /<p:ph type="ftr" sz="quarter" idx="13"\/>/)
  assert.match(all, /<a:schemeClr val="accent1"\/>/)
  assert.doesNotMatch(text('ppt/theme/theme1.xml'), /Clausewise/)
  assert.match(text('[Content_Types].xml'), /presentationml\.presentation\.main/)
})

test('the same deck on the same template is the same bytes', async () => {
  const template = packed(slideTemplate())
  const [one, other] = [
    await dressInTemplate(deck, template, placed),
    await dressInTemplate(deck, template, placed),
  ]

  assert.deepEqual(one, other)
})

test('text that is too wide for the title of a template becomes smaller, never cut off', async () => {
  const parts = unzipSync(await dressInTemplate(deck, packed(slideTemplate()), placed))
  const titles = Object.entries(parts)
    .filter(([name]) => /^ppt\/slides\/[^/]+\.xml$/.test(name))
    .map(
      ([, part]) => /<p:ph type="title"\/>.*?<a:rPr lang="[^"]*"(?: sz="(\d+)")?/s.exec(strFromU8(part))?.[1],
    )
    .filter((size) => size !== undefined)

  for (const size of titles) assert.ok(Number(size) >= 500 && Number(size) < 2400, size)
})

test('text of ours takes the styles, page, header and lists of a document, and its places are filled', async () => {
  const made = await printGuideBook(guides())
  const bytes = await dressInTemplate(made, packed(wordTemplate()), placed)
  const text = reader(bytes)
  const body = text('word/document.xml')

  assert.deepEqual(lintPackage(bytes), [])
  for (const style of ['berschrift1', 'berschrift2', 'Beschriftung', 'Aufzhlung'])
    assert.match(body, new RegExp(`<w:pStyle w:val="${style}"/>`))
  assert.match(body, /<w:tblStyle w:val="Hafen"\/>/)
  assert.match(body, /w:pgSz w:w="12240"/)
  assert.match(body, /=CMD\|A1/)
  assert.match(text('word/header1.xml'), /Harbour Group.*=CMD\|A1/s)
  assert.doesNotMatch(body, /Heading1|14181F|Text goes here|>Organization</)
  assert.deepEqual(await dressInTemplate(made, packed(wordTemplate()), placed), bytes)
})

test('a document without styles, edges and places still holds all of our text', async () => {
  const made = await printGuideBook(guides())
  const bare = packed(wordTemplate({ styles: [], hasContent: false, hasEdges: false }))
  const bytes = await dressInTemplate(made, bare, placed)
  const words = (text: string) => [...text.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, word]) => word)

  assert.deepEqual(lintPackage(bytes), [])
  assert.deepEqual(words(reader(bytes)('word/document.xml')), words(reader(made)('word/document.xml')))
  assert.doesNotMatch(reader(bytes)('word/document.xml'), /Lorem ipsum/)
})

test('sheets of ours stand behind those of a workbook, in its cell styles; a title that begins with = stays text', async () => {
  const made = await printRoadmapBook(programmeFor('implementation-roadmap', fullMatter))
  const bytes = await dressInTemplate(made, packed(bookTemplate()), placed)
  const text = reader(bytes)
  const book = text('xl/workbook.xml')
  const names = [...book.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name)

  assert.deepEqual(lintPackage(bytes), [])
  assert.deepEqual(names.slice(0, 4), ['Cover page', 'Tasks 2', 'Summary', 'Tasks'])
  assert.match(text('xl/worksheets/sheet1.xml'), /<c r="C6" t="inlineStr"><is><t>=CMD\|A1<\/t>/)
  assert.match(text('xl/worksheets/sheet1.xml'), /<f>'Tasks 2'!A1<\/f>/)
  assert.match(book, /localSheetId="1">'Tasks 2'!\$A\$1/)
  assert.match(text('xl/styles.xml'), /xfId="2"/)
  assert.deepEqual(await dressInTemplate(made, packed(bookTemplate()), placed), bytes)
})

test('a workbook in a template of the organization says the same figures', async () => {
  const made = await printRoadmapBook(programmeFor('implementation-roadmap', fullMatter))
  const bytes = await dressInTemplate(made, packed(bookTemplate()), placed)
  const [before, after] = [await cellsOf(made), await cellsOf(bytes)]

  assert.ok(before.size > 500)
  for (const [cell, value] of before) assert.deepEqual(after.get(cell), value, cell)
})

function guides() {
  const { speech, shelf, models, catalogue } = emptyPlaybookInput()
  const few = { ...shelf, guides: shelf.guides.slice(0, 2) }
  const sentences = openSentences(pack, 'process-guides', 'en')
  const about = { organization: 'Norden AG', madeOn: '2026-07-06', version: '0.1.0', sentences }
  return makeGuideBook({
    ...about,
    speech,
    shelf: few,
    models,
    reference: models,
    forms: new Map(),
    catalogue,
  })
}

function reader(bytes: Uint8Array): (name: string) => string {
  const parts = unzipSync(bytes)
  return (name) => strFromU8(parts[name] ?? new Uint8Array())
}

/** Every cell of a workbook by sheet and place, with its value or formula. */
async function cellsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, unknown>> {
  const book = new Workbook()
  await book.xlsx.load(Buffer.from(bytes))
  const found = new Map<string, unknown>()
  for (const sheet of book.worksheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        found.set(`${sheet.name} ${cell.address}`, JSON.parse(JSON.stringify(cell.value)))
      }),
    )
  return found
}
