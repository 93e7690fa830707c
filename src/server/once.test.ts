import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startServer } from './try-server.ts'

let now = new Date('2026-03-01T09:00:00Z')
const server = await startServer(() => now)
after(server.close)

const start = (person: string, name: string, key: string) =>
  server.as(person, {
    method: 'POST',
    url: '/api/organizations',
    payload: { name },
    headers: { 'idempotency-key': key },
  })

const count = async (name: string) =>
  (
    await server.world.records.pool.query('select count(*)::int as n from organization where name = $1', [
      name,
    ])
  ).rows[0].n

test('the same request again gets the same answer and changes nothing more', async () => {
  const first = await start('ada', 'Once', 'k-1')
  const again = await start('ada', 'Once', 'k-1')

  assert.deepEqual([first.statusCode, again.statusCode], [201, 201])
  assert.equal(again.body, first.body)
  assert.equal(again.headers['idempotency-replayed'], 'true')
  assert.equal(again.headers.etag, first.headers.etag)
  assert.equal(await count('Once'), 1)
})

test('of ten at the same moment one is carried out, and all get its answer', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => start('ada', 'At once', 'k-2')))

  assert.deepEqual(new Set(all.map(({ statusCode }) => statusCode)), new Set([201]))
  assert.equal(new Set(all.map(({ body }) => body)).size, 1)
  assert.equal(await count('At once'), 1)
})

test('another request under the same key is refused; the key of another person is another', async () => {
  await start('ada', 'Mine', 'k-3')

  assert.equal((await start('ada', 'Changed', 'k-3')).statusCode, 422)
  assert.equal((await start('ben', 'Changed', 'k-3')).statusCode, 201)
})

test('a refused request leaves its key free', async () => {
  assert.equal((await start('ada', '', 'k-4')).statusCode, 422)
  assert.equal((await start('ada', 'Now right', 'k-4')).statusCode, 201)
})

test('a day later the key is forgotten', async () => {
  await start('ada', 'Twice', 'k-5')
  now = new Date(now.getTime() + 25 * 3_600_000)

  assert.equal((await start('ada', 'Twice', 'k-5')).headers['idempotency-replayed'], undefined)
  assert.equal(await count('Twice'), 2)
})

test('a key that is none is refused', async () => {
  assert.equal((await start('ada', 'Bad key', 'with space')).statusCode, 400)
  assert.equal((await start('ada', 'Bad key', 'x'.repeat(256))).statusCode, 400)
  assert.equal(await count('Bad key'), 0)
})

test('a server that died before it changed anything leaves the request to be done', async () => {
  const { pool } = server.world.records
  await start('ada', 'Given up', 'k-6')
  await pool.query("update kept_answer set state = 'running', answer = null where key = 'k-6'")
  now = new Date(now.getTime() + 61_000)

  assert.equal((await start('ada', 'Given up', 'k-6')).statusCode, 201)
  assert.equal(await count('Given up'), 2)
})

test('a server that died between its change and its answer: it is said that the request was carried out', async () => {
  const { pool } = server.world.records
  await start('ada', 'Kept', 'k-7')
  await pool.query("update kept_answer set state = 'changed', answer = null where key = 'k-7'")
  now = new Date(now.getTime() + 61_000)

  const again = await start('ada', 'Kept', 'k-7')

  assert.equal(again.statusCode, 409)
  assert.match(JSON.parse(again.body).detail, /was carried out before/)
  assert.equal(await count('Kept'), 1)
})

test('the note that a change was made is kept with the change, or neither is', async () => {
  const { pool } = server.world.records
  await pool.query(`create function break_it() returns trigger language plpgsql as
    $$ begin raise exception 'broken'; end $$`)
  await pool.query(
    'create constraint trigger broken after insert on organization deferrable initially deferred for each row execute function break_it()',
  )

  const broken = await start('ada', 'Never', 'k-8')

  assert.equal(broken.statusCode, 500)
  assert.deepEqual((await pool.query("select 1 from kept_answer where key = 'k-8'")).rows, [])
  await pool.query('drop trigger broken on organization')
  assert.equal((await start('ada', 'Never', 'k-8')).statusCode, 201)
})

test('an answer that shows a secret is not kept', async () => {
  const made = await server.as('ada', {
    method: 'POST',
    url: '/api/organizations',
    payload: { name: 'Secrets' },
  })
  const url = `/api/organizations/${JSON.parse(made.body).id}/webhooks`
  const add = () =>
    server.as('ada', {
      method: 'POST',
      url,
      payload: { url: 'https://example.org/' },
      headers: { 'idempotency-key': 'k-9' },
    })

  assert.equal((await add()).statusCode, 201)
  assert.equal((await add()).statusCode, 409)
  const { rows } = await server.world.records.pool.query("select answer from kept_answer where key = 'k-9'")
  assert.deepEqual(rows, [{ answer: null }])
})
