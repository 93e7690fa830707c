import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examineRisk, levelOf, rateRisk, ratingOf } from './risk-rating.ts'

test('the rating is likelihood times effect', () => {
  assert.equal(ratingOf('rare', 'negligible'), 1)
  assert.equal(ratingOf('likely', 'serious'), 16)
  assert.equal(ratingOf('almost certain', 'severe'), 25)
})

test('there is no rating while likelihood or effect is open', () => {
  assert.equal(ratingOf('likely', undefined), undefined)
  assert.deepEqual(rateRisk({ effect: 'severe' }), {
    rating: undefined,
    level: undefined,
    residual_rating: undefined,
  })
})

test('levels begin above 4, 9 and 15', () => {
  assert.deepEqual([1, 4, 5, 9, 10, 15, 16, 25].map(levelOf), [
    'low',
    'low',
    'medium',
    'medium',
    'high',
    'high',
    'very high',
    'very high',
  ])
})

test('a risk above the limit is accepted with a reason only', () => {
  const high = { kind: 'risk', likelihood: 'likely', effect: 'severe' }

  assert.equal(examineRisk(high, 'assessed').length, 0)
  assert.match(examineRisk(high, 'accepted')[0]?.message ?? '', /The rating is 20, above the limit of 9/)
  assert.deepEqual(examineRisk({ ...high, acceptance_reason: 'Replaced in May.' }, 'accepted'), [])
})

test('what is left after treatment decides, where it was rated', () => {
  const treated = {
    kind: 'risk',
    likelihood: 'likely',
    effect: 'severe',
    residual_likelihood: 'rare',
    residual_effect: 'severe',
  }

  assert.deepEqual(examineRisk(treated, 'accepted'), [])
})

test('a risk that nobody rated cannot be accepted', () => {
  assert.match(examineRisk({ kind: 'risk' }, 'accepted')[0]?.message ?? '', /Rate likelihood and effect/)
})
