import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { reportInput } from '../../test/worlds/report-input.ts'
import { uuidOf } from './oscal/model.ts'
import { makeOscal, type OscalInput, printOscal } from './oscal.ts'

const schemas = new URL('../../../shared/schemas/oscal/', import.meta.url)
const needsSchemas = {
  skip: existsSync(schemas) ? false : 'needs ../shared/schemas/oscal (the OSCAL 1.2.1 schemas of NIST)',
}

function input(): OscalInput {
  const { organization, version, catalogue, collected, assessment } = reportInput()
  const [first] = assessment.gaps
  assert.ok(first)
  const remedies = [
    {
      requirement: first.requirement,
      activity: 'Approve first',
      role: 'Change manager',
      start: '2026-08-03',
      finish: '2026-08-21',
    },
  ]
  return { organization, madeOn: '2026-07-06', version, catalogue, collected, assessment, remedies }
}

const documents = makeOscal(input())

type Check = ((document: unknown) => boolean) & { errors?: readonly unknown[] | null }
type Ajv = { compile: (schema: object) => Check }

/** What a document says against its schema; empty when it is valid. */
function faults(schema: string, document: unknown): readonly unknown[] {
  const load = createRequire(import.meta.url)
  const { default: Ajv } = load('ajv') as { default: new (options: object) => Ajv } // comes with the server
  const { default: addFormats } = load('ajv-formats') as { default: (ajv: object) => void } // likewise
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  const text = readFileSync(new URL(`oscal_${schema}_schema.json`, schemas), 'utf8')
  const check = ajv.compile(JSON.parse(text) as object)
  return check(document) ? [] : (check.errors ?? []).slice(0, 10)
}

test('the catalog is valid OSCAL', needsSchemas, () => {
  assert.deepEqual(faults('catalog', documents['catalog.json']), [])
})

test('the assessment results are valid OSCAL', needsSchemas, () => {
  assert.deepEqual(faults('assessment-results', documents['assessment-results.json']), [])
})

test('the plan of action and milestones is valid OSCAL, with gaps and without', needsSchemas, () => {
  const { assessment, ...other } = input()
  const clean = makeOscal({ ...other, assessment: { ...assessment, gaps: [] } })

  assert.deepEqual(faults('poam', documents['plan-of-action-and-milestones.json']), [])
  assert.deepEqual(faults('poam', clean['plan-of-action-and-milestones.json']), [])
})

test('a document that is not OSCAL is found out', needsSchemas, () => {
  const { metadata: _, ...rest } = documents['catalog.json'].catalog

  assert.notDeepEqual(faults('catalog', { catalog: rest }), [])
})

test('every requirement is a control once, and no text of the standard stands there but ours', () => {
  const controls = documents['catalog.json'].catalog.groups.flatMap(({ groups }) =>
    groups.flatMap((one) => one.controls),
  )
  const { catalogue } = input()

  assert.deepEqual(
    controls.map(({ id }) => id).toSorted(),
    catalogue.requirements.map(({ id }) => `r-${id}`).toSorted(),
  )
})

test('every check with cases is an observation with its figures, and every rating a finding', () => {
  const [result] = documents['assessment-results.json']['assessment-results'].results
  const { collected, assessment } = input()
  const withCases = collected.results.filter(({ population }) => population > 0)
  const rated = assessment.items.filter(
    ({ proposed, counted }) => (counted === 'not_assessed' ? proposed.rating : counted) !== 'not_assessed',
  )

  assert.equal(result?.observations.length, withCases.length)
  assert.equal(result?.findings.length, rated.length)
  const figures = (result?.observations ?? []).map(({ props }) =>
    ['population', 'met'].map((name) => props.find((one) => one.name === name)?.value),
  )
  assert.deepEqual(
    figures,
    withCases.map(({ population, met }) => [String(population), String(met)]),
  )
})

test('a gap with a task of the roadmap has its days, one without has none', () => {
  const { risks = [] } = documents['plan-of-action-and-milestones.json']['plan-of-action-and-milestones']
  const [first, second] = risks

  assert.equal(first?.deadline, '2026-08-21T00:00:00Z')
  assert.equal(first?.remediations[0]?.lifecycle, 'planned')
  assert.equal(second?.deadline, undefined)
  assert.equal(second?.remediations[0]?.lifecycle, 'recommendation')
})

test('everything that a plan refers to stands in it', () => {
  const plan = documents['plan-of-action-and-milestones.json']['plan-of-action-and-milestones']
  const known = new Set(
    [...(plan.observations ?? []), ...(plan.findings ?? []), ...(plan.risks ?? [])].map(({ uuid }) => uuid),
  )
  const named = [...JSON.stringify(plan).matchAll(/"(?:finding|risk|observation)-uuid":"([^"]+)"/g)].map(
    ([, uuid]) => uuid,
  )

  assert.ok(named.length > 0)
  assert.deepEqual(
    named.filter((uuid) => uuid === undefined || !known.has(uuid)),
    [],
  )
})

test('nobody who made a statement is named, and no ticket', () => {
  const text = JSON.stringify(documents)
  const tickets = input().assessment.gaps.flatMap(({ tickets: some }) => some.map(({ subject }) => subject))

  assert.equal(text.includes('Somebody Secret'), false)
  assert.ok(tickets.length > 0)
  assert.deepEqual(
    tickets.filter((ticket) => text.includes(`"${ticket}"`)),
    [],
  )
})

test('identifiers are UUIDs of version 5, the same for the same and different for different organizations', () => {
  assert.match(uuidOf('a'), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(uuidOf('risk', 'A', '9.3-a'), uuidOf('risk', 'A', '9.3-a'))
  assert.notEqual(uuidOf('risk', 'A', '9.3-a'), uuidOf('risk', 'B', '9.3-a'))
})

test('two runs over equal input give equal bytes', () => {
  assert.equal(Buffer.compare(Buffer.from(printOscal(input())), Buffer.from(printOscal(input()))), 0)
})
