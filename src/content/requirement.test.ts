import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, test } from 'node:test'
import type { z } from 'zod'
import { readYaml } from './read.ts'
import {
  applicableModes,
  byClauseOrder,
  type Clause,
  ClauseFile,
  clauseOf,
  isDocumentNamed,
  isRatedByItself,
  purposeOf,
  Requirement,
  RequirementFile,
  referencesOf,
} from './requirement.ts'
import { Standard } from './standard.ts'

const folder = join(import.meta.dirname, '../../content/standards/iso20000-1-2018')

let clauses: readonly Clause[] = []
let requirements: readonly Requirement[] = []

before(() => {
  clauses = valid('clauses.yaml', ClauseFile).clauses
  requirements = valid('standard.yaml', Standard).groups.flatMap(
    ({ file }) => valid(`${file}.yaml`, RequirementFile).requirements,
  )
})

test('there are 306 requirements, each with an id of its own', () => {
  const perClause = Object.groupBy(requirements, ({ id }) => id.split('.')[0] ?? '')

  assert.equal(new Set(requirements.map(({ id }) => id)).size, 306)
  assert.equal(requirements.length, 306)
  assert.deepEqual(
    ['4', '5', '6', '7', '8', '9', '10'].map((top) => perClause[top]?.length),
    [9, 21, 27, 25, 183, 27, 14],
  )
})

test('the letters of a clause run from a without a gap', () => {
  for (const [clause, held] of Map.groupBy(requirements, clauseOf)) {
    const letters = held.map(({ id }) => id.slice(clause.length + 1)).join('')
    assert.equal(letters, 'abcdefghijklmnop'.slice(0, held.length), clause)
  }
})

test('what a requirement depends on exists, and no requirement waits for itself', () => {
  const waiting = new Map(requirements.map(({ id, depends_on }) => [id, depends_on]))
  for (const [id, needs] of waiting)
    for (const need of needs) assert.ok(waiting.has(need), `${id} needs ${need}`)

  const inOrder = new Set<string>()
  for (let found = true; found; ) {
    const ready = [...waiting].filter(
      ([id, needs]) => !inOrder.has(id) && needs.every((need) => inOrder.has(need)),
    )
    for (const [id] of ready) inOrder.add(id)
    found = ready.length > 0
  }
  assert.deepEqual(
    [...waiting.keys()].filter((id) => !inOrder.has(id)),
    [],
  )
})

test('the three lists of documents in 7.5.4 are derived, so that one missing policy is one finding', () => {
  const derived = requirements.filter((requirement) => !isRatedByItself(requirement))
  const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]))

  assert.deepEqual(
    derived.map(({ id }) => id),
    ['7.5.4-a', '7.5.4-b', '7.5.4-c'],
  )
  for (const { id, derived_from = [], depends_on, ticket_check } of derived) {
    const sources = derived_from.map((source) => byId.get(source))
    assert.ok(
      sources.every((source) => source && isRatedByItself(source) && isDocumentNamed(source)),
      id,
    )
    assert.deepEqual(derived_from, depends_on, id)
    assert.equal(ticket_check.possible, 'none', id)
  }
})

test('a process that is missing altogether is graded major: each process clause has a requirement of high criticality', () => {
  const high = requirements.filter(({ criticality }) => criticality === 'high')
  const covered = new Set(high.map(clauseOf))
  const operation = clauses
    .filter(({ id, type }) => id.startsWith('8') && type === 'normative')
    .map(({ id }) => id)

  assert.deepEqual(
    operation.filter((id) => !covered.has(id)),
    ['8.2.1'],
  )
  assert.deepEqual(
    ['5.2.1', '5.2.2', '9.1', '9.2.1', '9.2.2', '9.3', '9.4', '10.1.1', '10.2'].filter(
      (id) => !covered.has(id),
    ),
    [],
  )
  assert.equal(high.length, 101)
})

test('one missing input of the review or chapter of a plan is not graded major', () => {
  const single = new Set(['9.3-c', '9.3-f', '9.3-g', '6.3-j', '8.3.4.1-d', '8.5.3-a'])
  const graded = requirements.filter(({ id }) => single.has(id)).map(({ criticality }) => criticality)
  assert.deepEqual(
    graded,
    Array.from(single, () => 'medium'),
  )
})

test('91 requirements need documented information: 89 because the standard names it, 2 by its nature', () => {
  const required = requirements.filter(({ documented_information }) => documented_information.required)
  const byNature = required.filter((requirement) => !isDocumentNamed(requirement)).map(({ id }) => id)
  const implied = requirements.filter(
    ({ documented_information: { basis, required: asked } }) => basis === 'implied' && !asked,
  )

  assert.equal(required.length, 91)
  assert.deepEqual(byNature, ['8.2.6-f', '9.2.2-a'])
  assert.deepEqual(
    implied.map(({ id }) => id),
    ['8.5.3-g', '8.6.1-k', '8.6.2-f', '8.6.3-m', '8.7.2-g', '8.7.2-j', '8.7.2-k', '8.7.3.3-g', '9.4-b'],
  )
})

test('every ticket check other than none has conditions with names of their own', () => {
  for (const { id, ticket_check } of requirements) {
    const parts = ticket_check.conditions.map(({ part }) => part)
    assert.equal(parts.length > 0, ticket_check.possible !== 'none', id)
    assert.equal(new Set(parts).size, parts.length, id)
  }
  const possible = requirements.map(({ ticket_check }) => ticket_check.possible)
  assert.deepEqual(
    ['full', 'partial', 'none'].map((word) => possible.filter((one) => one === word).length),
    [59, 161, 86],
  )
})

test('what may speak against a requirement has one number; a missed target or a hint is never conformity', () => {
  const target =
    /opened again|within (the )?target|response rate|emergency (changes|releases) among|against the previous|failed or (were )?backed out$/
  for (const { id, ticket_check } of requirements) {
    for (const condition of ticket_check.conditions) {
      const isConformity = purposeOf(condition, ticket_check) === 'conformity'
      assert.ok(!isConformity || condition.threshold !== null, `${id}: ${condition.part}`)
      assert.ok(!isConformity || !target.test(condition.part), `${id}: ${condition.part}`)
    }
  }
})

test('only a condition that does not exist takes a requirement out of the count', () => {
  const by = Object.groupBy(requirements, ({ applicability }) => applicability.mode)

  assert.deepEqual([by.always?.length, by.if_exists?.length, by.on_event?.length], [239, 21, 46])
  assert.ok(by.if_exists?.every(({ applicability }) => applicability.condition))
  assert.ok(by.on_event?.every(({ applicability }) => applicability.condition))
  assert.deepEqual(applicableModes({ applicability: { mode: 'always' } }), ['rated'])
  assert.deepEqual(applicableModes({ applicability: { mode: 'if_exists', condition: 'it exists' } }), [
    'rated',
    'not_applicable',
  ])
  assert.deepEqual(applicableModes({ applicability: { mode: 'on_event', condition: 'it happens' } }), [
    'rated',
    'not_yet_exercised',
  ])
})

test('texts are short, in our own words, and promise no compliance', () => {
  for (const { id, statement, question, note } of requirements) {
    assert.ok(statement.length < 400 && statement.endsWith('.'), id)
    assert.ok(/[?.]$/.test(question), id)
    assert.doesNotMatch(`${statement} ${question} ${note ?? ''}`, /\bshall\b|compliant|KPI-\d|DI-\d/i, id)
  }
  assert.equal(new Set(requirements.map(({ statement }) => statement)).size, 306)
})

test('the quick scan asks 77 requirements, risks, their actions and the audit programme among them', () => {
  const quick = requirements.filter(({ quick_scan }) => quick_scan).map(({ id }) => id)

  assert.equal(quick.length, 77)
  assert.ok(['6.1.2-a', '6.1.3-a', '9.2.2-a'].every((id) => quick.includes(id)))
})

test('planning of changes in other standards belongs to the changes of the system, not to its plan', () => {
  const referencesTo = (id: string) => {
    const requirement = requirements.find((one) => one.id === id)
    const clause = clauses.find((one) => requirement && one.id === clauseOf(requirement))
    assert.ok(requirement && clause)
    return referencesOf(requirement, clause)
  }

  assert.equal(referencesTo('8.1-d').iso_9001_2015?.['6.3'], 'Planning of changes')
  assert.deepEqual(referencesTo('8.1-d').fitsm, referencesTo('8.1-a').fitsm)
  assert.equal(referencesTo('6.3-a').iso_9001_2015?.['6.3'], undefined)
  assert.deepEqual(Object.keys(referencesTo('6.3-e').iso_iec_27001_2022 ?? {}), ['A.5.31'])
})

test('clauses and requirements are ordered as in the standard', () => {
  const shuffled = ['10.1.1-a', '8.6.1-b', '9.1', '8.6.1', '8.6.1-a', '8.5.1.3-k', '8.6']
  const ordered = shuffled.map((id) => ({ id })).toSorted(byClauseOrder)

  assert.deepEqual(
    ordered.map(({ id }) => id),
    ['8.5.1.3-k', '8.6', '8.6.1', '8.6.1-a', '8.6.1-b', '9.1', '10.1.1-a'],
  )
  assert.equal(byClauseOrder({ id: '4.1' }, { id: '4.1' }), 0)
})

test('a key nobody knows is refused, and so are a threshold without a bound and an if_exists without a condition', () => {
  const [sample] = requirements
  const condition = { part: 'share of what is counted', threshold: 0.9, unit: 'share' }

  assert.ok(Requirement.safeParse(sample).success)
  assert.ok(!Requirement.safeParse({ ...sample, clause: '4.1' }).success)
  assert.ok(!Requirement.safeParse({ ...sample, applicability: { mode: 'if_exists' } }).success)
  assert.ok(
    !Requirement.safeParse({
      ...sample,
      ticket_check: { possible: 'full', purpose: 'conformity', conditions: [condition] },
    }).success,
  )
  assert.ok(
    !Requirement.safeParse({ ...sample, ticket_check: { possible: 'full', purpose: 'conformity' } }).success,
  )
})

function valid<S extends z.ZodType>(name: string, schema: S): z.infer<S> {
  const reading = readYaml(join(folder, name), schema)
  assert.ok(
    reading.value !== undefined,
    reading.problems.map(({ where, message }) => `${where.file}:${where.line} ${message}`).join('\n'),
  )
  return reading.value
}
