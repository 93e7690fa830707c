import assert from 'node:assert/strict'
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { readText, readYaml } from '#content/read.ts'
import { Lock, lockOf, lockPath, renewLock, vanishedFrom } from '../scripts/lock.ts'

const content = join(import.meta.dirname, '../content')
let folder: string
let copy: string

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'clausewise-lock-'))
})

beforeEach(() => {
  copy = mkdtempSync(join(folder, 'pack-'))
  for (const kind of ['pack.yaml', 'facts', 'checks/asset', 'measures/demand'])
    cpSync(join(content, kind), join(copy, kind), { recursive: true })
})

after(() => rmSync(folder, { recursive: true, force: true }))

test('the lock is up to date', () => {
  const { value, problems } = readYaml(lockPath(content), Lock)

  assert.deepEqual(problems, [])
  assert.deepEqual(value, lockOf(content), 'Run: npm run content')
})

test('what the lock names and the pack lost lies in content/retired', () => {
  const { value } = readYaml(lockPath(content), Lock)

  assert.ok(value)
  assert.deepEqual(vanishedFrom(value, content), [])
})

test('a changed select changes its digest and no other', () => {
  const before = lockOf(copy)
  writeFileSync(join(copy, 'checks/asset/in-support.sql'), 'select 1')
  const now = lockOf(copy)

  assert.notEqual(now.checks['asset.in-support'], before.checks['asset.in-support'])
  assert.equal(now.checks['asset.replacement-planned'], before.checks['asset.replacement-planned'])
  assert.deepEqual(now.facts, before.facts)
})

test('a digest does not depend on how lines end', () => {
  const before = lockOf(copy)
  const path = join(copy, 'checks/asset/in-support.sql')
  writeFileSync(path, readText(path).replaceAll('\n', '\r\n'))

  assert.deepEqual(lockOf(copy), before)
})

test('a check that vanishes keeps the lock from being written, until it is retired', () => {
  const renewed = renewLock(copy)
  mkdirSync(join(copy, 'retired/checks'), { recursive: true })
  const yaml = join(copy, 'checks/asset/in-support.yaml')
  rmSync(join(copy, 'checks/asset/in-support.sql'))
  const lost = renewLock(copy)
  renameSync(yaml, join(copy, 'retired/checks/asset.in-support.yaml'))
  const retired = renewLock(copy)

  assert.deepEqual([renewed.isWritten, lost.isWritten, retired.isWritten], [true, false, true])
  assert.match(lost.said, /checks\/asset\.in-support vanished/)
  assert.ok(existsSync(lockPath(copy)))
  assert.equal(readYaml(lockPath(copy), Lock).value?.checks['asset.in-support'], undefined)
})
