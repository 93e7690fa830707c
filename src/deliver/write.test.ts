import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { displayLine } from '#assessment/readiness.ts'
import { Refusal } from '#base/refusal.ts'
import { flat, needsReader, needsTypesetter, textOf } from '../../test/worlds/pdf.ts'
import { pack, reportInput } from '../../test/worlds/report-input.ts'
import { type GapReportInput, makeGapReport } from './gap-report.ts'
import { printGapReport, writeGapReport } from './write.ts'

let input: GapReportInput
let pdf: Uint8Array = new Uint8Array()

before(() => {
  input = reportInput()
  if (!needsTypesetter.skip) pdf = printGapReport(makeGapReport(input), pack)
})

test('the report is a tagged PDF that claims PDF/UA-1', needsTypesetter, () => {
  const bytes = Buffer.from(pdf).toString('latin1')

  assert.match(bytes, /\/StructTreeRoot/)
  assert.match(bytes, /pdfuaid:part>1</)
  assert.match(bytes, /\/Lang/)
})

test('two runs over equal input give equal bytes', needsTypesetter, () => {
  const again = printGapReport(makeGapReport(reportInput()), pack)

  assert.equal(Buffer.compare(Buffer.from(pdf), Buffer.from(again)), 0)
})

test('the text holds the index line and every requirement', needsReader, () => {
  const text = flat(textOf(pdf))

  assert.ok(text.includes(displayLine(input.assessment.proposedReadiness)))
  const missing = input.catalogue.requirements
    .filter(({ id }) => !text.includes(` ${id} `))
    .map(({ id }) => id)
  assert.deepEqual(missing, [])
})

test('the management summary fits one page', needsReader, () => {
  assert.match(textOf(pdf, '-f', '2', '-l', '2'), /Are we ready\?[\s\S]*What to do next/)
  assert.match(textOf(pdf, '-f', '3', '-l', '3'), /Contents/)
})

test('Greek, Polish and Arabic names can be read, and markup in names stays text', needsReader, () => {
  const text = flat(textOf(pdf))

  assert.ok(text.includes('Ηλεκτρονικό ταχυδρομείο'))
  assert.ok(text.includes('Zażółć gęślą jaźń – płace'))
  const letters = [...'خدمة البريد الإلكتروني'].filter((letter) => !text.includes(letter))
  assert.deepEqual(letters, [])
  assert.ok(text.includes('ERP *finance* #1'))
  assert.ok(text.includes('Payroll_[core] $x$ <b>@home</b>'))
})

test(
  'Chinese, Japanese and Korean names can be read, and their fonts come along only with them',
  needsReader,
  () => {
    const names = ['东京数据中心', '東京データセンター', 'メール配信', '서울 결제 서비스']
    const eastern = printGapReport(makeGapReport({ ...input, services: [...names, ...input.services] }), pack)
    const text = flat(textOf(eastern))

    assert.deepEqual(
      names.filter((name) => !text.includes(name)),
      [],
    )
    assert.deepEqual(fontsOf(eastern), ['Inter', 'NotoSansArabic', 'NotoSansKR', 'NotoSansSC'])
  },
)

test('only the fonts of the look are used', needsTypesetter, () => {
  assert.deepEqual(fontsOf(pdf), ['Inter', 'NotoSansArabic'])
})

/** The families of the fonts that a PDF holds. */
function fontsOf(bytes: Uint8Array): readonly string[] {
  const found = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/\/BaseFont \/[A-Z]{6}\+([A-Za-z]+)/g)
  return [...new Set([...found].map(([, name = '']) => name))].toSorted()
}

test('the report is kept as a file in a folder that is made for it', needsTypesetter, () => {
  const folder = mkdtempSync(join(tmpdir(), 'gap-report-'))
  try {
    const path = join(folder, 'out', 'report.pdf')

    writeGapReport(makeGapReport(input), pack, path)

    assert.equal(readFileSync(path).subarray(0, 5).toString(), '%PDF-')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a report without any data can be printed', needsTypesetter, () => {
  const empty = {
    ...input,
    collected: { ...input.collected, results: [], measures: [], conformance: [] },
    ingested: { ...input.ingested, files: [], counts: {}, problems: [], fill: [] },
    services: [],
  }

  assert.ok(printGapReport(makeGapReport(empty), pack).length > 10_000)
})

test('a folder without the templates is refused with what to do', needsTypesetter, () => {
  assert.throws(
    () => printGapReport(makeGapReport(input), '/nowhere'),
    (error: unknown) => error instanceof Refusal && /Name the folder of the content pack/.test(error.message),
  )
})
