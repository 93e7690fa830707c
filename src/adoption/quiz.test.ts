import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { drawQuiz, judgeItems, markQuiz } from './quiz.ts'

const pool = Array.from({ length: 20 }, (_, at) => ({
  id: `Q${String(at).padStart(2, '0')}`,
  clause: '7.3',
  ask: 'What is right?',
  options: ['right', 'wrong', 'worse', 'worst'],
  because: 'It is so.',
}))
const course = { pool, draw: 12 }

test('twelve different questions are drawn, with every option once', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const asked = drawQuiz(course, seed)

      assert.equal(new Set(asked.map(({ id }) => id)).size, 12)
      for (const { order } of asked) assert.deepEqual([...order].sort(), [0, 1, 2, 3])
    }),
  )
})

test('the same seed asks the same, and the right option moves about', () => {
  assert.deepEqual(drawQuiz(course, 7), drawQuiz(course, 7))
  const places = drawQuiz(course, 7).map(({ order }) => order.indexOf(0))
  assert.ok(new Set(places).size > 1)
})

const asked = drawQuiz(course, 1)
const right = Object.fromEntries(asked.map(({ id, order }) => [id, order.indexOf(0)]))

test('ten of twelve pass at eighty per cent, nine do not', () => {
  const wrong = (count: number) =>
    Object.fromEntries(
      asked.map(({ id, order }, at) => [id, at < count ? order.indexOf(1) : order.indexOf(0)]),
    )

  assert.deepEqual(markQuiz(asked, right, 0.8), { score: 1, isPassed: true, wrong: [] })
  assert.equal(markQuiz(asked, wrong(2), 0.8).isPassed, true)
  assert.equal(markQuiz(asked, wrong(3), 0.8).isPassed, false)
  assert.equal(markQuiz(asked, wrong(3), 0.8).wrong.length, 3)
})

test('a quiz with an open question is not marked', () => {
  const { [asked[0]?.id ?? '']: _, ...rest } = right

  assert.throws(() => markQuiz(asked, rest, 0.8), /1 of 12 are open/)
  assert.throws(() => markQuiz(asked, { ...right, [asked[0]?.id ?? '']: 9 }, 0.8), /1 of 12 are open/)
})

test('a question that nearly nobody gets right, or that the good miss, is to be looked at', () => {
  const attempts = Array.from({ length: 40 }, (_, at) => ({
    score: at / 40,
    right: { easy: true, hard: at === 39, good: at > 20, odd: at < 20 },
  }))

  assert.deepEqual(
    judgeItems(attempts).map(({ id, isToReview }) => [id, isToReview]),
    [
      ['easy', true],
      ['good', false],
      ['hard', true],
      ['odd', true],
    ],
  )
})

test('of fewer than twenty answers nothing is said', () => {
  assert.deepEqual(judgeItems([{ score: 1, right: { a: true } }]), [])
})
