import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { band, fineBand, levelOf, percentOf } from './capability.ts'

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../test/oracle/${name}.json`, import.meta.url), 'utf8'))
const oracle = read('assessment-oracle')

test('a percentage falls into the band of each vector', async (t) => {
  for (const { p, rating, fine } of oracle.capability_bands) {
    await t.test(`${p} %`, () => assert.deepEqual([band(p), fineBand(p)], [rating, fine]))
  }
})

test('the level and the ratings agree with each vector', async (t) => {
  for (const { pa, ratings, level } of oracle.capability_cases) {
    await t.test(JSON.stringify(pa), () => {
      const percentages = new Map<string, number>(Object.entries(pa))

      assert.equal(levelOf(percentages), level)
      assert.deepEqual(Object.fromEntries([...percentages].map(([name, p]) => [name, band(p)])), ratings)
    })
  }
})

test('the percentage of an attribute agrees with each added vector', async (t) => {
  for (const { name, thirds, essential, percent } of read('assessment-oracle-added').capability_percent) {
    await t.test(name, () => {
      const indicators = thirds.map((third: 0 | 1 | 2 | 3, index: number) => {
        return { thirds: third, isEssential: essential.includes(index) }
      })

      assert.equal(percentOf(indicators), percent)
    })
  }
})

test('an attribute without indicators has no percentage, and none rated is level 0', () => {
  assert.equal(percentOf([]), undefined)
  assert.equal(levelOf(new Map()), 0)
})
