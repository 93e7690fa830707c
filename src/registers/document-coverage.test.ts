import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coverDocuments, type DocumentRecord, examineDocument, type Piece } from './document-coverage.ts'

const piece = (id: string, required_by: readonly string[] = ['5.2.1-a']): Piece => ({
  id,
  group: 'Governing documents',
  name: id,
  kind: 'document',
  required_by,
  content: 'purpose',
  owner: 'Sponsor',
  cadence: 'yearly',
  from_tickets: 'none',
})

const document = (state: string, review_on?: string): DocumentRecord => ({
  id: `${state}-${review_on}`,
  number: 'DOC-1',
  label: 'Policy',
  state,
  data: { covers: ['DI-005'], ...(review_on ? { review_on } : {}) },
})

const today = '2026-03-01'
const statusOf = (...documents: DocumentRecord[]) =>
  coverDocuments([piece('DI-005')], documents, new Map(), today)[0]?.status

test('a document in force covers its piece until its review date has passed', () => {
  assert.equal(statusOf(document('in force', '2026-03-01')), 'covered')
  assert.equal(statusOf(document('in force', '2026-02-28')), 'overdue')
  assert.equal(statusOf(document('in force')), 'covered')
})

test('one document in force that is not overdue is enough', () => {
  assert.equal(statusOf(document('in force', '2025-01-01'), document('in force', '2027-01-01')), 'covered')
})

test('drafts and approved documents that are not published do not cover yet', () => {
  assert.equal(statusOf(document('draft')), 'in preparation')
  assert.equal(statusOf(document('approved')), 'in preparation')
})

test('superseded and withdrawn documents count for nothing', () => {
  assert.equal(statusOf(document('superseded'), document('withdrawn')), 'missing')
})

test('a register with records is its piece of documented information, an empty one is not', () => {
  const kept = (records: number) => new Map([['DI-008', { register: 'risks', title: 'Risks', records }]])
  const status = (records: number) => coverDocuments([piece('DI-008')], [], kept(records), today)[0]?.status

  assert.deepEqual([status(3), status(0)], ['in a register', 'missing'])
})

test('what no requirement demands is shown as expected only', () => {
  const [one, other] = coverDocuments([piece('DI-005'), piece('DI-001', [])], [], new Map(), today)

  assert.deepEqual([one?.required, other?.required], [true, false])
})

test('whoever wrote a document does not approve it', () => {
  const data = { author: 'ada@example.org', approved_by: 'ada@example.org' }

  assert.equal(examineDocument(data, 'draft').length, 0)
  assert.match(
    examineDocument(data, 'approved')[0]?.message ?? '',
    /ada@example.org wrote this document and cannot approve it/,
  )
  assert.equal(examineDocument({ ...data, approved_by: 'ben@example.org' }, 'approved').length, 0)
})
