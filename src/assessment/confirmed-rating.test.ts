import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aRequirement } from '../../test/oracle/given.ts'
import { type ConfirmedRating, countedRating, latestRatings, problemsOfRatings } from './confirmed-rating.ts'

const supplierOnly = aRequirement({ applicability: { mode: 'if_exists', condition: 'external suppliers' } })
const away: ConfirmedRating = {
  requirement: '8.5.1.3-f',
  rating: 'not_applicable',
  by: 'Ada',
  on: '2026-06-30',
}

test('not applicable counts only where a condition allows it and a reason is written', () => {
  assert.equal(countedRating(supplierOnly, { ...away, reason: 'no suppliers' }), 'not_applicable')
  assert.equal(countedRating(supplierOnly, away), 'not_assessed')
  assert.equal(countedRating(aRequirement(), { ...away, reason: 'we do not like it' }), 'not_assessed')
})

test('each rating that cannot count is a problem', () => {
  const high = aRequirement({ id: '8.1-a', criticality: 'high' })
  const derived = aRequirement({ id: '7.5.4-a', derived_from: ['8.1-a', '8.5.1.3-f'] })
  const ratings: ConfirmedRating[] = [
    away,
    { ...away, requirement: '8.1-a', rating: 'conforming' },
    { ...away, requirement: '7.5.4-a', rating: 'conforming' },
    { ...away, requirement: '8.9-z', rating: 'conforming' },
  ]

  const problems = problemsOfRatings([aRequirement(), high, derived], ratings, 'ratings.yaml')

  assert.deepEqual(
    problems.map(({ code }) => code),
    [
      'assessment.not-applicable-refused',
      'assessment.second-person',
      'assessment.derived-rated',
      'assessment.unknown-requirement',
    ],
  )
})

test('the latest rating of a requirement counts', () => {
  const later: ConfirmedRating = { ...away, rating: 'minor_nc', on: '2026-07-01' }

  assert.equal(latestRatings([later, away]).get('8.5.1.3-f')?.rating, 'minor_nc')
})
