import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NamedCourse } from '#content/course.ts'
import { effectsOfCourses } from './course-effect.ts'

const course = {
  id: 'change',
  title: 'Change practice',
  errors: ['change.approved-before-start'],
} as unknown as NamedCourse // the rest of a course is not read
const passed = (...days: readonly string[]) => days.map((passedOn) => ({ course: 'change', passedOn }))
const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'].map((period, at) => ({
  period,
  part: at < 3 ? 60 : 90,
  whole: 100,
  n: 100,
}))
const result = { check: 'change.approved-before-start', title: 'Changes start only after approval', months }

test('the months before the middle learner passed are held against those after, with an interval', () => {
  const [found] = effectsOfCourses([course], passed('2026-05-20', '2026-03-10', '2026-02-01'), [result])

  assert.equal(found?.turnedOn, '2026-03-10')
  assert.ok(found.effect.isKnown)
  // 120 of 200 before, 270 of 300 after: the difference and Newcombe's interval, computed by hand from Wilson's limits.
  assert.ok(Math.abs(found.effect.difference - 0.3) < 1e-12)
  assert.ok(Math.abs(found.effect.low - 0.2238) < 1e-4, String(found.effect.low))
  assert.ok(Math.abs(found.effect.high - 0.375) < 1e-4, String(found.effect.high))
  assert.equal(found.effect.isClear, true)
})

test('without a learner who passed, or without months, it says why nothing is known', () => {
  const other = [{ course: 'incident', passedOn: '2026-03-10' }]
  const [nobody] = effectsOfCourses([course], other, [result])
  const [silent] = effectsOfCourses([course], passed('2026-03-10'), [])

  assert.deepEqual(nobody?.effect, { isKnown: false, because: 'Nobody has passed this course yet.' })
  assert.deepEqual(silent?.effect, {
    isKnown: false,
    because: 'The tickets say nothing about this by month.',
  })
})
