import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeGapReport } from '#deliver/gap-report.ts'
import { reportInput } from '../../test/worlds/report-input.ts'
import { summarize } from './summary.ts'

const input = reportInput()
const [first] = input.collected.results
const [gap] = input.assessment.gaps

/** What the terminal shows of one gap whose failed check has such subjects. */
function shown(subject: string): string {
  assert.ok(first && gap)
  const exceptions = [{ subject: 'Doe, Jane', reason: 'not completed' }]
  const result = { ...first, check: 'desk.trained', subject, exceptions, exceptionCount: 1 }
  const own = { ...gap, failedChecks: ['desk.trained'], tickets: exceptions, ticketCount: 1 }
  return summarize({
    ...input,
    assessment: { ...input.assessment, gaps: [own] },
    collected: { ...input.collected, results: [result] },
    catalogue: { ...input.catalogue, documents: [] },
    programme: {},
    statements: [],
    problems: [],
  })
}

test('people who are the subjects of a check are counted on the terminal and never named', () => {
  assert.match(shown('ticket'), /1 exceptions, first Doe, Jane/)
  assert.doesNotMatch(shown('person'), /Doe/)
  assert.match(shown('person'), /among people, who are counted and not named/)
})

test('the index line on the terminal is the one on the first page of the report', () => {
  const { line } = makeGapReport(input).summary

  assert.ok(shown('ticket').includes(line.replaceAll('\u00A0', ' ')))
})
