import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AreaFacts, proposeProgramme, rankArea } from './programme-proposal.ts'

function facts(id: string, given: Partial<AreaFacts> = {}): AreaFacts {
  return {
    area: { id, title: `Area ${id}`, clauses: [id] },
    requirements: 10,
    high: 0,
    majorGaps: 0,
    otherGaps: 0,
    failingChecks: 0,
    majorFindings: 0,
    minorFindings: 0,
    lastHeldOn: '2025-11-01',
    ...given,
  }
}

test('points come from importance, risk and earlier results, and say how often an area is audited', () => {
  const calm = rankArea(facts('4'))
  const watched = rankArea(facts('5', { high: 5, otherGaps: 1 }))
  const pressing = rankArea(facts('8.5', { high: 5, majorGaps: 1, minorFindings: 1 }))

  assert.deepEqual([calm.points.total, calm.priority], [0, 'once'])
  assert.deepEqual(
    [watched.points, watched.priority],
    [{ importance: 2, risk: 1, results: 0, total: 3 }, 'twice'],
  )
  assert.deepEqual(
    [pressing.points, pressing.priority],
    [{ importance: 2, risk: 3, results: 1, total: 6 }, 'every year'],
  )
})

test('in the first year everything is audited, before stage 2; afterwards what matters most comes more often', () => {
  const areas = [
    ...['4', '5', '6', '7', '9', '10'].map((id) => facts(id)),
    facts('8.5', { high: 10, majorGaps: 2 }),
    facts('8.6', { high: 10 }),
  ]

  const audits = proposeProgramme(areas, { on: '2026-01-01', stage2On: '2026-07-01' })

  const inYear = (year: number) => audits.filter((one) => one.year === year).flatMap(({ clauses }) => clauses)
  assert.deepEqual(inYear(1).toSorted(), ['10', '4', '5', '6', '7', '8.5', '8.6', '9'])
  assert.deepEqual(inYear(2), ['8.5'])
  assert.deepEqual(inYear(3), ['8.5', '8.6'])
  assert.ok(audits.filter(({ year }) => year === 1).every(({ plannedOn }) => plannedOn < '2026-07-01'))
})

test('an area that nobody ever audited gets a point for that', () => {
  assert.equal(rankArea(facts('4', { lastHeldOn: undefined })).points.results, 1)
})
