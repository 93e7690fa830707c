import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Requirement } from '#content/requirement.ts'
import type { Result } from '#evidence/result.ts'
import {
  aRequirement,
  aRequirementWithoutCheck,
  aResult,
  aStatement,
  onlyPart,
} from '../../test/oracle/given.ts'
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
const high = aRequirement({ criticality: 'high' })
const partial = aRequirement({ ticket_check: { ...aRequirement().ticket_check, possible: 'partial' } })
const document = { exists: true, approved: true, reference: 'DMS 12' }
const demandsDocument = aRequirementWithoutCheck({
  documented_information: { required: true, basis: 'clause', kind: 'document' },
})
const supplierOnly = aRequirement({ applicability: { mode: 'if_exists', condition: 'external suppliers' } })
const onEvent = aRequirement({
  applicability: { mode: 'on_event', condition: 'a continuity plan is invoked' },
})
const justSaid: Statement = {
  requirement: '8.5.1.3-f',
  practice: 'practised',
  since: '2026-01-01',
  who: 'Ada',
  on,
}
const failing = aResult({ check: 'work.failing', met: 80 })
const fewCases = aResult({ check: 'work.few', met: 5, population: 5 })

test('without a statement and without a check the item stays open and says what it waits for', () => {
  const open = proposal(aRequirementWithoutCheck(), [])

  assert.equal(open.rating, 'not_assessed')
  assert.deepEqual(open.missing, ['a statement by a person who knows the practice'])
})

test('tickets alone make a medium requirement conforming when they prove every part of it', () => {
  assert.equal(rate(aRequirement(), [aResult()]), 'conforming')
})

test('tickets alone leave a high requirement partial and name the second kind of evidence', () => {
  const alone = proposal(high, [aResult()])

  assert.equal(alone.rating, 'partially')
  assert.deepEqual(alone.missing, ['a document or a statement beside the tickets'])
})

test('a statement beside the tickets makes a high requirement conforming', () => {
  assert.equal(rate(high, [aResult()], justSaid), 'conforming')
})

test('tickets that prove only a part leave the rest to a person', () => {
  assert.equal(rate(partial, [aResult()]), 'partially')
  assert.equal(rate(partial, [aResult()], aStatement()), 'conforming')
})

test('a part without a passing check keeps the proposal at partially and is named', () => {
  const conditions = [
    ...aRequirement().ticket_check.conditions,
    {
      part: 'share of cases with a reason',
      bound: 'at least' as const,
      threshold: 0.9,
      unit: 'share' as const,
    },
  ]
  const twoParts = aRequirement({ ticket_check: { possible: 'full', purpose: 'conformity', conditions } })

  const half = proposal(twoParts, [aResult()])

  assert.equal(half.rating, 'partially')
  assert.match(half.missing.join(), /share of cases with a reason/)
})

test('a part that is only about performance need not pass', () => {
  const conditions = [
    ...aRequirement().ticket_check.conditions,
    {
      part: 'share of cases done in time',
      bound: 'at least' as const,
      threshold: 0.9,
      unit: 'share' as const,
      purpose: 'performance' as const,
    },
  ]
  const twoParts = aRequirement({ ticket_check: { possible: 'full', purpose: 'conformity', conditions } })

  assert.equal(rate(twoParts, [aResult()]), 'conforming')
})

test('a failed check of conformity gives at least a minor nonconformity, whatever a person says', () => {
  assert.equal(rate(aRequirement(), [failing]), 'minor_nc')
  assert.equal(rate(high, [aResult(), failing], aStatement({ document })), 'minor_nc')
})

test('a major check kept in fewer than half of the cases gives a major for a high requirement only', () => {
  const broken = aResult({ met: 30, severity: 'major' })

  assert.equal(rate(high, [broken]), 'major_nc')
  assert.equal(rate(aRequirement(), [broken]), 'minor_nc')
  assert.equal(rate(high, [aResult({ met: 30 })]), 'minor_nc')
  assert.equal(rate(high, [aResult({ met: 45, severity: 'major' })]), 'minor_nc')
})

test('a missed target and a signal never lower a proposal, and are mentioned', () => {
  const missed = aResult({ check: 'work.in-time', purpose: 'performance', met: 10 })
  const signal = aResult({ check: 'work.odd', severity: 'signal', met: 10 })

  const proposed = proposal(aRequirement(), [aResult(), missed, signal])

  assert.equal(proposed.rating, 'conforming')
  assert.match(
    proposed.path.find(({ step }) => step === 'improvement')?.said ?? '',
    /work\.in-time, work\.odd/,
  )
})

test('a missed target alone leaves the requirement open', () => {
  assert.equal(rate(aRequirement(), [aResult({ purpose: 'performance', met: 10 })]), 'not_assessed')
})

test('an inconclusive check leaves the requirement open unless a person speaks', () => {
  const open = proposal(aRequirement(), [fewCases])

  assert.equal(open.rating, 'not_assessed')
  assert.match(open.path.at(-1)?.said ?? '', /work\.few \(fewer than 10 cases\)/)
  assert.equal(rate(aRequirement(), [fewCases], aStatement()), 'conforming')
})

test('nothing at all is a major for a high requirement and a minor for others', () => {
  assert.equal(rate(high, [], aStatement({ practice: 'none' })), 'major_nc')
  assert.equal(rate(aRequirement(), [], aStatement({ practice: 'none' })), 'minor_nc')
})

test('tickets that show what a person denies are worth a question, not a nonconformity', () => {
  const proposed = proposal(high, [aResult()], aStatement({ practice: 'none' }))

  assert.equal(proposed.rating, 'partially')
  assert.match(proposed.missing.join(), /clarification/)
})

test('a practice without a rule is partial', () => {
  assert.equal(rate(aRequirement(), [], aStatement({ practice: 'ad hoc' })), 'partially')
})

test('a written rule that nobody follows is not met, unless the tickets show that it is followed', () => {
  assert.equal(rate(high, [], aStatement({ practice: 'documented' })), 'major_nc')
  assert.equal(rate(high, [aResult()], aStatement({ practice: 'documented' })), 'conforming')
})

test('a practice of less than three months is partial', () => {
  assert.equal(rate(aRequirement(), [], aStatement({ since: '2026-05-15' })), 'partially')
  assert.equal(rate(aRequirement(), [], aStatement({ since: '2026-03-31' })), 'conforming')
})

test('tickets of less than three months are partial when nobody says since when', () => {
  const short = aResult({ period: { from: '2026-05-01', to: '2026-06-30' } })

  assert.equal(rate(aRequirement(), [short]), 'partially')
})

test('a statement without records or documents is too weak for conforming', () => {
  const said = proposal(aRequirement(), [], justSaid)

  assert.equal(said.rating, 'partially')
  assert.deepEqual(said.missing, ['records of the work and their place'])
})

test('a missing document that a clause demands is at least minor; an implied one is no finding', () => {
  const missing = aStatement({ document: { exists: false } })
  const implied = aRequirementWithoutCheck({
    documented_information: { required: false, basis: 'implied', kind: 'document' },
  })

  assert.equal(rate(demandsDocument, [], missing), 'minor_nc')
  assert.equal(rate(implied, [], missing), 'conforming')
})

test('a draft, and a document nobody spoke about, keep the proposal at partially', () => {
  assert.equal(
    rate(demandsDocument, [], aStatement({ document: { exists: true, reference: 'DMS 12' } })),
    'partially',
  )
  assert.equal(rate(demandsDocument, [], aStatement()), 'partially')
  assert.equal(rate(demandsDocument, [], aStatement({ document, practice: 'documented' })), 'conforming')
})

test('tickets are the records that a clause demands', () => {
  const demandsRecords = aRequirement({
    documented_information: { required: true, basis: 'clause', kind: 'record' },
  })

  assert.equal(rate(demandsRecords, [aResult()]), 'conforming')
})

test('tickets do not replace a demanded document', () => {
  const demandsBoth = aRequirement({
    documented_information: { required: true, basis: '7.5.4', kind: 'both' },
  })

  assert.equal(rate(demandsBoth, [aResult()]), 'partially')
})

test('not applicable needs a condition, a written reason, and no ticket that contradicts', () => {
  const without = aStatement({ applies: false })
  const withReason = aStatement({ applies: false, comment: 'We have no suppliers.' })

  assert.equal(rate(supplierOnly, [], withReason), 'not_applicable')
  assert.equal(rate(supplierOnly, [], without), 'not_assessed')
  assert.equal(rate(supplierOnly, [failing], withReason), 'minor_nc')
  assert.equal(rate(aRequirement(), [aResult()], withReason), 'conforming')
})

test('a rule for an event that has not happened is rated as a rule and marked', () => {
  const ruleOnly: Statement = { ...justSaid, practice: 'documented', exercised: false, document }

  const proposed = proposal(onEvent, [], ruleOnly)

  assert.equal(proposed.rating, 'conforming')
  assert.equal(proposed.notYetExercised, true)
  assert.equal(rate(onEvent, [], { ...ruleOnly, document: { exists: false } }), 'partially')
})

test('three failed checks, or a lapse the last audit found, call for thinking of a major', () => {
  const three = ['a', 'b', 'c'].map((name) => aResult({ check: `work.${name}`, met: 80 }))

  assert.equal(proposal(aRequirement(), three).considerMajor, true)
  assert.equal(proposal(aRequirement(), [failing]).considerMajor, false)
  assert.equal(proposal(aRequirement(), [failing], undefined, true).considerMajor, true)
})

test('results about another requirement are not heard', () => {
  const other = aResult({ met: 0, decides: [{ requirement: '8.6.1-a', part: onlyPart }] })

  assert.equal(rate(aRequirement(), [other]), 'not_assessed')
})

test('the path tells every step in the order of the decision', () => {
  const steps = proposal(aRequirement(), [aResult()]).path.map(({ step }) => step)

  assert.deepEqual(steps, [
    'condition',
    'rule',
    'document',
    'practice',
    'data',
    'extent',
    'improvement',
    'evidence',
  ])
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
