import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fallingIn } from './falling.ts'
import type { GroupResult, SurveyResults } from './survey-results.ts'

/** Groups by name, each with the mean of the step D. */
function survey(means: Readonly<Record<string, number>>): SurveyResults {
  const groups = Object.entries(means).map(
    ([name, mean]): GroupResult => ({
      name,
      invited: 30,
      answered: 25,
      dimensions: [{ id: 'D', n: 25, mean, deviation: 0.8, index: (mean - 1) * 25 }],
      index: undefined,
      barriers: undefined,
      choices: {},
    }),
  )
  return {
    smallest: 5,
    invited: 60,
    answered: 50,
    responseRate: 0.8,
    isLowResponse: false,
    whole: undefined,
    groups,
    withheld: [],
    comments: [],
  }
}

test('a group that has clearly fallen is named, the deepest fall first; what chance explains is not', () => {
  const before = survey({ Platforms: 4, Desks: 4, Stores: 4, Offices: 4 })
  const after = survey({ Platforms: 3.2, Desks: 3.9, Stores: 2.5, Offices: 4.6 })

  const found = fallingIn(before, after)

  assert.deepEqual(
    found.map(({ unit, step, points }) => [unit, step, Math.round(points)]),
    [
      ['Stores', 'D', -37],
      ['Platforms', 'D', -20],
    ],
  )
  assert.ok(found.every(({ high }) => high < 0))
})

test('a group that one of the surveys withholds is not compared', () => {
  assert.deepEqual(fallingIn(survey({ Desks: 4 }), survey({ Platforms: 2 })), [])
})
