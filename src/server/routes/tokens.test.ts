import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startAsFirst, startSite } from '../try-site.ts'

const site = await startSite()
after(site.close)
const { browser: ada, organization } = await startAsFirst(site)
const at = `/api/organizations/${organization}`

async function made(scopes: readonly string[], expiresAt = '2099-01-01T00:00:00Z') {
  const answer = await ada.post(`${at}/tokens`, { name: 'a program', scopes, expiresAt })
  assert.equal(answer.statusCode, 201, answer.body)
  return JSON.parse(answer.body) as { id: string; token: string; beginsWith: string }
}

function by(token: string, url: string) {
  return site.app.inject({ url, headers: { authorization: `Bearer ${token}` } })
}

test('a token does what its scopes name, in its own organization, and nothing else', async () => {
  const { token } = await made(['read people', 'see own tasks'])
  const other = JSON.parse((await ada.post('/api/organizations', { name: 'Other' })).body).id

  const statuses = await Promise.all(
    [`${at}/members`, at, `${at}/trail`, `/api/organizations/${other}`, '/api/organizations'].map(
      async (url) => (await by(token, url)).statusCode,
    ),
  )

  assert.deepEqual(statuses, [200, 200, 403, 404, 403])
})

test('a program that may make documents and not read audits is refused what management signs', async () => {
  const { token } = await made(['make documents', 'read evidence', 'read registers'])
  const ask = async (path: string, kind: string) => {
    const headers = { authorization: `Bearer ${token}` }
    const url = `${at}/${path}`
    const { statusCode } = await site.app.inject({ method: 'POST', url, headers, payload: { kind } })
    return statusCode
  }

  assert.equal(await ask('documents', 'scope statement'), 403)
  assert.equal(await ask('documented', 'scope statement'), 403)
  assert.equal(await ask('documents', 'forms'), 201)
})

test('a token is told once and kept as a hash', async () => {
  const { token, beginsWith } = await made(['see own tasks'])
  const { body } = await ada.get(`${at}/tokens`)
  const rows = await site.world.records.db.selectFrom('api_token').selectAll().execute()

  assert.ok(token.startsWith(beginsWith))
  assert.doesNotMatch(body, new RegExp(token.slice(40)))
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(token.slice(40)))
})

test('a token that is revoked, has ended, or was never made opens nothing', async () => {
  const revoked = await made(['see own tasks'])
  const ended = await made(['see own tasks'])
  await ada.ask({ method: 'DELETE', url: `${at}/tokens/${revoked.id}` })
  await site.world.records.db
    .updateTable('api_token')
    .set({ expires_at: new Date('2026-01-01') })
    .where('id', '=', ended.id)
    .execute()
  const invented = ended.token.replace(/.{8}$/, 'AAAAAAAA')

  const statuses = await Promise.all(
    [revoked.token, ended.token, invented, 'cw_x'].map(async (token) => (await by(token, at)).statusCode),
  )

  assert.deepEqual(statuses, [401, 401, 401, 401])
})

test('no token is made with more than its maker has, with an end in the past, or to make others', async () => {
  const ask = (scopes: readonly string[], expiresAt: string) =>
    ada.post(`${at}/tokens`, { name: 'too much', scopes, expiresAt })

  const answers = await Promise.all([
    ask(['manage tokens'], '2099-01-01T00:00:00Z'),
    ask(['manage people'], '2099-01-01T00:00:00Z'),
    ask(['fly'], '2099-01-01T00:00:00Z'),
    ask(['see own tasks'], '2001-01-01T00:00:00Z'),
  ])

  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [422, 422, 422, 422],
  )
})

test('a token loses what its maker loses', async () => {
  const { token } = await made(['read the audit trail', 'see own tasks'])
  const set = (role: string, expires: Date | null) =>
    site.world.records.db
      .updateTable('membership')
      .set({ role, expires_at: expires })
      .where('organization_id', '=', organization)
      .execute()

  await set('read-only', null)
  const less = [await by(token, `${at}/trail`), await by(token, at)]
  await set('owner', new Date('2026-01-01'))
  const none = await by(token, at)
  await set('owner', null)

  assert.deepEqual(
    [...less, none].map(({ statusCode }) => statusCode),
    [403, 200, 401],
  )
})

test('what a token did stands in the trail under its name', async () => {
  const { token } = await made(['manage settings', 'see own tasks'])
  const { headers } = await by(token, at)
  const changed = await site.app.inject({
    method: 'PATCH',
    url: at,
    payload: { name: 'Renamed by a program' },
    headers: { authorization: `Bearer ${token}`, 'if-match': String(headers.etag) },
  })

  const { items } = JSON.parse((await ada.get(`${at}/trail?kind=organization`)).body)

  assert.equal(changed.statusCode, 200, changed.body)
  assert.deepEqual([items[0].actor.kind, items[0].actor.name], ['token', 'a program'])
})
