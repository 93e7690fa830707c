import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signalsIn } from './signal-rules.ts'

/** Points around a centre of 0 with a standard deviation of 1 and limits at 3. */
const around = (values: readonly number[]) =>
  values.map((value) => ({ value, centre: 0, sigma: 1, low: -3, high: 3 }))
const found = (values: readonly number[]) =>
  signalsIn(around(values)).map(({ rule, points }) => [rule, ...points])

test('a point beyond a limit is a signal, one on it is none', () => {
  assert.deepEqual(found([0.5, -0.5, 3, -3, 0.1]), [])
  assert.deepEqual(found([0.5, -0.5, 3.01, -0.2]), [['outside the limits', 2]])
  assert.deepEqual(found([0.5, -3.01, 0.2]), [['outside the limits', 1]])
})

test('eight in a row on one side are a signal, seven are none, and the centre breaks the run', () => {
  const up = [0.5, 0.2, 0.6, 0.1, 0.5, 0.3, 0.4]

  assert.deepEqual(found(up), [])
  assert.deepEqual(found([...up, 0.2]), [['eight on one side', 0, 1, 2, 3, 4, 5, 6, 7]])
  assert.deepEqual(found([...up, 0, 0.2]), [])
  assert.deepEqual(found([...up, -0.1, 0.2]), [])
})

test('a run that goes on is the same signal, begun at the same point', () => {
  const run = [-0.1, 0.5, 0.2, 0.6, 0.1, 0.5, 0.3, 0.4, 0.2, 0.5, 0.3]

  assert.deepEqual(found(run), [['eight on one side', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]])
})

test('six in a row that rise or fall are a signal, five are none, and standing still breaks the row', () => {
  assert.deepEqual(found([-0.5, -0.3, -0.1, 0.1, 0.3]), [])
  assert.deepEqual(found([-0.5, -0.3, -0.1, 0.1, 0.3, 0.5]), [['six in a row', 0, 1, 2, 3, 4, 5]])
  assert.deepEqual(found([0.5, 0.3, 0.1, -0.1, -0.3, -0.5, -0.4]), [['six in a row', 0, 1, 2, 3, 4, 5]])
  assert.deepEqual(found([-0.5, -0.3, -0.1, -0.1, 0.1, 0.3]), [])
})

test('two of three beyond two standard deviations on one side are a signal, on two sides they are none', () => {
  assert.deepEqual(found([0.1, 2.1, -0.2, 2.2, 0.1]), [['two of three near a limit', 1, 3]])
  assert.deepEqual(found([0.1, 2.1, -2.2, 0.1]), [])
  assert.deepEqual(found([0.1, 2.1, -0.2, 0.3, 2.2]), [])
  assert.deepEqual(found([2, 2, 0.1, -0.1]), [], 'exactly two is not beyond two')
})

test('windows that overlap are one signal', () => {
  assert.deepEqual(found([2.1, 2.2, -0.1, 2.3, 0.2]), [['two of three near a limit', 0, 1, 3]])
})
