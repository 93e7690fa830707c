import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLibrary } from '#content/library.ts'
import { assess } from './assess.ts'
import type { Rating } from './rating.ts'
import { daysToStage1, sayReadiness } from './say-readiness.ts'

const { requirements, clauses } = openLibrary('content').catalogue
const titles = new Map(clauses.map(({ id, title }) => [id, title]))

function rated(ratings: Readonly<Record<string, Rating>>) {
  return assess({
    requirements,
    results: [],
    statements: [],
    ratings: Object.entries(ratings).map(([requirement, rating]) => ({
      requirement,
      rating,
      by: 'a',
      seen_by: 'b',
      on: '2026-02-01',
    })),
    programme: {},
    requiredDocuments: 50,
    on: '2026-03-01',
  })
}

test('one major is named with its clause, and the days that are left', () => {
  const sentence = sayReadiness(
    rated({ '9.2.1-a': 'major_nc' }),
    titles,
    daysToStage1('2026-04-11', '2026-03-01'),
  )

  assert.match(sentence, /^Blocked: 1 major nonconformity in .+ \(9\.2\.1\); .*; 41 days to stage 1\.$/)
})

test('without any rating it says so and shows no index', () => {
  assert.equal(
    sayReadiness(rated({}), titles, undefined),
    'Not known yet: nobody has rated, and no ticket or statement has been looked at.',
  )
})

test('while something is not rated it says how much', () => {
  assert.match(
    sayReadiness(rated({ '4.1-a': 'conforming' }), titles, -3),
    /302 of 303 requirements are not rated/,
  )
})

test('a day that is over is told as such', () => {
  assert.match(sayReadiness(rated({}), titles, -1), /stage 1 was planned 1 day ago\.$/)
})
