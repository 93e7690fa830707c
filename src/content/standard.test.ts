import assert from 'node:assert/strict'
import { join } from 'node:path'
import { before, test } from 'node:test'
import type { z } from 'zod'
import { readYaml } from './read.ts'
import {
  byClauseOrder,
  type Clause,
  ClauseFile,
  clauseOf,
  type Requirement,
  RequirementFile,
} from './requirement.ts'
import { countDemanded, DocumentFile, type RegisteredDocument, Standard } from './standard.ts'

const folder = join(import.meta.dirname, '../../content/standards/iso20000-1-2018')

let standard: Standard
let clauses: readonly Clause[] = []
let documents: readonly RegisteredDocument[] = []
let files: readonly { name: string; groups: readonly string[]; requirements: readonly Requirement[] }[] = []
let requirements: readonly Requirement[] = []

before(() => {
  standard = valid('standard.yaml', Standard)
  clauses = valid('clauses.yaml', ClauseFile).clauses
  documents = valid('documents.yaml', DocumentFile).documents
  files = standard.groups.map(({ file, clauses: groups }) => {
    const name = `${file}.yaml`
    return { name, groups, requirements: valid(name, RequirementFile).requirements }
  })
  requirements = files.flatMap((file) => file.requirements)
})

test('every file holds the requirements of its own clauses, in the order of the standard', () => {
  for (const { name, groups, requirements: held } of files) {
    const strangers = held.filter(
      ({ id }) => !groups.some((group) => clauseOf({ id }) === group || id.startsWith(`${group}.`)),
    )

    assert.deepEqual(
      strangers.map(({ id }) => id),
      [],
      name,
    )
    assert.deepEqual(
      held.map(({ id }) => id),
      held.toSorted(byClauseOrder).map(({ id }) => id),
      name,
    )
  }
})

test('the clause tree is the one of the standard: 88 numbers and titles', () => {
  assert.deepEqual(
    clauses.map(({ id, title }) => `${id} ${title}`),
    tree,
  )
  assert.equal(tree.length, 88)
  assert.deepEqual(
    clauses.filter(({ title_origin }) => title_origin === 'own').map(({ id }) => id),
    untitled,
  )
})

test('every clause hangs on the one above it, and the numbers of sisters have no gap', () => {
  const ids = new Set(clauses.map(({ id }) => id))
  for (const { id, parent } of clauses) {
    const above = id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : undefined
    const elder = id.replace(/\d+$/, (last) => String(Number(last) - 1))
    assert.equal(parent, above, id)
    assert.ok(parent === undefined || ids.has(parent), id)
    assert.ok(id === '4' || elder.endsWith('0') || ids.has(elder), `${elder} is missing before ${id}`)
  }
})

test('normative clauses hold requirements, groups and informative ones hold none', () => {
  const held = new Set(requirements.map(clauseOf))
  const normative = clauses.filter(({ type }) => type === 'normative').map(({ id }) => id)

  assert.deepEqual([...held].toSorted(), normative.toSorted())
  assert.equal(clauses.find(({ id }) => id === '8.3.1')?.type, 'informative')
})

test('every work package that a clause names exists', () => {
  const known = new Set(standard.work_packages.map(({ id }) => id))
  assert.deepEqual(
    clauses.filter(({ work_package }) => !known.has(work_package)),
    [],
  )
})

test('every demanded document stands in the register under the requirement that demands it', () => {
  const demanding = new Set(
    requirements.filter(({ documented_information }) => documented_information.required).map(({ id }) => id),
  )
  const known = new Set(requirements.map(({ id }) => id))
  const named = new Set(documents.flatMap(({ required_by }) => required_by))

  assert.deepEqual(
    [...named].filter((id) => !demanding.has(id)),
    [],
  )
  assert.deepEqual(
    [...demanding].filter((id) => !named.has(id)),
    ['7.5.1-a', '7.5.4-d'],
    'these two ask for the whole set',
  )
  assert.deepEqual(
    documents.flatMap(({ supports }) => supports).filter((id) => !known.has(id)),
    [],
  )
  assert.deepEqual(
    documents.map(({ id }) => id),
    Array.from({ length: 99 }, (_, index) => `DI-${String(index + 1).padStart(3, '0')}`),
  )
  assert.equal(countDemanded(documents), 50)
})

test('the points to be compared with a licensed copy name requirements and clauses that exist', () => {
  const known = new Set([...requirements, ...clauses].map(({ id }) => id))
  const named = standard.to_be_compared.flatMap((point) => [...point.requirements, ...point.clauses])
  assert.deepEqual(
    named.filter((id) => !known.has(id)),
    [],
  )

  const unsure = requirements.filter(({ confidence }) => confidence === 'medium').map(({ id }) => id)
  assert.deepEqual(
    unsure.filter((id) => !named.includes(id)),
    [],
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

const untitled = [
  '6.1.1',
  '6.1.2',
  '6.1.3',
  '7.5.3.1',
  '7.5.3.2',
  '8.2.3.1',
  '8.2.3.2',
  '9.2.1',
  '9.2.2',
  '10.1.1',
  '10.1.2',
]

const tree = `
4 Context of the organization
4.1 Understanding the organization and its context
4.2 Understanding the needs and expectations of interested parties
4.3 Determining the scope of the service management system
4.4 Service management system
5 Leadership
5.1 Leadership and commitment
5.2 Policy
5.2.1 Establishing the service management policy
5.2.2 Communicating the service management policy
5.3 Organizational roles, responsibilities and authorities
6 Planning
6.1 Actions to address risks and opportunities
6.1.1 Actions to address risks and opportunities (determination)
6.1.2 Risks, impacts, criteria and approach
6.1.3 Planning the actions
6.2 Service management objectives and planning to achieve them
6.2.1 Establish objectives
6.2.2 Plan to achieve objectives
6.3 Plan the service management system
7 Support of the service management system
7.1 Resources
7.2 Competence
7.3 Awareness
7.4 Communication
7.5 Documented information
7.5.1 General
7.5.2 Creating and updating documented information
7.5.3 Control of documented information
7.5.3.1 Availability and protection
7.5.3.2 Control activities
7.5.4 Service management system documented information
7.6 Knowledge
8 Operation of the service management system
8.1 Operational planning and control
8.2 Service portfolio
8.2.1 Service delivery
8.2.2 Plan the services
8.2.3 Control of parties involved in the service lifecycle
8.2.3.1 Accountability, selection and integration
8.2.3.2 Controls on other parties
8.2.4 Service catalogue management
8.2.5 Asset management
8.2.6 Configuration management
8.3 Relationship and agreement
8.3.1 General
8.3.2 Business relationship management
8.3.3 Service level management
8.3.4 Supplier management
8.3.4.1 Management of external suppliers
8.3.4.2 Management of internal suppliers and customers acting as a supplier
8.4 Supply and demand
8.4.1 Budgeting and accounting for services
8.4.2 Demand management
8.4.3 Capacity management
8.5 Service design, build and transition
8.5.1 Change management
8.5.1.1 Change management policy
8.5.1.2 Change management initiation
8.5.1.3 Change management activities
8.5.2 Service design and transition
8.5.2.1 Plan new or changed services
8.5.2.2 Design
8.5.2.3 Build and transition
8.5.3 Release and deployment management
8.6 Resolution and fulfilment
8.6.1 Incident management
8.6.2 Service request management
8.6.3 Problem management
8.7 Service assurance
8.7.1 Service availability management
8.7.2 Service continuity management
8.7.3 Information security management
8.7.3.1 Information security policy
8.7.3.2 Information security controls
8.7.3.3 Information security incidents
9 Performance evaluation
9.1 Monitoring, measurement, analysis and evaluation
9.2 Internal audit
9.2.1 Purpose of internal audits
9.2.2 Audit programme
9.3 Management review
9.4 Service reporting
10 Improvement
10.1 Nonconformity and corrective action
10.1.1 Reacting to nonconformity
10.1.2 Records of nonconformity
10.2 Continual improvement
`
  .trim()
  .split('\n')
