import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLibrary } from '#content/library.ts'
import { coverDocuments } from '#registers/document-coverage.ts'
import { keptInRegisters } from '#registers/kept-in.ts'
import { auditPage } from '../../test/worlds/audit-page.ts'
import { declaredFigures, readingOf } from '../../test/worlds/declared-figures.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { originOf, wholeSnapshot } from '../../test/worlds/snapshot.ts'
import { writeAnyDocument } from './write-document.ts'

const { documented } = wholeSnapshot().matter
const snapshot = wholeSnapshot(1, documented ? { documented: { ...documented, audits: [auditPage] } } : {})

/** What each figure has to be, computed beside the documents. */
const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'documented information': piecesOf(),
  'internal audit report': {
    'report.lines': '61',
    'report.answered': '58',
    'report.met': '41',
    'report.improvable': '7',
    'report.unmet': '9',
    'report.not_applicable': '1',
    'report.conformity': '84.2 %',
    'report.major': '2',
    'report.minor': '5',
    'report.opportunity': '8',
    'report.good_practice': '3',
  },
}

function piecesOf(): Readonly<Record<string, string>> {
  const counts = new Map(snapshot.matter.registers.map(({ register, records }) => [register, records.length]))
  const on = snapshot.matter.programme.madeOn
  const pieces = coverDocuments(openLibrary(pack).catalogue.documents, [], keptInRegisters(counts), on)
  const required = pieces.filter((one) => one.required)
  const counted = (status: string) => String(required.filter((one) => one.status === status).length)
  return {
    'information.pieces': String(pieces.length),
    'information.required': String(required.length),
    'information.covered': counted('covered'),
    'information.in_register': counted('in a register'),
    'information.in_preparation': counted('in preparation'),
    'information.overdue': counted('overdue'),
    'information.missing': counted('missing'),
  }
}

for (const kind of ['documented information', 'internal audit report'] as const)
  test(`every figure that the ${kind} declares is read back out of its file`, async () => {
    const read = await readingOf((await writeAnyDocument(kind, originOf(snapshot))).bytes)
    const places = declaredFigures()[kind] ?? {}

    assert.deepEqual(
      Object.fromEntries(Object.entries(places).map(([id, place]) => [id, read(place)])),
      expected[kind],
    )
  })

test('a document of a snapshot without an audit shows none of its figures', async () => {
  const read = await readingOf(
    (await writeAnyDocument('internal audit report', originOf(wholeSnapshot()))).bytes,
  )

  for (const place of Object.values(declaredFigures()['internal audit report'] ?? {}))
    assert.equal(read(place), undefined, place)
})
