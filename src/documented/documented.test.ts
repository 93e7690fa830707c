import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { languageCodes } from '#base/language.ts'
import { openImprovement } from '#content/improvement.ts'
import { openLibrary } from '#content/library.ts'
import { openSentences } from '#content/sentences.ts'
import { openStrategy } from '#content/strategy.ts'
import { type DocumentedKind, documentedKinds } from '#deliver/documented-matter.ts'
import { lintPackage } from '#deliver/package-lint.ts'
import { coverDocuments } from '#registers/document-coverage.ts'
import type { Record as KeptRecord } from '#registers/record.ts'
import { demandRegister } from '#registers/registers.ts'
import { composeDocument } from './compose.ts'
import type { DocumentedDocument } from './document.ts'
import type { DocumentedMatter } from './matter.ts'
import { printDocument } from './print.ts'
import { usedRegisters } from './register-rows.ts'
import { openSpeaker, wordKey } from './speaker.ts'
import { asksOf, fileNameOf, openTemplate, templateProblems } from './template.ts'

const pack = join(import.meta.dirname, '../../content')
const { catalogue } = openLibrary(pack)
const nothing: DocumentedMatter = {
  organization: 'Maison <Clément> & Söhne',
  madeOn: '2026-07-01',
  version: '0.1.0',
  clauses: catalogue.clauses,
  requirements: catalogue.requirements,
  registers: new Map(),
  people: new Map([['ada@example.org', 'Ada Rossi']]),
  phases: openStrategy(pack).phases.map(({ id }) => ({ id, signedBy: undefined, signedOn: undefined })),
  coverage: coverDocuments(catalogue.documents, [], new Map(), '2026-07-01'),
  audits: [],
  findings: [],
  reviews: [],
  actions: [],
  subject: undefined,
}

/** A record of a register as the store gives it. */
function record(register: string, serial: number, data: KeptRecord['data'], state?: string): KeptRecord {
  const { register: known } = demandRegister(register)
  const at = new Date('2026-06-01T00:00:00Z')
  return {
    id: `${register}-${serial}`,
    register,
    serial,
    number: `${known.prefix}-${serial}`,
    state: state ?? known.states[0] ?? '',
    label: String(data[known.label]),
    data,
    version: 3,
    createdAt: at,
    updatedAt: at,
    deletedAt: undefined,
  }
}

const hostile = '=HYPERLINK("http://x") </w:t><w:p>{services} & {{0}}'
const owner = 'ada@example.org'
const small: DocumentedMatter = {
  ...nothing,
  registers: new Map(
    Object.entries({
      services: [
        record(
          'services',
          1,
          { name: 'Till', in_scope: true, owner, outcome: hostile, customers: ['interested-parties-1'] },
          'live',
        ),
        record('services', 2, { name: 'Museum', in_scope: false }, 'live'),
        record('services', 3, { name: 'Gone', in_scope: true }, 'retired'),
      ],
      'interested-parties': [
        record('interested-parties', 1, {
          name: 'Boutiques',
          kind: 'customer',
          needs: [
            { need: 'Tills work on Sundays', accepted: 'accepted' },
            { need: 'Free of charge', accepted: 'not accepted' },
          ],
        }),
      ],
      objectives: [
        record(
          'objectives',
          1,
          { title: 'Fewer outages', measure: 'Outages', baseline: 1234.5, target: 20, due_on: '2026-12-31' },
          'approved',
        ),
      ],
      assets: [record('assets', 1, { name: 'Desk tool', kind: 'tool of the SMS', yearly_cost: 48_000 })],
      documents: [
        record(
          'documents',
          7,
          {
            title: 'Scope',
            kind: 'description',
            covers: ['DI-003'],
            version: '1.2',
            owner,
            approved_by: 'Sami Sponsor',
            approved_on: '2026-05-04',
            review_on: '2027-05-04',
            confidentiality: 'internal',
          },
          'in force',
        ),
      ],
    }),
  ),
}

function documentOf(
  kind: DocumentedKind,
  matter: DocumentedMatter,
  language: (typeof languageCodes)[number] = 'en',
): DocumentedDocument {
  const speaker = openSpeaker(pack, kind, { language, currency: 'CHF' })
  return composeDocument({ kind, template: openTemplate(pack, kind), speaker, matter })
}

/** The text of a Word file as people read it, one paragraph a line. */
function textIn(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  const plain = xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]*>/g, '')
  return plain
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

/** Everything that a document says, as one text. */
function saidIn({ body, control, cover, missing }: DocumentedDocument): string {
  return JSON.stringify([cover, control, body, missing])
}

test('the templates of the pack have no problem, and ask only for tables and values that exist', () => {
  assert.deepEqual(templateProblems(pack), [])
  for (const kind of documentedKinds) assert.ok(asksOf(openTemplate(pack, kind)).length > 0, kind)
  for (const kind of documentedKinds)
    for (const language of languageCodes) assert.ok(documentOf(kind, nothing, language).body.length > 0)
})

test('every sentence stands in four languages', () => {
  for (const document of ['documented', ...documentedKinds.map(fileNameOf)])
    for (const language of languageCodes)
      assert.deepEqual(openSentences(pack, document, language).missing, [], `${document} ${language}`)
})

test('every choice and state that a document can show is a word in its language', () => {
  const { knows } = openSpeaker(pack, 'scope statement', { language: 'de' })
  const shown = documentedKinds.flatMap((kind) =>
    openTemplate(pack, kind).sections.flatMap(({ parts }) =>
      parts.flatMap((part) =>
        'table' in part ? [{ register: part.table, columns: Object.keys(part.columns) }] : [],
      ),
    ),
  )
  const strange = shown
    .filter(({ register }) => usedRegisters.some((one) => one === register))
    .flatMap(({ register, columns }) => {
      const { fields, states, ended } = demandRegister(register).register
      const choices = fields
        .filter(({ name }) => columns.includes(name))
        .flatMap((field) => field.choices ?? [])
      return [...choices, ...(columns.includes('state') ? states.filter((one) => !ended.includes(one)) : [])]
    })
    .filter((word) => !knows(wordKey(word)))

  assert.deepEqual([...new Set(strange)], [])
})

test('every input and figure of a management review, and every piece, has its words', () => {
  const { knows } = openSpeaker(pack, 'management review pack', { language: 'it' })
  const inputs = openImprovement(pack).inputs
  const keys = [
    ...inputs.flatMap(({ id, figures }) => [
      `input.${id}`,
      `asks.${id}`,
      ...figures.map((figure) => `figure.${figure.id}`),
    ]),
    ...catalogue.documents.map(({ id }) => `piece.${id.toLowerCase()}`),
    ...catalogue.documents.map(({ group }) => wordKey(`group ${group}`)),
  ]

  assert.deepEqual(
    keys.filter((key) => !knows(key)),
    [],
  )
})

test('an organization that has nothing gets documents that say so at the place and in the list, and nothing else', () => {
  for (const kind of documentedKinds) {
    const document = documentOf(kind, nothing)
    const gaps = document.body.flatMap((one) => (one.is === 'gap' ? [one.says] : []))

    assert.ok(document.missing.length > 0, kind)
    assert.ok(gaps.length > 0, kind)
    assert.ok(
      gaps.every((says) => /^(Not recorded yet|To be written by hand): /.test(says)),
      kind,
    )
    assert.doesNotMatch(saidIn(document), /No finding is recorded for this audit|No other party/)
  }
  const policy = documentOf('service management policy', nothing)
  assert.ok(saidIn(policy).includes('Not recorded yet: register Objectives is empty'))
  assert.ok(policy.missing.some(({ says }) => says === 'register Objectives is empty'))
})

test('what is recorded is in the Word file: names, values by the language, and who controls the document', async () => {
  const plan = textIn(await printDocument(documentOf('service management plan', small, 'de')))
  const scope = textIn(await printDocument(documentOf('scope statement', small)))

  for (const said of [
    'Till',
    'SVC-1',
    'Ada Rossi',
    'Fewer outages',
    '1.234,5',
    '48.000\u00A0CHF',
    '31.12.2026',
  ])
    assert.ok(plan.includes(said), said)
  assert.ok(plan.includes('Servicemanagementplan'))
  for (const said of [
    'DOC-7',
    '1.2',
    'Sami Sponsor',
    '2026-05-04',
    'internal',
    'Tills work on Sundays',
    'Boutiques',
  ])
    assert.ok(scope.includes(said), said)
  assert.ok(!scope.includes('Gone'), 'an ended service is not in scope')
  assert.ok(!scope.includes('Free of charge'), 'a need that was not accepted is no requirement')
  assert.ok(!plan.includes('Museum'), 'a service outside the scope is not planned')
})

test('what lacks in single records is named: the column, and the records by their numbers', () => {
  const { missing } = documentOf('service management policy', small)

  assert.ok(missing.some(({ says }) => says === 'Owner: not recorded for OBJ-1'))
  assert.ok(!missing.some(({ says }) => says.startsWith('Measure')))
})

test('a formula, markup or a place in what people wrote stays text', async () => {
  const document = documentOf('scope statement', small)
  const bytes = await printDocument(document)

  assert.ok(textIn(bytes).includes(hostile))
  assert.ok(textIn(bytes).includes('Maison <Clément> & Söhne'))
  assert.deepEqual(lintPackage(bytes), [])
})

test('the same records are the same bytes, with headings, contents, captions, header and footer', async () => {
  const [one, other] = [
    await printDocument(documentOf('scope statement', small)),
    await printDocument(documentOf('scope statement', small)),
  ]
  const parts = unzipSync(one)
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  const all = (name: RegExp) =>
    Object.entries(parts)
      .filter(([path]) => name.test(path))
      .map(([, bytes]) => strFromU8(bytes))
      .join()

  assert.deepEqual(one, other)
  assert.match(xml, /<w:pStyle w:val="Heading1"\/>/)
  assert.match(xml, /TOC \\h \\o/)
  assert.match(xml, /SEQ Table/)
  assert.match(all(/word\/header\d+\.xml/), /DOC-7/)
  assert.match(all(/word\/footer\d+\.xml/), /DOC-7 · version 1\.2 · 2026-07-01 · internal/)
})

test('every document of an empty and of a small organization is a sound package in every language', async () => {
  for (const language of languageCodes)
    for (const kind of documentedKinds)
      assert.deepEqual(
        lintPackage(await printDocument(documentOf(kind, small, language))),
        [],
        `${kind} ${language}`,
      )
  for (const kind of documentedKinds)
    assert.deepEqual(lintPackage(await printDocument(documentOf(kind, nothing))), [], kind)
})
