import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { readKnowledge } from '#content/knowledge.ts'
import { ProcessModel, replay } from '#content/process.ts'
import { collectFrom, ingestInto, type TestWorkspace } from '../../test/worlds/workspace.ts'
import { type Written, written } from '../../test/worlds/written.ts'
import type { Conformance } from './collected.ts'
import { inWords, shortestWay } from './conformance.ts'

const model = ProcessModel.parse({
  id: 'problem',
  title: 'Problem, our way',
  clause: '8.6.3',
  kind: 'ticket',
  ticket_types: ['problem'],
  initial: ['new', 'triage'],
  strict_initial: ['new'],
  final: ['closed'],
  strict_final: ['closed'],
  states: ['new', 'triage', 'work', 'root_cause_found', 'closed', 'frozen'].map((id) => ({
    id,
    meaning: `the state ${id}`,
    clock: id === 'closed' ? 'stopped' : 'running',
    synonyms: [],
  })),
  transitions: [
    { from: 'new', to: 'triage', name: 'look', actor: 'team' },
    { from: 'triage', to: 'work', name: 'start', actor: 'team' },
    { from: 'work', to: 'root_cause_found', name: 'find', actor: 'team' },
    { from: 'root_cause_found', to: 'closed', name: 'finish', actor: 'team' },
    { from: 'work', to: 'closed', name: 'finish at once', actor: 'team', added: true },
    { from: 'closed', to: 'work', name: 'again', actor: 'team' },
    { from: 'frozen', to: 'work', name: 'thaw', actor: 'team' },
  ],
  rules: [],
  kpis: [],
  examples: { conforming: [], violating: [] },
})

const words: Readonly<Record<string, string>> = { root_cause_found: 'Root cause found' }
const paths: Readonly<Record<string, readonly string[]>> = {
  PRB1: ['new', 'triage', 'work', 'root_cause_found', 'closed'],
  PRB2: ['new', 'triage', 'work', 'root_cause_found', 'closed'],
  PRB3: ['new', 'triage', 'work', 'closed'],
  PRB4: ['triage', 'work', 'closed'],
  PRB5: ['new', 'closed'],
  PRB6: ['new', 'triage', 'closed'],
  PRB7: ['work', 'closed'],
  PRB8: ['new', 'triage', 'work'],
  PRB9: ['new', 'new', 'triage', 'work', 'work', 'closed'],
}

let files: Written
let workspace: TestWorkspace
let found: Conformance

before(async () => {
  const rows = Object.entries(paths).flatMap(([ticket, path]) =>
    path.map(
      (state, hour) =>
        `${ticket},2026-03-02 ${String(8 + hour).padStart(2, '0')}:00,${words[state] ?? state}`,
    ),
  )
  files = written({ 'problem log.csv': ['number,timestamp,state', ...rows] })
  workspace = await ingestInto(
    [files.folder],
    { timezone: 'UTC' },
    { ...readKnowledge('content'), models: [model] },
  )
  const { collected } = await collectFrom(workspace, false, [model])
  const [first] = collected.conformance
  assert.ok(first)
  found = first
})

after(() => {
  workspace.remove()
  files.remove()
})

test('the tickets of a type are counted: all, finished, and those that fit the model and the stricter ideal', () => {
  const { type, tickets, finished, fitting, strictFitting } = found

  assert.deepEqual([type, tickets, finished, fitting, strictFitting], ['problem', 9, 8, 5, 2])
})

test('counts and fitness are those of replaying each path one by one', () => {
  const finished = Object.values(paths).filter((path) => path.at(-1) === 'closed')
  const replayed = finished.map((path) => replay(model, path, { finished: true }))

  assert.equal(found.fitting, replayed.filter(({ conforms }) => conforms).length)
  const mean = replayed.reduce((sum, { fitness }) => sum + fitness, 0) / replayed.length
  assert.ok(Math.abs(found.fitness - mean) < 1e-9, `${found.fitness} is not ${mean}`)
})

test('each deviation says who skips what, and names its tickets', () => {
  assert.deepEqual(
    found.deviations.map(({ kind, says, count, tickets }) => [kind, says, count, tickets]),
    [
      ['start', 'begins in "work", where the model lets no path begin', 1, ['PRB7']],
      ['step', 'goes from "new" straight to "closed" and skips "triage", "work"', 1, ['PRB5']],
      ['step', 'goes from "triage" straight to "closed" and skips "work"', 1, ['PRB6']],
    ],
  )
})

test('the map knows how often one state followed another, how long it took, and what is allowed', () => {
  const edge = (from: string, to: string) => found.map.find((each) => each.from === from && each.to === to)

  assert.deepEqual(edge('work', 'closed'), {
    from: 'work',
    to: 'closed',
    count: 4,
    medianMinutes: 60,
    isAllowed: true,
  })
  assert.equal(edge('new', 'closed')?.isAllowed, false)
  assert.equal(edge('new', 'new'), undefined)
})

test('states know their visits, and where paths begin and end', () => {
  const of = (state: string) => found.states.find((each) => each.state === state)

  assert.deepEqual([of('new')?.visits, of('new')?.starts, of('new')?.ends], [7, 7, 0])
  assert.deepEqual([of('closed')?.visits, of('closed')?.starts, of('closed')?.ends], [8, 0, 8])
})

test('variants are whole paths, the most frequent first, repeats of a state merged', () => {
  assert.equal(found.variantCount, 7)
  assert.deepEqual(found.variants.slice(0, 2), [
    { path: ['new', 'triage', 'work', 'closed'], count: 2, isAllowed: true },
    { path: ['new', 'triage', 'work', 'root_cause_found', 'closed'], count: 2, isAllowed: true },
  ])
})

test('a deviation is said in words', () => {
  const say = (kind: 'step' | 'start' | 'end', from: string | null, to: string | null) =>
    inWords(model, { kind, from, to })

  assert.equal(
    say('end', 'root_cause_found', null),
    'is finished in "root cause found", which is not an end of the model',
  )
  assert.equal(say('step', 'closed', 'new'), 'goes from "closed" to "new", and the model knows no way there')
})

test('the shortest way between two states takes allowed steps only, and no way is shorter', () => {
  const states = model.states.map(({ id }) => id)
  const allowed = new Set(model.transitions.map(({ from, to }) => `${from}>${to}`))
  const state = fc.constantFrom(...states)
  fc.assert(
    fc.property(state, state, fc.array(state, { maxLength: 4 }), (from, to, between) => {
      const way = shortestWay(model, from, to)
      const isWay = (each: readonly string[]) =>
        each.slice(1).every((next, place) => allowed.has(`${each[place]}>${next}`))

      if (way) assert.ok(isWay(way) && way[0] === from && way.at(-1) === to)
      const other = [from, ...between, to]
      if (isWay(other)) assert.ok(way && way.length <= other.length)
    }),
    { numRuns: 300 },
  )
})
