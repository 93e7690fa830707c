import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { Permission, permissionsOf, Role } from '#access/permissions.ts'
import { createToken } from '#access/token-store.ts'
import type { Endpoint } from '#api/endpoint.ts'
import { catalogue, examples, free, isFiner, references, seeds } from './try-contract.ts'
import {
  addresses,
  bodyOf,
  fillOrganization,
  namesIn,
  queryOf,
  requestFor,
  type TryOrganization,
} from './try-organizations.ts'
import { startServer } from './try-server.ts'
import { sampleOf, withAt } from './try-values.ts'

/**
 * Every address of the API, asked by every role, for the own organization and for objects of another one. Addresses, bodies
 * and objects come from the contract: a new one is asked here without being named. What the contract does not say stands in
 * try-contract.ts.
 */

const server = await startServer()
after(server.close)
const theirs = await fillOrganization(server, 'Theirs', { catalogue, examples, seeds })
const ours = await fillOrganization(server, 'Ours', { catalogue, examples, seeds: {} })
const before = await fingerprint(theirs)

const inOrganization = addresses.filter(([key]) => key.includes('/:organization'))
const objectsIn = (key: string) =>
  namesIn(key).filter((name) => name !== 'organization' && !(name in catalogue))

function ask(person: string, key: string, endpoint: Endpoint, at: TryOrganization, of = at) {
  return server.as(person, requestOf(key, endpoint, at, of))
}

/** A request to one organization; of: whose objects stand in its address and query. */
function requestOf(
  key: string,
  endpoint: Endpoint,
  at: TryOrganization,
  of = at,
  body = bodyOf(key, endpoint, examples, at.objects),
) {
  // A stream of events of something that waits would not end.
  const objects = endpoint.answers === 'events' && of === at ? {} : Object.fromEntries(of.objects)
  const names = { ...catalogue, organization: at.id, ...objects }
  return requestFor(key, names, body, queryOf(endpoint, of.objects))
}

function isAllowed(role: Role, { allows }: Endpoint): boolean {
  if (allows === 'anyone' || allows === 'signed in') return true
  return asked(allows).some((one) => permissionsOf(role).has(one))
}

function asked(allows: Endpoint['allows']): readonly Permission[] {
  return [allows].flat().filter((one): one is Permission => one !== 'anyone' && one !== 'signed in')
}

test('every object that an address names could be made', () => {
  const names = new Set(inOrganization.flatMap(([key]) => objectsIn(key)))
  const missing = [...names].filter((name) => !theirs.objects.has(name))
  const answers = new Map(theirs.failed)

  assert.deepEqual(
    missing.map(
      (name) => `${name}: ${answers.get(name) ?? 'no address makes it: give a seed in try-contract.ts'}`,
    ),
    [],
  )
})

test('every role is served what it may, and refused the rest', async () => {
  const wrong: string[] = []
  for (const role of Role.options)
    for (const [key, endpoint] of addresses) {
      const { statusCode, body } = await ask(ours.as(role), key, endpoint, ours)
      const isRefused = statusCode === 401 || statusCode === 403
      const isRight = isAllowed(role, endpoint)
        ? statusCode < 500 && (!isRefused || isFiner(key))
        : statusCode === 403
      if (!isRight) wrong.push(`${role}: ${key}: ${statusCode} ${body.slice(0, 200)}`)
    }

  assert.deepEqual(wrong, [])
})

test('whoever is not signed in gets nothing but what anyone may have', async () => {
  const wrong: string[] = []
  for (const [key, endpoint] of addresses) {
    const { statusCode } = await server.app.inject(requestOf(key, endpoint, ours))
    const isRight = endpoint.allows === 'anyone' ? statusCode < 500 : statusCode === 401
    if (!isRight) wrong.push(`${key}: ${statusCode}`)
  }

  assert.deepEqual(wrong, [])
})

test('to every role of one organization another one does not exist', async () => {
  const wrong: string[] = []
  for (const [key, endpoint] of inOrganization)
    await Promise.all(
      Role.options.map(async (role) => {
        const { statusCode, body } = await ask(ours.as(role), key, endpoint, theirs)
        if (statusCode !== 404 || body.includes('secret')) wrong.push(`${role}: ${key}: ${statusCode}`)
      }),
    )

  assert.deepEqual(wrong, [])
})

test('an object of another organization is not found at an address of the own one', async () => {
  const wrong: string[] = []
  for (const role of Role.options)
    for (const [key, endpoint] of inOrganization) {
      if (objectsIn(key).length === 0 && !('on' in queryOf(endpoint, theirs.objects))) continue
      const { statusCode, body } = await ask(ours.as(role), key, endpoint, ours, theirs)
      const isRight = isAllowed(role, endpoint)
        ? isNothing(key, statusCode) && !body.includes('secret')
        : statusCode === 403
      if (!isRight) wrong.push(`${role}: ${key}: ${statusCode} ${body.slice(0, 200)}`)
    }

  assert.deepEqual(wrong, [])
})

/** A list of what is put to something unknown may also be empty. */
function isNothing(key: string, status: number): boolean {
  if (objectsIn(key).length === 0 && key.startsWith('GET ') && status === 200) return true
  return [404, 409, 412, 415, 422].includes(status) || (isFiner(key) && status === 403)
}

test('an object of another organization is not taken in a body', async () => {
  const wrong: string[] = []
  for (const [key, place, endpoint, body] of bodiesWithTheirs()) {
    const answer = await server.as(ours.owner, requestOf(key, endpoint, ours, ours, body))
    const isRight = answer.statusCode >= 400 && answer.statusCode < 500 && !answer.body.includes('secret')
    if (!isRight) wrong.push(`${key}: ${place}: ${answer.statusCode} ${answer.body.slice(0, 200)}`)
  }

  assert.deepEqual(wrong, [])
})

test('a token is served what is in its scopes, and refused the rest', async () => {
  const actor = { kind: 'person', id: ours.owner, name: 'o', organization: ours.id, role: 'owner' } as const
  const scopes = Permission.options.filter(
    (one) => permissionsOf('owner').has(one) && !/^(manage (tokens|people)|write|rate)/.test(one),
  )
  const given = { name: 'some', scopes, expiresAt: new Date('2099-01-01') }
  const { text } = await server.world.records.within(actor, (tx) => createToken(tx, actor, given, new Date()))
  const wrong: string[] = []
  for (const [key, endpoint] of inOrganization) {
    const request = requestOf(key, endpoint, ours)
    const headers = { ...request.headers, authorization: `Bearer ${text}` }
    const { statusCode } = await server.app.inject({ ...request, headers })
    const isRight = asked(endpoint.allows).some((one) => scopes.includes(one))
      ? statusCode !== 401 && (statusCode !== 403 || isFiner(key)) && statusCode < 500
      : statusCode === 403
    if (!isRight) wrong.push(`${key}: ${statusCode}`)
  }

  assert.deepEqual(wrong, [])
})

test('a membership that has ended is none', async () => {
  const { records } = server.world
  const person = ours.as('programme manager')
  await sql`update membership set expires_at = now() where person_id = ${person}`.execute(records.db)

  const wrong: string[] = []
  for (const [key, endpoint] of inOrganization) {
    const { statusCode } = await ask(person, key, endpoint, ours)
    if (statusCode !== 404) wrong.push(`${key}: ${statusCode}`)
  }

  assert.deepEqual(wrong, [])
})

test('after all this, nothing of the other organization has changed', async () => {
  assert.deepEqual(await fingerprint(theirs), before)
})

/** Every body with an object of theirs at each place where an id stands: the address, the place, the body. */
function bodiesWithTheirs(): readonly (readonly [string, string, Endpoint, unknown])[] {
  return inOrganization.flatMap(([key, endpoint]) => {
    const sample = endpoint.body && sampleOf(endpoint.body, { all: true })
    const places =
      sample?.leaves.filter(({ isId, path }) => isId && !(`${key} ${path.join('.')}` in free)) ?? []
    const made = places.flatMap(({ path }) =>
      [...theirs.objects].map(
        ([kind, id]) =>
          [key, `${path.join('.')} = their ${kind}`, endpoint, withAt(sample?.value, path, id)] as const,
      ),
    )
    const told = references[key]?.((kind) => theirs.objects.get(kind)) ?? []
    return [...made, ...told.map((body) => [key, JSON.stringify(body), endpoint, body] as const)]
  })
}

/** What every table holds of an organization, as one hash each. */
async function fingerprint({ id }: TryOrganization): Promise<Readonly<Record<string, string>>> {
  const { db } = server.world.records
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where column_name = 'organization_id' and table_schema = 'public' order by 1`.execute(db)
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await sql<{ hash: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(one::text, '|' order by one::text)), '') as hash
      from ${sql.table(name)} one where organization_id = ${id}`.execute(db)
    found[name] = rows[0]?.hash ?? ''
  }
  return found
}
