import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatOf } from './format.ts'

const { percent, percentBeside } = formatOf('en')

test('a share is never rounded to nothing or to all when it is neither', () => {
  assert.deepEqual(
    [1, 0.9999, 0.9994, 0.5, 0.0006, 0.0001, 0].map((share) => percent(share)),
    ['100%', '> 99.9%', '99.9%', '50%', '0.1%', '< 0.1%', '0%'],
  )
  assert.deepEqual([percent(0.996, 0), percent(0.994, 0)], ['> 99%', '99%'])
})

test('a share that misses its bound does not read like the bound', () => {
  assert.equal(percentBeside(32 / 33, 0.97), '96.97%')
  assert.equal(percentBeside(0.9896, 0.99), '98.96%')
  assert.equal(percentBeside(0.9, 0.97), '90%')
  assert.equal(percentBeside(0.97, 0.97), '97%')
  assert.equal(percentBeside(0.5, undefined), '50%')
  assert.equal(percentBeside(3779 / 3780, 1), '> 99.9%')
})
