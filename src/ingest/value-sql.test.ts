import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readKnowledge } from '#content/knowledge.ts'
import type { ColumnType } from '#content/table.ts'
import { type Duck, openDuck } from '#db/duck.ts'
import {
  cleaned,
  eventKind,
  missingSpellings,
  plainValue,
  quoted,
  text,
  translate,
  translation,
} from './value-sql.ts'

const { recognition } = readKnowledge('content')

let duck: Duck

before(async () => {
  duck = await openDuck(':memory:')
})

after(() => duck.close())

/** What an expression over the column `value` makes of each text. */
async function made(sql: string, values: readonly string[]): Promise<unknown[]> {
  const rows = values.map((value, place) => `(${place}, ${text(value)})`).join(', ')
  const found = await duck.rows<{ made: string | number | boolean | null }>(
    `select ${sql} as made from (values ${rows}) as t(place, value) order by place`,
  )
  return found.map((row) => row.made)
}

const means = (table: string, column: string, type: ColumnType, value: string) =>
  translate({ table, column, type }, value, recognition)
const ticket = (column: string, value: string) => means('ticket', column, 'integer', value)

test('names and texts with quotation marks are written so that they stay one name and one text', async () => {
  assert.equal(quoted('a "b" c'), '"a ""b"" c"')
  assert.equal(text("it's"), "'it''s'")
  assert.deepEqual(await made(text("'; drop table x; --"), ['']), ["'; drop table x; --"])
})

test('every spelling of a missing value counts as missing, as written, in capitals and with a capital', async () => {
  const spellings = missingSpellings(recognition)

  for (const spelling of ['', '?', '-', 'n/a', 'N/A', 'null', 'NULL', 'None', 'Unknown', ' ', '#N/A'])
    assert.ok(spellings.includes(spelling), `"${spelling}"`)
  assert.deepEqual(
    await made(cleaned('value', { spellings, isPadded: false }), ['?', 'NULL', 'Network', '']),
    [null, null, 'Network', null],
  )
})

test('blanks around a value are cut where a column has them', async () => {
  assert.deepEqual(
    await made(cleaned('value', { spellings: ['?'], isPadded: true }), [' ? ', ' Network ', 'x']),
    [null, 'Network', 'x'],
  )
  assert.deepEqual(await made(cleaned('value', undefined), [' x ']), [' x '])
})

test('a rank is the digit that a value begins with, or the number its word stands for', () => {
  const ranks: readonly [string, number | undefined][] = [
    ['1 - Critical', 1],
    ['P2', 2],
    ['3', 3],
    ['4 - Low', 4],
    ['Highest', 1],
    ['very high', 1],
    ['High', 2],
    ['Moderate', 3],
    ['minor', 4],
    ['Trivial', 5],
    ['purple', undefined],
    ['2026', undefined],
  ]

  for (const [value, rank] of ranks) assert.equal(ticket('priority', value), rank, value)
})

test('impact and urgency have three ranks only', () => {
  assert.deepEqual(
    ['High', 'Medium', 'Low', '3 - Low'].map((value) => ticket('impact', value)),
    [1, 2, 3, 3],
  )
  assert.equal(ticket('urgency', 'critical'), 1)
})

test('yes and no are understood in the words of tools, and what is neither says nothing', () => {
  const flag = (value: string) => means('ticket', 'is_major', 'boolean', value)

  assert.deepEqual(['true', 'YES', ' y ', '1', 'Oui', 'wahr'].map(flag), Array(6).fill(true))
  assert.deepEqual(['false', 'No', '0', 'nein', 'faux'].map(flag), Array(5).fill(false))
  assert.equal(flag('perhaps'), undefined)
})

test('where only asked whether something was written, any text is a yes', () => {
  const notes = (value: string) => means('ticket', 'has_closure_notes', 'boolean', value)

  assert.equal(notes('Restarted the server'), true)
  assert.equal(notes('no'), false)
})

test('a word is translated by its table and column before the column alone', () => {
  assert.equal(means('service', 'status', 'text', 'Operational'), 'live')
  assert.equal(means('ci', 'status', 'text', 'In stock'), 'stock')
  assert.equal(means('sla_clock', 'metric', 'text', 'TTO'), 'response')
  assert.equal(means('change', 'change_type', 'text', 'Pre-approved'), 'standard')
  assert.equal(means('change', 'outcome', 'text', 'Backed Out'), 'backed_out')
})

test('a word that is not listed is kept, in lower case with underscores', () => {
  assert.equal(means('change', 'change_type', 'text', 'Very Special Kind'), 'very_special_kind')
})

test('the written expression gives each value its meaning, blanks around it or not', async () => {
  const values = ['1 - Critical', 'Low', "it's odd"]
  const sql = translation(
    'value',
    { table: 'ticket', column: 'priority', type: 'integer' },
    values,
    recognition,
  )

  assert.deepEqual(await made(sql, [' Low', '1 - Critical', "it's odd", 'unseen']), [4, 1, null, null])
  assert.equal(
    translation('value', { table: 't', column: 'priority', type: 'integer' }, [], recognition),
    'null',
  )
})

test('whole and broken numbers are read, a comma stands for a point, and no number is nothing', async () => {
  assert.deepEqual(await made(plainValue('value', 'integer'), ['7', 'seven', '']), [7, null, null])
  assert.deepEqual(await made(plainValue('value', 'double'), ['0,5', '2.25', 'x']), [0.5, 2.25, null])
  assert.deepEqual(await made(plainValue('value', 'text'), ['as it is']), ['as it is'])
})

test('the field of a history tells the kind of its event', async () => {
  const fields = ['Status', 'assignment_group', 'Work notes', 'incident_state', 'short_description']

  assert.deepEqual(await made(eventKind('value', fields, recognition), fields), [
    'status',
    'assign',
    'note',
    'status',
    'field',
  ])
})
