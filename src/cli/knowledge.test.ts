import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { content } from './folders.ts'
import { knowledge } from './knowledge.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausewise-own-'))
const reference = readFileSync(join(content, 'processes/complaint.yaml'), 'utf8')
let workspace: string

/** Lays a model into the workspace as the organization's own. */
function agree(name: string, text: string): void {
  writeFileSync(join(workspace, 'processes', name), text)
}

beforeEach(() => {
  workspace = mkdtempSync(join(folder, 'workspace-'))
  mkdirSync(join(workspace, 'processes'))
})

after(() => rmSync(folder, { recursive: true, force: true }))

test('an own model with a state that nothing leads to is refused with file, line and what to do', () => {
  agree(
    'complaint.yaml',
    reference.replace(
      '\nstates:\n',
      '\nstates:\n  - { id: lost, meaning: nowhere, clock: none, synonyms: [] }\n',
    ),
  )

  assert.throws(
    () => knowledge(workspace),
    /processes\/complaint\.yaml:11: states\.0: lost cannot be reached\. Add a transition/,
  )
})

test('an own model in which one word stands for two states is refused', () => {
  agree('complaint.yaml', reference.replace('synonyms: [accepted]', 'synonyms: [accepted, resolved]'))

  assert.throws(
    () => knowledge(workspace),
    /processes\/complaint\.yaml:\d+: .*"resolved" stands for two states/,
  )
})

test('two own models of one process are refused, both files named', () => {
  agree('complaint.yaml', reference)
  agree('complaints-new.yaml', reference)

  assert.throws(
    () => knowledge(workspace),
    /complaints-new\.yaml: the process complaint is already agreed in .*complaint\.yaml\. Keep one/,
  )
})

test('an own model of a process that the pack has not is refused with its file and the processes there are', () => {
  agree('gripe.yaml', reference.replace('id: complaint\n', 'id: gripe\n'))

  assert.throws(() => knowledge(workspace), /gripe\.yaml: there is no process gripe\..*complaint/)
})

test('a sound own model stands in for the reference', () => {
  agree('complaint.yaml', reference.replace('title: Service complaint', 'title: Our complaints'))

  const { models } = knowledge(workspace)

  assert.equal(models.find(({ id }) => id === 'complaint')?.title, 'Our complaints')
  assert.equal(models.length, 39)
})
