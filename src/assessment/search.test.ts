import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Findable, findBest } from './search.ts'

function thing(id: string, title: string, kind: Findable['kind'] = 'requirement', text = ''): Findable {
  return { kind, id, title, beside: '', text }
}

test('its number stands before what only speaks about it', () => {
  const things = [thing('4.1-a', 'Context', 'requirement', 'see 8.6.1-a'), thing('8.6.1-a', 'Recorded')]

  assert.deepEqual(
    findBest(things, '8.6.1-a', 20).map(({ id }) => id),
    ['8.6.1-a', '4.1-a'],
  )
})

test('every word has to be there, in whatever order and whatever accents', () => {
  const things = [thing('1', 'Übergabe der Änderung'), thing('2', 'Änderung')]

  assert.deepEqual(
    findBest(things, 'anderung uber', 20).map(({ id }) => id),
    ['1'],
  )
})

test('no more than wanted are found, and nothing is found for nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 50 }), fc.string(), (titles, query) => {
      const things = titles.map((title, index) => thing(String(index), title))

      assert.ok(findBest(things, query, 20).length <= 20)
    }),
  )
  assert.deepEqual(findBest([thing('1', 'a')], '   ', 20), [])
})

test('a kind with many hits leaves places for the others', () => {
  const many = Array.from({ length: 30 }, (_, at) => thing(`supplier ${at}`, `supplier ${at}`, 'kpi'))
  const found = findBest([...many, thing('8.3.4.1-a', 'Control of what a supplier does')], 'supplier', 20)

  assert.equal(found.length, 20)
  assert.equal(found.at(-1)?.id, '8.3.4.1-a')
})
