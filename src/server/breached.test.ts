import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openBreached } from './breached.ts'
import { startAsFirst, startSite } from './try-site.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausewise-breached-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const stolen = Array.from({ length: 1000 }, (_, n) => `stolen words number ${n}`)

function fileOf(name: string, passwords: readonly string[], end: string): string {
  const lines = passwords.map((one, n) => {
    const hash = createHash('sha1').update(one).digest('hex').toUpperCase()
    return `${hash}:${10 ** (n % 9)}`
  })
  const path = join(folder, name)
  writeFileSync(path, lines.sort().join(end) + (end === '\n' ? '' : end))
  return path
}

test('every stolen password in the file is found, wherever its line stands, and no other', async () => {
  for (const [name, end] of [
    ['unix', '\n'],
    ['windows', '\r\n'],
  ] as const) {
    const isBreached = openBreached(fileOf(name, stolen, end))
    const found = await Promise.all(stolen.map((one) => isBreached(one)))
    const others = await Promise.all(stolen.map((one) => isBreached(`${one}!`)))

    assert.deepEqual([found.filter(Boolean).length, others.filter(Boolean).length], [1000, 0], name)
  }
  assert.equal(await openBreached(fileOf('one', stolen.slice(0, 1), '\n'))(stolen[0] ?? ''), true)
  assert.equal(await openBreached(fileOf('none', [], '\n'))('any'), false)
})

test('a file that is not there is refused when the server starts', () => {
  assert.throws(() => openBreached(join(folder, 'nowhere')), /no file of stolen passwords/)
})

test('a stolen password is taken neither at the start, nor by invitation, nor as a new one', async () => {
  const isBreached = openBreached(fileOf('used', [...stolen, 'nine purple teapots'], '\n'))
  const site = await startSite({ isBreached })
  after(site.close)
  const begun = await startAsFirst(site, { password: 'nine purple teapots' })
  const { browser: ada, organization } = await startAsFirst(site)
  const email = 'ben@example.org'
  await ada.post(`/api/organizations/${organization}/invitations`, { email, role: 'read-only' })
  const { body } = await site.world.records.db
    .selectFrom('mail')
    .select('body')
    .where('recipient', '=', email)
    .executeTakeFirstOrThrow()
  const code = /code=(inv_[\w-]+)/.exec(body)?.[1]

  const given = { code, name: 'Ben', password: 'nine purple teapots' }
  const joined = await site.browser().post('/api/invitations/acceptance', given)
  const changed = await ada.post('/api/auth/change-password', {
    currentPassword: 'seven blue herons',
    newPassword: 'nine purple teapots',
  })

  assert.deepEqual([begun.answer.statusCode, joined.statusCode, changed.statusCode], [422, 422, 400])
  for (const { body: said } of [begun.answer, joined, changed]) assert.match(said, /stolen somewhere else/)
})
