import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { type Duty, openImprovement, readImprovement } from '#content/improvement.ts'
import { openKnowledge } from '#content/knowledge.ts'
import { openLibrary } from '#content/library.ts'
import { fieldOf, registers } from '#registers/registers.ts'
import { slotsBetween } from './days.ts'
import { comingSlots, cyclesOf, isKept, type JudgedDuty, judgeDuty, type Proof } from './duty.ts'
import { prepare } from './preparation.ts'

const content = fileURLToPath(new URL('../../content', import.meta.url))

const quarterly: Duty = {
  id: 'risk-review',
  title: 'Risks reviewed',
  clause: '6.1',
  requirements: ['6.1.2-a'],
  cadence: 'quarterly',
  grace: 20,
  step: 'plan',
  documents: [],
  proved_by: [],
}
const proof = (on: string): Proof => ({ on, title: on, where: { page: 'register', id: 'risks' } })
const judge = (days: readonly string[], on: string) =>
  judgeDuty(quarterly, days.map(proof), { since: '2026-01-15', on })

test('quarters have their own days, leap years included', () => {
  assert.deepEqual(slotsBetween('quarterly', '2028-02-29', '2028-04-01'), [
    { name: '2028-Q1', from: '2028-01-01', to: '2028-03-31' },
    { name: '2028-Q2', from: '2028-04-01', to: '2028-06-30' },
  ])
  assert.deepEqual(
    slotsBetween('monthly', '2028-02-01', '2028-02-29').map(({ to }) => to),
    ['2028-02-29'],
  )
  assert.deepEqual(
    slotsBetween('half-yearly', '2028-07-01', '2028-07-01').map(({ name }) => name),
    ['2028-H2'],
  )
})

test('a quarter with a proof is done, one that runs is due, one whose grace is over is missed', () => {
  const { slots, state, years } = judge(['2026-02-10', '2026-08-01'], '2026-11-22')

  assert.deepEqual(
    slots.map(({ name, state }) => [name, state]),
    [
      ['2026-Q1', 'done'],
      ['2026-Q2', 'missed'],
      ['2026-Q3', 'done'],
      ['2026-Q4', 'due'],
    ],
  )
  assert.equal(state, 'due')
  assert.deepEqual(years, [{ year: '2026', expected: 4, done: 2, missed: 1 }])
})

test('what was never done, or was missed since it was done, is not kept up and has run no cycle', () => {
  const never = judge([], '2026-02-01')
  const missed = judge(['2026-02-10'], '2026-11-22')
  const done = judge(['2026-02-10', '2026-08-01'], '2026-11-22')

  assert.deepEqual([never.state, missed.state, done.state], ['due', 'missed', 'due'])
  assert.deepEqual([never, missed, done].map(isKept), [false, false, true])
  assert.deepEqual(cyclesOf([never, missed, done]), { of: 3, done: 1 })
  const evidence = { fresh: 0, amber: 0, red: 0, none: 0, oldest: [] }
  const rest = { on: '2026-11-22', gates: [], evidence, findings: undefined, lastReviewOn: undefined }
  const prepared = (duties: readonly JudgedDuty[]) =>
    prepare('stage 1', { ...rest, duties, auditBefore: undefined }).find(({ id }) => id === 'duties')
  assert.deepEqual(
    [[never], [never, missed], [done]].map((duties) => [prepared(duties)?.standing, prepared(duties)?.ready]),
    [
      ['unknown', 0],
      ['missing', 0],
      ['ready', 1],
    ],
  )
})

test('within the grace it counts for the quarter before, late, and not again for its own', () => {
  const { slots } = judge(['2026-04-20'], '2026-05-01')
  const afterGrace = judge(['2026-04-21'], '2026-05-01').slots

  assert.deepEqual(
    slots.map(({ state, isLate }) => [state, isLate]),
    [
      ['done', true],
      ['due', false],
    ],
  )
  assert.deepEqual(
    afterGrace.map(({ state }) => state),
    ['missed', 'done'],
  )
})

test('as the clock moves, a quarter is due until its grace is over, then missed', () => {
  const at = (on: string) => judge([], on).slots[0]?.state

  assert.deepEqual(['2026-03-31', '2026-04-20', '2026-04-21'].map(at), ['due', 'due', 'missed'])
  assert.equal(judge([], '2026-04-21').state, 'missed')
})

test('what is done now is due again at the end of the next quarter', () => {
  assert.equal(judge(['2026-11-01'], '2026-11-22').nextOn, '2027-03-31')
  assert.equal(judge(['2026-08-01'], '2026-11-22').nextOn, '2026-12-31')
})

test('three years hold twelve quarters, and a proof of tomorrow counts for nothing today', () => {
  assert.equal(comingSlots(quarterly, '2027-01-01', '2029-12-31').length, 12)
  assert.equal(judge(['2026-11-23'], '2026-11-22').last, undefined)
})

test('the duties of the pack can be read, and each of their proofs names a day of a register', () => {
  const { problems, value } = readImprovement(content, openLibrary(content))
  const wrong = value.duties.flatMap(({ id, proved_by }) =>
    proved_by.flatMap((one) => {
      if (!('register' in one)) return []
      const known = registers.find(({ register }) => register.id === one.register)
      const field = known && fieldOf(known.register, one.field)
      const others = Object.keys(one.where).filter((name) => !known || !fieldOf(known.register, name))
      const states = (one.states ?? []).filter((state) => !known?.register.states.includes(state))
      return field?.kind === 'day' && others.length + states.length === 0
        ? []
        : [`${id}: ${one.register}.${one.field} ${others} ${states}`]
    }),
  )

  assert.deepEqual(problems, [])
  assert.deepEqual(wrong, [])
})

test('every cycle of the process models is a duty with the cadence of its model', () => {
  const { duties } = openImprovement(content)
  const { models } = openKnowledge(content)
  const cycles = models.filter(({ cadence }) => cadence !== undefined)
  const cadenceOf = new Map(duties.flatMap(({ model, cadence }) => (model ? [[model, cadence]] : [])))

  assert.ok(cycles.length >= 11)
  assert.deepEqual(
    cycles.filter(({ id, cadence = '' }) => cadenceOf.get(id) !== cadence.split(' ')[0]).map(({ id }) => id),
    [],
  )
})

test('a duty recurs as often as the documented information it renews asks for, or more often', () => {
  const { duties } = openImprovement(content)
  const { catalogue } = openLibrary(content)
  const order = ['monthly', 'quarterly', 'half-yearly', 'yearly']
  const seldom = duties.flatMap(({ id, cadence, documents }) =>
    documents.flatMap((piece) => {
      const asked = catalogue.documents.find((one) => one.id === piece)?.cadence.split(' ')[0] ?? ''
      return order.includes(asked) && order.indexOf(cadence) > order.indexOf(asked)
        ? [`${id}: ${piece} ${asked}`]
        : []
    }),
  )

  assert.deepEqual(seldom, [])
})

test('every input that the standard asks of a management review is on the list', () => {
  const { inputs } = openImprovement(content)
  const named = new Set(inputs.flatMap(({ requirements }) => requirements))

  assert.deepEqual(
    ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].filter((letter) => !named.has(`9.3-${letter}`)),
    [],
  )
})
