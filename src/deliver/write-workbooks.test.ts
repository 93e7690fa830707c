import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { languageCodes } from '#base/language.ts'
import { Refusal } from '#base/refusal.ts'
import { openSentences } from '#content/sentences.ts'
import { readSheets } from '#ingest/read-sheets.ts'
import { compareEdits, readTaskTable } from '#roadmap/edited-tasks.ts'
import { roadmapBook, taskWordsOf } from '#roadmap/task-table.ts'
import { leftInEnglish } from '../../test/worlds/languages.ts'
import { bareMatter, fullMatter, planned, programmeFor, programmeOf } from '../../test/worlds/programme.ts'
import { recalculate, valuesOf, whyNoOffice } from '../../test/worlds/recalculated.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { lintPackage } from './package-lint.ts'
import { makeStrategyDeck } from './strategy-deck.ts'
import { printDeck } from './write-deck.ts'
import { printCaseBook, printRoadmapBook } from './write-workbooks.ts'

const inRoadmap = programmeFor('implementation-roadmap', fullMatter)
const inCase = programmeFor('business-case', fullMatter)
const books = [
  [printRoadmapBook, 'implementation-roadmap'],
  [printCaseBook, 'business-case'],
] as const
const schemas = join(import.meta.dirname, '../../../shared/schemas/ooxml')
const noSchemas =
  existsSync(schemas) && spawnSync('xmllint', ['--version']).status === 0
    ? false
    : 'the published schemas or xmllint are not here'

test('roadmap and case say the figures of the programme', async () => {
  const roadmap = await valuesOf(await printRoadmapBook(inRoadmap))
  const money = await valuesOf(await printCaseBook(inCase))
  const value = (id: string) => inCase.figures.get(id)?.value

  assert.equal(roadmap('Summary', 'B4'), value('plan.finish'))
  assert.equal(roadmap('Summary', 'B5'), value('plan.tasks'))
  assert.equal(roadmap('Summary', 'B8'), value('plan.p50'))
  assert.equal(roadmap('Summary', 'B9'), value('plan.p80'))
  assert.equal(money('Read me', 'B4'), value('case.npv'))
  assert.equal(money('Read me', 'B6'), value('case.payback'))
  assert.equal(money('Read me', 'B13'), value('case.npv.p10'))
  assert.equal(money('Read me', 'B14'), value('case.npv.p50'))
  assert.equal(money('Read me', 'B15'), value('case.npv.p90'))
  assert.equal(money('Read me', 'B16'), value('case.positive'))
})

test('Excel finds nothing to repair: both packages are whole, and the same bytes again', async () => {
  for (const [print, document] of books)
    for (const code of languageCodes) {
      const bytes = await print(programmeFor(document, fullMatter, code))
      assert.deepEqual(lintPackage(bytes), [])
      assert.deepEqual(Buffer.from(await print(programmeFor(document, fullMatter, code))), Buffer.from(bytes))
    }
})

for (const code of languageCodes.filter((one) => one !== 'en'))
  test(`both workbooks speak ${code}: sheets, heads and days, and no English sentence is left`, async () => {
    for (const [print, document] of books) {
      const programme = programmeFor(document, fullMatter, code)
      const { sentences, say } = programme.speech
      const parts = unzipSync(await print(programme))
      const text = Object.entries(parts)
        .filter(([name]) => /^xl\/(workbook|sharedStrings|worksheets\/[^/]+|charts\/[^/]+)\.xml$/.test(name))
        .map(([, part]) => strFromU8(part).replaceAll('&quot;', '"').replaceAll('&apos;', "'"))
        .join('\n')
      const names = [
        ...strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet [^>]*name="([^"]*)"/g),
      ]
      const wanted = Object.keys(sentences.english).filter((key) => key.startsWith('sheet.'))

      assert.deepEqual(sentences.missing, [])
      assert.deepEqual(leftInEnglish(text, programme.speech), [])
      assert.deepEqual(names.map(([, name]) => name).toSorted(), wanted.map((key) => say(key)).toSorted())
      assert.ok(wanted.length === 9)
    }
  })

test('what LibreOffice computes from the German workbooks is what they carry', {
  skip: whyNoOffice(),
}, async () => {
  for (const [print, document] of books) {
    const bytes = Buffer.from(await print(programmeFor(document, fullMatter, 'de')))
    const [kept, computed] = [await valuesOf(bytes), await recalculate(bytes)]
    const front = document === 'business-case' ? 'Überblick' : 'Übersicht'
    const cells = ['B3', 'B4', 'B5', 'B6', 'B7', 'B8', 'B9', 'B10']
    const known = cells.filter((cell) => kept(front, cell) !== undefined)

    assert.ok(known.length > 5)
    for (const cell of known) {
      const [one, other] = [kept(front, cell), computed(front, cell)]
      if (typeof one === 'number' && typeof other === 'number')
        assert.ok(Math.abs(one - other) <= 0.001 * Math.max(1, Math.abs(one)), cell)
      else assert.equal(other, one, `${document} ${cell}`)
    }
  }
})

for (const code of languageCodes)
  test(`the roadmap that comes back in ${code} is known by its heads, and says nothing new`, async () => {
    const bytes = await printRoadmapBook(programmeFor('implementation-roadmap', fullMatter, code))
    const folder = mkdtempSync(join(tmpdir(), 'clausewise-back-'))
    try {
      const path = join(folder, 'upload')
      writeFileSync(path, bytes)
      const sheets = await readSheets(path, 'roadmap.xlsx', folder)
      const words = taskWordsOf(languageCodes.map((one) => openSentences(pack, roadmapBook, one)))
      const edited = sheets.map(({ rows }) => readTaskTable(rows, words)).find((one) => one !== undefined)
      const { schedule, plan } = planned
      const { edits } = compareEdits(edited ?? [], { schedule, plan, remedies: [], today: '2026-07-06' })

      assert.equal(edited?.length, schedule.tasks.length)
      assert.deepEqual(edits, [])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

test('a workbook of nothing is refused with what to do', async () => {
  const bare = programmeOf(bareMatter)

  await assert.rejects(
    printRoadmapBook(bare),
    (error) => error instanceof Refusal && /plan it first/.test(error.message),
  )
  await assert.rejects(
    printCaseBook(bare),
    (error) => error instanceof Refusal && /Set it up/.test(error.message),
  )
})

test('every part of deck and workbooks keeps to the published schemas', { skip: noSchemas }, async () => {
  const files = [
    await printDeck(makeStrategyDeck(programmeFor('strategy-framework', fullMatter))),
    await printRoadmapBook(inRoadmap),
    await printCaseBook(inCase),
    await printRoadmapBook(programmeFor('implementation-roadmap', fullMatter, 'fr')),
    await printCaseBook(programmeFor('business-case', fullMatter, 'fr')),
  ]
  const found = files.flatMap((bytes) =>
    Object.entries(unzipSync(bytes)).flatMap(([name, part]) => {
      const schema = schemaOf(name)
      return schema === undefined ? [] : breachesOf(name, withoutExtensions(strFromU8(part)), schema)
    }),
  )

  assert.deepEqual(found, [])
})

function schemaOf(name: string): string | undefined {
  if (/^ppt\/(slides|slideLayouts|slideMasters|notesSlides|notesMasters)\/[^/]+\.xml$/.test(name))
    return 'pml.xsd'
  if (name === 'ppt/presentation.xml') return 'pml.xsd'
  if (/\/charts\/chart\d+\.xml$/.test(name)) return 'dml-chart.xsd'
  if (/^xl\/(workbook|styles|sharedStrings|worksheets\/[^/]+)\.xml$/.test(name)) return 'sml.xsd'
  return undefined
}

/** What newer programs may add stands in namespaces that older ones are told to leave out. */
function withoutExtensions(xml: string): string {
  const ignorable = /mc:Ignorable="([^"]*)"/.exec(xml)?.[1]?.split(' ') ?? []
  const bare = xml.replaceAll(/ mc:Ignorable="[^"]*"/g, '')
  return ignorable.reduce((text, prefix) => text.split(new RegExp(` ${prefix}:\\w+="[^"]*"`)).join(''), bare)
}

function breachesOf(name: string, xml: string, schema: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-schema-'))
  try {
    const path = join(folder, 'part.xml')
    writeFileSync(path, xml)
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', join(schemas, schema), path], {
      encoding: 'utf8',
    })
    return status === 0 ? [] : [`${name}: ${stderr.slice(0, 400)}`]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
