import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import fc from 'fast-check'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type { Endpoint } from '#api/endpoint.ts'
import { endpoints } from '#api/endpoints.ts'
import { startServer } from '#server/try-server.ts'

/** Every address of the contract is asked what nobody should ask: no answer may be a fault of ours. */
const server = await startServer()
after(server.close)

const made = await server.as('ada', {
  method: 'POST',
  url: '/api/organizations',
  payload: { name: 'Hostile' },
})
const organization: string = JSON.parse(made.body).id
const runs = Number(process.env.CLAUSEWISE_RUNS ?? 12)
const all = Object.entries(endpoints as Readonly<Record<string, Endpoint>>)

const attacks = [
  "' or 1=1 --",
  "'; drop table organization; --",
  '1) union select password from account --',
  '"; select pg_sleep(9) --',
  '$1',
  '%00',
  '\u0000',
  '\ud800',
  '../../../../etc/passwd',
  '..%2f..%2f',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '//evil.example/',
  '{{7*7}}',
  '-1',
  '0',
  '1e309',
  '99999999999999999999',
  'NaN',
  'null',
  'true',
  '[]',
  '{}',
  'ÿ'.repeat(300),
  'eyJhIjoxfQ',
  'W10',
  'WyJ4Iiwi4oCuIl0',
  '2026-02-30',
  '٣',
]
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...attacks) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.uuid() },
)
const value = fc.oneof(
  word,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(word, { maxLength: 3 }),
  fc.dictionary(word, word, { maxKeys: 3 }),
)

function keysOf(schema: unknown): readonly string[] {
  const { shape } = (schema ?? {}) as { shape?: object }
  return shape ? Object.keys(shape) : []
}

/** Any subset of the names that an address knows, with any values. */
function given(names: readonly string[], of: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(names.map((name) => [name, of])), { requiredKeys: [] })
}

function urlOf(path: string, params: Record<string, string>, query: Record<string, unknown>): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
    name === 'organization' ? organization : encode(params[name] ?? 'x'),
  )
  const asked = Object.entries(query).map(([name, text]) => `${encode(name)}=${encode(String(text))}`)
  return asked.length > 0 ? `${filled}?${asked.join('&')}` : filled
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()) || '%20'
}

function check(answer: LightMyRequestResponse, asked: InjectOptions): void {
  const { statusCode, headers, body } = answer
  const said = `${asked.method} ${String(asked.url)} ${JSON.stringify(asked.payload)}: ${statusCode} ${body.slice(0, 300)}`
  assert.ok(statusCode < 500, said)
  assert.ok(statusCode < 300 || statusCode >= 400, `no redirect: ${said}`)
  if (statusCode >= 400) assert.match(String(headers['content-type']), /^application\/problem\+json/, said)
  if (statusCode >= 400) assert.equal(JSON.parse(body).status, statusCode, said)
  assert.equal(headers['x-content-type-options'], 'nosniff', said)
  checkPolicy(headers, said)
  assert.doesNotMatch(String(headers['content-type'] ?? ''), /text\/html/, said)
  assert.match(String(headers['cache-control']), /no-store/, said)
  assert.ok(headers['x-request-id'], said)
}

/** A file is saved and may do nothing at all; everything else may load from here only. */
function checkPolicy(headers: LightMyRequestResponse['headers'], said: string): void {
  const policy = String(headers['content-security-policy'])
  const file = headers['content-disposition']
  if (file === undefined) assert.match(policy, /default-src 'self'/, said)
  else {
    assert.match(String(file), /^attachment; filename="/, said)
    assert.equal(policy, "default-src 'none'; sandbox", said)
  }
}

for (const [key, endpoint] of all) {
  const [method = 'GET', path = ''] = key.split(' ')
  const names = [...path.matchAll(/:(\w+)/g)].map(({ 1: name = '' }) => name)
  const asked = fc.record({
    params: fc.record(Object.fromEntries(names.map((name) => [name, word]))),
    query: given([...keysOf(endpoint.query), 'unknown'], word),
    body: fc.oneof(given(keysOf(endpoint.body), value), value),
    tag: fc.constantFrom('"1"', '*', 'x', '"99999999999"'),
  })

  test(`${key} answers whatever it is asked, and never with a fault`, async () => {
    await fc.assert(
      fc.asyncProperty(asked, async ({ params, query, body, tag }) => {
        const takesBody = method !== 'GET' && method !== 'DELETE'
        const request = {
          method: method as 'GET',
          url: urlOf(path, params, query),
          headers: { 'if-match': tag, ...(takesBody ? { 'content-type': 'application/json' } : {}) },
          ...(takesBody ? { payload: JSON.stringify(body ?? null) } : {}),
        }
        check(await server.as('ada', request), request)
      }),
      { numRuns: runs },
    )
  })
}

for (const [what, headers, payload] of [
  ['JSON that ends too early', { 'content-type': 'application/json' }, '{"name":'],
  ['no JSON at all', { 'content-type': 'application/json' }, 'name=x'],
  ['a type nobody knows', { 'content-type': 'application/x-unheard-of' }, 'x'],
  [
    'XML',
    { 'content-type': 'application/xml' },
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
  ],
  ['a prototype', { 'content-type': 'application/json' }, '{"__proto__":{"role":"owner"},"name":"x"}'],
  ['2 MB', { 'content-type': 'application/json' }, JSON.stringify({ name: 'x'.repeat(2_000_000) })],
] as const)
  test(`a body of ${what} is refused at every address that takes one`, async () => {
    for (const [key] of all.filter(([, { body }]) => body !== undefined)) {
      const [method = '', path = ''] = key.split(' ')
      const request = { method: method as 'POST', url: urlOf(path, {}, {}), headers, payload }
      const answer = await server.as('ada', { ...request, headers: { ...headers, 'if-match': '"1"' } })
      check(answer, request)
      assert.ok(answer.statusCode >= 400, `${key}: ${answer.statusCode}`)
    }
  })

test('who is not signed in is told so at every address that asks for it, and nothing else', async () => {
  for (const [key] of all.filter(([, { allows }]) => allows !== 'anyone')) {
    const [method = '', path = ''] = key.split(' ')
    const answer = await server.app.inject({ method: method as 'GET', url: urlOf(path, {}, {}) })
    assert.equal(answer.statusCode, 401, key)
  }
})

test('an address that is none, and one that leads elsewhere, is answered with not found', async () => {
  for (const url of [
    '/api/nothing',
    '/api//evil.example/',
    '/api/%zz',
    '/api/organizations/%',
    '/api/organizations/',
  ])
    check(await server.as('ada', { url }), { url, method: 'GET' })
})

test('markup that somebody writes comes back as data, never as a page', async () => {
  const name = '<script>alert(1)</script>'
  const { body } = await server.as('eve', { method: 'POST', url: '/api/organizations', payload: { name } })

  const answer = await server.as('eve', { url: `/api/organizations/${JSON.parse(body).id}` })

  assert.equal(JSON.parse(answer.body).name, name)
  assert.match(String(answer.headers['content-type']), /^application\/json/)
  assert.equal(answer.headers['x-content-type-options'], 'nosniff')
})

test('after all this the records are as they should be', async () => {
  const { rows } = await server.world.records.pool.query('select count(*)::int as n from organization')

  assert.ok(rows[0].n >= 2)
})
