import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openStrategy } from '#content/strategy.ts'
import type { ProgrammeFacts } from './criterion.ts'
import {
  currentPhase,
  demandPassable,
  type JudgedPhase,
  type PhaseMatter,
  walkPhases,
} from './programme-phase.ts'

const { phases } = openStrategy(fileURLToPath(new URL('../../content', import.meta.url)))

const nothing: ProgrammeFacts = {
  sponsors: 0,
  gates: new Map([['G1', { colour: 'green', because: 'All of it is known.' }]]),
  collectedOn: undefined,
  applicable: 300,
  rated: 0,
  acceptedGaps: 0,
  goals: 0,
  incompleteGoals: [],
  criticalServices: 2,
  criticalWithoutGoal: ['Till'],
  alignment: undefined,
  policiesInForce: 0,
  ratedRisks: 0,
  decision: undefined,
  roadmap: undefined,
  isCaseComputed: false,
  isTrainingPlanned: false,
  rolesFilled: undefined,
  tools: 0,
  unjudgedTools: [],
}

function walk(more: Partial<Omit<PhaseMatter, 'facts'>> & { facts?: Partial<ProgrammeFacts> } = {}) {
  return walkPhases(phases, { statements: [], signatures: [], ...more, facts: { ...nothing, ...more.facts } })
}

function phaseOf(walked: readonly JudgedPhase[], id: string): JudgedPhase {
  const found = walked.find((phase) => phase.id === id)
  assert.ok(found)
  return found
}

const standing = (phase: JudgedPhase, id: string) => phase.criteria.find((one) => one.id === id)?.standing

const signed = (phase: string) => ({ phase, by: 'Ada', at: '2026-01-01T00:00:00Z', waivers: [] })

const good = {
  facts: { sponsors: 1, collectedOn: '2026-01-01', rated: 290, acceptedGaps: 3 },
  statements: ['interviews-held', 'report-read'].map((criterion) => ({
    criterion,
    isMet: true,
    says: 'Done.',
    by: 'Pia',
    on: '2026-01-02',
  })),
}

test('a programme begins in the first phase, and the others wait', () => {
  const walked = walk()

  assert.deepEqual(
    walked.map(({ state }) => state),
    ['open', 'waiting', 'waiting', 'waiting'],
  )
  assert.equal(currentPhase(walked)?.id, 'assessment')
})

test('a phase is ready when every criterion is met, and open when one falls below its bound', () => {
  assert.equal(phaseOf(walk(good), 'assessment').state, 'ready')

  const short = walk({ ...good, facts: { ...good.facts, rated: 284 } })

  assert.equal(phaseOf(short, 'assessment').state, 'open')
  assert.equal(standing(phaseOf(short, 'assessment'), 'requirements-rated'), 'not met')
})

test('what nobody knows is unknown, never met', () => {
  const first = phaseOf(walk(), 'assessment')

  assert.equal(standing(first, 'gaps-accepted'), 'not met')
  assert.equal(standing(first, 'interviews-held'), 'unknown')
  assert.equal(standing(first, 'scope-approved'), 'met')
})

test('a phase with open criteria is signed only with a reason for each', () => {
  const first = phaseOf(walk({ ...good, statements: [] }), 'assessment')

  assert.throws(() => demandPassable(first, []), /waive each with a reason: Every process was talked about/)
  assert.throws(
    () =>
      demandPassable(first, [
        { criterion: 'interviews-held', reason: 'next week' },
        { criterion: 'report-read', reason: '  ' },
      ]),
    /The sponsor has read the gap report/,
  )
  assert.deepEqual(
    demandPassable(first, [
      { criterion: 'interviews-held', reason: ' next week ' },
      { criterion: 'report-read', reason: 'today' },
    ]),
    [
      { criterion: 'interviews-held', reason: 'next week' },
      { criterion: 'report-read', reason: 'today' },
    ],
  )
})

test('what is met needs no waiver, and a phase is not signed out of its turn or twice', () => {
  const ready = phaseOf(walk(good), 'assessment')

  assert.throws(
    () => demandPassable(ready, [{ criterion: 'sponsor-named', reason: 'x' }]),
    /sponsor-named is not open/,
  )
  assert.throws(() => demandPassable(phaseOf(walk(good), 'strategy'), []), /before the phase ahead/)
  assert.throws(
    () => demandPassable(phaseOf(walk({ signatures: [signed('assessment')] }), 'assessment'), []),
    /signed off already/,
  )
})

test('the second phase opens with the signature of the first, and fails while a critical service has no goal', () => {
  const walked = walk({ ...good, signatures: [signed('assessment')] })
  const second = phaseOf(walked, 'strategy')

  assert.equal(second.state, 'open')
  assert.equal(standing(second, 'critical-services-aligned'), 'not met')
  assert.match(second.criteria.find(({ id }) => id === 'critical-services-aligned')?.because ?? '', /Till/)
})

test('a later statement replaces an earlier one', () => {
  const [first] = good.statements
  assert.ok(first)
  const statements = [...good.statements, { ...first, isMet: false, says: 'Two are missing.' }]

  assert.equal(standing(phaseOf(walk({ ...good, statements }), 'assessment'), 'interviews-held'), 'not met')
})

test('the date is judged by its probability, and unknown without a date', () => {
  const roadmap = { p80: '2026-10-01', certificationDate: '2026-09-01', probability: 0.41 }
  const planned = (more: object) => phaseOf(walk({ facts: { roadmap: { ...roadmap, ...more } } }), 'planning')

  assert.equal(standing(planned({}), 'date-likely'), 'not met')
  assert.equal(standing(planned({ probability: 0.5 }), 'date-likely'), 'met')
  assert.equal(standing(planned({ certificationDate: undefined }), 'date-likely'), 'unknown')
})
