import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Assigned, completionOf } from './completion.ts'

const one = (given: Partial<Assigned> = {}): Assigned => ({
  person: crypto.randomUUID(),
  name: 'Ada',
  unit: 'Desk',
  isContractor: false,
  isActive: true,
  course: 'awareness',
  dueOn: '2026-03-01',
  passedOn: '2026-02-20',
  exempt: undefined,
  ...given,
})

test('passed over due, contractors among them', () => {
  const { base, passed, share, contractors } = completionOf(
    [one(), one({ passedOn: undefined, isContractor: true }), one({ isContractor: true }), one()],
    '2026-03-31',
  )

  assert.deepEqual([base, passed, share, contractors], [4, 3, 0.75, { base: 2, passed: 1 }])
})

test('who is exempt leaves the base until the exemption runs out', () => {
  const away = one({ passedOn: undefined, exempt: { because: 'parental leave', until: '2026-06-30' } })

  assert.deepEqual(completionOf([one(), away], '2026-03-31').share, 1)
  assert.deepEqual(completionOf([one(), away], '2026-07-01').share, 0.5)
})

test('who is exempt and passed all the same counts as passed', () => {
  const eager = one({ exempt: { because: 'leave', until: '2026-06-30' } })

  assert.deepEqual(completionOf([eager], '2026-03-31').base, 1)
})

test('what is not due yet, and who has left, are not in the base', () => {
  const { base, share } = completionOf(
    [one({ dueOn: '2026-05-01', passedOn: undefined }), one({ isActive: false, passedOn: undefined })],
    '2026-03-31',
  )

  assert.deepEqual([base, share], [0, undefined])
})

test('a pass after the day does not count on the day', () => {
  const { passed, missing } = completionOf([one({ passedOn: '2026-04-02' })], '2026-03-31')

  assert.deepEqual([passed, missing.length], [0, 1])
})
