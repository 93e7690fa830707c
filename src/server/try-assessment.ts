import type { InjectOptions } from 'fastify'
import type { Role } from '#access/permissions.ts'
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
