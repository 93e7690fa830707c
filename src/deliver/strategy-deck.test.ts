import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { bareMatter, fullMatter, programmeFor } from '../../test/worlds/programme.ts'
import { type Box, fitText } from './deck/fit.ts'
import { type Block, bodyBox, type Deck } from './deck/slide.ts'
import { lintPackage } from './package-lint.ts'
import type { Programme } from './programme-figures.ts'
import { makeStrategyDeck } from './strategy-deck.ts'
import { printDeck } from './write-deck.ts'

let programme: Programme
let deck: Deck
let bytes: Uint8Array
let parts: Record<string, Uint8Array>

before(async () => {
  programme = programmeFor('strategy-framework', fullMatter)
  deck = makeStrategyDeck(programme)
  bytes = await printDeck(deck)
  parts = unzipSync(bytes)
})

test('every figure that a slide declares stands on it, in its charts, or in what is said to it', () => {
  const declared = deck.slides.flatMap(({ figures }, place) => figures.map((id) => ({ id, place })))
  const silent = declared.filter(({ id, place }) => {
    const shown = programme.figures.get(id)?.shown ?? ''
    return !readSlide(place + 1).includes(shown)
  })

  assert.ok(declared.length > 60, `${declared.length} figures are declared`)
  assert.deepEqual(silent, [])
})

test('the deck shows readiness, roadmap, money, alignment, risks, training and the measured KPIs', () => {
  const used = new Set(deck.slides.flatMap(({ figures }) => figures))
  const wanted = [
    'readiness.index',
    'gaps.total',
    'gates.red',
    'alignment.score',
    'plan.p50',
    'plan.p80',
    'certificate.on',
    'certificate.probability',
    'case.npv.p10',
    'case.npv.p50',
    'case.npv.p90',
    'case.payback',
    'case.roi',
    'kpi.KPI-001',
    'kpi.KPI-004',
    'risks.high',
    'training.persons',
  ]

  assert.deepEqual(
    wanted.filter((id) => !used.has(id)),
    [],
  )
})

test('a figure that is changed in the deck alone is found by the reader', () => {
  const xml = strFromU8(parts['ppt/slides/slide2.xml'] ?? new Uint8Array())
  const shown = programme.figures.get('certificate.probability')?.shown ?? ''

  assert.ok(plain(xml).includes(shown))
  assert.ok(!plain(xml.replaceAll(shown, '99.9 %')).includes(shown))
})

test('notes say where each figure of the slide comes from', () => {
  for (const [place, { figures, title }] of deck.slides.entries()) {
    const notes = textOf(`ppt/notesSlides/notesSlide${place + 1}.xml`)
    for (const id of figures) {
      const figure = programme.figures.get(id)
      assert.ok(
        figure && notes.includes(`${figure.label}: ${figure.shown}. Source: ${figure.source}`),
        `${title}: ${id}`,
      )
    }
    assert.ok(notes.length > 40, title)
  }
})

test('the first three slides speak without clauses and terms of audits', () => {
  for (const place of [1, 2, 3])
    assert.doesNotMatch(
      textOf(`ppt/slides/slide${place}.xml`),
      /\b\d+\.\d+\.\d+\b|\b[4-9]\.\d-[a-z]\b|nonconformit|\bSMS\b|\bgate\b|clause/i,
    )
})

test('PowerPoint finds nothing to repair: the package is whole', () => {
  assert.deepEqual(lintPackage(bytes), [])
})

test('the lint finds what the library leaves: it is no decoration', async () => {
  const broken: Record<string, Uint8Array> = {
    ...parts,
    '[Content_Types].xml': parts['[Content_Types].xml'] ?? new Uint8Array(),
  }
  const { zipSync } = await import('fflate')
  delete broken['ppt/slides/slide3.xml']
  const found = lintPackage(zipSync(broken))

  assert.ok(found.some((says) => says.includes('ppt/slides/slide3.xml is named and not there')))
  assert.ok(found.some((says) => says.includes('which is not there')))
})

test('the master has places for title, body, footer and number, and every slide fills its title', () => {
  const master = strFromU8(parts['ppt/slideMasters/slideMaster1.xml'] ?? new Uint8Array())
  for (const type of ['title', 'body', 'ftr', 'sldNum'])
    assert.match(master, new RegExp(`<p:ph type="${type}"`))

  for (const place of deck.slides.keys())
    assert.match(strFromU8(parts[`ppt/slides/slide${place + 1}.xml`] ?? new Uint8Array()), /type="title"/)
})

test('charts are charts and tables are tables, each with an alternative text', () => {
  const blocks = deck.slides.flatMap((slide) => slide.blocks)
  const of = (kind: Block['kind']) => blocks.filter((block) => block.kind === kind).length
  const charts = Object.keys(parts).filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  const frames = slides.flatMap((name) => [
    ...strFromU8(parts[name] ?? new Uint8Array()).matchAll(/<p:graphicFrame>.*?<p:cNvPr ([^>]*)>/gs),
  ])

  assert.equal(charts.length, of('chart'))
  assert.equal(frames.length, of('chart') + of('table'))
  for (const [, attributes = ''] of frames) assert.match(attributes, /descr="[^"]{10,}"/)
  assert.equal(Object.keys(parts).filter((name) => name.startsWith('ppt/media/')).length, 0)
})

test('the same programme is the same bytes, whatever was printed before', async () => {
  await printDeck(makeStrategyDeck(programmeFor('strategy-framework', bareMatter)))
  const again = await printDeck(makeStrategyDeck(programmeFor('strategy-framework', fullMatter)))

  assert.deepEqual(Buffer.from(again), Buffer.from(bytes))
})

test('what is not there is said and not drawn', async () => {
  const bare = makeStrategyDeck(programmeFor('strategy-framework', bareMatter))
  const file = unzipSync(await printDeck(bare))
  const said = Object.keys(file)
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .map((name) => plain(strFromU8(file[name] ?? new Uint8Array())))
    .join('\n')

  assert.deepEqual(
    bare.slides.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'chart')).map(({ id }) => id),
    ['gaps'],
  )
  for (const missing of [
    'No tickets were read',
    'There is no roadmap yet',
    'is not computed yet',
    'No goal is written down',
  ])
    assert.ok(said.includes(missing), missing)
  assert.doesNotMatch(said, /undefined|NaN|\[object|Infinity/)
})

test('nothing lies over anything else, whatever is there and whatever is missing', () => {
  const bare = makeStrategyDeck(programmeFor('strategy-framework', bareMatter))
  const placeOf = (block: Block): Box => (block.kind === 'text' && block.isBody ? bodyBox : block.box)
  const overlaps = [...deck.slides, ...bare.slides].flatMap(({ id, blocks }) =>
    blocks.flatMap((one, at) =>
      blocks.slice(at + 1).flatMap((other) => (meet(placeOf(one), placeOf(other)) ? [id] : [])),
    ),
  )

  assert.deepEqual(overlaps, [])
})

function meet(one: Box, other: Box): boolean {
  const slack = 1e-6
  return (
    one.x + one.w > other.x + slack &&
    other.x + other.w > one.x + slack &&
    one.y + one.h > other.y + slack &&
    other.y + other.h > one.y + slack
  )
}

test('text that has no room is cut at a word, and stands in the notes in full', () => {
  const words = Array.from({ length: 400 }, (_, place) => `word${place}`).join(' ')
  const fitted = fitText([{ text: words }], { x: 0, y: 0, w: 4, h: 1 }, [14, 12])

  assert.equal(fitted.left, 1)
  assert.match(fitted.paragraphs[0]?.text ?? '', /word\d+ …$/)
})

/** What somebody reads on a slide and hears to it: its text, that of its charts, and the first paragraph of its notes. */
function readSlide(number: number): string {
  const links = strFromU8(parts[`ppt/slides/_rels/slide${number}.xml.rels`] ?? new Uint8Array())
  const charts = [...links.matchAll(/charts\/chart\d+\.xml/g)].map(([chart]) => textOf(`ppt/${chart}`))
  const spoken =
    textOf(`ppt/notesSlides/notesSlide${number}.xml`)
      .split('\n')
      .find((line) => line.trim() !== '') ?? ''
  return [textOf(`ppt/slides/slide${number}.xml`), ...charts, spoken].join('\n')
}

function textOf(name: string): string {
  const part = parts[name]
  assert.ok(part, `the package holds ${name}`)
  return plain(strFromU8(part))
}

/** The words of a part, as a reader sees them. */
function plain(xml: string): string {
  return xml
    .replaceAll(/<\/a:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
