import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { openGuides } from '#content/guides.ts'
import { readKnowledge } from '#content/knowledge.ts'
import { openSentences } from '#content/sentences.ts'
import { pack, reportInput } from '../../test/worlds/report-input.ts'
import { type GuideBook, type GuideInput, makeGuideBook } from './process-guides.ts'
import { openSpeech } from './speech.ts'
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
    speech: openSpeech(pack, 'every', 'en', ['processes']),
    organization: 'Maison <Clément> & Söhne',
    shelf,
    models,
    reference: models,
    forms: new Map(),
    sentences: openSentences(pack, 'process-guides', 'en'),
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

  assert.ok(rows.every(([, , , rating]) => /\(proposed\)$|^not assessed/.test(rating ?? '')))
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

test('four guides are at full length: each chapter has a heading in every language and says something of its own', () => {
  const full = book.guides.filter(({ chapters }) => chapters.length > 0)

  assert.equal(full.length, 4)
  for (const { id, chapters } of full) {
    assert.equal(chapters.length, 13, id)
    for (const language of ['en', 'de', 'fr', 'it'] as const) {
      const { own } = openSentences(pack, 'process-guides', language)
      for (const chapter of chapters) assert.ok(own[`chapter.${chapter.id}`], `${language}: ${chapter.id}`)
    }
  }
})

test('what a guide at full length shows is counted from the tickets and the checks', () => {
  const guide = book.guides.find(({ id }) => id === 'change')
  const examples = guide?.chapters.find(({ id }) => id === 'examples')
  const rows = examples?.own.flatMap((part) => ('rows' in part ? part.rows : [])) ?? []
  const text = documentText(bytes)
  const asked = input.collected?.results.filter(
    ({ decides, population }) =>
      population > 0 && decides.some(({ requirement }) => /^8\.5\.1/.test(requirement)),
  )

  assert.ok(asked && asked.length > 3)
  for (const { title, met, population } of asked) {
    const row = rows.find(([says]) => says === title)
    assert.ok(row?.[1]?.includes(`${met.toLocaleString('en')} of ${population.toLocaleString('en')}`), title)
    assert.ok(text.includes(title), title)
  }
})

test('without data a guide at full length says that there are no examples', () => {
  const { collected: _, assessment: __, ...bare } = input
  const said = makeGuideBook(bare).guides.flatMap(({ chapters }) =>
    chapters.flatMap(({ own }) => own.flatMap((part) => ('says' in part ? [part.says] : []))),
  )

  assert.ok(said.some((says) => says.startsWith('No finished tickets')))
  assert.ok(said.some((says) => says.startsWith('No check of this process')))
})

test('where the agreed flow is not the reference, every difference is marked, and own steps are called so', () => {
  const own = input.models.map((model) =>
    model.id === 'problem'
      ? {
          ...model,
          transitions: [
            ...model.transitions.slice(1),
            { from: 'new', to: 'closed', name: 'close at once', actor: 'anybody', added: false },
          ],
          rules: model.rules.slice(1),
        }
      : model,
  )
  const [removed] = input.models.find(({ id }) => id === 'problem')?.rules ?? []
  const guides = makeGuideBook({ ...input, models: own }).guides
  const guide = guides.find(({ id }) => id === 'problem')
  const marks = guide?.adapted.map(([mark, , what]) => `${mark} ${what}`) ?? []

  assert.ok(marks.includes('+ added Step from new to closed (close at once)'), marks.join('\n'))
  assert.ok(marks.some((says) => says.startsWith('− left out Step from ')))
  assert.ok(removed && marks.some((says) => says.startsWith(`− left out Rule ${removed.id}`)))
  assert.ok(guide?.flows.some(({ steps }) => steps.some(([, , step]) => step === 'Close at once (own step)')))
  assert.deepEqual(
    guides.filter(({ id, adapted }) => id !== 'problem' && adapted.length > 0).map(({ id }) => id),
    [],
  )
})

test('a model that was only written down in another order is no difference', () => {
  const backwards = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(backwards)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, inner]) => [key, backwards(inner)]),
    )
  }
  const models = backwards(input.models) as typeof input.models // the same models, field by field

  const { guides } = makeGuideBook({ ...input, models })

  assert.deepEqual(
    guides.flatMap(({ adapted }) => adapted),
    [],
  )
})

test('each cross-reference leads to a caption that is there, and bears its number', () => {
  const xml = partOf(unzipSync(bytes), 'word/document.xml')
  const captions = new Set(
    [...xml.matchAll(/<w:bookmarkStart [^>]*w:name="((?:Table|Figure)_\d+)"/g)].map(([, name]) => name),
  )
  const references = [...xml.matchAll(/w:instr=" REF (\w+) \\h ".*?<w:t[^>]*>(\w+) (\d+)<\/w:t>/g)]

  assert.ok(references.length > 26 * 5, `${references.length} references`)
  for (const [, name = '', word, number] of references) {
    assert.ok(captions.has(name), name)
    assert.equal(`${word}_${number}`, name)
  }
})

test('a requirement says what holds it: rules of the model, checks of the data, or activities and records', () => {
  const rows = book.guides.find(({ id }) => id === 'change')?.requirements ?? []

  assert.match(rows.find(([id]) => id === '8.5.1.3-a')?.[2] ?? '', /CHG-C1/)
  for (const [id, , held] of rows) assert.ok(held && held.length > 3, id)
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
