import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { demandPostgres, runAs } from './binaries.ts'

const skip = process.getuid?.() === 0 ? false : 'needs root, who may not run PostgreSQL himself'
const base = mkdtempSync(join(tmpdir(), 'clausewise-binaries-'))
after(() => rmSync(base, { recursive: true, force: true }))

test('whoever is not root runs PostgreSQL as himself', { skip: skip ? false : 'this is root' }, () => {
  assert.deepEqual(runAs(demandPostgres(), base), { before: [] })
})

test('a program in a private home of root runs PostgreSQL as nobody, and needs no change of its files', {
  skip,
}, () => {
  const home = join(base, 'private')
  mkdirSync(home, { mode: 0o700 })
  cpSync(join(demandPostgres(), 'native'), join(home, 'native'), { recursive: true, verbatimSymlinks: true })

  const { before, uid } = runAs(home, base)
  const [command = '', ...args] = [...before, join(home, 'native/bin/postgres'), '--version']
  const said = spawnSync(command, args, { encoding: 'utf8' })

  assert.deepEqual([before[0], uid], ['unshare', undefined])
  assert.match(said.stdout, /PostgreSQL/)
})

test('where neither an account nor a namespace can do it, the refusal says which folder and what to do', {
  skip,
}, () => {
  const folder = join(base, 'closed')
  mkdirSync(folder, { mode: 0o700 })
  const path = process.env.PATH
  process.env.PATH = ''
  try {
    assert.throws(() => runAs(demandPostgres(), folder), {
      code: 'not-allowed',
      message: /no unprivileged account can reach .*closed.*CLAUSEWISE_DATA=.*or start as an ordinary user/,
    })
  } finally {
    process.env.PATH = path
  }
})
