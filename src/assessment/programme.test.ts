import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import { judgeGates } from './gates.ts'
import { parseProgramme, programmeTemplate } from './programme.ts'

const file = 'programme.yaml'

test('the template can be read as it stands and makes no gate green', () => {
  const { programme, problems } = parseProgramme(parse(programmeTemplate()), file)

  assert.deepEqual(problems, [])
  const facts = {
    items: [],
    evidenceShare: undefined,
    dataSince: undefined,
    requiredDocuments: 50,
    on: '2026-06-30',
    stage: 'stage 2' as const,
  }
  const gates = judgeGates({ ...facts, programme: programme ?? {} })
  assert.deepEqual(new Set(gates.map(({ colour }) => colour)), new Set(['grey']))
})

test('the template offers every field that the programme knows', () => {
  const template = parse(programmeTemplate())
  const unknown = parseProgramme({ ...template, unheard: 1 }, file)

  assert.match(unknown.problems[0]?.message ?? '', /unheard/)
  assert.deepEqual(Object.keys(template.internal_audit), [
    'done',
    'done_on',
    'full_scope',
    'impartial',
    'reported_on',
    'major',
    'minor',
    'actions_planned',
    'majors_verified',
    'requirements',
  ])
})

test('an empty file is a programme without facts', () => {
  assert.deepEqual(parseProgramme(null, file), { programme: {}, problems: [] })
})

test('a day that no calendar has is a problem that names its field', () => {
  const { programme, problems } = parseProgramme({ scope: { approved_on: '2026-02-30' } }, file)

  assert.equal(programme, undefined)
  assert.equal(problems.length, 1)
  assert.deepEqual(problems[0]?.where, { file, column: 'scope.approved_on' })
})
