import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Refusal } from '#base/refusal.ts'
import { type Questions, readQuestions } from '#content/pack.ts'
import { emptyDuck } from '#db/engines.ts'
import { prepareFacts, tryCases } from '#evidence/try-cases.ts'
import { newTriple } from '../scripts/new.ts'

let content: string
let questions: Questions

before(() => {
  content = mkdtempSync(join(tmpdir(), 'clausewise-new-'))
  for (const part of ['tables.yaml', 'facts'])
    cpSync(join(import.meta.dirname, '../content', part), join(content, part), { recursive: true })
  newTriple(content, ['check', 'service-request.told-by-name'])
  newTriple(content, ['measure', 'incident.told-by-name'])
  questions = readQuestions(content)
})

after(() => rmSync(content, { recursive: true, force: true }))

test('a new check and a new measure are valid as they stand', () => {
  assert.deepEqual(questions.problems, [])
  assert.deepEqual(
    [...questions.checks, ...questions.measures].map(({ id }) => id),
    ['service-request.told-by-name', 'incident.told-by-name'],
  )
})

test('their cases run, and fail until somebody writes them', async () => {
  const engine = await emptyDuck()
  await prepareFacts(engine, questions.facts)
  for (const { id, sql, cases, about } of [...questions.checks, ...questions.measures]) {
    const differences = await tryCases(engine, { id, sql, cases, parameters: about.parameters })

    assert.equal(differences.length, Object.keys(cases.cases).length)
    assert.ok(differences.every(({ got }) => !got.startsWith('error')))
  }
  await engine.close()
})

test('a name that is taken, or was retired, is refused', () => {
  mkdirSync(join(content, 'retired/checks'), { recursive: true })
  writeFileSync(join(content, 'retired/checks/incident.gone.yaml'), '')

  assert.throws(() => newTriple(content, ['check', 'service-request.told-by-name']), /is taken/)
  assert.throws(() => newTriple(content, ['check', 'incident.gone']), /is taken/)
})

test('what is no name, or neither check nor measure, is refused with an example', () => {
  for (const words of [
    [],
    ['fact', 'incident.told'],
    ['check'],
    ['check', 'told'],
    ['check', '../told.by'],
    ['check', 'Incident.told'],
    ['check', 'incident.told', 'twice'],
  ])
    assert.throws(() => newTriple(content, words), Refusal, words.join(' '))
})
