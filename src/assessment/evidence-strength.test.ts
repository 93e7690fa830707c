import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Requirement } from '#content/requirement.ts'
import type { Result } from '#evidence/result.ts'
import { aRequirement, aResult, aStatement } from '../../test/oracle/given.ts'
import { readData } from './data-evidence.ts'
import { coverage, daysOfCadence, strengthOf } from './evidence-strength.ts'
import type { Statement } from './statement.ts'

function strength(
  requirement: Requirement,
  results: readonly Result[],
  statement?: Statement,
  on = '2026-06-30',
) {
  return strengthOf(requirement, { statement, data: readData(requirement, results), on, cadenceDays: 365 })
}

const said: Statement = { requirement: '8.5.1.3-f', practice: 'practised', who: 'Ada', on: '2026-06-30' }
const document = { exists: true, approved: true, reference: 'DMS 12' }

test('nothing is E0, a statement E1, a document E2, records E3, all tickets E4', () => {
  const levels = [
    strength(aRequirement(), []),
    strength(aRequirement(), [], said),
    strength(aRequirement(), [], { ...said, document }),
    strength(aRequirement(), [], aStatement()),
    strength(aRequirement(), [aResult({ basis: 'sample' })]),
    strength(aRequirement(), [aResult()]),
  ].map(({ level }) => level)

  assert.deepEqual(levels, [0, 1, 2, 3, 3, 4])
})

test('a draft, and a document whose place nobody names, are no evidence of a document', () => {
  assert.equal(
    strength(aRequirement(), [], { ...said, document: { exists: true, approved: false, reference: 'x' } })
      .level,
    1,
  )
  assert.equal(strength(aRequirement(), [], { ...said, document: { exists: true, approved: true } }).level, 1)
})

test('an inconclusive check is no evidence', () => {
  assert.equal(strength(aRequirement(), [aResult({ met: 5, population: 5 })]).level, 0)
})

test('figures of performance are no evidence alone and confirm records beside a statement', () => {
  const figures = [aResult({ purpose: 'performance' })]

  assert.equal(strength(aRequirement(), figures).level, 0)
  assert.equal(strength(aRequirement(), figures, said).level, 3)
})

test('a requirement about a document needs E2, one about doing E3, and high criticality two kinds', () => {
  const about = aRequirement({
    documented_information: { required: true, basis: 'clause', kind: 'document' },
  })
  const high = strength(aRequirement({ criticality: 'high' }), [aResult()])

  assert.equal(strength(about, []).needed, 2)
  assert.equal(strength(aRequirement(), []).needed, 3)
  assert.deepEqual([high.kindsNeeded, high.kinds, high.isEnough], [2, ['records'], false])
})

test('evidence older than one and a half times its cadence falls by one level', () => {
  assert.equal(strength(aRequirement(), [aResult()], undefined, '2027-12-29').level, 4)
  assert.equal(strength(aRequirement(), [aResult()], undefined, '2027-12-31').level, 3)
  assert.equal(strength(aRequirement(), [], said, '2027-12-31').level, 0)
})

test('the cadences of the document list are understood, and an unknown one is taken as yearly', () => {
  assert.deepEqual(
    ['monthly', 'half-yearly', 'yearly and on change', 'per case'].map(daysOfCadence),
    [30, 183, 365, 365],
  )
})

test('coverage is the share with enough evidence, and unknown without items', () => {
  const enough = strength(aRequirement(), [aResult()])
  const weak = strength(aRequirement(), [])

  assert.equal(coverage([enough, weak, weak, weak]), 0.25)
  assert.equal(coverage([]), undefined)
})
