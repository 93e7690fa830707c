import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { Refusal } from '#base/refusal.ts'
import { bareMatter, fullMatter, programmeFor, programmeOf } from '../../test/worlds/programme.ts'
import { valuesOf } from '../../test/worlds/recalculated.ts'
import { lintPackage } from './package-lint.ts'
import { makeStrategyDeck } from './strategy-deck.ts'
import { printDeck } from './write-deck.ts'
import { printCaseBook, printRoadmapBook } from './write-workbooks.ts'

const programme = programmeOf(fullMatter)
const schemas = join(import.meta.dirname, '../../../shared/schemas/ooxml')
const noSchemas =
  existsSync(schemas) && spawnSync('xmllint', ['--version']).status === 0
    ? false
    : 'the published schemas or xmllint are not here'

test('roadmap and case say the figures of the programme', async () => {
  const roadmap = await valuesOf(await printRoadmapBook(programme))
  const money = await valuesOf(await printCaseBook(programme))
  const value = (id: string) => programme.figures.get(id)?.value

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
  for (const print of [printRoadmapBook, printCaseBook]) {
    const bytes = await print(programme)
    assert.deepEqual(lintPackage(bytes), [])
    assert.deepEqual(Buffer.from(await print(programmeOf(fullMatter))), Buffer.from(bytes))
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
    await printRoadmapBook(programme),
    await printCaseBook(programme),
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
