import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { demandInstrument, openPeopleSide } from '#content/people-side.ts'
import { barrierOf } from './readiness-steps.ts'
import { type Answers, demandAnswers, valuesOf } from './survey-answers.ts'
import { changesOf, quantile975 } from './survey-change.ts'
import { resultsOf } from './survey-results.ts'

const side = openPeopleSide(fileURLToPath(new URL('../../content', import.meta.url)))
const culture = demandInstrument(side, 'culture')
const readiness = demandInstrument(side, 'readiness')
const pulse = demandInstrument(side, 'pulse')

const answers = (items: Record<string, number>): Answers => ({ items, choices: {} })

/** Somebody whose value in continuous improvement is the given one: two answers, the second makes the half. */
const valued = (value: number): Answers => answers({ CI1: Math.floor(value), CI2: Math.ceil(value) })

test('a reversed statement counts the other way round', () => {
  assert.equal(valuesOf(culture, answers({ CI1: 4, CI2: 5, CI3: 3, CI4: 2 })).get('CI'), 4)
  assert.equal(valuesOf(culture, answers({ CI1: 2, CI4: 5 })).get('CI'), 1.5)
})

test('who answered one statement of a dimension is not counted in it', () => {
  assert.equal(valuesOf(culture, answers({ CI1: 4 })).get('CI'), undefined)
})

test('seven people are hidden, eight are shown', () => {
  const seven = [4, 3, 3.5, 2.5, 4.5, 3, 3.5].map(valued)
  const hidden = resultsOf(culture, [{ name: 'Desk', invited: 9, answers: seven }])
  const shown = resultsOf(culture, [{ name: 'Desk', invited: 9, answers: [...seven, valued(4)] }])

  assert.equal(hidden.whole, undefined)
  assert.deepEqual(hidden.groups, [])
  assert.deepEqual(
    shown.whole?.dimensions.map(({ id, n, mean, index }) => ({ id, n, mean, index })),
    [{ id: 'CI', n: 8, mean: 3.5, index: 62.5 }],
  )
})

test('the index over all is shown only beside every dimension', () => {
  const all = (value: number) =>
    answers(Object.fromEntries(culture.dimensions.flatMap(({ items }) => items.map(({ id }) => [id, value]))))
  const whole = resultsOf(culture, [
    { name: 'Desk', invited: 8, answers: Array.from({ length: 8 }, () => all(3)) },
  ])
  const part = resultsOf(culture, [
    { name: 'Desk', invited: 8, answers: Array.from({ length: 8 }, () => valued(3)) },
  ])

  assert.equal(whole.whole?.index, 50)
  assert.equal(part.whole?.index, undefined)
})

test('the barrier is the first element of three or less', () => {
  const order = ['A', 'D', 'K', 'A2', 'R']
  const of = (...values: number[]) => barrierOf(order, new Map(order.map((id, at) => [id, values[at] ?? 0])))

  assert.equal(of(4.5, 4, 4, 3.5, 3.5), undefined)
  assert.equal(of(4, 3, 2, 2, 2), 'D')
  assert.equal(of(2.5, 4, 4, 4, 4), 'A')
})

test('a readiness survey says how many are held back by what', () => {
  const person = (...values: number[]) =>
    answers(
      Object.fromEntries(
        readiness.dimensions.flatMap(({ items }, at) => items.map(({ id }) => [id, values[at] ?? 0])),
      ),
    )
  const group = [
    person(5, 5, 5, 5, 5),
    person(5, 2, 5, 5, 5),
    person(5, 3, 1, 1, 1),
    person(4, 4, 4, 2, 4),
    person(4, 4, 4, 4, 4),
  ]

  const { whole } = resultsOf(readiness, [{ name: 'Desk', invited: 5, answers: group }])

  assert.deepEqual(whole?.barriers, { A: 0, D: 0.4, K: 0, B: 0.2, R: 0, ready: 0.4 })
})

test('a group of fewer is hidden, and so is a second one that would give it away', () => {
  const some = (count: number) => Array.from({ length: count }, () => valued(3))
  const results = resultsOf(culture, [
    { name: 'Network', invited: 12, answers: some(12) },
    { name: 'Desk', invited: 10, answers: some(9) },
    { name: 'Storage', invited: 9, answers: some(3) },
  ])

  assert.deepEqual(results.withheld, [
    { name: 'Desk', why: 'protects another' },
    { name: 'Storage', why: 'too few' },
  ])
  assert.deepEqual(
    results.groups.map(({ name, answered }) => [name, answered]),
    [['Network', 12]],
  )
  assert.equal(results.whole?.answered, 24)
})

test('free words are shown from fifteen answers on, without addresses', () => {
  const say = (comment: string): Answers => ({ ...valued(3), comment })
  const fourteen = Array.from({ length: 14 }, () => say('More time, says ada@example.org'))

  assert.deepEqual(resultsOf(culture, [{ name: 'Desk', invited: 20, answers: fourteen }]).comments, [])
  assert.deepEqual(
    resultsOf(culture, [{ name: 'Desk', invited: 20, answers: [...fourteen, valued(4)] }]).comments[0],
    'More time, says …',
  )
})

test('fewer than half is called a low response', () => {
  const low = resultsOf(pulse, [{ name: 'Desk', invited: 20, answers: [valued(3)] }])

  assert.deepEqual([low.isLowResponse, low.responseRate], [true, 0.05])
})

test('an empty sheet and strange statements are refused', () => {
  assert.throws(() => demandAnswers(culture, { items: {} }), /at least one/)
  assert.throws(() => demandAnswers(culture, { items: { X9: 3 } }), /no statement X9/)
  assert.throws(
    () => demandAnswers(pulse, { items: { P1: 3 }, choices: { H: 'weather' } }),
    /no answer weather/,
  )
})

test('a change is one only when its interval leaves out nothing at all', () => {
  const dimension = (mean: number, n: number) => ({
    id: 'CI',
    n,
    mean,
    deviation: 0.8,
    index: (mean - 1) * 25,
  })

  const [small] = changesOf([dimension(3, 10)], [dimension(3.2, 10)])
  const [large] = changesOf([dimension(3, 40)], [dimension(3.9, 40)])

  assert.equal(small?.isChange, false)
  assert.equal(large?.isChange, true)
  assert.ok(Math.abs((large?.points ?? 0) - 22.5) < 1e-9)
})

test('the quantile of Student agrees with the printed tables', () => {
  const printed = [
    [5, 2.5706],
    [10, 2.2281],
    [14, 2.1448],
    [30, 2.0423],
    [120, 1.9799],
  ] as const

  for (const [freedom, value] of printed)
    assert.ok(Math.abs(quantile975(freedom) - value) < 0.01, `${freedom}: ${quantile975(freedom)}`)
})
