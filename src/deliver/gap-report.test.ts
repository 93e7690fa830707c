import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { displayLine } from '#assessment/readiness.ts'
import { pack, reportInput } from '../../test/worlds/report-input.ts'
import { type GapReport, type GapReportInput, makeGapReport } from './gap-report.ts'

let input: GapReportInput
let report: GapReport

before(() => {
  input = reportInput()
  report = makeGapReport(input)
})

const plain = (text: string) => text.replaceAll('\u00A0', ' ')

test('every requirement of the catalogue has its row, in the order of the standard', () => {
  const rows = report.requirements.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.rows))

  assert.deepEqual(
    rows.map(({ id }) => id),
    input.catalogue.requirements.map(({ id }) => id),
  )
})

test('the summary says the index line as the assessment writes it', () => {
  assert.equal(plain(report.summary.line), displayLine(input.assessment.proposedReadiness))
})

test('until people have rated the index is called proposed', () => {
  assert.equal(report.summary.index.basis, 'proposed')
  assert.match(report.summary.index.says, /on proposed ratings; people have rated 0 of \d+/)
})

test('once people have rated the index on their ratings stands in front', () => {
  const rated = { ...input, assessment: { ...input.assessment, ratedShare: 1 } }

  assert.equal(makeGapReport(rated).summary.index.basis, 'as rated')
})

test('a gate without facts is never shown as green', () => {
  const grey = input.assessment.gates.filter(({ colour }) => colour === 'grey').map(({ id }) => id)

  assert.ok(grey.length > 0)
  for (const { id, tone } of report.summary.gates.marks) {
    if (grey.includes(id)) assert.equal(tone, 'not_assessed')
  }
})

test('the top five gaps name tickets where tickets show them', () => {
  assert.equal(report.summary.gaps.length, 5)
  const shown = input.assessment.gaps.slice(0, 5).map(({ ticketCount }) => ticketCount > 0)
  assert.deepEqual(
    report.summary.gaps.map(({ tickets }) => tickets !== 'Not shown by tickets.'),
    shown,
  )
})

test('a check without cases is no data, with the reason, and never 0', () => {
  const silent = input.collected.results.filter(({ population }) => population === 0)
  const rows = new Map(report.evidence.groups.flatMap(({ rows: some }) => some.map((row) => [row.id, row])))

  assert.ok(silent.length > 0)
  for (const { check } of silent) {
    const row = rows.get(check)
    assert.deepEqual([row?.n, row?.k, row?.share, row?.mark.word], ['–', '–', 'no data', 'no data'])
    assert.match(row?.because ?? '', /^not in the data read/)
  }
})

test('every check stands in the evidence index with the hash of its SQL, and the data with theirs', () => {
  const rows = report.evidence.groups.flatMap(({ rows: some }) => some)

  assert.equal(rows.length, input.collected.results.length)
  assert.ok(rows.every(({ hashes }) => /^[0-9a-f]{12}( [0-9a-f]{12})?$/.test(hashes)))
  assert.match(report.evidence.says, new RegExp(input.collected.dataHash.slice(0, 12)))
})

test('a process without data has no page', () => {
  const only = { ...input, collected: { ...input.collected, results: [], measures: [], conformance: [] } }

  assert.deepEqual(makeGapReport(only).processes, [])
})

test('a process whose checks found nothing is named as silent, and not left out', () => {
  const [first] = input.collected.results
  assert.ok(first)
  const silent = { ...first, check: 'desk.tidy', population: 0, met: 0, exceptions: [], exceptionCount: 0 }
  const only = {
    ...input,
    collected: { ...input.collected, results: [silent], measures: [], conformance: [] },
  }

  assert.match(makeGapReport(only).silentProcesses, /no data were found, for Desk\./)
})

test('a group of clause 8 without a verdict is not assessed on the radar', () => {
  const none = makeGapReport({ ...input, collected: { ...input.collected, results: [] } })

  assert.ok(none.capability.rows.every((row) => row.slice(1).every((cell) => cell === 'not assessed')))
  assert.match(none.capability.chart.alt, /not assessed/)
  assert.doesNotMatch(none.capability.chart.alt, / 0 %/)
})

test('nobody who made a statement is named', () => {
  assert.equal(JSON.stringify(report).includes('Somebody Secret'), false)
})

test('nothing is called compliant', () => {
  const templates = readdirSync(join(pack, 'reports/gap-analysis')).map((name) =>
    readFileSync(join(pack, 'reports/gap-analysis', name), 'utf8'),
  )

  assert.equal(/\bcompliant\b/i.test(JSON.stringify(report) + templates.join('')), false)
})

test('steps that the model does not allow are dashed, framed with a letter, and said in the alternative text', () => {
  const page = report.processes.find(({ flow, deviations }) => flow && deviations.length > 0)

  assert.ok(page?.flow)
  assert.match(page.flow.chart.svg, /stroke-dasharray="4 2\.4"/)
  assert.match(page.flow.chart.svg, />A \d/)
  assert.match(page.flow.chart.alt, /not allowed by the agreed model/)
})

test('the date of the document is the last day of the data, whatever the clock says', () => {
  assert.deepEqual(report.date, { year: 2026, month: 6, day: 30 })
  assert.deepEqual(makeGapReport({ ...input, madeOn: '2026-07-06' }).date, { year: 2026, month: 7, day: 6 })
})

test('equal input gives equal figures', () => {
  assert.equal(JSON.stringify(makeGapReport(reportInput())), JSON.stringify(report))
})

test('an organization with no data at all still gets its report', () => {
  const empty = makeGapReport({
    ...input,
    collected: { ...input.collected, results: [], measures: [], conformance: [] },
    ingested: { ...input.ingested, files: [], counts: {}, problems: [], fill: [] },
    services: [],
  })

  assert.equal(empty.processes.length, 0)
  assert.equal(empty.evidence.failed.length, 0)
  assert.match(empty.quality.says, /No problem/)
})

test('the hash of the data stands with a check only where it is not that of the whole report', () => {
  const [first, second] = input.collected.results
  assert.ok(first && second)
  const results = [
    { ...first, dataHash: input.collected.dataHash },
    { ...second, dataHash: 'f'.repeat(64) },
  ]
  const { evidence } = makeGapReport({ ...input, collected: { ...input.collected, results } })
  const hashes = new Map(evidence.groups.flatMap(({ rows }) => rows.map((row) => [row.id, row.hashes])))

  assert.equal(hashes.get(first.check), first.sqlHash.slice(0, 12))
  assert.equal(hashes.get(second.check), `${second.sqlHash.slice(0, 12)} ffffffffffff`)
})

test('people who are the subjects of a check are counted and never printed', () => {
  const [first] = input.collected.results
  const [gap] = input.assessment.gaps
  assert.ok(first && gap)
  const failed = {
    ...first,
    check: 'desk.trained',
    verdict: 'fail' as const,
    population: 40,
    met: 39,
    exceptions: [{ subject: 'Doe, Jane / Basics', reason: 'not completed' }],
    exceptionCount: 1,
  }
  const gaps = [{ ...gap, failedChecks: [failed.check], tickets: failed.exceptions, ticketCount: 1 }]
  const said = (subject: string) =>
    JSON.stringify(
      makeGapReport({
        ...input,
        assessment: { ...input.assessment, gaps },
        collected: { ...input.collected, results: [{ ...failed, subject }] },
      }),
    )

  assert.match(said('ticket'), /Doe, Jane/)
  assert.doesNotMatch(said('person and course'), /Doe, Jane/)
  assert.match(said('person and course'), /People are counted here and not named/)
})

test('exceptions with one reason stand together, and those whose figures differ each with its own', () => {
  const [first] = input.collected.results
  assert.ok(first)
  const exceptions = [
    { subject: 'T-1', reason: '12 minutes late' },
    { subject: 'T-2', reason: '7 minutes late' },
    { subject: 'T-3', reason: 'no owner' },
    { subject: 'T-4', reason: 'no owner' },
  ]
  const failed = { ...first, verdict: 'fail' as const, exceptions, exceptionCount: 30 }
  const { evidence } = makeGapReport({ ...input, collected: { ...input.collected, results: [failed] } })

  assert.deepEqual(evidence.failed[0]?.checks[0]?.reasons, [
    ['12 minutes late', 'T-1'],
    ['7 minutes late', 'T-2'],
    ['No owner', 'T-3, T-4'],
  ])
  assert.equal(evidence.failed[0]?.checks[0]?.more, 'and 26 further exceptions')
})

test('a requirement that nobody has looked at is open and asks its question', () => {
  const rows = report.requirements.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.rows))
  const open = rows.filter(({ isOpen }) => isOpen)

  assert.ok(open.length > 0 && open.length < rows.length)
  assert.ok(open.every(({ mark, gap }) => mark.word === 'not assessed' && gap.startsWith('To ask: ')))
})

test('processes whose paths can be drawn stand before the others', () => {
  const drawn = report.processes.map(({ flow }) => flow !== undefined)

  assert.deepEqual(
    drawn,
    drawn.toSorted((a, b) => Number(b) - Number(a)),
  )
})

test('the lowest clause of the report is one that was assessed, and the same as in the index line', () => {
  const { proposedReadiness, items } = input.assessment
  const { lowestAssessedClause, openClauses } = proposedReadiness
  assert.ok(lowestAssessedClause)
  const own = items.filter(({ clause }) => clause === lowestAssessedClause.clause)
  const share = `${Math.floor(100 * lowestAssessedClause.score + 1e-9)} %`
  const { index, line } = report.summary

  assert.ok(own.some(({ proposed }) => proposed.rating !== 'not_assessed'))
  assert.ok(openClauses > 0)
  assert.ok(plain(line).includes(`lowest assessed clause ${lowestAssessedClause.clause} (${share})`))
  assert.ok(plain(line).includes(`, ${openClauses} clauses not assessed yet`))
  assert.ok(
    plain(index.says).includes(`The lowest assessed clause is ${lowestAssessedClause.clause} (${share} of`),
  )
  assert.ok(plain(index.says).includes(`Not assessed yet: ${openClauses} clauses`))
})
