import assert from 'node:assert/strict'
import type { InjectOptions } from 'fastify'
import type { RawBuilder } from 'kysely'
import { guestRoles } from '#access/member-store.ts'
import { Role } from '#access/permissions.ts'
import type { Endpoint } from '#api/endpoint.ts'
import { endpoints } from '#api/endpoints.ts'
import type { TryServer } from './try-server.ts'
import { sampleOf } from './try-values.ts'

/** An organization of a test, with a person in every role and one object of every kind that an address names. */
export type TryOrganization = Readonly<{
  id: string
  owner: string
  /** The person in a role. */
  as: (role: Role) => string
  /** By the name that addresses give it, such as record. */
  objects: ReadonlyMap<string, string>
  /** What could not be made by its address, and what that answered. */
  failed: readonly (readonly [string, string])[]
}>

export const addresses: readonly (readonly [string, Endpoint])[] = Object.entries(endpoints)

/** What addresses name that is no object of an organization: one word that exists for everybody. */
export type Catalogue = Readonly<Record<string, string>>

/** Bodies for addresses whose own rules no schema says. */
export type Examples = Readonly<Record<string, (made: ReadonlyMap<string, string>) => unknown>>

/** Objects that no single request makes: each finds one of an organization, or puts it there. */
export type Seeds = Readonly<Record<string, (organization: string) => RawBuilder<{ id: string }>>>

/** The names in an address, such as organization and record. */
export function namesIn(key: string): readonly string[] {
  return [...key.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
}

/** A request for an address: its names filled in, its body a value that fits. */
export function requestFor(
  key: string,
  names: Readonly<Record<string, string>>,
  body: unknown,
  query: Readonly<Record<string, string>> = {},
): InjectOptions {
  const [method = '', path = ''] = key.split(' ')
  const url = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(names[name] ?? unknownId))
  const headers = { 'if-match': '"1"', 'idempotency-key': crypto.randomUUID() }
  const request = { method: method as 'GET', url, headers, query: { ...query } }
  return body === undefined ? request : { ...request, payload: body as object }
}

export const unknownId = '00000000-0000-4000-8000-000000000000'

/** Starts an organization, its people, and what can be made in it. */
export async function fillOrganization(
  server: TryServer,
  name: string,
  { catalogue, examples, seeds }: Readonly<{ catalogue: Catalogue; examples: Examples; seeds: Seeds }>,
): Promise<TryOrganization> {
  const owner = `${name}-owner`
  const payload = { name: `${name}, a secret` }
  const { body } = await server.as(owner, { method: 'POST', url: '/api/organizations', payload })
  const { id } = JSON.parse(body)
  const as = (role: Role) => (role === 'owner' ? owner : `${name}-${role.replaceAll(' ', '-')}`)
  for (const role of Role.options) if (role !== 'owner') await place(server, id, as(role), role)
  const spare = `${name}-spare`
  await place(server, id, spare, 'contributor')
  const objects = new Map([['person', spare]])
  const failed = await makeObjects(server, owner, { ...catalogue, organization: id }, objects, examples)
  for (const [kind, seed] of Object.entries(seeds)) {
    const { rows } = await seed(id).execute(server.world.records.db)
    if (rows[0]) objects.set(kind, rows[0].id)
  }
  return { id, owner, as, objects, failed }
}

async function place({ world }: TryServer, organization: string, person: string, role: Role) {
  const email = `${person}@example.org`.toLowerCase()
  await world.records.db
    .insertInto('person')
    .values({ id: person, name: `${person}, a secret`, email })
    .execute()
  const expires_at = guestRoles.includes(role) ? new Date('2099-01-01') : null
  await world.records.db
    .insertInto('membership')
    .values({ organization_id: organization, person_id: person, role, expires_at })
    .execute()
}

/** Whatever an address makes is found at that address and its id: so objects are made without knowing of them. */
async function makeObjects(
  server: TryServer,
  owner: string,
  fixed: Readonly<Record<string, string>>,
  objects: Map<string, string>,
  examples: Examples,
): Promise<(readonly [string, string])[]> {
  const failed: (readonly [string, string])[] = []
  const making = addresses.filter(
    ([key, { created }]) =>
      created && key.startsWith('POST /api/organizations/:organization/') && objectOf(key),
  )
  for (const [key, endpoint] of making) {
    const name = objectOf(key)
    if (name === undefined || objects.has(name)) continue
    const body = bodyOf(key, endpoint, examples, objects)
    const answer = await server.as(
      owner,
      requestFor(key, { ...fixed, ...Object.fromEntries(objects) }, body, queryOf(endpoint, objects)),
    )
    const made = answer.statusCode === 201 ? JSON.parse(answer.body) : {}
    for (const [kind, id] of idsIn(name, made)) objects.set(kind, id)
    if (objects.has(name)) continue
    failed.push([name, `${key}: ${answer.statusCode} ${answer.body.slice(0, 300)}`])
  }
  return failed
}

/** What an answer has made: its own id, and those of what it speaks of, such as a job. */
function idsIn(
  name: string,
  made: Readonly<Record<string, unknown>>,
): readonly (readonly [string, string])[] {
  const named = Object.entries({ ...made, [name]: made }).map(([kind, one]) => [
    kind,
    (one as { id?: unknown } | null)?.id,
  ])
  return named.filter((pair): pair is [string, string] => typeof pair[1] === 'string')
}

/** The name of what is made by posting to an address. */
function objectOf(key: string): string | undefined {
  const path = key.replace('POST ', '')
  const below = addresses.find(([other]) => (other.split(' ')[1] ?? '').startsWith(`${path}/:`))
  return below?.[0]
    .split(' ')[1]
    ?.slice(path.length + 2)
    .split('/')[0]
}

/** What an address must be asked with: on names a record that something is put to. */
export function queryOf(
  { query }: Endpoint,
  objects: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const sample = query && sampleOf(query)
  if (!sample) return {}
  const given = Object.entries(sample.value as Record<string, unknown>).map(([name, value]) => [
    name,
    name === 'on' ? `record:${objects.get('record') ?? unknownId}` : String(value),
  ])
  return Object.fromEntries(given)
}

/** A body that fits an address: the example, or one made from its schema. */
export function bodyOf(
  key: string,
  { body }: Endpoint,
  examples: Examples,
  objects: ReadonlyMap<string, string>,
): unknown {
  if (!body) return undefined
  const example = examples[key]?.(objects)
  if (example !== undefined) return example
  const sample = sampleOf(body)
  assert.ok(sample, `no body can be made for ${key}: give an example`)
  return sample.value
}
