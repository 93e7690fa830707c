import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aRequirement } from '../../test/oracle/given.ts'
import { type AnswerRow, readAnswers } from './answers.ts'
import { answerColumns, askQuestions } from './questionnaire.ts'

const source = { file: 'answers.xlsx', firstRow: 2, on: '2026-06-30', requirements: [aRequirement()] }
const row = { id: '8.5.1.3-f', practice: 'practised', who: 'Ada' }

function read(...rows: readonly AnswerRow[]) {
  return readAnswers(rows, source)
}

test('a filled row becomes a statement', () => {
  const { statements, problems } = read({
    ...row,
    practice: ' Practiced and reviewed ',
    since: '2025-11',
    documented: 'Approved',
    reference: 'DMS 12',
    records: 'folder 7',
    applies: 'yes',
    exercised: false,
    role: 'Process owner',
    on: new Date('2026-06-01T00:00:00Z'),
    comment: 'fine',
  })

  assert.deepEqual(problems, [])
  assert.deepEqual(statements, [
    {
      requirement: '8.5.1.3-f',
      practice: 'practised and reviewed',
      since: '2025-11-01',
      document: { exists: true, approved: true, reference: 'DMS 12' },
      records: 'folder 7',
      applies: true,
      exercised: false,
      comment: 'fine',
      who: 'Ada',
      role: 'Process owner',
      on: '2026-06-01',
    },
  ])
})

test('a row without an answer says nothing, even when the name is filled in', () => {
  assert.deepEqual(read({ id: '8.5.1.3-f', who: 'Ada', role: 'Owner', on: '2026-06-01', practice: '  ' }), {
    statements: [],
    problems: [],
  })
})

test('months are counted back from the day of the answer, and the end of a month stays in it', () => {
  const since = (text: string | number, on: string) => read({ ...row, since: text, on }).statements[0]?.since

  assert.equal(since('6 months', '2026-06-30'), '2025-12-30')
  assert.equal(since(1, '2026-03-31'), '2026-02-28')
})

test('each bad cell is a problem with its row, its column and what to write', () => {
  const { statements, problems } = read(row, {
    ...row,
    practice: 'sometimes',
    since: 'long ago',
    documented: 'maybe',
    applies: 'perhaps',
    on: '31.3.',
  })

  assert.equal(statements.length, 1)
  assert.deepEqual(
    problems.map(({ where }) => `${where.line} ${where.column}`),
    ['3 on', '3 practice', '3 since', '3 documented', '3 applies'],
  )
  assert.equal(
    problems[1]?.message,
    '"sometimes" cannot be read. Write none, ad hoc, documented, practised, or practised and reviewed.',
  )
})

test('an answer without a name, of an unknown requirement, or dated ahead is not taken', () => {
  assert.equal(read({ ...row, who: '' }).problems[0]?.where.column, 'who')
  assert.equal(read({ ...row, id: '8.9-z' }).problems[0]?.where.column, 'id')
  assert.equal(read({ ...row, since: '2027-01-01' }).problems[0]?.where.column, 'since')
})

test('the questionnaire asks what belongs to a requirement and nothing about derived ones', () => {
  const all = [
    aRequirement({ quick_scan: true }),
    aRequirement({ id: '8.3.4.1-a', applicability: { mode: 'if_exists', condition: 'external suppliers' } }),
    aRequirement({ id: '8.7.2-a', applicability: { mode: 'on_event', condition: 'a plan is invoked' } }),
    aRequirement({ id: '7.5.4-a', derived_from: ['8.3.4.1-a', '8.7.2-a'] }),
  ]

  const rows = askQuestions(all, 'all')

  assert.deepEqual(
    rows.map(({ id, clause }) => [id, clause]),
    [
      ['8.5.1.3-f', '8.5.1.3'],
      ['8.3.4.1-a', '8.3.4.1'],
      ['8.7.2-a', '8.7.2'],
    ],
  )
  const left = rows.map(({ asks }) => answerColumns.filter((column) => !asks.includes(column)))
  assert.deepEqual(left, [['applies', 'exercised'], ['exercised'], ['applies']])
  assert.deepEqual(
    askQuestions(all, 'quick scan').map(({ id }) => id),
    ['8.5.1.3-f'],
  )
  assert.match(
    rows[1]?.expects ?? '',
    /Usually shown: rule, tickets\. Applies if this exists: external suppliers\./,
  )
})
