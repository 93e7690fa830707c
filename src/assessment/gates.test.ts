import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GateFacts } from './gates.ts'
import { judgeGates } from './gates.ts'
import type { Programme } from './programme.ts'
import type { Rating } from './rating.ts'
import type { RatedItem } from './readiness.ts'

const on = '2026-06-30'
const good: Programme = {
  scope: {
    approved_on: '2026-01-10',
    approved_by: 'Grace',
    services_named: ['Mail'],
    other_parties_known: [],
  },
  internal_audit: {
    done_on: '2026-04-01',
    full_scope: true,
    impartial: true,
    reported_on: '2026-04-20',
    major: 1,
    minor: 3,
    actions_planned: true,
    majors_verified: true,
  },
  management_review: { held_on: '2026-05-05', inputs_complete: true, decisions_recorded: true },
  training: { assigned: 40, completed: 38 },
  roles_filled: true,
  documents: { in_force: 50 },
  records_since: '2026-01-01',
}

function items(...ratings: readonly Rating[]): readonly RatedItem[] {
  return ratings.map((rating, index) => ({ id: `8.1-${index}`, clause: '8.1', criticality: 'high', rating }))
}

function gates(given: Partial<GateFacts> = {}) {
  const facts: GateFacts = {
    items: items('conforming', 'ofi', 'not_applicable'),
    evidenceShare: 0.95,
    programme: good,
    dataSince: undefined,
    requiredDocuments: 50,
    on,
    stage: 'stage 2',
    ...given,
  }
  return new Map(judgeGates(facts).map((gate) => [gate.id, gate]))
}

const colour = (id: string, given: Partial<GateFacts>) => gates(given).get(id)?.colour
const of = (programme: Programme) => ({ programme: { ...good, ...programme } })

test('with good facts all twelve gates are green, in their order', () => {
  const all = [...gates().values()]

  assert.deepEqual(
    all.map(({ id, colour: is }) => `${id} ${is}`),
    Array.from({ length: 12 }, (_, index) => `G${index + 1} green`),
  )
})

test('without any fact no gate is green', () => {
  const all = [...gates({ items: items('not_assessed'), evidenceShare: undefined, programme: {} }).values()]

  assert.deepEqual(
    all.map(({ id, colour: is }) => `${id} ${is}`),
    [
      'G1 grey',
      'G2 grey',
      'G3 grey',
      'G4 red',
      'G5 red',
      'G6 grey',
      'G7 grey',
      'G8 grey',
      'G9 grey',
      'G10 grey',
      'G11 grey',
      'G12 grey',
    ],
  )
})

test('one open major turns G2 red, and the absence of majors among a part of the items proves nothing', () => {
  assert.equal(colour('G2', { items: items('conforming', 'major_nc') }), 'red')
  assert.equal(colour('G2', { items: items('conforming', 'not_assessed') }), 'grey')
})

test('the third minor or partial rating in a clause turns G3 red', () => {
  assert.equal(colour('G3', { items: items('minor_nc', 'partially', 'conforming') }), 'green')
  assert.equal(colour('G3', { items: items('minor_nc', 'partially', 'minor_nc') }), 'red')
})

test('a partially met high item is enough for stage 1 and not for stage 2', () => {
  const given = { items: items('partially', 'conforming') }

  assert.equal(colour('G4', { ...given, stage: 'stage 1' }), 'green')
  assert.equal(colour('G4', { ...given, stage: 'stage 2' }), 'red')
})

test('95 % rated are enough for stage 1 and not for stage 2', () => {
  const given = { items: items(...Array<Rating>(19).fill('conforming'), 'not_assessed') }

  assert.equal(colour('G5', { ...given, stage: 'stage 1' }), 'green')
  assert.equal(colour('G5', { ...given, stage: 'stage 2' }), 'red')
})

test('evidence for 90 % is enough and less is not', () => {
  assert.equal(colour('G6', { evidenceShare: 0.9 }), 'green')
  assert.equal(colour('G6', { evidenceShare: 0.899 }), 'red')
})

test('a scope without a named service is red, one without an approver is grey', () => {
  const { approved_by: _, ...withoutApprover } = good.scope ?? {}

  assert.equal(colour('G1', of({ scope: { ...good.scope, services_named: [] } })), 'red')
  assert.equal(colour('G1', of({ scope: withoutApprover })), 'grey')
})

test('tickets alone do not tell since when records of all processes exist', () => {
  const { records_since: _, ...rest } = good
  const gate = gates({ programme: rest, dataSince: '2020-01-01' }).get('G7')

  assert.equal(gate?.colour, 'grey')
  assert.match(gate?.because ?? '', /2020-01-01/)
})

test('records of two months are too short', () => {
  assert.equal(colour('G7', of({ records_since: '2026-05-01' })), 'red')
})

test('an audit that is planned, too old, not impartial or not done is red', () => {
  const audit = good.internal_audit

  assert.equal(colour('G8', of({ internal_audit: { ...audit, done_on: '2026-09-01' } })), 'red')
  assert.equal(colour('G8', of({ internal_audit: { ...audit, done_on: '2024-09-01' } })), 'red')
  assert.equal(colour('G8', of({ internal_audit: { ...audit, impartial: false } })), 'red')
  assert.equal(colour('G8', of({ internal_audit: { done: false } })), 'red')
})

test('a review without all inputs is red, one of which only the day is known is grey', () => {
  const review = good.management_review

  assert.equal(colour('G9', of({ management_review: { ...review, inputs_complete: false } })), 'red')
  assert.equal(colour('G9', of({ management_review: { held_on: '2026-05-05' } })), 'grey')
})

test('an unverified major keeps G10 from green, an audit without nonconformities does not', () => {
  const { majors_verified: _, ...audit } = good.internal_audit ?? {}

  assert.equal(colour('G10', of({ internal_audit: audit })), 'grey')
  assert.equal(colour('G10', of({ internal_audit: { ...audit, majors_verified: false } })), 'red')
  assert.equal(colour('G10', of({ internal_audit: { major: 0, minor: 0 } })), 'green')
})

test('49 of 50 documents and 94 % of the trainings are not enough', () => {
  assert.equal(colour('G11', of({ documents: { in_force: 49 } })), 'red')
  assert.equal(colour('G12', of({ training: { assigned: 100, completed: 94 } })), 'red')
})

test('the number of required documents is that of the catalogue, unless the programme file says another', () => {
  const held = { documents: { in_force: 49 } }

  assert.equal(colour('G11', { ...of(held), requiredDocuments: 49 }), 'green')
  assert.equal(colour('G11', of({ documents: { in_force: 49, required: 49 } })), 'green')
  assert.equal(colour('G11', of(held)), 'red')
})
