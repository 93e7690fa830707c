import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { type Brand, coverStyles } from '#base/brand.ts'
import { openSentences } from '#content/sentences.ts'
import { flat, needsReader, needsTypesetter, textOf } from '../../test/worlds/pdf.ts'
import { emptyPlaybookInput, playbookInput } from '../../test/worlds/playbook-input.ts'
import { fullMatter, programmeFor, programmeOf } from '../../test/worlds/programme.ts'
import { pack, reportInput } from '../../test/worlds/report-input.ts'
import { makeExecutiveSummary } from './executive-summary.ts'
import { makeGapReport } from './gap-report.ts'
import { lintPackage } from './package-lint.ts'
import { makePlaybook } from './playbook.ts'
import { makeGuideBook } from './process-guides.ts'
import { makeStrategyDeck } from './strategy-deck.ts'
import { printExecutiveSummary, printGapReport, printPlaybook } from './write.ts'
import { printDeck } from './write-deck.ts'
import { printGuideBook } from './write-guides.ts'
import { printCaseBook } from './write-workbooks.ts'

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="30" fill="#123456"/></svg>'

const north: Brand = {
  primary: '#7A1F5C',
  secondary: '#1B4F72',
  footer: 'Desk of the North',
  coverLine: 'Edition of the North',
  logo: { type: 'image/svg+xml', base64: Buffer.from(drawing).toString('base64'), width: 90, height: 30 },
}
const south: Brand = {
  primary: '#1C5A2E',
  secondary: '#4A3000',
  footer: 'Desk of the South',
  coverLine: 'Edition of the South',
}

const report = (organization: string, brand?: Brand) =>
  printGapReport(makeGapReport({ ...reportInput(), organization, brand }), pack)

test(
  'each of two organizations has its own look, and no name of the other stands anywhere',
  needsReader,
  () => {
    const [one, other] = [report('Norden AG', north), report('Sueden AG', south)]
    const [first, second] = [flat(textOf(one)), flat(textOf(other))]

    assert.ok(
      first.includes('Norden AG') &&
        first.includes('Desk of the North') &&
        first.includes('Edition of the North'),
    )
    assert.ok(second.includes('Sueden AG') && second.includes('Desk of the South'))
    assert.doesNotMatch(first, /Sueden|South|Clausewise/)
    assert.doesNotMatch(second, /Norden|North|Clausewise/)
    for (const bytes of [one, other]) assert.doesNotMatch(Buffer.from(bytes).toString('latin1'), /Clausewise/)
  },
)

test('a logo has words for those who cannot see it, and the document stays PDF/UA', needsTypesetter, () => {
  const bytes = Buffer.from(report('Norden AG', north)).toString('latin1')
  const without = Buffer.from(report('Norden AG')).toString('latin1')

  assert.match(bytes, /pdfuaid:part>1</)
  assert.equal(bytes.split('/Figure').length, without.split('/Figure').length + 1)
})

test('the playbook bears the look, and the program is not named where there is one', needsReader, () => {
  const text = flat(textOf(printPlaybook(makePlaybook({ ...playbookInput(), brand: south }), pack)))

  assert.ok(text.includes('Desk of the South') && text.includes('Edition of the South'))
  assert.doesNotMatch(text, /Clausewise/)
})

test('the guidelines in Word bear the look', async () => {
  const { speech, shelf, models, catalogue } = emptyPlaybookInput()
  const few = { ...shelf, guides: shelf.guides.slice(0, 1) }
  const book = makeGuideBook({
    speech,
    organization: 'Norden AG',
    shelf: few,
    models,
    reference: models,
    forms: new Map(),
    sentences: openSentences(pack, 'process-guides', 'en'),
    catalogue,
    madeOn: '2026-07-06',
    version: '0.1.0',
    brand: north,
  })

  const parts = unzipSync(await printGuideBook(book))
  const text = (name: string) => new TextDecoder().decode(parts[name])
  const all = Object.keys(parts)
    .filter((name) => name.endsWith('.xml'))
    .map(text)
    .join('')

  assert.match(text('word/document.xml'), /Logo of Norden AG/)
  assert.match(text('word/document.xml'), /Edition of the North/)
  assert.match(text('word/styles.xml'), /7A1F5C/)
  assert.match(all, /Desk of the North/)
  assert.doesNotMatch(all, /0E5A6B/)
})

test('the deck bears colours, face, footer, logo and band, and no colour of ours is left on it', async () => {
  const brand: Brand = { ...north, officeFont: 'Source Serif 4', cover: 'band' }
  const bytes = await printDeck(
    makeStrategyDeck(programmeFor('strategy-framework', { ...fullMatter, brand })),
  )
  const parts = unzipSync(bytes)
  const all = Object.keys(parts)
    .filter((name) => /^ppt\/.*\.xml$/.test(name))
    .map((name) => new TextDecoder().decode(parts[name]))
    .join('')

  assert.deepEqual(lintPackage(bytes), [])
  assert.match(all, /7A1F5C/)
  assert.match(all, /Desk of the North · 2026-07-06/)
  assert.match(all, /Edition of the North/)
  assert.match(all, /name="Band"/)
  assert.match(all, /descr="Logo of Maison &lt;Clément&gt; &amp; Söhne"/)
  assert.match(all, /typeface="Source Serif 4"/)
  assert.doesNotMatch(all, /0E5A6B|typeface="Inter"|Clausewise/)
})

test('a workbook bears the colour on its heads, words on its pages and the logo on its first sheet', async () => {
  const brand: Brand = { ...south, footer: 'A & B', officeFont: 'Source Sans 3', logo: north.logo }
  const programme = programmeFor('business-case', { ...fullMatter, brand })
  const [bytes, again] = [await printCaseBook(programme), await printCaseBook(programme)]
  const parts = unzipSync(bytes)
  const text = (name: string) => new TextDecoder().decode(parts[name])

  assert.deepEqual(bytes, again)
  assert.deepEqual(lintPackage(bytes), [])
  assert.match(text('xl/styles.xml'), /<fgColor rgb="FF1C5A2E"\/>/)
  assert.match(text('xl/styles.xml'), /<name val="Source Sans 3"\/>/)
  assert.doesNotMatch(text('xl/styles.xml'), /Calibri/)
  assert.match(text('xl/worksheets/sheet1.xml'), /<oddFooter>&amp;LA &amp;&amp; B&amp;C/)
  assert.match(text('xl/worksheets/sheet1.xml'), /<drawing /)
  assert.ok(parts['xl/media/logo.png'])
})

for (const cover of coverStyles)
  test(`a PDF with the cover "${cover}" in another face holds the same words`, needsReader, () => {
    const text = flat(textOf(report('Norden AG', { ...north, cover, font: 'Libertinus Serif' })))

    for (const words of ['Norden AG', 'Edition of the North', 'Desk of the North'])
      assert.ok(text.includes(words))
  })

test('the executive summary bears the look and keeps to one page', needsReader, () => {
  const summary = makeExecutiveSummary(programmeOf({ ...fullMatter, brand: north }))
  const bytes = printExecutiveSummary(summary, pack)

  assert.ok(flat(textOf(bytes)).includes('Desk of the North'))
  assert.equal(
    [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/Type \/Page\b(?!s)/g),
    ].length,
    1,
  )
})
