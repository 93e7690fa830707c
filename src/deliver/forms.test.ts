import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { openForms } from '#content/forms.ts'
import { openGuides } from '#content/guides.ts'
import { openLibrary } from '#content/library.ts'
import { openSentences } from '#content/sentences.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { type FormPage, formTitles, makeForms } from './forms.ts'
import { lintPackage } from './package-lint.ts'
import { printForm, printForms } from './write-forms.ts'

const forms = openForms(pack)
const { guides } = openGuides(pack)
const sentences = openSentences(pack, 'forms', 'en')
const input = { organization: 'Maison <Clément> & Söhne', madeOn: '2026-07-01', version: '0.1.0' }
let pages: readonly FormPage[]
let files: ReadonlyMap<string, string>

before(async () => {
  pages = makeForms(forms, input, { sentences, guides })
  const printed = await Promise.all(pages.map(async (page) => [page.id, await printForm(page)] as const))
  for (const [id, bytes] of printed) assert.deepEqual(lintPackage(bytes), [], id)
  files = new Map(
    printed.map(([id, bytes]) => [id, strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())]),
  )
})

test('each form belongs to a guide at full length and serves requirements that exist', () => {
  const requirements = new Set(openLibrary(pack).catalogue.requirements.map(({ id }) => id))
  const full = guides.filter(({ chapters }) => chapters.length > 0).map(({ id }) => id)

  assert.equal(forms.length, 4)
  for (const { id, guide, requirements: served } of forms) {
    assert.ok(full.includes(guide), `${id}: ${guide}`)
    assert.deepEqual(
      served.filter((one) => !requirements.has(one)),
      [],
    )
  }
})

test('no word of the forms is left over', () => {
  const used = new Set(
    forms.flatMap(({ id, sections }) => [
      `${id}.title`,
      `${id}.for`,
      ...sections.flatMap((part) => [
        `${id}.${part.id}.title`,
        ...part.fields.flatMap((field) => [
          `${id}.${part.id}.${field.id}`,
          ...(['line', 'text'].includes(field.kind) ? [`${id}.${part.id}.${field.id}.hint`] : []),
          ...(field.kind === 'choice' ? field.options.map((option) => `option.${option}`) : []),
        ]),
      ]),
    ]),
  )
  const ofEvery = openSentences(pack, 'every', 'en').english
  const left = Object.keys(sentences.english).filter(
    (key) => !used.has(key) && !key.startsWith('forms.') && ofEvery[key] === undefined,
  )

  assert.deepEqual(left, [])
})

test('every field is a control of Word with its name, its hint and its kind', () => {
  for (const { id, parts } of pages) {
    const xml = files.get(id) ?? ''
    const wanted = parts.reduce((sum, { rows = 1, fields }) => sum + rows * fields.length, 0)
    const ids = [...xml.matchAll(/<w:sdtPr>.*?<w:id w:val="(\d+)"\/>/g)].map(([, number]) => number)

    assert.equal([...xml.matchAll(/<w:sdt>/g)].length, wanted, id)
    assert.equal(new Set(ids).size, ids.length, id)
    for (const { fields } of parts)
      for (const { label, hint, kind } of fields) {
        assert.ok(xml.includes(`<w:alias w:val="${label}`), `${id}: ${label}`)
        assert.ok(kind === 'check' || xml.includes(hint), `${id}: ${hint}`)
      }
  }
  assert.match(files.get('request-for-change') ?? '', /<w:dropDownList><w:listItem w:displayText="standard"/)
  assert.match(files.get('major-report') ?? '', /<w:date><w:dateFormat w:val="yyyy-MM-dd"\/>/)
})

test('all forms come in one file, and the same forms are the same bytes', async () => {
  const [one, other] = [await printForms(pages), await printForms(pages)]

  assert.deepEqual(
    Object.keys(unzipSync(one)),
    forms.map(({ id }) => `${id}.docx`),
  )
  assert.deepEqual(Buffer.from(one), Buffer.from(other))
})

test('a guide knows the titles of its forms', () => {
  assert.deepEqual(formTitles(forms, sentences).get('change'), [
    'Request for change',
    'Post-implementation review',
  ])
})
