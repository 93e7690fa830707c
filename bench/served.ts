import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appendAll } from '#access/trail-store.ts'
import { readQuestions } from '#content/pack.ts'
import { openCluster } from '#db/cluster.ts'
import { startSweeping } from '#server/memory-sweep.ts'
import { giveTryEvidence, startTryOrganization, tryResult } from '#server/try-assessment.ts'
import { content, startServer } from '#server/try-server.ts'

/**
 * The process that the bench of the server measures: an organization as large as the goal says, on an embedded PostgreSQL
 * that keeps every write. Prints one line of JSON when it listens: port, and the ids that addresses need.
 */
const people = 200
const entries = 50_000
const folder = mkdtempSync(join(tmpdir(), 'clausewise-bench-'))
const cluster = await openCluster(folder, '')
process.env.DATABASE_URL = cluster.url
const server = await startServer(() => new Date())
const own = await startTryOrganization(server, 'p0')

const { pool, within } = server.world.records
await pool.query(`insert into person (id, name, email)
  select 'p' || n, 'Person ' || n, 'p' || n || '@example.org' from generate_series(0, ${people - 1}) n`)
await pool.query(
  `insert into membership (organization_id, person_id, role)
   select $1, 'p' || n, 'owner' from generate_series(1, ${people - 1}) n`,
  [own.id],
)

const actor = { kind: 'person', id: 'p0', name: 'Person 0', organization: own.id, role: 'owner' } as const
for (let from = 0; from < entries; from += 5000)
  await within(actor, (tx) =>
    appendAll(
      tx,
      actor,
      Array.from({ length: 5000 }, (_, n) => ({
        action: 'change',
        kind: 'record',
        id: `r${(from + n) % 900}`,
        before: { state: 'open', n: from + n },
        after: { state: 'closed', n: from + n },
      })),
    ),
  )

const { checks } = readQuestions(content)
const exceptions = Array.from({ length: 50 }, (_, n) => ({ subject: `CHG-${n + 1}`, reason: 'not in time' }))
const results = checks.map(({ id, about }) =>
  tryResult(id, about.decides[0]?.requirement ?? '4.1-a', {
    population: 20_000,
    met: 18_000,
    share: 0.9,
    verdict: 'fail',
    exceptions,
    exceptionCount: 2000,
  }),
)
await giveTryEvidence(server, own.id, results)

/** The first id that a list answers with, for the addresses of single things. */
async function first(path: string, key = 'id'): Promise<string | undefined> {
  const { body } = await own.ask('p0', 'GET', path)
  const [one] = (body as { items?: Record<string, string>[] }).items ?? []
  return one?.[key]
}

async function made(path: string, payload: object): Promise<string | undefined> {
  const { status, body } = await own.ask('p0', 'POST', path, payload)
  if (status >= 300) process.stderr.write(`not made: ${path}: ${status} ${JSON.stringify(body)}\n`)
  return (body as { id?: string }).id
}

const risk = (n: number) => ({
  data: { title: `Risk ${n}`, kind: 'risk', likelihood: 'likely', effect: 'severe' },
})
let record: string | undefined
for (let n = 0; n < 300; n += 1) record = await made('registers/risks/records', risk(n))
await made(`comments?on=record:${record}`, { body: 'Looked at it.' })
const ids = {
  organization: own.id,
  person: 'p0',
  register: 'risks',
  record,
  requirement: '4.1-a',
  webhook: await made('webhooks', { url: 'https://example.org/hook', events: ['never.happens'] }),
  baseline: await first('baselines'),
  check: results[0]?.check,
  measure: await first('measures'),
  snapshot: await first('snapshots'),
}
await pool.query('analyze')
const address = await server.app.listen({ host: '127.0.0.1', port: 0 })
// As the program does it.
startSweeping(server.app.server)
process.stdout.write(`${JSON.stringify({ address, ids, people, entries })}\n`)

process.once('SIGTERM', async () => {
  await server.close()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})
