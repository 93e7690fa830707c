import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Counted, withhold } from './withhold.ts'

const group = (name: string, ...counts: number[]): Counted => ({ name, counts })

test('groups that are large enough are shown', () => {
  const { tables, withheld } = withhold([group('a', 8), group('b', 9)], 8)

  assert.deepEqual(tables, [true])
  assert.equal(withheld.size, 0)
})

test('one small group takes a second one with it', () => {
  const { withheld } = withhold([group('a', 20), group('b', 9), group('c', 2)], 8)

  assert.deepEqual(
    [...withheld],
    [
      ['c', 'too few'],
      ['b', 'protects another'],
    ],
  )
})

test('two small groups hide each other only when they are enough together', () => {
  const together = withhold([group('a', 20), group('b', 4), group('c', 5)], 8)
  const tooFew = withhold([group('a', 20), group('b', 9), group('c', 2), group('d', 3)], 8)

  assert.deepEqual([...together.withheld.keys()], ['b', 'c'])
  assert.deepEqual([...tooFew.withheld.keys()], ['c', 'd', 'b'])
})

test('a group that nobody answered in gives nothing away', () => {
  const { withheld } = withhold([group('a', 20), group('b', 0)], 8)

  assert.deepEqual([...withheld], [['b', 'too few']])
})

const survey = fc.record({
  smallest: fc.constantFrom(5, 8),
  groups: fc
    .array(fc.array(fc.nat(15), { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 7 })
    // Who counts in a dimension has answered.
    .map((rows) =>
      rows.map(([most = 0, ...rest], at) =>
        group(`g${at}`, most, ...rest.map((count) => Math.min(count, most))),
      ),
    ),
})

test('no sum or difference of what is published is about fewer people than the smallest group', () => {
  fc.assert(
    fc.property(survey, ({ smallest, groups }) => {
      const { tables, withheld } = withhold(groups, smallest)
      for (const [table, isShown] of tables.entries()) {
        if (!isShown) continue
        const published = [
          groups.map(() => 1),
          ...groups.flatMap(({ name }, at) =>
            withheld.has(name) ? [] : [groups.map((_, other) => Number(other === at))],
          ),
        ]
        for (let set = 1; set < 2 ** groups.length; set += 1) {
          const wanted = groups.map((_, at) => (set >> at) & 1)
          const people = groups.reduce(
            (sum, { counts }, at) => sum + (wanted[at] ?? 0) * (counts[table] ?? 0),
            0,
          )
          if (people > 0 && people < smallest)
            assert.ok(!canBeComputed(published, wanted), `${people} people can be computed: ${wanted}`)
        }
      }
    }),
    { numRuns: 400 },
  )
})

test('a table of fewer people than the smallest group is not shown at all', () => {
  fc.assert(
    fc.property(survey, ({ smallest, groups }) => {
      const { tables } = withhold(groups, smallest)

      assert.deepEqual(
        tables,
        [0, 1, 2].map(
          (table) => groups.reduce((sum, { counts }) => sum + (counts[table] ?? 0), 0) >= smallest,
        ),
      )
    }),
  )
})

/** Whether a row is a combination of others: it does not raise their rank. */
function canBeComputed(rows: readonly (readonly number[])[], wanted: readonly number[]): boolean {
  return rankOf([...rows, wanted]) === rankOf(rows)
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = left.findIndex((row, at) => at >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    const chosen = left[pivot]
    if (!chosen) continue
    left.splice(pivot, 1)
    left.splice(rank, 0, chosen)
    for (let at = rank + 1; at < left.length; at += 1) {
      const factor = (left[at]?.[column] ?? 0) / (chosen[column] ?? 1)
      left[at] = (left[at] ?? []).map((value, place) => value - factor * (chosen[place] ?? 0))
    }
    rank += 1
  }
  return rank
}
