import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { discoverySize, drawSample, mulberry32, sampleSites } from './sampling.ts'

const oracle = JSON.parse(
  readFileSync(new URL('../../test/oracle/assessment-oracle.json', import.meta.url), 'utf8'),
)

test('the discovery size agrees with each vector', async (t) => {
  for (const { error_rate: rate, confidence, n_infinite: n } of oracle.sampling_discovery_infinite) {
    await t.test(`${rate} at ${confidence}`, () => assert.equal(discoverySize(rate, confidence), n))
  }
})

test('the discovery size of a finite population agrees with each vector', async (t) => {
  for (const { population, error_rate: rate, confidence, n } of oracle.sampling_discovery_finite) {
    await t.test(`${rate} of ${population}`, () =>
      assert.equal(discoverySize(rate, confidence, population), n),
    )
  }
})

test('the sites to visit agree with each vector', async (t) => {
  for (const { sites, ...expected } of oracle.multi_site) {
    await t.test(`${sites} sites`, () => assert.deepEqual(sampleSites(sites), expected))
  }
})

test('the generator gives the published first numbers for seed 0', () => {
  const next = mulberry32(0)

  assert.deepEqual([next(), next()], [0.26642920868471265, 0.0003297457005828619])
})

test('the same seed draws the same records, in whatever order the ids come', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 60 }), fc.nat(70), fc.nat(), (ids, size, seed) => {
      const drawn = drawSample(ids, size, seed)

      assert.deepEqual(drawSample(ids.toReversed(), size, seed), drawn)
      assert.equal(new Set(drawn).size, Math.min(size, ids.length))
      assert.ok(drawn.every((id) => ids.includes(id)))
    }),
  )
})

test('another seed draws other records', () => {
  const ids = Array.from({ length: 500 }, (_, index) => `T-${index}`)

  assert.notDeepEqual(drawSample(ids, 10, 1), drawSample(ids, 10, 2))
})
