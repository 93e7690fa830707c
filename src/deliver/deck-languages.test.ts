import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { languageCodes } from '#base/language.ts'
import { openGuides } from '#content/guides.ts'
import { openLibrary } from '#content/library.ts'
import { openStrategy } from '#content/strategy.ts'
import { leftInEnglish, programmeSpeeches } from '../../test/worlds/languages.ts'
import { bareMatter, fullMatter, programmeOf } from '../../test/worlds/programme.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { type Box, fitTable, fitText, heightOf } from './deck/fit.ts'
import { familyOf } from './deck/framework.ts'
import { type Block, type Slide, sourceBox, titleBox, titleSizes } from './deck/slide.ts'
import { keyOfRole } from './process-words.ts'
import { openProgrammeSpeech } from './programme-speech.ts'
import { makeStrategyDeck } from './strategy-deck.ts'
import { printDeck } from './write-deck.ts'

for (const [name, speech] of programmeSpeeches('strategy-framework'))
  test(`in ${name} nothing runs over its box, and no title, label or source is cut`, () => {
    for (const matter of [fullMatter, bareMatter])
      for (const slide of makeStrategyDeck(programmeOf(matter, speech)).slides) {
        assert.deepEqual(cutOn(slide), [], slide.id)
        for (const block of slide.blocks) assertFits(block, slide.id)
      }
  })

for (const code of languageCodes)
  test(`in ${code} every family of processes has its row`, () => {
    const { slides } = makeStrategyDeck(
      programmeOf(fullMatter, openProgrammeSpeech(pack, 'strategy-framework', code)),
    )
    const table = slides.find(({ id }) => id === 'operating-model')?.blocks[0]
    assert.ok(table?.kind === 'table')
    const all = table.widths.reduce((sum, width) => sum + width, 0)
    const widths = table.widths.map((width) => (width / all) * table.box.w)

    assert.equal(fitTable(table.rows, widths, table.box, [14, 13, 12, 11, 10]).left, 0)
  })

for (const code of languageCodes.filter((one) => one !== 'en'))
  test(`no English sentence is left in the deck in ${code}, and its numbers are written as its language does`, async () => {
    const speech = openProgrammeSpeech(pack, 'strategy-framework', code)
    const told = programmeOf(fullMatter, speech)
    const file = unzipSync(await printDeck(makeStrategyDeck(told)))
    const text = Object.keys(file)
      .filter((name) => /^ppt\/(slides|notesSlides|charts)\/[^/]+\.xml$/.test(name))
      .map((name) => plain(strFromU8(file[name] ?? new Uint8Array())))
      .join('\n')

    assert.deepEqual(speech.sentences.missing, [])
    assert.deepEqual(leftInEnglish(text, speech), [])
    for (const id of ['plan.p80', 'case.npv.p50', 'case.positive', 'plan.days'])
      assert.ok(text.includes(told.figures.get(id)?.shown ?? '?'), id)
    assert.ok(text.includes(speech.notes.join(' ')))
    assert.match(strFromU8(file['ppt/slides/slide2.xml'] ?? new Uint8Array()), new RegExp(` lang="${code}-`))
  })

test('what the pack says of principles, phases, processes and roles is what the sentences say in English', () => {
  const { known } = openProgrammeSpeech(pack, 'strategy-framework', 'en')
  const { principles, phases } = openStrategy(pack)
  const { guides } = openGuides(pack)
  const { clauses } = openLibrary(pack).catalogue
  const wanted = [
    ...principles.flatMap(({ id, title, says }) => [
      [`principle.${id}.title`, title],
      [`principle.${id}.says`, says],
    ]),
    ...phases.flatMap(({ id, title, entry, exit }) => [
      [`phase.${id}`, title],
      ...[...entry, ...exit].map((one) => [`criterion.${one.id}`, one.title]),
    ]),
    ...guides.flatMap(({ id, title, clauses: [first = ''] }) => [
      [`process.${id}`, title],
      [`family.${familyOf(first)}`, clauses.find((one) => one.id === familyOf(first))?.title],
    ]),
    ...guides.flatMap(({ roles }) => roles.map(({ role }) => [keyOfRole(role), role])),
  ]

  assert.ok(wanted.length > 150)
  for (const [key = '', says] of wanted) assert.equal(known(key), says, key)
})

/** What of a slide has no room: its title, its source, a tile or a card. */
function cutOn({ title, source, layout, blocks }: Slide): readonly string[] {
  const room = layout === 'cover' ? { x: 0.9, y: 1.8, w: 11.2, h: 1.9 } : titleBox
  const isCut = (text: string, box: Box, sizes: readonly number[], strong = false) =>
    fitText([{ text, strong }], box, sizes).left > 0 ? [text] : []
  return [
    ...isCut(title, room, layout === 'cover' ? [40, 36, 32, 28] : titleSizes, true),
    ...isCut(source, sourceBox, [10, 9]),
    ...blocks.flatMap((block) => {
      if (block.kind !== 'tiles') return []
      const w = (block.box.w - 0.25 * (block.tiles.length - 1)) / block.tiles.length - 0.28
      return block.tiles.flatMap(({ value, label }) => [
        ...isCut(value, { ...block.box, w, h: block.box.h * 0.5 }, [28, 24, 20, 18, 16], true),
        ...isCut(label, { ...block.box, w, h: block.box.h * 0.42 }, [13, 12, 11]),
      ])
    }),
  ]
}

function assertFits(block: Block, id: string): void {
  if (block.kind === 'text' && block.paragraphs.length > 0) {
    const { size, paragraphs } = fitText(block.paragraphs, block.box, block.sizes)
    assert.ok(heightOf(paragraphs, block.box.w, size) <= block.box.h + 1e-9, `${id}: ${paragraphs[0]?.text}`)
  } else if (block.kind === 'table') {
    const all = block.widths.reduce((sum, width) => sum + width, 0)
    const widths = block.widths.map((width) => (width / all) * block.box.w)
    const { heights } = fitTable(block.rows, widths, block.box, [14, 13, 12, 11, 10])
    assert.ok(heights.reduce((sum, high) => sum + high, 0) <= block.box.h + 1e-9, `${id}: ${block.name}`)
  }
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
