import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import type { Role } from '#access/permissions.ts'
import { literal, openDuck } from '#db/duck.ts'
import type { Collected } from '#evidence/collected.ts'
import { keepCollection } from '#evidence/collection-store.ts'
import type { Result } from '#evidence/result.ts'
import type { TryServer } from './try-server.ts'

/** What a test asks and is told: the status, the body, and the version in the ETag. */
export type Told = Readonly<{ status: number; body: unknown; etag: string | undefined }>

/** An organization for a test, with people of any role; each asks by name. */
export type TryOrganization = Readonly<{
  id: string
  ask: (
    person: string,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    payload?: object,
    ifMatch?: number,
  ) => Promise<Told>
  join: (person: string, role: Role) => Promise<void>
}>

/** Starts an organization whose owner is named. */
export async function startTryOrganization(server: TryServer, owner: string): Promise<TryOrganization> {
  const made = await server.as(owner, {
    method: 'POST',
    url: '/api/organizations',
    payload: { name: `Of ${owner}` },
  })
  const { id } = made.json<{ id: string }>()
  return {
    id,
    ask: async (person, method, path, payload, ifMatch) => {
      const request: InjectOptions = {
        method,
        url: `/api/organizations/${id}/${path}`,
        ...(payload === undefined ? {} : { payload }),
        headers: ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` },
      }
      const { statusCode, body, headers } = await server.as(person, request)
      return {
        status: statusCode,
        body: body === '' ? {} : JSON.parse(body),
        etag: headers.etag as string | undefined,
      }
    },
    join: async (person, role) => {
      await server.world.records.within({ organization: id }, (tx) =>
        tx.insertInto('membership').values({ organization_id: id, person_id: person, role }).execute(),
      )
    },
  }
}

const hundredsOfChanges = `select
    'CHG-' || i as ticket_id,
    case when i % 40 = 0 then 'emergency' else 'normal' end as change_type,
    'service ' || (i % 3) as service_id,
    'group ' || (i % 2) as group_id,
    '2026-01' as closed_month,
    date '2026-01-05' + cast(i % 50 as integer) as closed_on,
    i % 100 = 7 as is_void,
    case when i % 90 = 5 then 'failed' else 'successful' end as outcome
  from range(1, 501) as numbers(i)`

/** Gives an organization the evidence of two months: five hundred changes, and what checks said about them. */
export async function giveTryEvidence(
  server: TryServer,
  organization: string,
  results: readonly Result[] = [],
  select = hundredsOfChanges,
): Promise<void> {
  const folder = join(server.world.folder, 'organizations', organization, 'evidence')
  mkdirSync(join(folder, 'facts'), { recursive: true })
  mkdirSync(join(folder, 'answers'), { recursive: true })
  const duck = await openDuck(':memory:')
  await duck.run(`copy (${select}) to ${literal(join(folder, 'facts', 'change.parquet'))} (format parquet)`)
  for (const { check } of results)
    await duck.run(
      `copy (select 'T-' || i as subject, 'met' as answer from range(100) as numbers(i))
        to ${literal(join(folder, 'answers', `${check}.parquet`))} (format parquet)`,
    )
  duck.close()
  const collected: Collected = {
    period: { from: '2026-01-01', to: '2026-03-01' },
    dataFrom: '2026-01-01 00:00:00',
    dataUntil: '2026-02-28 00:00:00',
    dataHash: 'aa',
    packVersion: '0.1.0',
    results: [...results],
    measures: [],
    conformance: [],
  }
  const at = server.world.now()
  await server.world.records.within({ organization }, (tx) =>
    keepCollection(
      tx,
      { organization, id: crypto.randomUUID(), importId: undefined, at, by: 'test' },
      collected,
    ),
  )
}

/** What a check said about a hundred tickets, for a test. */
export function tryResult(check: string, requirement: string, given: Partial<Result> = {}): Result {
  return {
    check,
    title: `About ${check}`,
    subject: 'ticket',
    purpose: 'conformity',
    severity: 'minor',
    period: { from: '2026-01-01', to: '2026-03-01' },
    population: 100,
    met: 100,
    unknown: 0,
    notApplicable: 0,
    threshold: 0.95,
    share: 1,
    interval: { low: 0.96, high: 1 },
    verdict: 'pass',
    because: 'all are met',
    basis: 'population',
    exceptions: [],
    exceptionCount: 0,
    decides: [{ requirement, part: 'some part of it' }],
    knownGaps: [],
    remedy: 'Keep it so.',
    sqlHash: 'aa',
    dataHash: 'bb',
    ...given,
  }
}
