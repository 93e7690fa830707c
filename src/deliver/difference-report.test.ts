import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageCodes } from '#base/language.ts'
import { openSentences } from '#content/sentences.ts'
import { flat, needsReader, textOf } from '../../test/worlds/pdf.ts'
import { fullMatter, programmeOf } from '../../test/worlds/programme.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { wholeSnapshot } from '../../test/worlds/snapshot.ts'
import { makeDifferenceReport } from './difference-report.ts'
import type { SnapshotMatter } from './snapshot-matter.ts'
import { printDifferenceReport } from './write.ts'

const words = openSentences(pack, 'difference-report', 'en')
const young = wholeSnapshot(2).matter

/** Holds a snapshot against the whole one; gone: what it had otherwise. */
function differenceTo(other: Partial<SnapshotMatter>, language = words) {
  const [one, two] = [wholeSnapshot(1, other), wholeSnapshot(2)]
  const [before, after] = [one, two].map((side) => ({
    ...side,
    programme: programmeOf({ ...fullMatter, ...side.matter.programme, assessment: side.matter.assessment }),
  }))
  assert.ok(before && after)
  return makeDifferenceReport({ before, after, words: language })
}

/** The assessment with one requirement rated otherwise by somebody, and five gaps more. */
function earlierAssessment(): SnapshotMatter['assessment'] {
  const { assessment } = young
  const [first, ...others] = assessment.items
  assert.ok(first)
  return {
    ...assessment,
    gaps: assessment.gaps.slice(5),
    items: [{ ...first, counted: 'major_nc' }, ...others],
  }
}

test('between a snapshot and itself there is nothing, and the report says so', () => {
  const same = differenceTo({})

  assert.deepEqual(
    [same.ratings.rows, same.findings.rows, same.kpis.rows, same.registers.rows],
    [[], [], [], []],
  )
  assert.deepEqual(same.programme.rows, [])
  assert.ok(same.says.some((says) => says === 'No rating changed.'))
})

test('ratings that changed stand with why, findings opened and closed are counted apart', () => {
  const [finding] = young.findings
  assert.ok(finding)
  const closed = { ...finding, id: 'other', name: 'FND-2', state: 'closed', isOpen: false }
  const report = differenceTo({
    assessment: earlierAssessment(),
    findings: [{ ...closed, state: 'verifying', isOpen: true }],
  })

  assert.equal(report.ratings.rows.length, 1)
  assert.equal(report.ratings.rows[0]?.before?.word, 'major')
  assert.ok((report.ratings.rows[0]?.why.length ?? 0) > 5)
  assert.deepEqual([report.figures['findings.opened'], report.figures['findings.open']], ['1', '1'])
  assert.ok(report.programme.rows.some(([label, was, is]) => label === 'Gaps' && was !== is))
})

test('a KPI out of the range that was usual is told from one that moved within it', () => {
  const [kpi] = young.kpis
  assert.ok(kpi)
  const of = (points: typeof kpi.points, low: number, high: number) =>
    differenceTo({ kpis: [{ ...kpi, points, limits: { low, high } }] }).kpis.rows[0]?.at(-1)
  const april = [{ period: '2026-04', number: 0.9, n: 400 }]

  assert.equal(of(april, 0.88, 0.95), 'within it')
  assert.equal(of(april, 0.85, 0.9), 'above it')
  assert.equal(of(april, 0.95, 0.99), 'below it')
  assert.equal(
    differenceTo({ kpis: [{ ...kpi, points: april, limits: undefined }] }).kpis.rows[0]?.at(-1),
    'no range yet',
  )
})

test('records of registers that not everybody may read are counted and not named', () => {
  const [risks, stakeholders] = young.registers
  assert.ok(risks && stakeholders)
  const secret = {
    id: 'stk-1',
    serial: 1,
    version: 1,
    number: 'STK-1',
    label: 'Somebody',
    state: 'active',
    data: {},
  }
  const report = differenceTo({
    registers: [
      { ...risks, records: [] },
      { ...stakeholders, records: [secret] },
    ],
  })

  assert.deepEqual(report.registers.rows, [
    ['Risks', '1: RSK-1', '–', '–'],
    ['Stakeholders', '–', '–', '1'],
  ])
})

test(
  'every figure that the report declares can be read in the file, in each of the four languages',
  needsReader,
  () => {
    for (const code of languageCodes) {
      const language = openSentences(pack, 'difference-report', code)
      const report = differenceTo(
        { assessment: earlierAssessment(), findings: [], kpis: [], registers: [] },
        language,
      )
      const text = flat(textOf(printDifferenceReport(report, pack), '-raw'))

      assert.deepEqual(language.missing, [], code)
      for (const [id, shown] of Object.entries(report.figures))
        assert.ok(text.includes(shown.replaceAll('\u00A0', ' ')), `${code}: ${id} is not ${shown}`)
      for (const says of report.says)
        assert.ok(text.includes(says.replaceAll('\u00A0', ' ')), `${code}: ${says}`)
    }
  },
)
