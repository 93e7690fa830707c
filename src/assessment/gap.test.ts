import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aRequirement, aResult } from '../../test/oracle/given.ts'
import { effortToClose, findGap, type Gap, rankGaps, topGaps } from './gap.ts'

function gap(given: Partial<Gap>): Gap {
  const found = findGap({
    requirement: aRequirement(),
    rating: 'minor_nc',
    source: 'proposal',
    missing: [],
    failing: [],
    itStaff: undefined,
  })
  assert(found)
  return { ...found, ...given }
}

test('what is met, open or not applicable is no gap', () => {
  for (const rating of ['conforming', 'ofi', 'not_assessed', 'not_applicable'] as const) {
    const found = findGap({
      requirement: aRequirement(),
      rating,
      source: 'rating',
      missing: [],
      failing: [],
      itStaff: 150,
    })

    assert.equal(found, undefined, rating)
  }
})

test('a gap names the failed checks, their tickets, and how many there are in all', () => {
  const exceptions = [{ subject: 'T-7', reason: 'late' }]
  const failing = [
    aResult({ met: 80, exceptions, exceptionCount: 20 }),
    aResult({ check: 'work.b', met: 90, exceptionCount: 10 }),
  ]

  const found = findGap({
    requirement: aRequirement(),
    rating: 'minor_nc',
    source: 'proposal',
    missing: ['x'],
    failing,
    itStaff: 150,
  })

  assert.deepEqual(found?.failedChecks, ['work.as-agreed', 'work.b'])
  assert.deepEqual([found?.tickets, found?.ticketCount], [exceptions, 30])
  assert.equal(found?.clause, '8.5.1.3')
})

test('the effort is that of the open share, scaled by the root of the size within its limits', () => {
  const whole = { low: 1, likely: 2, high: 4 }

  assert.deepEqual(effortToClose(whole, 'major_nc', 150), whole)
  assert.deepEqual(effortToClose(whole, 'partially', 600), whole)
  assert.deepEqual(effortToClose(whole, 'major_nc', 6), { low: 0.4, likely: 0.8, high: 1.6 })
  assert.deepEqual(effortToClose(whole, 'major_nc', 100_000), { low: 2.5, likely: 5, high: 10 })
})

test('severity ranks before criticality, then tickets, then the smaller effort', () => {
  const ranked = rankGaps([
    gap({ requirement: 'dear', effort: { low: 1, likely: 9, high: 10 } }),
    gap({ requirement: 'cheap' }),
    gap({ requirement: 'seen', failedChecks: ['work.a'], ticketCount: 3 }),
    gap({ requirement: 'seen often', failedChecks: ['work.a'], ticketCount: 30 }),
    gap({ requirement: 'high', criticality: 'high' }),
    gap({ requirement: 'major', severity: 'major', criticality: 'low' }),
    gap({ requirement: 'partial', severity: 'partial', criticality: 'high' }),
  ])

  assert.deepEqual(
    ranked.map(({ requirement }) => requirement),
    ['major', 'high', 'seen often', 'seen', 'cheap', 'dear', 'partial'],
  )
})

test('the five first gaps are five at most', () => {
  const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((requirement) => gap({ requirement }))

  assert.deepEqual(
    topGaps(six).map(({ requirement }) => requirement),
    ['a', 'b', 'c', 'd', 'e'],
  )
})
