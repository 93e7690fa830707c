import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examineImprovement, isTargetMet, scoreOf } from './improvement-score.ts'

test('the score is value by what effort and risk leave, a fifth more where it serves an objective', () => {
  assert.equal(scoreOf({ value: 4, effort: 2, risk: 1 }), 80)
  assert.equal(scoreOf({ value: 4, effort: 2, risk: 1, objectives: ['o'] }), 96)
  assert.equal(scoreOf({ value: 5, effort: 1, risk: 1, objectives: ['o'] }), 150)
  assert.equal(scoreOf({ value: 4, effort: 2 }), undefined)
})

test('a target may lie above or below the baseline', () => {
  assert.equal(isTargetMet({ baseline: 19, target: 12, effect_value: 12 }), true)
  assert.equal(isTargetMet({ baseline: 19, target: 12, effect_value: 12.1 }), false)
  assert.equal(isTargetMet({ baseline: 41, target: 50, effect_value: 51 }), true)
  assert.equal(isTargetMet({ baseline: 41, target: 50 }), undefined)
})

test('nothing is closed without its effect or the reason why it is not measured', () => {
  const fields = (data: object) => examineImprovement({ ...data }, 'closed').map(({ field }) => field)
  const measured = { baseline: 10, target: 5, effect_value: 4, measured_on: '2026-11-01' }

  assert.deepEqual(fields({ baseline: 10, target: 5 }), ['effect_value'])
  assert.deepEqual(fields({ effect_value: 4 }), ['effect_value'])
  assert.deepEqual(fields({ why_unmeasured: 'The tool was switched off.' }), [])
  assert.deepEqual(fields(measured), [])
  assert.deepEqual(fields({ ...measured, effect_value: 7 }), ['conclusion'])
  assert.deepEqual(fields({ ...measured, effect_value: 7, conclusion: 'Once more in spring.' }), [])
})
