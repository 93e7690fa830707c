import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Requirement } from '#content/requirement.ts'
import type { Result } from '#evidence/result.ts'
import { aRequirement, aRequirementWithoutCheck, aResult } from '../../test/oracle/given.ts'
import { readData } from './data-evidence.ts'
import { strengthOf } from './evidence-strength.ts'
import { type Proposal, propose, proposeFromSources } from './propose.ts'
import { compareRatings } from './rating.ts'
import { Practice, type Statement } from './statement.ts'

const on = '2026-06-30'

function proposal(
  requirement: Requirement,
  results: readonly Result[],
  statement?: Statement,
  repeated = false,
) {
  const data = readData(requirement, results)
  const strength = strengthOf(requirement, { statement, data, on, cadenceDays: 365 })
  return propose({ requirement, statement, data, strength, repeated })
}

const rate = (...given: Parameters<typeof proposal>) => proposal(...given).rating
const failing = aResult({ check: 'work.failing', met: 80 })
const someResult = fc
  .record({
    check: fc.constantFrom('work.a', 'work.b', 'work.c', 'work.d'),
    met: fc.nat(100),
    severity: fc.constantFrom('major' as const, 'minor' as const, 'signal' as const),
    purpose: fc.constantFrom('conformity' as const, 'performance' as const, 'signal' as const),
    basis: fc.constantFrom('population' as const, 'sample' as const),
  })
  .map(aResult)
const someRequirement = fc
  .record({
    criticality: fc.constantFrom('high' as const, 'medium' as const, 'low' as const),
    mode: fc.constantFrom('always' as const, 'if_exists' as const, 'on_event' as const),
    kind: fc.constantFrom('document' as const, 'record' as const, 'both' as const, 'none' as const),
    possible: fc.constantFrom('full' as const, 'partial' as const),
  })
  .map(({ criticality, mode, kind, possible }) =>
    aRequirement({
      criticality,
      applicability: mode === 'always' ? { mode } : { mode, condition: 'something exists' },
      documented_information: { required: kind !== 'none', basis: kind === 'none' ? 'none' : 'clause', kind },
      ticket_check: { ...aRequirement().ticket_check, possible },
    }),
  )
const someStatement = fc.option(
  fc
    .record(
      {
        practice: fc.constantFrom(...Practice.options),
        since: fc.constantFrom('2020-01-01', '2026-06-01'),
        document: fc.record({ exists: fc.boolean(), approved: fc.boolean(), reference: fc.constant('DMS') }),
        applies: fc.boolean(),
        exercised: fc.boolean(),
        comment: fc.constant('because'),
      },
      { requiredKeys: [] },
    )
    .map((given): Statement => ({ requirement: '8.5.1.3-f', who: 'Ada', on, ...given })),
  { nil: undefined },
)

test('one more failed check of conformity never lifts a proposal, and leaves at most a minor nonconformity', () => {
  fc.assert(
    fc.property(
      someRequirement,
      fc.array(someResult, { maxLength: 4 }),
      someStatement,
      (requirement, results, statement) => {
        const before = rate(requirement, results, statement)
        const after = rate(requirement, [...results, failing], statement)

        assert.ok(compareRatings(after, before) <= 0, `${before} became ${after}`)
        assert.ok(compareRatings(after, 'minor_nc') <= 0)
      },
    ),
    { numRuns: 500 },
  )
})

test('one more missed target or signal never lowers a proposal', () => {
  fc.assert(
    fc.property(
      someRequirement,
      fc.array(someResult, { maxLength: 4 }),
      someStatement,
      (requirement, results, statement) => {
        fc.pre(statement?.applies !== false && statement?.exercised !== false)
        const missed = aResult({ check: 'work.missed', purpose: 'performance', met: 0 })
        const before = rate(requirement, results, statement)
        const after = rate(requirement, [...results, missed], statement)

        assert.ok(compareRatings(after, before) >= 0, `${before} became ${after}`)
      },
    ),
    { numRuns: 500 },
  )
})

test('the order of results makes no difference', () => {
  fc.assert(
    fc.property(
      someRequirement,
      fc.uniqueArray(someResult, { maxLength: 4, selector: ({ check }) => check }),
      someStatement,
      (requirement, results, statement) => {
        assert.deepEqual(
          proposal(requirement, results.toReversed(), statement),
          proposal(requirement, results, statement),
        )
      },
    ),
  )
})

test('no requirement of high criticality is proposed as conforming on one kind of evidence', () => {
  fc.assert(
    fc.property(someRequirement, fc.array(someResult, { maxLength: 4 }), (requirement, results) => {
      fc.pre(requirement.criticality === 'high')

      assert.notEqual(rate(requirement, results), 'conforming')
    }),
  )
})

test('a derived item is the worst of its sources and leaves out what does not apply', () => {
  const own = proposal(aRequirementWithoutCheck(), [])
  const good = proposal(aRequirement(), [aResult()])
  const bad = proposal(aRequirement(), [failing])
  const away: Proposal = { ...good, rating: 'not_applicable' }

  assert.equal(
    proposeFromSources(
      own,
      new Map([
        ['a', good],
        ['b', bad],
        ['c', away],
      ]),
    ).rating,
    'minor_nc',
  )
  assert.equal(
    proposeFromSources(
      own,
      new Map([
        ['a', good],
        ['b', own],
      ]),
    ).rating,
    'not_assessed',
  )
  assert.equal(
    proposeFromSources(
      own,
      new Map([
        ['a', good],
        ['c', away],
      ]),
    ).rating,
    'conforming',
  )
  assert.equal(proposeFromSources(own, new Map([['c', away]])).rating, 'not_applicable')
})
