import assert from 'node:assert/strict'
import { test } from 'node:test'
import { factsOfAudits, type Reported } from './audit-facts.ts'
import type { AuditReport } from './describe-audit.ts'
import { measureSuccess } from './success.ts'

const nothing = { lines: 0, answered: 0, met: 0, improvable: 0, unmet: 0, notApplicable: 0 }

function reported(
  audit: string,
  heldOn: string,
  areas: readonly string[],
  given: Partial<AuditReport> = {},
): Reported {
  const report: AuditReport = {
    name: audit,
    title: audit,
    kind: 'internal',
    clauses: [...areas],
    areas: [...areas],
    areasOfStandard: ['4', '5'],
    criteria: '',
    method: '',
    heldOn,
    auditors: [],
    impartial: true,
    tally: nothing,
    unmet: [],
    grades: { major: 0, minor: 0, opportunity: 0, goodPractice: 0 },
    findings: [],
    samples: [],
    ...given,
  }
  return { audit, report, signedOn: heldOn }
}

const finding = {
  audit: 'one',
  grade: 'major',
  state: 'raised',
  requirements: ['4.1-a'],
  reopened: 0,
} as const

test('without a signed audit nothing is said', () => {
  assert.equal(factsOfAudits([], []), undefined)
})

test('the scope is full once every part was audited, and since the oldest of these', () => {
  const part = factsOfAudits([reported('one', '2026-01-10', ['4'])], [])
  const full = factsOfAudits([reported('one', '2026-01-10', ['4']), reported('two', '2026-05-10', ['5'])], [])

  assert.deepEqual([part?.full_scope, part?.done_on], [false, '2026-01-10'])
  assert.deepEqual([full?.full_scope, full?.done_on, full?.reported_on], [true, '2026-01-10', '2026-05-10'])
})

test('one audit of the own work makes the whole not impartial', () => {
  const facts = factsOfAudits(
    [reported('one', '2026-01-10', ['4']), reported('two', '2026-05-10', ['5'], { impartial: false })],
    [],
  )

  assert.equal(facts?.impartial, false)
})

test('majors are verified once they are closed, and what was rejected does not count', () => {
  const reports = [reported('one', '2026-01-10', ['4', '5'])]

  const open = factsOfAudits(reports, [finding])
  const closed = factsOfAudits(reports, [{ ...finding, state: 'closed' }])
  const rejected = factsOfAudits(reports, [{ ...finding, state: 'rejected' }])

  assert.deepEqual([open?.major, open?.actions_planned, open?.majors_verified], [1, false, false])
  assert.deepEqual([closed?.major, closed?.actions_planned, closed?.majors_verified], [1, true, true])
  assert.equal(rejected?.major, 0)
})

test('an audit with one major counts 0 in the first series, whatever the second says', () => {
  const tally = { ...nothing, lines: 304, answered: 304, met: 303, unmet: 1, conformity: 303 / 304 }
  const grades = { major: 1, minor: 0, opportunity: 0, goodPractice: 0 }
  const clean = reported('two', '2026-06-01', ['4'], {
    tally: { ...nothing, conformity: 0.5, met: 1, unmet: 1 },
  })

  const { points, without, of } = measureSuccess([
    clean,
    reported('one', '2026-01-10', ['4'], { tally, grades }),
  ])

  assert.deepEqual(
    points.map(({ name, success, conformity }) => [name, success, conformity]),
    [
      ['one', 0, 303 / 304],
      ['two', 1, 0.5],
    ],
  )
  assert.deepEqual([without, of], [1, 2])
})
