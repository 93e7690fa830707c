import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { draw, type Member } from './sample.ts'

const member = fc.record({
  id: fc.string({ minLength: 1, maxLength: 6 }),
  stratum: fc.constantFrom('north', 'south', 'east'),
  mustSee: fc.constantFrom<readonly string[]>([], [], [], ['failed']),
})
const population = fc.uniqueArray(member, { maxLength: 80, selector: ({ id }) => id })

test('the same seed draws the same records, in whatever order the population comes', () => {
  fc.assert(
    fc.property(population, fc.nat(90), fc.nat(), (members, size, seed) => {
      assert.deepEqual(draw(members.toReversed(), { size }, seed).drawn, draw(members, { size }, seed).drawn)
      assert.equal(
        draw(members.toReversed(), { size }, seed).populationHash,
        draw(members, { size }, seed).populationHash,
      )
    }),
  )
})

test('the parts add up to the size, and none is drawn from more than its share rounded up', () => {
  fc.assert(
    fc.property(population, fc.nat(90), fc.nat(), (members, size, seed) => {
      const { strata, drawn, size: taken } = draw(members, { size }, seed)
      const rest = members.filter(({ mustSee }) => mustSee.length === 0).length

      assert.equal(taken, Math.min(size, rest))
      assert.equal(drawn.length, taken)
      assert.equal(new Set(drawn.map(({ id }) => id)).size, taken)
      for (const part of strata) {
        const exact = (taken * part.population) / rest
        assert.ok(part.drawn >= Math.floor(exact) && part.drawn <= Math.ceil(exact))
      }
    }),
  )
})

test('what is seen in any case is whole, and is not drawn a second time', () => {
  fc.assert(
    fc.property(population, fc.nat(90), fc.nat(), (members, size, seed) => {
      const { mustSee, drawn } = draw(members, { size }, seed)
      const seen = new Set(mustSee.map(({ id }) => id))

      assert.equal(seen.size, members.filter((one) => one.mustSee.length > 0).length)
      assert.ok(drawn.every(({ id }) => !seen.has(id)))
    }),
  )
})

test('five percent at ninety-five of confidence asks for 59, or for fewer when the population is small', () => {
  const members = (count: number): Member[] =>
    Array.from({ length: count }, (_, index) => ({ id: `CHG-${index}`, stratum: '', mustSee: [] }))
  const rate = { errorRate: 0.05, confidence: 0.95 }

  assert.equal(draw(members(412), { ...rate, finite: false }, 20000).size, 59)
  assert.equal(draw(members(100), { ...rate, finite: true }, 20000).size, 45)
  assert.equal(draw([], { ...rate, finite: true }, 20000).size, 0)
})
