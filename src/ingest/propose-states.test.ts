import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readKnowledge } from '#content/knowledge.ts'
import { ProcessModel } from '#content/process.ts'
import { type NativeStatus, type NativeStep, proposeStates, type StateProposal } from './propose-states.ts'

const model = ProcessModel.parse({
  id: 'parcel',
  title: 'Parcel',
  clause: '8.1',
  kind: 'ticket',
  ticket_types: ['parcel'],
  initial: ['new'],
  strict_initial: ['new'],
  final: ['closed'],
  strict_final: ['closed'],
  states: [
    { id: 'new', meaning: 'came in', clock: 'running', synonyms: ['registered'] },
    { id: 'working', meaning: 'worked on', clock: 'running', synonyms: ['in progress'] },
    { id: 'waiting', meaning: 'stands still', clock: 'paused', synonyms: ['on hold', 'on hold vendor'] },
    { id: 'closed', meaning: 'finished', clock: 'stopped', synonyms: ['done'] },
  ],
  tools: { postal: { open: 'working' } },
  codes: { postal: { '2': 'working' } },
  transitions: [
    { from: 'new', to: 'working', name: 'start', actor: 'team' },
    { from: 'working', to: 'waiting', name: 'wait', actor: 'team' },
    { from: 'waiting', to: 'working', name: 'go on', actor: 'team' },
    { from: 'working', to: 'closed', name: 'finish', actor: 'team' },
  ],
  rules: [],
  kpis: [],
  examples: { conforming: [], violating: [] },
})

const status = (name: string, subStatus: string | null = null): NativeStatus => ({
  type: 'parcel',
  status: name,
  subStatus,
  count: 5,
})
const step = (from: string, to: string, count = 5): NativeStep => ({ type: 'parcel', from, to, count })
const short = (proposals: readonly StateProposal[]) =>
  proposals.map(({ native, state, by }) => `${native} = ${state} by ${by}`)

test('a status is known by name: as the state is called, by a synonym, in any spelling', () => {
  const found = proposeStates(
    model,
    [status('NEW'), status('In-Progress'), status('done')],
    [],
    {},
    undefined,
  )

  assert.deepEqual(short(found), [
    'NEW = new by name',
    'In-Progress = working by name',
    'done = closed by name',
  ])
})

test('the words and codes of the tool win where the tool is known', () => {
  const seen = [status('Open'), status('2')]

  assert.deepEqual(short(proposeStates(model, seen, [], {}, 'postal')), [
    'Open = working by name',
    '2 = working by name',
  ])
  assert.deepEqual(
    proposeStates(model, seen, [], {}, undefined).map(({ by }) => by),
    ['place', 'place'],
  )
})

test('two status fields are looked up together first, then the first one alone', () => {
  const found = proposeStates(
    model,
    [status('On hold', 'vendor'), status('In progress', 'phase 7')],
    [],
    {},
    undefined,
  )

  assert.deepEqual(short(found), [
    'On hold / vendor = waiting by name',
    'In progress / phase 7 = working by name',
  ])
})

test('a status with an addition is known by one of its parts', () => {
  const found = proposeStates(
    model,
    [status('On hold - custom reason'), status('Done (paid)')],
    [],
    {},
    undefined,
  )

  assert.deepEqual(
    found.map(({ state }) => state),
    ['waiting', 'closed'],
  )
})

test('an unknown status is placed where its neighbours fit best', () => {
  const seen = [status('New'), status('Zwischenstand'), status('Done')]
  const steps = [
    step('', 'New'),
    step('New', 'Zwischenstand'),
    step('Zwischenstand', 'Done'),
    step('Done', ''),
  ]

  assert.equal(short(proposeStates(model, seen, steps, {}, undefined))[1], 'Zwischenstand = working by place')
})

test('an unknown status at the end of paths is taken for a final state', () => {
  const steps = [step('In progress', 'Fertig'), step('Fertig', '')]
  const found = proposeStates(model, [status('In progress'), status('Fertig')], steps, {}, undefined)

  assert.equal(found[1]?.state, 'closed')
})

test('what a person settled wins over name and place', () => {
  const settled = { New: 'working', Zwischenstand: 'closed', Done: 'closed' }
  const found = proposeStates(
    model,
    [status('New'), status('Zwischenstand'), status('Done')],
    [],
    settled,
    undefined,
  )

  assert.deepEqual(short(found), [
    'New = working by person',
    'Zwischenstand = closed by person',
    'Done = closed by name',
  ])
})

test('no status is dropped, none changes its place, and each gets a state of the model', () => {
  const word = fc.constantFrom('New', 'open', 'Zwischenstand', 'x', '', 'Done', '???', 'On hold')
  const states = new Set(model.states.map(({ id }) => id))
  fc.assert(
    fc.property(
      fc.uniqueArray(word),
      fc.array(fc.record({ from: word, to: word, count: fc.integer({ min: 1, max: 9 }) })),
      (words, steps) => {
        const seen = words.map((each) => status(each))
        const found = proposeStates(
          model,
          seen,
          steps.map((each) => ({ ...each, type: 'parcel' })),
          {},
          undefined,
        )

        assert.deepEqual(
          found.map(({ native }) => native),
          words,
        )
        assert.ok(found.every(({ state }) => states.has(state)))
      },
    ),
  )
})

test('every status that a delivered model knows of a tool is known by name', () => {
  for (const delivered of readKnowledge('content').models) {
    for (const [tool, words] of Object.entries(delivered.tools)) {
      const found = proposeStates(
        delivered,
        Object.keys(words).map((word) => ({ ...status(word), type: delivered.id })),
        [],
        {},
        tool,
      )

      assert.deepEqual(
        found.map(({ native, state, by }) => [native, state, by]),
        Object.entries(words).map(([word, state]) => [word, state, 'name']),
      )
    }
  }
})
