import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  aRequirement,
  aRequirementWithoutCheck,
  aResult,
  aStatement,
  onlyPart,
} from '../../test/oracle/given.ts'
import { type AssessmentInput, assess } from './assess.ts'
import type { ConfirmedRating } from './confirmed-rating.ts'

const on = '2026-06-30'
const requirements = [
  aRequirement(),
  aRequirement({ id: '8.5.1.3-g', criticality: 'high' }),
  aRequirementWithoutCheck({ id: '9.3-a' }),
  aRequirementWithoutCheck({ id: '7.5.4-a', criticality: 'high', derived_from: ['8.5.1.3-f', '9.3-a'] }),
]
const failing = aResult({
  check: 'work.failing',
  met: 80,
  exceptions: [{ subject: 'T-7', reason: 'late' }],
  decides: [{ requirement: '8.5.1.3-g', part: onlyPart }],
})
const empty: AssessmentInput = {
  requirements,
  results: [],
  statements: [],
  ratings: [],
  programme: {},
  requiredDocuments: 50,
  on,
}

const rating = (requirement: string, given: Partial<ConfirmedRating> = {}): ConfirmedRating => {
  return { requirement, rating: 'conforming', by: 'Ada', on, ...given }
}
const itemOf = (assessment: ReturnType<typeof assess>, id: string) =>
  assessment.items.find(({ requirement }) => requirement === id)

test('with nothing said and nothing seen every item is open and both indexes are 0', () => {
  const { items, readiness, proposedReadiness, gaps } = assess(empty)

  assert.deepEqual(new Set(items.map(({ status }) => status)), new Set(['open']))
  assert.deepEqual([readiness.index, readiness.rawHigh, proposedReadiness.index], [0, 100, 0])
  assert.deepEqual(gaps, [])
})

test('proposals never become ratings: they have an index of their own', () => {
  const { items, readiness, proposedReadiness, ratedShare } = assess({ ...empty, results: [aResult()] })

  assert.ok(items.every((item) => item.rating === undefined && item.counted === 'not_assessed'))
  assert.deepEqual([readiness.index, readiness.basis, ratedShare], [0, 'ratings', 0])
  assert.deepEqual([proposedReadiness.basis, proposedReadiness.assessed], ['proposals', 1])
  assert.equal(Number(proposedReadiness.rawLow.toFixed(2)), 28.57)
})

test('the status says what an item stands on', () => {
  const partial = aRequirement({
    id: '8.1-a',
    ticket_check: { ...aRequirement().ticket_check, possible: 'partial' },
  })
  const supplier = aRequirement({
    id: '8.3.4.1-a',
    applicability: { mode: 'if_exists', condition: 'external suppliers' },
  })
  const { items } = assess({
    ...empty,
    requirements: [...requirements, partial, supplier],
    results: [aResult(), aResult({ check: 'work.b', decides: [{ requirement: '8.1-a', part: onlyPart }] })],
    statements: [
      aStatement({ requirement: '9.3-a' }),
      { requirement: '8.5.1.3-g', practice: 'practised', who: 'Ada', on },
      aStatement({ requirement: '8.3.4.1-a', applies: false, comment: 'no suppliers' }),
    ],
  })

  assert.deepEqual(Object.fromEntries(items.map(({ requirement, status }) => [requirement, status])), {
    '8.5.1.3-f': 'automated',
    '8.5.1.3-g': 'stated',
    '9.3-a': 'documented',
    '7.5.4-a': 'partial',
    '8.1-a': 'partial',
    '8.3.4.1-a': 'not applicable',
  })
})

test('a derived item takes the worst of its sources and counts in no index, clause or gap', () => {
  const assessment = assess({ ...empty, statements: [aStatement({ practice: 'none' })] })

  assert.equal(itemOf(assessment, '7.5.4-a')?.proposed.rating, 'minor_nc')
  assert.deepEqual(
    assessment.gaps.map(({ requirement }) => requirement),
    ['8.5.1.3-f'],
  )
  assert.equal(assessment.proposedReadiness.applicable, 3)
  assert.ok(assessment.clauses.every(({ clause }) => clause !== '7.5.4'))
})

test('a circle of derived items ends instead of running on', () => {
  const circle = [
    aRequirementWithoutCheck({ id: '7.5.4-a', derived_from: ['7.5.4-b', '9.3-a'] }),
    aRequirementWithoutCheck({ id: '7.5.4-b', derived_from: ['7.5.4-a', '9.3-a'] }),
    aRequirementWithoutCheck({ id: '9.3-a' }),
  ]

  const assessment = assess({
    ...empty,
    requirements: circle,
    statements: [aStatement({ requirement: '9.3-a' })],
  })

  assert.deepEqual(
    assessment.items.map(({ proposed }) => proposed.rating),
    ['conforming', 'conforming', 'conforming'],
  )
})

test('a failed check becomes a gap with its tickets', () => {
  const { gaps } = assess({ ...empty, results: [failing] })

  assert.deepEqual(
    gaps.map(({ requirement, source, tickets }) => [requirement, source, tickets[0]?.subject]),
    [['8.5.1.3-g', 'proposal', 'T-7']],
  )
})

test("a person's rating decides the gap, and the proposal stays beside it", () => {
  const assessment = assess({
    ...empty,
    results: [failing],
    ratings: [rating('8.5.1.3-g', { seen_by: 'Grace' })],
  })

  assert.deepEqual(assessment.gaps, [])
  assert.equal(itemOf(assessment, '8.5.1.3-g')?.proposed.rating, 'minor_nc')
  assert.equal(itemOf(assessment, '8.5.1.3-g')?.counted, 'conforming')
})

test('a good rating of a high item waits for a second person, a bad one counts at once', () => {
  const counted = (given: Partial<ConfirmedRating>) =>
    itemOf(assess({ ...empty, ratings: [rating('8.5.1.3-g', given)] }), '8.5.1.3-g')?.counted

  assert.equal(counted({}), 'not_assessed')
  assert.equal(counted({ seen_by: 'Ada' }), 'not_assessed')
  assert.equal(counted({ seen_by: 'Grace' }), 'conforming')
  assert.equal(counted({ rating: 'major_nc' }), 'major_nc')
})

test('a missing audit and review hold the index down until the programme says that they were done', () => {
  const ratings = ['8.5.1.3-f', '8.5.1.3-g', '9.3-a'].map((id) => rating(id, { seen_by: 'Grace' }))
  const given = {
    ...empty,
    ratings,
    results: [aResult(), { ...failing, verdict: 'pass' as const }],
    statements: ['8.5.1.3-g', '9.3-a'].map((requirement) => aStatement({ requirement })),
  }
  const programme = {
    internal_audit: { done_on: '2026-04-01', full_scope: true, impartial: true, reported_on: '2026-04-20' },
    management_review: { held_on: '2026-05-05', inputs_complete: true, decisions_recorded: true },
  }

  assert.deepEqual(assess(given).readiness.caps, ['full internal audit missing', 'management review missing'])
  assert.equal(assess({ ...given, programme }).readiness.index, 100)
})

test('the clause view shows what is rated and what is proposed beside each other', () => {
  const { clauses } = assess({ ...empty, results: [aResult()], ratings: [rating('9.3-a')] })

  assert.deepEqual(
    clauses.map(({ clause, share, proposed }) => [clause, share, proposed.share]),
    [
      ['8.5.1.3', 0, 0.4],
      ['9.3', 1, 0],
    ],
  )
})

test('the order of results, statements and requirements changes no item', () => {
  const results = [aResult(), failing, aResult({ check: 'work.c', met: 10 })]
  const statements = [aStatement(), aStatement({ requirement: '9.3-a', practice: 'none' })]
  const byId = (given: AssessmentInput) =>
    new Map(assess(given).items.map((item) => [item.requirement, item]))
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })

  fc.assert(
    fc.property(shuffled(results), shuffled(statements), shuffled(requirements), (r, s, q) => {
      const reference = byId({ ...empty, results, statements })

      assert.deepEqual(byId({ ...empty, results: r, statements: s, requirements: q }), reference)
    }),
  )
})
