import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import type { Brand } from '#base/brand.ts'
import { openSentences } from '#content/sentences.ts'
import { flat, needsReader, needsTypesetter, textOf } from '../../test/worlds/pdf.ts'
import { emptyPlaybookInput, playbookInput } from '../../test/worlds/playbook-input.ts'
import { pack, reportInput } from '../../test/worlds/report-input.ts'
import { makeGapReport } from './gap-report.ts'
import { makePlaybook } from './playbook.ts'
import { makeGuideBook } from './process-guides.ts'
import { printGapReport, printPlaybook } from './write.ts'
import { printGuideBook } from './write-guides.ts'

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
  const { shelf, models, catalogue } = emptyPlaybookInput()
  const few = { ...shelf, guides: shelf.guides.slice(0, 1) }
  const book = makeGuideBook({
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
