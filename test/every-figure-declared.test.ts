import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parse } from 'yaml'
import { documentsOfSet, documentsToSign } from '#api/documents.ts'
import { openLibrary } from '#content/library.ts'
import { makeServiceReport, openServiceReportSpeech } from '#deliver/service-report.ts'
import type { SnapshotDocument } from '#deliver/snapshot-matter.ts'
import { printServiceReport } from '#deliver/write.ts'
import type { OpenSnapshot } from '#deliver/write-from-snapshot.ts'
import { writeAnyDocument } from '#documented/write-document.ts'
import { declaredFigures, type Reading, readingOf } from './worlds/declared-figures.ts'
import { needsReader } from './worlds/pdf.ts'
import { pack } from './worlds/report-input.ts'
import { issuedReport, withComplaints } from './worlds/service-report.ts'
import { signed, signedSnapshot } from './worlds/signed-snapshot.ts'
import { originOf, wholeSnapshot } from './worlds/snapshot.ts'

const declared = declaredFigures()
const file = parse(readFileSync(join(pack, 'reports/figures.yaml'), 'utf8'))
const without = file['no figures'] as Readonly<Record<string, string>> // asserted by the first test
const { catalogue } = openLibrary(pack)
const requirementsOf = (clause: string) =>
  catalogue.requirements.filter(({ id }) => id.startsWith(`${clause}-`)).length

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`
const thousands = (value: number) => value.toLocaleString('en-GB')
const [first, second] = signed.units
const { objective, review } = signed
const [level] = withComplaints().levels
const [january, february] = level?.months ?? []
assert.ok(january && february)
const keptIn = ({ outcomes, decided }: typeof january) => percent(outcomes.kept / decided)

/** What each figure has to be, computed beside the documents from what their snapshots and issues were made of. */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'scope statement': {
    'units.1.people': String(first.people),
    'units.1.contractors': String(first.contractors),
    'units.2.people': String(second.people),
  },
  'service management policy': {
    'objective.baseline': thousands(objective.baseline),
    'objective.target': String(objective.target),
  },
  'service management plan': {
    'units.1.people': String(first.people),
    cost: `CHF ${thousands(signed.costs[0] + signed.costs[1])}`,
    'objective.baseline': thousands(objective.baseline),
    'objective.target': String(objective.target),
    'objective.current': String(objective.current),
    'plan.start': signed.roadmap.start,
    'plan.finish': signed.roadmap.finish,
    'stage1.on': signed.stage1On,
    'certificate.on': signed.certificateOn,
  },
  'service level agreement': {
    'target.1': '4 hours',
    'target.2': '95 %',
    'month.1.decided': thousands(january.decided),
    'month.1.attained': keptIn(january),
    'month.1.agreed': percent(january.agreed.share ?? 0),
    'month.2.attained': keptIn(february),
  },
  'internal audit plan': {
    'requirements.8.5.1.1': String(requirementsOf('8.5.1.1')),
    'requirements.8.5.1.2': String(requirementsOf('8.5.1.2')),
    'requirements.8.5.1.3': String(requirementsOf('8.5.1.3')),
  },
  'management review pack': {
    now: percent(review.now),
    before: percent(review.before),
    target: percent(review.target),
    cases: thousands(review.cases),
  },
  'service report': {
    met: '1',
    judged: '2',
    'attainment.1': keptIn(january),
    'decided.1': thousands(january.decided),
    'agreed.1': percent(january.agreed.share ?? 0),
    'attainment.2': keptIn(february),
    'open.2': String(february.outcomes.openMissed),
    'unusable.2': String(february.outcomes.unusable + february.outcomes.noClock),
    'breaches.1': String(level?.breaches[0]?.tickets.length),
    'own.promise': '98 %',
    satisfied: percent(55 / 64),
    complaints: String(withComplaints().complaints.length),
  },
}

const kinds = Object.keys(expected).filter((kind) => kind !== 'service report') as SnapshotDocument[] // named by kinds

test('every document declares its figures, or says why it has none', () => {
  const all = [...documentsOfSet, ...documentsToSign, 'difference report', 'open data', 'service report']

  assert.deepEqual([...Object.keys(declared), ...Object.keys(without)].toSorted(), all.toSorted())
  for (const [kind, places] of Object.entries(declared)) assert.ok(Object.keys(places).length > 1, kind)
  for (const reason of Object.values(without)) assert.ok(reason.length > 40, reason)
})

for (const kind of kinds)
  test(`every figure that the ${kind} declares is read back out of its file`, async () => {
    assert.deepEqual(readIn(kind, await opened(kind, signedSnapshot())), expected[kind])
  })

test('every figure that a service report declares is read back out of its file', needsReader, async () => {
  const report = makeServiceReport(issuedReport(), openServiceReportSpeech(pack, 'en'))
  const read = await readingOf(printServiceReport(report, pack))

  assert.deepEqual(readIn('service report', read), expected['service report'])
})

test('every figure that lies between two snapshots is read back out of the report', needsReader, async () => {
  const gone = { findings: [], kpis: [], registers: [] }
  const origin = originOf(wholeSnapshot(2), { since: wholeSnapshot(1, gone) })
  const read = await readingOf((await writeAnyDocument('difference report', origin)).bytes)
  const { findings, kpis, registers, assessment } = wholeSnapshot().matter
  // Nobody has rated in this assessment, so that the report tells of what is proposed.
  const index = String(Math.round(assessment.proposedReadiness.index))

  assert.deepEqual(readIn('difference report', read), {
    'index.before': index,
    'index.after': index,
    'findings.opened': String(findings.length),
    'findings.closed': '0',
    'findings.open': String(findings.filter(({ isOpen }) => isOpen).length),
    'kpis.moved': String(kpis.length),
    'kpis.watched': String(kpis.length),
    'registers.new': String(registers.flatMap(({ records }) => records).length),
    'registers.changed': '0',
  })
})

test('the present values of KPIs are read back out of the process guidelines', async () => {
  const { name, matter } = wholeSnapshot()
  const { evidence } = matter
  assert.ok(evidence)
  const [one, two, ...others] = evidence.measures
  assert.ok(one && two)
  const measures = [{ ...one, aka: ['KPI-010'] }, { ...two, aka: ['KPI-017'] }, ...others]
  const origin = originOf({ name, matter: { ...matter, evidence: { ...evidence, measures } } })
  const read = await readingOf(
    (await writeAnyDocument('process guidelines', { ...origin, chosen: { guide: 'incident' } })).bytes,
  )

  const newest = ({ points }: typeof one) => points.at(-1)?.value ?? Number.NaN

  assert.deepEqual(readIn('process guidelines', read), {
    'kpi.KPI-010': `${Math.round(newest(one))} tickets`,
    'kpi.KPI-017': `${Math.round(newest(two) * 10) / 10} h`,
  })
})

test('a file of other records is found out: the reading is no decoration', async () => {
  const read = readIn('scope statement', await opened('scope statement', wholeSnapshot()))

  assert.ok(Object.values(read).every((figure) => figure === undefined))
})

async function opened(kind: SnapshotDocument, snapshot: OpenSnapshot): Promise<Reading> {
  return readingOf((await writeAnyDocument(kind, originOf(snapshot))).bytes)
}

function readIn(kind: string, read: Reading) {
  return Object.fromEntries(Object.entries(declared[kind] ?? {}).map(([id, place]) => [id, read(place)]))
}
