import { type StatusView, statusApi } from '#api/status.ts'
import type { Handlers, World } from '../call.ts'
import { isFromSocket } from '../socket.ts'

const handlers: Handlers<typeof statusApi> = {
  'GET /api/status': async ({ world, request }) => {
    try {
      await world.records.pool.query('select 1')
    } catch {
      return { state: 'records cannot be reached' }
    }
    return isFromSocket(request) ? { state: 'ready', details: await detailsOf(world) } : { state: 'ready' }
  },
}

export const status = { endpoints: statusApi, handlers }

async function detailsOf({ records, now }: World): Promise<NonNullable<StatusView['details']>> {
  const { rows } = await records.pool.query<{ organizations: number; schema: string; waiting: number }>(`
    select (select count(*)::int from organization) as organizations,
      (select max(name) from schema_migration) as schema,
      (select count(*)::int from webhook_delivery where state = 'waiting') as waiting`)
  const [row = { organizations: 0, schema: '', waiting: 0 }] = rows
  const named = await records.pool.query<{ id: string; name: string }>(
    'select id, name from organization order by name, id',
  )
  return {
    startedAt: new Date(now().getTime() - process.uptime() * 1000).toISOString(),
    memoryMb: Math.round(process.memoryUsage().rss / 1e6),
    organizations: row.organizations,
    named: named.rows,
    schema: row.schema,
    waitingEvents: row.waiting,
  }
}
