import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { drawQuiz } from '#adoption/quiz.ts'
import { Refusal } from '#base/refusal.ts'
import { type AwarenessPlan, openAwareness } from '#content/awareness.ts'
import type { Course } from '#content/course.ts'
import { demandCourse, openPeopleSide } from '#content/people-side.ts'
import { openSentences } from '#content/sentences.ts'
import { bareMatter, fullMatter, programmeFor } from '../../test/worlds/programme.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { withOwnFigures } from './awareness/own-figures.ts'
import { demandAudience, makeAwarenessDeck, sectionsFor } from './awareness-deck.ts'
import { cardSizes, placesOf, saysBox } from './deck/draw-cards.ts'
import { type Box, fitTable, fitText } from './deck/fit.ts'
import { type Block, bodyBox, type Deck, titleBox, titleSizes } from './deck/slide.ts'
import { lintPackage } from './package-lint.ts'
import { printDeck } from './write-deck.ts'

const languages = ['en', 'de', 'fr', 'it'] as const
let plan: AwarenessPlan
let course: Course
let deck: Deck
let bytes: Uint8Array
let parts: Record<string, Uint8Array>

function deckOf(
  matter = fullMatter,
  roles: readonly string[] = [],
  language: (typeof languages)[number] = 'en',
) {
  return makeAwarenessDeck(programmeFor('awareness', matter, language), {
    plan,
    course,
    sentences: openSentences(pack, 'awareness', language),
    roles,
  })
}

before(async () => {
  plan = openAwareness(pack)
  course = demandCourse(openPeopleSide(pack), plan.course)
  deck = deckOf()
  bytes = await printDeck(deck)
  parts = unzipSync(bytes)
})

test('every slide of the plan has its words, and every word belongs to a slide', () => {
  const { english } = openSentences(pack, 'awareness', 'en')
  const slides = plan.sections.flatMap(({ id, slides: own }) => own.map((slide) => `${id}.${slide.id}`))
  const silent = slides.filter(
    (key) => !english[`${key}.title`] || (english[`${key}.says`] ?? '').length < 60,
  )
  const sections = plan.sections.map(({ id }) => id)
  const homeless = Object.keys(english).filter((key) => {
    const [section = '', slide] = key.split('.')
    return sections.includes(section) && slide !== 'title' && !slides.includes(`${section}.${slide}`)
  })

  assert.deepEqual(silent, [])
  assert.deepEqual(homeless, [])
  assert.deepEqual(
    sections.filter((id) => !english[`${id}.title`]),
    [],
  )
  assert.equal(slides.length, 41)
})

test('every KPI that a slide shows is in the library', () => {
  const known = new Set(programmeFor('awareness', fullMatter).pack.shelf.kpis.map(({ id }) => id))
  const named = plan.sections.flatMap(({ slides }) =>
    slides.flatMap(({ shows }) => (shows?.what === 'process' ? shows.kpis : [])),
  )

  assert.ok(named.length > 10)
  assert.deepEqual(
    named.filter((id) => !known.has(id)),
    [],
  )
})

test('every figure that a slide declares is read back out of the file', () => {
  const figures = withOwnFigures(
    programmeFor('awareness', fullMatter),
    plan,
    openSentences(pack, 'awareness', 'en'),
  )
  const declared = deck.slides.flatMap(({ figures: own }, place) => own.map((id) => ({ id, place })))
  const silent = declared.filter(
    ({ id, place }) => !readSlide(place + 1).includes(figures.get(id)?.shown ?? '?'),
  )

  assert.ok(declared.length > 40, `${declared.length} figures are declared`)
  assert.deepEqual(silent, [])
  const used = new Set(declared.map(({ id }) => id))
  for (const id of [
    'readiness.index',
    'gaps.total',
    'gaps.desk',
    'tickets.change',
    'kpi.KPI-001',
    'kpi.KPI-004',
  ])
    assert.ok(used.has(id), id)
})

test('where nothing was read the slides say so and show no figure', () => {
  const bare = deckOf(bareMatter)
  const said = bare.slides.flatMap(({ blocks }) => blocks.flatMap(textsOf)).join('\n')

  for (const says of [
    'No tickets have been read yet',
    'The register of services was not read',
    'No goals are written down',
  ])
    assert.ok(said.includes(says), says)
  assert.ok(said.includes('Not known yet'))
  assert.deepEqual(
    bare.slides.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'chart')),
    [],
  )
  assert.doesNotMatch(said, /undefined|NaN|\[object|Infinity|\{\w+\}/)
})

test('no question gives its answer away, on the slide or in what is spoken to it', () => {
  const questions = deck.slides.filter(({ id }) => id.startsWith('question-'))
  const asked = drawQuiz(course, 20_000)

  assert.equal(questions.length, course.draw)
  for (const [at, { id, title }] of questions.entries()) {
    const question = course.pool.find((one) => one.id === asked[at]?.id)
    assert.ok(question && question.ask === title)
    const place = deck.slides.findIndex((slide) => slide.id === id) + 1
    const heard = textOf(`ppt/slides/slide${place}.xml`) + textOf(`ppt/notesSlides/notesSlide${place}.xml`)
    assert.ok(!heard.includes(question.because), question.because)
    for (const option of question.options)
      assert.equal(
        heard.split(option).length - 1,
        2,
        `${option} stands once on the slide and once in its notes`,
      )
  }
  const answers = deck.slides
    .filter(({ id }) => id.startsWith('answers-'))
    .flatMap(({ blocks }) => blocks.flatMap(textsOf))
  for (const { id } of asked) {
    const question = course.pool.find((one) => one.id === id)
    assert.ok(answers.includes(question?.because ?? '?'), question?.because)
    assert.ok(answers.some((text) => /^[A-E]: /.test(text) && text.slice(3) === question?.options[0]))
  }
})

test('the right answers do not all stand at the same letter', () => {
  const letters = new Set(drawQuiz(course, 20_000).map(({ order }) => order.indexOf(0)))

  assert.ok(letters.size > 2)
})

test('a role has its own sections, and those that are for everybody', () => {
  const ids = (roles: readonly string[]) => sectionsFor(plan, roles).map(({ id }) => id)

  assert.equal(ids([]).length, plan.sections.length)
  assert.ok(ids(['desk']).includes('problem') && !ids(['desk']).includes('change'))
  assert.ok(ids(['owner']).includes('levels') && !ids(['owner']).includes('configuration'))
  for (const role of plan.roles) {
    const own = deckOf(fullMatter, [role]).slides.filter(({ id }) => /^[a-z]+\.[a-z]+$/.test(id)).length
    assert.ok(own >= 15 && own <= 40, `${role}: ${own} slides`)
  }
  assert.throws(() => demandAudience(plan, ['desk', 'pilot']), Refusal)
})

test('PowerPoint finds nothing to repair, and every slide says something aloud', () => {
  assert.deepEqual(lintPackage(bytes), [])
  for (const { id, notes } of deck.slides) assert.ok((notes[0] ?? '').length > 30, id)
})

test('the same programme is the same bytes', async () => {
  await printDeck(deckOf(bareMatter, ['desk'], 'de'))

  assert.deepEqual(Buffer.from(await printDeck(deckOf())), Buffer.from(bytes))
})

test('nothing is cut off and nothing lies over anything else, in every language', () => {
  const decks = languages.flatMap((language) =>
    [fullMatter, bareMatter].flatMap((matter) => deckOf(matter, [], language).slides),
  )
  const cut = decks.filter(({ title, blocks }) => {
    const fitted = fitText([{ text: title, strong: true }], titleBox, titleSizes)
    return fitted.left > 0 || blocks.some((block) => leftOut(block) > 0)
  })
  const overlapping = decks.filter(({ blocks }) =>
    blocks.some((one, at) => blocks.slice(at + 1).some((other) => meet(boxOf(one), boxOf(other)))),
  )

  assert.deepEqual(
    cut.map(({ title }) => title),
    [],
  )
  assert.deepEqual(
    overlapping.map(({ title }) => title),
    [],
  )
})

/** How much of a block has no room; a long list may run on in the notes. */
function leftOut(block: Block): number {
  if (block.kind === 'text' && block.paragraphs.length > 0)
    return fitText(block.paragraphs, boxOf(block), block.sizes).left
  if (block.kind === 'cards')
    return placesOf(block).reduce(
      (sum, place, at) =>
        sum + fitText([{ text: block.cards[at]?.says ?? '' }], saysBox(place), cardSizes).left,
      0,
    )
  if (block.kind === 'table' && !block.name.startsWith('Sources')) {
    const all = block.widths.reduce((sum, width) => sum + width, 0)
    return fitTable(
      block.rows,
      block.widths.map((width) => (width / all) * block.box.w),
      block.box,
      [14, 13, 12, 11, 10],
    ).left
  }
  return 0
}

function boxOf(block: Block): Box {
  return block.kind === 'text' && block.isBody ? bodyBox : block.box
}

function meet(one: Box, other: Box): boolean {
  const slack = 1e-6
  const apart = (from: 'x' | 'y', size: 'w' | 'h') =>
    one[from] + one[size] <= other[from] + slack || other[from] + other[size] <= one[from] + slack
  return !apart('x', 'w') && !apart('y', 'h')
}

function textsOf(block: Block): readonly string[] {
  if (block.kind === 'text') return block.paragraphs.map(({ text }) => text)
  if (block.kind === 'table') return block.rows.flat()
  return block.kind === 'cards' ? block.cards.flatMap(({ head, says }) => [head, says]) : []
}

/** What somebody reads on a slide and hears to it, without the list of its figures. */
function readSlide(number: number): string {
  const [spoken = ''] = textOf(`ppt/notesSlides/notesSlide${number}.xml`).split('Where the figures come from')
  return `${textOf(`ppt/slides/slide${number}.xml`)}\n${spoken}`
}

function textOf(name: string): string {
  return strFromU8(parts[name] ?? new Uint8Array())
    .replaceAll(/<\/a:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
