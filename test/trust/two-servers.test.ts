import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { readTrail, verifyTrail } from '#access/trail-store.ts'
import { openRecords } from '#db/records.ts'
import { buildApp } from '#server/app.ts'
import { personNamed, startServer } from '#server/try-server.ts'

let now = new Date('2026-03-01T09:00:00Z')
const first = await startServer(() => now)
const { rows } = await first.world.records.pool.query(
  "select current_database() as name, current_setting('unix_socket_directories') as socket",
)
const url = process.env.DATABASE_URL
  ? Object.assign(new URL(process.env.DATABASE_URL), { pathname: `/${rows[0].name}` }).href
  : `postgres://clausewise@localhost/${rows[0].name}?host=${encodeURIComponent(rows[0].socket)}`
const records = openRecords(url, 3)
const second = await buildApp({
  world: { ...first.world, records },
  whoAsks: async () => ({ person: personNamed('ada') }),
})
after(async () => {
  await records.close()
  await first.close()
})

const both: readonly FastifyInstance[] = [first.app, second]
const headers = { 'x-person': 'ada' }
const made = await first.app.inject({
  method: 'POST',
  url: '/api/organizations',
  headers,
  payload: { name: '0' },
})
const organization: string = JSON.parse(made.body).id
const path = `/api/organizations/${organization}`

/** Changes the name until it is accepted, as a person does who looks again after a conflict. */
async function rename(app: FastifyInstance, name: string): Promise<number> {
  for (let conflicts = 0; ; conflicts += 1) {
    const { headers: seen } = await app.inject({ url: path, headers })
    const tag = String(seen.etag)
    const payload = { name }
    const { statusCode } = await app.inject({
      method: 'PATCH',
      url: path,
      payload,
      headers: { ...headers, 'if-match': tag },
    })
    if (statusCode === 200) return conflicts
    assert.equal(statusCode, 409)
  }
}

test('two servers on one database lose no change of each other, and share one trail without a gap', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, n) => rename(both[n % 2] ?? second, `name ${n}`)))

  const { version } = JSON.parse((await second.inject({ url: path, headers })).body)
  assert.equal(version, 21)
  assert.deepEqual(await verifyTrail(records, organization), { entries: 21, breaks: [] })
})

test('a request repeated at the other server gets the answer of the first', async () => {
  const request = {
    method: 'POST' as const,
    url: '/api/organizations',
    headers: { ...headers, 'idempotency-key': 'both' },
    payload: { name: 'Once' },
  }

  const [one, other] = await Promise.all(both.map((app) => app.inject(request)))

  assert.equal(one?.body, other?.body)
})

test('a clock that is set back changes neither the order of the trail nor what has ended', async () => {
  const key = { ...headers, 'idempotency-key': 'ended' }
  const start = (name: string) =>
    first.app.inject({ method: 'POST', url: '/api/organizations', headers: key, payload: { name } })
  await start('Ended')
  await rename(first.app, 'before')
  now = new Date('2026-03-05T09:00:00Z')
  await start('Ended')
  now = new Date('2026-02-01T09:00:00Z')
  await rename(first.app, 'after')

  const newest = await records.within({ organization }, (tx) => readTrail(tx, undefined, 2))
  const numbers = newest.map(({ number }) => number)
  const times = newest.map(({ at }) => Date.parse(at))
  assert.equal(numbers[0], (numbers[1] ?? 0) + 1)
  assert.ok((times[0] ?? 0) >= (times[1] ?? 0), 'entries carry the time of the database')
  assert.deepEqual((await verifyTrail(records, organization)).breaks, [])
  assert.equal((await start('Another')).statusCode, 422, 'a key that is in use stays in use')
})
