import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Refusal } from '#base/refusal.ts'
import { readKnowledge } from './knowledge.ts'

let pack: string

before(() => {
  pack = mkdtempSync(join(tmpdir(), 'clausewise-knowledge-'))
  for (const name of ['tables.yaml', 'recognition.yaml', 'processes'])
    cpSync(join('content', name), join(pack, name), { recursive: true })
})

after(() => rmSync(pack, { recursive: true, force: true }))

test('a pack with a flawed process model is refused with file, line and what to do', () => {
  assert.equal(readKnowledge(pack).models.length, 39)
  const path = join(pack, 'processes/complaint.yaml')
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace('from: answered, to: closed', 'from: answered, to: shut'),
  )

  assert.throws(
    () => readKnowledge(pack),
    (error) =>
      error instanceof Refusal &&
      /complaint\.yaml:\d+: .*shut is not a state of the model\. Name one that is/.test(error.message),
  )
})
