import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { room } from '#access/room-store.ts'
import { startAsFirst, startSite } from './try-site.ts'

const site = await startSite()
after(site.close)
const { db } = site.world.records
const { browser: ada, organization } = await startAsFirst(site)
const at = `/api/organizations/${organization}`
const person = JSON.parse((await ada.get('/api/session')).body).person.id as string

test('one open invitation more than there is room for is refused, and room is made by taking one back', async () => {
  await sql`
    insert into invitation (organization_id, email, role, token_sha256, invited_by_name, expires_at)
    select ${organization}, 'p' || n || '@example.org', 'read-only', 'hash ' || n, 'Ada', now() + interval '1 day'
    from generate_series(1, ${room.openInvitations}::int) n`.execute(db)
  const invite = () => ada.post(`${at}/invitations`, { email: 'late@example.org', role: 'read-only' })

  const refused = await invite()
  await sql`update invitation set revoked_at = now() where email = 'p1@example.org'`.execute(db)
  const taken = await invite()

  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /There is room for 500 open invitations/)
  assert.equal(taken.statusCode, 201, taken.body)
})

test('one token more than there is room for is refused', async () => {
  await sql`
    insert into api_token (organization_id, name, token_sha256, begins_with, created_by, created_by_name, scopes, expires_at)
    select ${organization}, 'n', 'hash ' || n, 'cw', ${person}, 'Ada', '{}', now() + interval '1 day'
    from generate_series(1, ${room.tokens}::int) n`.execute(db)

  const refused = await ada.post(`${at}/tokens`, {
    name: 'one more',
    scopes: ['see own tasks'],
    expiresAt: '2099-01-01T00:00:00Z',
  })

  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /There is room for 100 tokens/)
})

test('one member more than there is room for is refused when he accepts', async () => {
  const email = 'eve@example.org'
  await sql`delete from invitation`.execute(db)
  await ada.post(`${at}/invitations`, { email, role: 'read-only' })
  const { body } = await db
    .selectFrom('mail')
    .select('body')
    .where('recipient', '=', email)
    .executeTakeFirstOrThrow()
  const code = /code=(inv_[\w-]+)/.exec(body)?.[1]
  await sql`
    insert into membership (organization_id, person_id, role)
    select ${organization}, 'p' || n, 'read-only' from generate_series(1, ${room.members}::int) n`.execute(db)

  const refused = await site
    .browser()
    .post('/api/invitations/acceptance', { code, name: 'Eve', password: 'nine yellow lamps' })

  assert.equal(refused.statusCode, 409, refused.body)
  assert.match(refused.body, /There is room for 2000 members/)
})

test('one record more than a register has numbers for is refused', async () => {
  const add = () => ada.post(`${at}/registers/risks/records`, { data: { title: 'a risk', kind: 'risk' } })
  const count = (last: number) =>
    sql`update record_counter set last = ${last} where register = 'risks'`.execute(db)
  await add()
  await count(room.records - 1)

  const last = await add()
  const refused = await add()

  assert.equal(last.statusCode, 201, last.body)
  assert.equal(JSON.parse(last.body).number.split('-').at(-1), String(room.records))
  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /There is room for 50000 records in one register/)
})

test('one organization more than a person may own is refused', async () => {
  for (let left = room.organizations - 1; left > 0; left -= 1)
    assert.equal((await ada.post('/api/organizations', { name: `Number ${left}` })).statusCode, 201)

  const refused = await ada.post('/api/organizations', { name: 'One too many' })

  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /There is room for 50 organizations/)
})
