import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { needsTypesetter } from '../../test/worlds/pdf.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { issuedReport } from '../../test/worlds/service-report.ts'
import { originOf, wholeSnapshot } from '../../test/worlds/snapshot.ts'
import { makeServiceReport, openServiceReportSpeech } from './service-report.ts'
import type { SnapshotDocument } from './snapshot-matter.ts'
import { printServiceReport } from './write.ts'
import { writeFromSnapshot } from './write-from-snapshot.ts'

/** What the typesetter is asked for is held against the file itself: its objects are read, not its claims. */
const kinds = [
  'gap report',
  'playbook',
  'executive summary',
  'difference report',
] as const satisfies readonly SnapshotDocument[]
const files = new Map<string, string>()

before(async () => {
  if (needsTypesetter.skip) return
  const since = wholeSnapshot(1, { findings: [], kpis: [], registers: [] })
  for (const kind of kinds) {
    const more = kind === 'difference report' ? { since, language: 'de' as const } : {}
    const bytes = await writeFromSnapshot(kind, originOf(wholeSnapshot(2), more))
    files.set(kind, Buffer.from(bytes).toString('latin1'))
  }
  const report = makeServiceReport(issuedReport(), openServiceReportSpeech(pack, 'de'))
  files.set('service report', Buffer.from(printServiceReport(report, pack)).toString('latin1'))
})

/** The documents that are written in German here; the others are English. */
const german: readonly string[] = ['difference report', 'service report']

/** The objects of a PDF, without what streams hold. */
function objectsOf(pdf: string): readonly string[] {
  const bare = pdf.replaceAll(/\bstream\r?\n[\s\S]*?endstream/g, '')
  return [...bare.matchAll(/\d+ 0 obj([\s\S]*?)endobj/g)].map(({ 1: body = '' }) => body)
}

function catalogOf(pdf: string): string {
  return objectsOf(pdf).find((body) => /\/Type\s*\/Catalog\b/.test(body)) ?? ''
}

function elementsOf(pdf: string, role: string): readonly string[] {
  const has = new RegExp(`/S\\s*/${role}\\b`)
  return objectsOf(pdf).filter((body) => /\/Type\s*\/StructElem/.test(body) && has.test(body))
}

test(
  'every PDF is tagged: headings, paragraphs, tables with head cells, and nothing left outside',
  needsTypesetter,
  () => {
    for (const [kind, pdf] of files) {
      const catalog = catalogOf(pdf)
      assert.match(catalog, /\/MarkInfo\s*<<[^>]*\/Marked true/, kind)
      assert.match(catalog, /\/StructTreeRoot \d+ 0 R/, kind)
      for (const role of ['H1', 'P', 'Table', 'TR', 'TH', 'TD'])
        assert.ok(elementsOf(pdf, role).length > 0, `${kind} has no ${role}`)
      assert.match(pdf, /<pdfuaid:part>1</, kind)
      const pages = objectsOf(pdf).filter((body) => /\/Type\s*\/Page\b/.test(body))
      assert.ok(pages.length > 0 && pages.every((body) => body.includes('/StructParents')), kind)
    }
  },
)

test(
  'every PDF says its title, its language and its bookmarks, and shows the title instead of the file',
  needsTypesetter,
  () => {
    for (const [kind, pdf] of files) {
      const catalog = catalogOf(pdf)
      assert.match(catalog, german.includes(kind) ? /\/Lang \(de\)/ : /\/Lang \(en\)/, kind)
      assert.match(catalog, /\/DisplayDocTitle true/, kind)
      assert.match(pdf, /<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+</, kind)
      assert.match(catalog, /\/Outlines \d+ 0 R/, `${kind} has no bookmarks`)
    }
  },
)

test('every figure of a PDF has a text for those who do not see it', needsTypesetter, () => {
  let figures = 0
  for (const [kind, pdf] of files)
    for (const element of elementsOf(pdf, 'Figure')) {
      figures += 1
      assert.match(element, /\/Alt\s*(\([^)]{8,}|<[0-9A-Fa-f]{16,})/, kind)
    }

  assert.ok(figures > 20, `${figures} figures`)
})

test(
  'a PDF without its tags, language or texts is found: the reading is no decoration',
  needsTypesetter,
  () => {
    const pdf = files.get('gap report') ?? ''
    const bare = pdf.replaceAll('/StructTreeRoot', '/Nothing').replaceAll('/Alt', '/Xlt')

    assert.doesNotMatch(catalogOf(bare), /\/StructTreeRoot/)
    assert.ok(elementsOf(bare, 'Figure').every((element) => !element.includes('/Alt')))
  },
)
