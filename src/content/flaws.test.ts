import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { flaws, SoundModel } from './flaws.ts'
import { ProcessModel } from './process.ts'
import { filesBelow, parseYaml } from './read.ts'

const files = filesBelow('content/processes', '.yaml')
const texts = new Map(files.map((path) => [path, readFileSync(path, 'utf8')]))
const models = [...texts.values()].map((text) => ProcessModel.parse(parse(text)))
const complaint = texts.get('content/processes/complaint.yaml') ?? ''

/** What a complaint model is told, by line, once one piece of its text is another. */
function told(piece: string, other: string): string[] {
  assert(complaint.includes(piece))
  const { problems } = parseYaml(complaint.replace(piece, other), SoundModel, 'complaint.yaml')
  return problems.map(({ message, where }) => `${where.line} ${message}`)
}

function lineOf(piece: string): number {
  return complaint.slice(0, complaint.indexOf(piece)).split('\n').length
}

test('no shipped model has a flaw', () => {
  assert.equal(models.length, 39)
  assert.deepEqual(
    models.flatMap((model) => flaws(model).map(({ says }) => `${model.id}: ${says}`)),
    [],
  )
})

test('every state of the stricter ideal is reached without added steps', () => {
  const ideals = models.map((model) => ({
    ...model,
    states: model.states.filter(({ added }) => !added),
    transitions: model.transitions.filter(({ added }) => !added),
    initial: model.strict_initial,
    final: model.strict_final,
    tools: {},
    codes: {},
  }))

  assert.deepEqual(
    ideals.flatMap((model) => flaws(model).map(({ says }) => `${model.id}: ${says}`)),
    [],
  )
})

test('a step to a state that the model has not is told with its line', () => {
  const step = '- { from: answered, to: closed, name: accept'

  assert.deepEqual(told(step, step.replace('to: closed', 'to: shut')), [
    `${lineOf(step)} transitions.4.to: shut is not a state of the model. Name one that is, or add it under states.`,
  ])
})

test('a word of a tool for a state that the model has not is told with its line', () => {
  assert.deepEqual(told('jira: { open: received }', 'jira: { open: begun }'), [
    `${lineOf('jira: {')} tools.jira.open: begun is not a state of the model. Name one that is, or add it under states.`,
  ])
})

test('a state to which no step leads is told with its line', () => {
  const merged = '  - { id: merged,'

  assert.match(
    told(merged, `  - { id: lost, meaning: nowhere, clock: none, synonyms: [] }\n${merged}`).join('\n'),
    new RegExp(`^${lineOf(merged)} states\\.8: lost cannot be reached\\. Add a transition`),
  )
})

test('a synonym of two states and a synonym that is ambiguous are told with their line', () => {
  const pending = 'synonyms: [on hold,'
  const line = lineOf(pending)

  assert.deepEqual(told(pending, 'synonyms: [Accepted, open,'), [
    `${line} states.3.synonyms.0: "accepted" stands for two states or is listed twice. Leave it in one place.`,
    `${line} states.3.synonyms.1: "open" is ambiguous. Take it out here, or under ambiguous.`,
  ])
})

test('a step that is listed twice is told with its line', () => {
  const step = '  - { from: answered, to: closed, name: accept, actor: customer }\n'

  assert.deepEqual(told(step, step + step), [
    `${lineOf(step) + 1} transitions.5: answered>closed is listed twice. Take one out.`,
  ])
})

test('a start or an end of the ideal that is none of the loosened model is told', () => {
  assert.match(told('strict_final: [closed]', 'strict_final: [pending]').join(), /pending is not under final/)
  assert.match(
    told('\ninitial: [received,', '\ninitial: [escalated,').join(),
    /received is not under initial/,
  )
})
