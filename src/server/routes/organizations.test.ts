import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { appendAll, verifyTrail } from '#access/trail-store.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

async function start(person: string, name: string): Promise<string> {
  const { statusCode, body } = await server.as(person, {
    method: 'POST',
    url: '/api/organizations',
    payload: { name },
  })
  assert.equal(statusCode, 201, body)
  return JSON.parse(body).id
}

test('an organization is seen by its owner and by nobody else', async () => {
  const id = await start('ada', 'Maison Clément')
  await start('ben', 'Other')

  const own = await server.as('ada', { url: '/api/organizations' })
  const foreign = await server.as('ben', { url: `/api/organizations/${id}` })

  assert.deepEqual(
    JSON.parse(own.body).items.map(({ name, role }: { name: string; role: string }) => [name, role]),
    [['Maison Clément', 'owner']],
  )
  assert.equal(foreign.statusCode, 404)
  assert.match(foreign.headers['content-type'] as string, /problem\+json/)
})

test('whoever is not signed in is told so', async () => {
  const { statusCode, body } = await server.app.inject({ url: '/api/organizations' })

  assert.equal(statusCode, 401)
  assert.equal(JSON.parse(body).title, 'Sign in first')
})

test('a change names the version it is based on, and a lost update is refused', async () => {
  const id = await start('cleo', 'Before')
  const url = `/api/organizations/${id}`
  const change = (tag: string | undefined, name: string) =>
    server.as('cleo', {
      method: 'PATCH',
      url,
      payload: { name },
      headers: tag === undefined ? {} : { 'if-match': tag },
    })
  const { headers } = await server.as('cleo', { url })

  const blind = await change(undefined, 'Blind')
  const first = await change(headers.etag as string, 'After')
  const late = await change(headers.etag as string, 'Late')

  assert.deepEqual([blind.statusCode, first.statusCode, late.statusCode], [428, 200, 409])
  assert.equal(JSON.parse((await server.as('cleo', { url })).body).name, 'After')
})

test('every change is in the trail, and the trail holds', async () => {
  const id = await start('dora', 'Kept')
  const { headers } = await server.as('dora', { url: `/api/organizations/${id}` })
  await server.as('dora', {
    method: 'PATCH',
    url: `/api/organizations/${id}`,
    payload: { settings: { currency: 'EUR' } },
    headers: { 'if-match': headers.etag as string },
  })

  assert.deepEqual(await verifyTrail(server.world.records, id), { entries: 2, breaks: [] })
})

test('what is written while the trail is followed is no break', async () => {
  const id = await start('cleo', 'Busy')
  const actor = { kind: 'person', id: 'cleo', name: 'Cleo', organization: id, role: 'owner' } as const
  const write = (count: number) =>
    server.world.records.within(actor, (tx) =>
      appendAll(
        tx,
        actor,
        Array.from({ length: count }, (_, n) => ({ action: 'change', kind: 'record', id: `r${n}` })),
      ),
    )
  await write(1500)
  let isWriting = true
  const writing = (async () => {
    for (let n = 0; n < 60; n += 1) await write(7)
    isWriting = false
  })()
  const found: string[] = []
  while (isWriting) found.push(...(await verifyTrail(server.world.records, id)).breaks)
  await writing

  assert.deepEqual(found, [])
  assert.deepEqual(await verifyTrail(server.world.records, id), { entries: 1921, breaks: [] })
})

test('an altered entry is found even when its writer had all rights', async () => {
  const id = await start('emil', 'Altered')
  const { pool } = server.world.records
  await pool.query('alter table audit_entry disable trigger audit_entry_stays')
  await pool.query(`update audit_entry set after = '{"name":"Other"}' where organization_id = $1`, [id])
  await pool.query('alter table audit_entry enable trigger audit_entry_stays')

  const { breaks } = await verifyTrail(server.world.records, id)

  assert.deepEqual(breaks, ['entry 1: was altered'])
})

test('the trail refuses to be changed', async () => {
  const { pool } = server.world.records

  await assert.rejects(pool.query('update audit_entry set action = $1', ['x']), /only ever added to/)
  await assert.rejects(pool.query('truncate audit_entry'), /only ever added to/)
})

test('a query that forgets the organization still sees only its own rows', async () => {
  const id = await start('fay', 'Apart')

  const seen = await server.world.records.within({ organization: id }, (tx) =>
    tx.selectFrom('audit_entry').select('organization_id').execute(),
  )

  assert.deepEqual(new Set(seen.map((row) => row.organization_id)), new Set([id]))
})

test('the contract is published as OpenAPI 3.1', async () => {
  const { body } = await server.app.inject({ url: '/api/openapi.json' })
  const { openapi, paths } = JSON.parse(body)

  assert.equal(openapi, '3.1.0')
  assert.deepEqual(Object.keys(paths['/api/organizations']).sort(), ['get', 'post'])
})
