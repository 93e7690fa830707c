import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { buildApp } from './app.ts'
import { personNamed, startServer } from './try-server.ts'

const server = await startServer()
const app = await buildApp({
  world: server.world,
  limits: { known: 5, unknown: 3 },
  whoAsks: async ({ headers }) => {
    const name = headers['x-person']
    return typeof name === 'string' ? { person: personNamed(name) } : undefined
  },
})
after(async () => {
  await app.close()
  await server.close()
})

const ask = (person?: string, remoteAddress = '192.0.2.1') =>
  app.inject({
    url: '/api/organizations',
    remoteAddress,
    headers: person === undefined ? {} : { 'x-person': person },
  })

test('each answer says what is left, and beyond the limit comes when to go on', async () => {
  const answers = []
  for (let n = 0; n < 6; n += 1) answers.push(await ask('ada'))

  assert.deepEqual(
    answers.map(({ statusCode }) => statusCode),
    [200, 200, 200, 200, 200, 429],
  )
  assert.equal(answers[0]?.headers['ratelimit-policy'], '"known";q=5;w=60')
  assert.match(answers[0]?.headers.ratelimit as string, /^"known";r=4;t=\d+$/)
  const last = answers.at(-1)
  assert.ok(Number(last?.headers['retry-after']) > 0)
  assert.equal(JSON.parse(last?.body ?? '{}').status, 429)
})

test('one person does not use up what another has', async () => {
  assert.equal((await ask('ben')).statusCode, 200)
})

test('who is not known is counted by address', async () => {
  const first = []
  for (let n = 0; n < 4; n += 1) first.push((await ask(undefined, '192.0.2.7')).statusCode)

  assert.deepEqual(first, [401, 401, 401, 429])
  assert.equal((await ask(undefined, '192.0.2.8')).statusCode, 401)
})

test('every answer carries the number of its request', async () => {
  const { headers } = await ask('cleo')

  assert.match(headers['x-request-id'] as string, /^[0-9a-f-]{36}$/)
})
