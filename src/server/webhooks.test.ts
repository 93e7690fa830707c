import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { startServer } from './try-server.ts'
import { sendEvents } from './webhooks.ts'

/** A receiver on loopback that answers as told and keeps what it got. */
type Got = { headers: IncomingHttpHeaders; body: string }
const got: Got[] = []
let status = 200
const receiver = createServer((request, response) => {
  let body = ''
  request.on('data', (piece) => {
    body += piece
  })
  request.on('end', () => {
    got.push({ headers: request.headers, body })
    response.writeHead(status, { location: '/elsewhere' }).end()
  })
})
let now = new Date('2026-03-01T09:00:00Z')
const server = await startServer(() => now)
let address = ''
let base = ''

before(async () => {
  receiver.listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`
  const made = await server.as('ada', { method: 'POST', url: '/api/organizations', payload: { name: 'One' } })
  base = `/api/organizations/${JSON.parse(made.body).id}`
})

after(async () => {
  receiver.close()
  await server.close()
})

const inside = { mayGoInside: true }

async function addHook(events: readonly string[] = []) {
  got.length = 0
  const { body, statusCode } = await server.as('ada', {
    method: 'POST',
    url: `${base}/webhooks`,
    payload: { url: address, events },
  })
  assert.equal(statusCode, 201, body)
  return JSON.parse(body) as { id: string; secret: string }
}

async function removeHook({ id }: { id: string }) {
  assert.equal((await server.as('ada', { method: 'DELETE', url: `${base}/webhooks/${id}` })).statusCode, 204)
}

async function rename(name: string) {
  const { headers } = await server.as('ada', { url: base })
  const { statusCode } = await server.as('ada', {
    method: 'PATCH',
    url: base,
    payload: { name },
    headers: { 'if-match': headers.etag as string },
  })
  assert.equal(statusCode, 200)
}

async function deliveries({ id }: { id: string }) {
  const { body } = await server.as('ada', { url: `${base}/webhooks/${id}/deliveries` })
  return JSON.parse(body).items as {
    id: string
    type: string
    state: string
    attempts: number
    error?: string
  }[]
}

async function sendAll() {
  while ((await sendEvents(server.world, inside)) > 0);
}

test('a change is told as a signed CloudEvent, and only those that were asked for', async () => {
  const hook = await addHook(['organization.*'])
  await rename('Two')

  await sendAll()

  assert.equal(got.length, 1)
  const [{ headers, body } = { headers: {}, body: '' }] = got
  const event = JSON.parse(body)
  assert.deepEqual(
    [event.specversion, event.type, event.data.after.name],
    ['1.0', 'organization.changed', 'Two'],
  )
  assert.equal(headers['content-type'], 'application/cloudevents+json; charset=utf-8')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const key = Buffer.from(hook.secret.replace('whsec_', ''), 'base64')
  assert.equal(
    headers['webhook-signature'],
    `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
  )
  assert.deepEqual(
    (await deliveries(hook)).map(({ state, type }) => [state, type]),
    [['delivered', 'organization.changed']],
  )
  await removeHook(hook)
})

test('what fails is tried again, later each time, given up at last, and can be sent again', async () => {
  const hook = await addHook(['organization.changed'])
  status = 503
  await rename('Three')

  await sendAll()
  assert.equal(got.length, 1)
  await sendAll()
  assert.equal(got.length, 1, 'not before its time')
  now = new Date(now.getTime() + 11_000)
  await sendAll()
  assert.equal(got.length, 2)
  for (let days = 0; days < 10; days += 1) {
    now = new Date(now.getTime() + 86_400_000)
    await sendAll()
  }
  const [given] = await deliveries(hook)
  assert.deepEqual([given?.state, given?.attempts, given?.error], ['given up', 9, 'answered 503'])

  status = 200
  const url = `${base}/webhooks/${hook.id}/deliveries/${given?.id}/resend`
  assert.equal((await server.as('ada', { method: 'POST', url })).statusCode, 200)
  await sendAll()
  assert.equal((await deliveries(hook))[0]?.state, 'delivered')
  await removeHook(hook)
})

test('a redirect is an answer like any other: it is not followed', async () => {
  const hook = await addHook(['organization.changed'])
  status = 302
  await rename('Four')

  await sendAll()

  assert.equal(got.length, 1)
  assert.equal((await deliveries(hook))[0]?.error, 'answered 302')
  status = 200
  await removeHook(hook)
})

test('two servers at once send an event once', async () => {
  const hook = await addHook(['organization.changed'])
  await rename('Five')

  await Promise.all([1, 2, 3, 4].map(() => sendEvents(server.world, inside)))
  await sendAll()

  assert.equal(got.length, 1)
  await removeHook(hook)
})

test('without the setting nothing is sent to this machine', async () => {
  const hook = await addHook(['organization.changed'])
  await rename('Six')

  await sendEvents(server.world, { mayGoInside: false })

  assert.equal(got.length, 0)
  assert.match((await deliveries(hook))[0]?.error ?? '', /must begin with https/)
  await removeHook(hook)
})

test('a secret is shown once: when it is made, and when it is renewed', async () => {
  const hook = await addHook()
  const shown = await server.as('ada', { url: `${base}/webhooks/${hook.id}` })
  const renewed = await server.as('ada', { method: 'POST', url: `${base}/webhooks/${hook.id}/secret` })
  const { rows } = await server.world.records.pool.query('select before, after from audit_entry')

  assert.match(hook.secret, /^whsec_/)
  assert.doesNotMatch(shown.body, /whsec_|secret/)
  assert.notEqual(JSON.parse(renewed.body).secret, hook.secret)
  assert.doesNotMatch(JSON.stringify(rows), /whsec_/)
  await removeHook(hook)
})

test('the webhooks of one organization are not there for another', async () => {
  const hook = await addHook()
  const made = await server.as('eve', { method: 'POST', url: '/api/organizations', payload: { name: 'Eve' } })
  const url = `/api/organizations/${JSON.parse(made.body).id}/webhooks/${hook.id}`

  for (const [method, path] of [
    ['GET', url],
    ['DELETE', url],
    ['POST', `${url}/secret`],
    ['GET', `${url}/deliveries`],
    ['GET', `${base}/webhooks/${hook.id}`],
  ] as const)
    assert.equal((await server.as('eve', { method, url: path })).statusCode, 404, path)
  await removeHook(hook)
})
