import assert from 'node:assert/strict'
import { test } from 'node:test'
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
import { propose } from './propose.ts'
import type { Statement } from './statement.ts'

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
