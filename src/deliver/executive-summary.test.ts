import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { bareMatter, fullMatter, programmeOf } from '../../test/worlds/programme.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { type ExecutiveSummary, makeExecutiveSummary } from './executive-summary.ts'
import type { ProgrammeMatter } from './programme-matter.ts'
import { printExecutiveSummary } from './write.ts'

const noReader = spawnSync('pdftotext', ['-v']).status === 0 ? false : 'pdftotext is not installed'

test('the summary is one page, whatever is known and however much of it', () => {
  const long = 'The only person who knows the integration hub leaves before anybody has learned it from her '
  const crowded: ProgrammeMatter = {
    ...fullMatter,
    risks: Array.from({ length: 30 }, (_, at) => ({
      number: `RSK-${at}`,
      title: long.repeat(2),
      level: 'very high',
      owner: 'somebody.with.a.long.name@an-organization.example',
      state: 'treating',
    })),
  }

  for (const matter of [fullMatter, bareMatter, crowded])
    assert.equal(pagesOf(printExecutiveSummary(makeExecutiveSummary(programmeOf(matter)), pack)), 1)
})

test('every figure it declares can be read in the file, and those of readiness, dates, money and risks are there', {
  skip: noReader,
}, () => {
  const programme = programmeOf(fullMatter)
  const summary = makeExecutiveSummary(programme)
  const text = readText(summary)

  for (const id of [
    'readiness.index',
    'gaps.total',
    'plan.p80',
    'certificate.probability',
    'case.npv.p50',
    'case.npv.p10',
    'case.payback',
    'risks.high',
  ])
    assert.ok(summary.figures.includes(id), id)
  for (const id of summary.figures) {
    const shown = programme.figures.get(id)?.shown ?? ''
    assert.ok(text.includes(shown.replaceAll('\u00A0', ' ')), `${id}: ${shown}`)
  }
})

test('what is not there is said', { skip: noReader }, () => {
  const text = readText(makeExecutiveSummary(programmeOf(bareMatter)))

  for (const missing of [
    'No roadmap is planned',
    'No business case',
    'No risk is written down',
    'No tickets were read',
  ])
    assert.ok(text.includes(missing), missing)
  assert.doesNotMatch(text, /undefined|NaN|none none/)
})

test('the same programme is the same bytes', () => {
  const print = () => Buffer.from(printExecutiveSummary(makeExecutiveSummary(programmeOf(fullMatter)), pack))

  assert.deepEqual(print(), print())
})

function readText(summary: ExecutiveSummary): string {
  const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], {
    input: printExecutiveSummary(summary, pack),
    encoding: 'utf8',
  })
  return stdout.replaceAll(/\s+/g, ' ')
}

function pagesOf(pdf: Uint8Array): number {
  return [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Type\s*\/Page\b/g),
  ].length
}
