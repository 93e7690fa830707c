import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { openLibrary } from '#content/library.ts'
import type { Register } from './definition.ts'
import { commonKeys, fold } from './keys.ts'
import { demandRegister, registers } from './registers.ts'
import { headsOf } from './table.ts'

const content = fileURLToPath(new URL('../../content', import.meta.url))
const { catalogue } = openLibrary(content)
const all = registers.map(({ register }) => register)
const ids = new Set(all.map(({ id }) => id))

/** What is wrong, register by register; each finding names the register. */
function findings(look: (register: Register) => readonly string[]): readonly string[] {
  return all.flatMap((register) => look(register).map((what) => `${register.id}: ${what}`))
}

function repeated(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => names.indexOf(name) !== at)
}

test('ids and prefixes are used once', () => {
  assert.deepEqual(repeated(all.map(({ id }) => id)), [])
  assert.deepEqual(repeated(all.map(({ prefix }) => prefix)), [])
})

test('every link points into a register that is there', () => {
  assert.deepEqual(
    findings(({ fields }) =>
      fields.filter(({ kind, into }) => (kind === 'link') !== ids.has(into ?? '')).map(({ name }) => name),
    ),
    [],
  )
})

test('choices have words and rows have columns, and nothing else has', () => {
  assert.deepEqual(
    findings(({ fields }) =>
      fields
        .filter(
          ({ kind, choices, rows }) =>
            (kind === 'choice') !== (choices !== undefined) || (kind === 'rows') !== (rows !== undefined),
        )
        .map(({ name }) => name),
    ),
    [],
  )
})

test('the columns of a file can be told apart, and no field is called like what every register has', () => {
  assert.deepEqual(
    findings((register) => [
      ...repeated([...headsOf(register), ...register.fields.map(({ name }) => name)].map(fold)).filter(
        // A label may repeat its own name, as "Kind" does.
        (head) => register.fields.every(({ name, label }) => !(name === head && fold(label) === head)),
      ),
      ...register.fields.filter(({ name }) => commonKeys.some((key) => key === name)).map(({ name }) => name),
    ]),
    [],
  )
})

test('labels, views, sorting and moves name fields and states that are there', () => {
  const unknown = (register: Register) => {
    const fields = new Set(register.fields.map(({ name }) => name))
    const states = new Set(register.states)
    const named = [
      register.label,
      ...register.view.columns,
      register.view.sort.replace(/^-/, ''),
      ...register.moves.flatMap(({ needs }) => needs),
    ]
    return [
      ...named.filter((name) => !fields.has(name)),
      ...[...register.ended, ...register.moves.flatMap(({ from, to }) => [from, to])].filter(
        (state) => !states.has(state),
      ),
    ]
  }

  assert.deepEqual(findings(unknown), [])
})

test('what a move asks beyond fields names choices, registers, links and states that are there', () => {
  const byId = new Map(all.map((register) => [register.id, register]))
  const unknown = ({ id, fields, moves }: Register) =>
    moves.flatMap(({ says, asks, pointedAtBy }) => [
      ...asks
        .filter(({ field, is }) => !fields.find(({ name }) => name === field)?.choices?.includes(is))
        .map(({ field }) => `${says}: ${field}`),
      ...pointedAtBy
        .filter(({ register, field, states }) => {
          const from = byId.get(register)
          const link = from?.fields.find(({ name }) => name === field)
          return link?.into !== id || !states.every((state) => from?.states.includes(state))
        })
        .map(({ register, field }) => `${says}: ${register} ${field}`),
    ])

  assert.deepEqual(findings(unknown), [])
})

test('every state can be reached from the first one, and every state that has not ended leads on', () => {
  const stranded = ({ states, moves, ended }: Register) => {
    const reached = new Set([states[0]])
    for (const _ of states) for (const { from, to } of moves) if (reached.has(from)) reached.add(to)
    const stuck = states.filter(
      (state) => !ended.includes(state) && !moves.some(({ from }) => from === state),
    )
    return [...states.filter((state) => !reached.has(state)), ...stuck]
  }

  assert.deepEqual(findings(stranded), [])
})

test('from a state no two moves lead to the same state', () => {
  assert.deepEqual(
    findings(({ moves }) => repeated(moves.map(({ from, to }) => `${from} to ${to}`))),
    [],
  )
})

test('clauses and documented information that a register names are in the catalogue', () => {
  const clauses = new Set(catalogue.clauses.map(({ id }) => id))
  const pieces = new Set(catalogue.documents.map(({ id }) => id))

  assert.deepEqual(
    findings(({ clauses: own, keeps }) => [
      ...own.filter((id) => !clauses.has(id)),
      ...keeps.filter((id) => !pieces.has(id)),
    ]),
    [],
  )
})

test('a register that is not there is refused with the names of those that are', () => {
  assert.throws(
    () => demandRegister('unicorns'),
    /There is no register unicorns. Registers are: services, agreements/,
  )
})
