import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Rating } from './rating.ts'
import { compare, type Frozen, type FrozenItem, hashOfText, toText } from './snapshot.ts'

const figure = {
  index: 0,
  label: 'not ready',
  cap: 59,
  rawLow: 0,
  rawHigh: 100,
  assessedShare: 0,
  evidenceShare: 0,
}

const item: fc.Arbitrary<FrozenItem> = fc.record({
  requirement: fc.integer({ min: 1, max: 40 }).map((number) => `4.1-${number}`),
  clause: fc.constant('4.1'),
  title: fc.constant('Title'),
  criticality: fc.constant('high'),
  rating: fc.constantFrom(...Rating.options),
  counted: fc.constantFrom(...Rating.options),
  proposed: fc.constantFrom(...Rating.options),
  status: fc.constant('open'),
  evidenceLevel: fc.nat(4),
  rationale: fc.string(),
  isSelf: fc.boolean(),
  evidence: fc.constant([]),
})

const frozen: fc.Arbitrary<Frozen> = fc
  .uniqueArray(item, { maxLength: 30, selector: ({ requirement }) => requirement })
  .map((items) => ({
    format: 1,
    organization: 'Maison',
    on: '2026-03-01',
    catalogue: 'one',
    weights: { high: 3 },
    programme: {},
    readiness: figure,
    proposed: figure,
    gates: [],
    items,
    results: [],
  }))

test('between an assessment and itself lies nothing', () => {
  fc.assert(fc.property(frozen, (one) => assert.deepEqual(compare(one, one).items, [])))
})

test('the way back is the way there, turned round', () => {
  const turned = { better: 'worse', worse: 'better', same: 'same', new: 'gone', gone: 'new' } as const
  fc.assert(
    fc.property(frozen, frozen, (one, other) => {
      const back = new Map(compare(other, one).items.map((change) => [change.requirement, change]))
      const there = compare(one, other).items

      assert.equal(back.size, there.length)
      for (const change of there) {
        assert.equal(back.get(change.requirement)?.direction, turned[change.direction])
        assert.deepEqual(back.get(change.requirement)?.rating, {
          before: change.rating.after,
          after: change.rating.before,
        })
      }
    }),
  )
})

test('what the difference says, put onto the earlier one, gives the ratings of the later one', () => {
  fc.assert(
    fc.property(frozen, frozen, (one, other) => {
      const ratings = new Map<string, string>(
        one.items.map(({ requirement, rating }) => [requirement, rating]),
      )
      for (const { requirement, rating } of compare(one, other).items) {
        if (rating.after === undefined) ratings.delete(requirement)
        else ratings.set(requirement, rating.after)
      }

      assert.deepEqual(
        [...ratings].sort(),
        other.items.map(({ requirement, rating }) => [requirement, rating]).sort(),
      )
    }),
  )
})

test('the text does not depend on the order in which fields were written, and every letter counts', () => {
  fc.assert(
    fc.property(frozen, (one) => {
      const turned = Object.fromEntries(Object.entries(one).toReversed()) as Frozen

      assert.equal(toText(turned).sha256, toText(one).sha256)
      assert.notEqual(hashOfText(`${toText(one).text} `), toText(one).sha256)
    }),
  )
})

test('two catalogues are not compared without a caution', () => {
  const [one] = fc.sample(frozen, 1)
  assert.ok(one)

  assert.match(compare(one, { ...one, catalogue: 'two' }).caution ?? '', /two catalogues/)
})
