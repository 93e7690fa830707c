import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { openGuides } from '#content/guides.ts'
import { readKnowledge } from '#content/knowledge.ts'
import { pack, reportInput } from '../../test/worlds/report-input.ts'
import { type GuideBook, type GuideInput, makeGuideBook } from './process-guides.ts'
import { printGuideBook } from './write-guides.ts'

let input: GuideInput
let book: GuideBook
let bytes: Uint8Array

before(async () => {
  const { collected: found, assessment, catalogue } = reportInput()
  const [first, ...others] = found.measures
  assert.ok(first)
  const collected = { ...found, measures: [{ ...first, aka: ['KPI-005'] }, ...others] }
  const shelf = openGuides(pack)
  const { models } = readKnowledge(pack)
  input = {
    organization: 'Maison <Clément> & Söhne',
    shelf,
    models,
    catalogue,
    collected,
    assessment,
    madeOn: '2026-07-01',
    version: '0.1.0',
  }
  book = makeGuideBook(input)
  bytes = await printGuideBook(book)
})

test('every guide of the pack names models, requirements and clauses that exist', () => {
  const models = new Set(input.models.map(({ id }) => id))
  const requirements = new Set(input.catalogue.requirements.map(({ id }) => id))
  const clauses = new Set(input.catalogue.clauses.map(({ id }) => id))
  const strangers = input.shelf.guides.flatMap((guide) => [
    ...guide.models.filter((id) => !models.has(id)),
    ...guide.requirements.filter((id) => !requirements.has(id)),
    ...guide.clauses.filter((id) => !clauses.has(id)),
  ])

  assert.equal(input.shelf.guides.length, 26)
  assert.deepEqual(strangers, [])
})

test('the guides cover every clause of the operation of services', () => {
  const covered = new Set(input.shelf.guides.flatMap(({ clauses }) => clauses))
  const open = input.catalogue.clauses.filter(
    ({ id, type }) => type === 'normative' && /^8\.[2-7]\.\d$/.test(id) && !covered.has(id),
  )

  // Coordinated delivery has no guide of its own: it applies to every guide.
  assert.deepEqual(
    open.map(({ id }) => id),
    ['8.2.1'],
  )
})

test('a KPI shows its value where a measure computes it, and says so where none does', () => {
  const measured = new Set(input.collected?.measures.flatMap(({ aka }) => aka))
  const rows = book.guides.flatMap(({ kpis }) => kpis)

  for (const [id = '', , , , now] of rows)
    assert.equal(now === 'not computed from tickets', !measured.has(id), `${id}: ${now}`)
  assert.ok(rows.some(([, , , , now]) => /\d/.test(now ?? '')))
})

test('a process without tickets says that nothing is known of its practice', () => {
  const without = makeGuideBook({
    ...input,
    collected: { ...reportInput().collected, conformance: [], measures: [] },
  })

  for (const { practice } of without.guides) assert.match(practice.says, /no tickets of this process/)
})

test('without any data the book says so', () => {
  const { collected: _, assessment: __, ...bare } = input

  assert.match(makeGuideBook(bare).basis, /No tickets have been read yet/)
})

test('a confirmed rating stands as it is, a proposed one is called so', () => {
  const rows = book.guides.flatMap(({ requirements }) => requirements)

  assert.ok(rows.every(([, , rating]) => /\(proposed\)$|^not assessed/.test(rating ?? '')))
})

test('the document holds every guide, its KPIs and its figures, and nothing undefined', () => {
  const text = documentText(bytes)

  for (const { title, kpis } of book.guides) {
    assert.ok(text.includes(title), title)
    for (const row of kpis) for (const cell of row) assert.ok(text.includes(cell), cell)
  }
  assert.ok(text.includes('Maison <Clément> & Söhne'))
  assert.doesNotMatch(text, /undefined|NaN|\[object/)
})

test('each figure has an alternative text and a picture behind the drawing', () => {
  const parts = unzipSync(bytes)
  const xml = partOf(parts, 'word/document.xml')
  const flows = book.guides.reduce((sum, guide) => sum + guide.flows.length, 0)
  const media = Object.keys(parts).filter((name) => name.startsWith('word/media/'))

  assert.equal([...xml.matchAll(/<wp:docPr [^>]*descr="Flow of [^"]{20,}"/g)].length, flows)
  assert.ok(media.some((name) => name.endsWith('.svg')) && media.some((name) => name.endsWith('.png')))
})

test('no paragraph names two styles, and no table row is empty', () => {
  const xml = partOf(unzipSync(bytes), 'word/document.xml')

  assert.doesNotMatch(xml, /<w:pStyle [^>]*\/>(?:(?!<\/w:pPr>).)*<w:pStyle /)
  assert.doesNotMatch(xml, /<w:tr>\s*<\/w:tr>/)
})

test('the same book is the same bytes', async () => {
  const one = { ...book, guides: book.guides.slice(0, 1) }

  assert.deepEqual(Buffer.from(await printGuideBook(one)), Buffer.from(await printGuideBook(one)))
})

function partOf(parts: Record<string, Uint8Array>, name: string): string {
  const part = parts[name]
  assert.ok(part, join('the package holds', name))
  return strFromU8(part)
}

/** The words of a document, as a reader sees them. */
function documentText(file: Uint8Array): string {
  const xml = partOf(unzipSync(file), 'word/document.xml')
  return xml
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
