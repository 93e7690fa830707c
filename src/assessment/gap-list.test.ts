import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openLibrary } from '#content/library.ts'
import { findHead, readGapList } from './gap-list.ts'

const { requirements } = openLibrary('content').catalogue

function read(...rows: readonly (readonly string[])[]) {
  return readGapList(
    rows.map((cells, index) => ({ line: index + 1, cells })),
    requirements,
  )
}

test('a list with a title above its heads is read, whatever the columns are called', () => {
  const rows = read(
    ['Unsere Lücken 2026'],
    [],
    ['Kapitel', 'Titel', 'Bewertung', 'Bemerkung'],
    ['8.6.1 a)', 'Aufzeichnung', 'teilweise erfüllt', 'Felder fehlen'],
    ['4.1-a', '', 'Major', ''],
  )

  assert.deepEqual(
    rows?.map(({ line, requirement, rating, comment }) => [line, requirement, rating, comment]),
    [
      [4, '8.6.1-a', 'partially', 'Felder fehlen'],
      [5, '4.1-a', 'major_nc', ''],
    ],
  )
})

test('a clause speaks for its requirements, but not for those that have a line of their own', () => {
  const rows = read(['Clause', 'Status'], ['4.1', 'conforming'], ['4.1-b', 'minor'])

  assert.deepEqual(
    rows?.map(({ requirement, rating }) => [requirement, rating]),
    [
      ['4.1-a', 'conforming'],
      ['4.1-b', 'minor_nc'],
    ],
  )
})

test('what cannot be understood is told with its line, and nothing is guessed', () => {
  const rows = read(
    ['Clause', 'Status'],
    ['4.1-a', 'no'],
    ['99.9', 'conforming'],
    ['4.2-a', 'ok'],
    ['4.2-a', 'minor'],
  )

  assert.match(rows?.[0]?.wrong ?? '', /"no" is no rating/)
  assert.match(rows?.[1]?.wrong ?? '', /no requirement or clause/)
  assert.equal(rows?.[2]?.wrong, undefined)
  assert.match(rows?.[3]?.wrong ?? '', /Line 4 speaks of the same/)
})

test('a line without a rating says nothing', () => {
  assert.deepEqual(read(['Clause', 'Status'], ['4.1-a', ''], ['', 'ok'], ['Leadership', '']), [])
})

test('a table without the two columns is no gap list', () => {
  assert.equal(read(['Name', 'Owner'], ['a', 'b']), undefined)
  assert.equal(findHead([]), undefined)
})

test('no cell, however odd, stops the reading', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string(), fc.string())), (cells) => {
      assert.ok(read(['Clause', 'Status', 'Comment'], ...cells))
    }),
  )
})
