import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type BodyAudit,
  type CycleMatter,
  type CycleStep,
  expiryOf,
  type KeptCertificate,
  walkCycle,
} from './certification-cycle.ts'

const agreed = { stage1On: '2027-03-01', certificateOn: '2027-06-15' }
const nothing: CycleMatter = { agreed, audits: [], certificates: [], on: '2027-01-10' }

function audit(kind: BodyAudit['kind'], on: string, more: Partial<BodyAudit> = {}): BodyAudit {
  return {
    id: `${kind} ${on}`,
    number: 'CBA-1',
    kind,
    state: 'held',
    body: 'Body',
    plannedOn: on,
    beginsOn: on,
    endsOn: on,
    auditorDays: 5,
    result: 'recommended',
    conditions: undefined,
    majors: 0,
    minors: 0,
    majorsVerifiedOn: undefined,
    ...more,
  }
}

function certificate(issuedOn: string, more: Partial<KeptCertificate> = {}): KeptCertificate {
  return {
    id: 'c',
    number: '1',
    body: 'Body',
    state: 'valid',
    issuedOn,
    expiresOn: expiryOf(issuedOn),
    because: undefined,
    ...more,
  }
}

function stepOf(matter: CycleMatter, step: CycleStep) {
  const found = walkCycle(matter).steps.find((one) => one.step === step)
  assert.ok(found)
  return found
}

test('before anything is recorded the days are those that the roadmap agreed on', () => {
  const { steps, next, standing } = walkCycle(nothing)

  assert.deepEqual(
    steps.map(({ step, state, plannedOn }) => [step, state, plannedOn]),
    [
      ['stage 1', 'due', '2027-03-01'],
      ['stage 2', 'open', undefined],
      ['decision', 'ahead', '2027-06-15'],
      ['surveillance 1', 'open', undefined],
      ['surveillance 2', 'open', undefined],
      ['recertification', 'open', undefined],
    ],
  )
  assert.deepEqual([next?.step, standing], ['stage 1', 'none'])
})

test('as the clock moves, a step is ahead, due and late', () => {
  const at = (on: string) => stepOf({ ...nothing, on }, 'stage 1').state

  assert.deepEqual(['2026-11-28', '2026-11-29', '2027-03-01', '2027-03-02'].map(at), [
    'ahead',
    'due',
    'due',
    'late',
  ])
})

test('a decision on 29 February is followed by surveillance by 28 February and ends on the 27th three years later', () => {
  const matter = { ...nothing, certificates: [certificate('2028-02-29')], on: '2028-06-01' }

  assert.equal(stepOf(matter, 'surveillance 1').latestOn, '2029-02-28')
  assert.equal(stepOf(matter, 'recertification').latestOn, '2031-02-27')
  assert.equal(expiryOf('2027-06-15'), '2030-06-14')
})

test('surveillance 1 on the last day is in time, one day later it is late and a warning', () => {
  const matter = { ...nothing, certificates: [certificate('2027-06-15')] }
  const [last, after] = ['2028-06-15', '2028-06-16'].map((on) => walkCycle({ ...matter, on }))

  assert.equal(last?.next?.state, 'due')
  assert.deepEqual(last?.warnings, [])
  assert.equal(after?.next?.state, 'late')
  assert.deepEqual(after?.warnings, [
    { kind: 'missed surveillance', step: 'surveillance 1', by: '2028-06-15' },
  ])
})

test('surveillance 2 has to be in the calendar year after the one in which the first was', () => {
  const matter = {
    ...nothing,
    certificates: [certificate('2027-06-15')],
    audits: [audit('surveillance 1', '2028-05-10')],
    on: '2028-07-01',
  }

  assert.equal(stepOf(matter, 'surveillance 2').latestOn, '2029-12-31')
  assert.equal(stepOf({ ...matter, audits: [] }, 'surveillance 2').latestOn, '2029-12-31')
})

test('an audit that is planned behind the last day is told before it is too late', () => {
  const planned = audit('surveillance 1', '2028-07-20', {
    state: 'planned',
    beginsOn: undefined,
    endsOn: undefined,
  })
  const { warnings } = walkCycle({
    ...nothing,
    certificates: [certificate('2027-06-15')],
    audits: [planned],
    on: '2028-01-01',
  })

  assert.deepEqual(warnings, [{ kind: 'planned too late', step: 'surveillance 1', by: '2028-06-15' }])
})

test('a major of stage 2 has six months; then another stage 2 is needed, also where it was verified too late', () => {
  const found = audit('stage 2', '2027-08-31', { majors: 1, result: 'not recommended' })
  const warnings = (on: string, more: Partial<BodyAudit> = {}) =>
    walkCycle({ ...nothing, audits: [{ ...found, ...more }], on }).warnings.map(({ kind, by }) => [kind, by])

  assert.deepEqual(warnings('2027-09-15'), [['majors to verify', '2028-02-29']])
  assert.deepEqual(warnings('2028-02-29'), [['majors to verify', '2028-02-29']])
  assert.deepEqual(warnings('2028-03-01'), [['another stage 2', '2028-02-29']])
  assert.deepEqual(warnings('2028-04-01', { majorsVerifiedOn: '2028-02-29' }), [])
  assert.deepEqual(warnings('2028-04-01', { majorsVerifiedOn: '2028-03-01' }), [
    ['another stage 2', '2028-02-29'],
  ])
})

test('another stage 2 without majors ends the matter', () => {
  const audits = [audit('stage 2', '2027-08-31', { majors: 1 }), audit('stage 2', '2028-04-20')]

  assert.deepEqual(walkCycle({ ...nothing, audits, on: '2028-05-01' }).warnings, [])
})

test('who was certified has been through both stages, also where nobody recorded them', () => {
  const matter = { ...nothing, certificates: [certificate('2027-06-15')], on: '2027-07-01' }

  assert.deepEqual(
    [stepOf(matter, 'stage 1').state, stepOf(matter, 'stage 1').doneOn, walkCycle(matter).next?.step],
    ['done', undefined, 'surveillance 1'],
  )
})

test('a certificate runs out on the day after its last one, and a suspended one says so', () => {
  const at = (on: string, more: Partial<KeptCertificate> = {}) =>
    walkCycle({ ...nothing, certificates: [certificate('2027-06-15', more)], on }).standing

  assert.deepEqual(
    [at('2027-06-14'), at('2027-06-15'), at('2030-06-14'), at('2030-06-15')],
    ['none', 'valid', 'valid', 'expired'],
  )
  assert.equal(at('2028-01-01', { state: 'suspended' }), 'suspended')
  assert.equal(at('2028-01-01', { state: 'withdrawn' }), 'withdrawn')
})

test('after recertification the new certificate counts, and the audits of the old cycle do not', () => {
  const { certificate: current, steps } = walkCycle({
    ...nothing,
    certificates: [certificate('2027-06-15', { state: 'replaced' }), certificate('2030-06-10')],
    audits: [audit('surveillance 1', '2028-05-10'), audit('recertification', '2030-05-02')],
    on: '2030-07-01',
  })

  assert.equal(current?.issuedOn, '2030-06-10')
  assert.deepEqual(
    steps.map(({ state }) => state),
    ['done', 'done', 'done', 'ahead', 'ahead', 'ahead'],
  )
})
