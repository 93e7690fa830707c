import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCluster } from '#db/cluster.ts'
import type { Job } from '#server/job-store.ts'
import { startServer } from '#server/try-server.ts'
import { organizationOf, untilQuiet } from '#server/try-upload.ts'

/**
 * npm run bench -- --one-click [--keep FOLDER]: the whole set of the simulated house on a server, then ten people at once, and what everything takes together:
 * the server, the process that writes, and the database with its connections; pages that several share are counted once (PSS).
 */
const folder = mkdtempSync(join(tmpdir(), 'clausewise-click-'))
const kept = process.argv.includes('--keep') ? process.argv.at(-1) : undefined
const cluster = await openCluster(folder, '')
process.env.DATABASE_URL = cluster.url
const server = await startServer(() => new Date())
await server.world.jobs.start()
const organization = await organizationOf(server, 'ada', 'Simulated house')
const home = `/api/organizations/${organization}`
const actor = { kind: 'person', id: 'ada', name: 'ada', organization, role: 'owner' } as const
await server.world.records.within(actor, (tx) => server.world.jobs.ask(tx, actor, 'demo', { scale: 1 }))
await untilQuiet(server, 'ada', organization, 600)

for (const name of ['cold', 'unchanged']) {
  const job = await measured(`whole set, ${name}`, () => click('ada', { kind: 'whole set' }))
  const { documents, kept: again, refused } = outcomeOf(job)
  console.log(
    `  ${counted(documents)} documents, ${String(again)} handed out again, ${counted(refused)} refused`,
  )
}
await tenAtOnce()

/** Ten people who click at once, each for a set in one of four languages, which others ask for too. */
async function tenAtOnce(): Promise<void> {
  const languages = ['en', 'de', 'fr', 'it'] as const
  const people = Array.from({ length: 10 }, (_, n) => `person ${n + 1}`)
  const values = people.map((_, n) => `($1, $${n + 2}, 'owner')`).join(', ')
  const { pool } = server.world.records
  for (const name of people)
    await pool.query('insert into person (id, name, email) values ($1, $1, $2)', [
      name,
      `${name.replace(' ', '')}@example.org`,
    ])
  await pool.query(`insert into membership (organization_id, person_id, role) values ${values}`, [
    organization,
    ...people,
  ])
  const waited: number[] = []
  const began = performance.now()
  const ended = await measured('ten people at once', () =>
    Promise.all(
      people.map(async (person, n) => {
        const language = languages[n % languages.length]
        const job = await click(person, { kind: 'whole set', language })
        waited.push((performance.now() - began) / 1000)
        return { person, language, job }
      }),
    ),
  )
  // What they take home is read by this process and would count as the server's.
  const sets = await Promise.all(
    ended.map(async ({ person, language, job }) => {
      const documents = (outcomeOf(job).documents ?? []) as readonly { id: string }[]
      const files = await Promise.all(
        documents.map(
          async ({ id }) => (await server.as(person, { url: `${home}/documents/${id}` })).rawPayload,
        ),
      )
      return { language, state: job?.state, hashes: files.map(hashOf).sort().join() }
    }),
  )
  const different = new Set(sets.map(({ hashes }) => hashes)).size
  const perLanguage = new Set(sets.map(({ language, hashes }) => `${language} ${hashes}`)).size
  console.log(
    `  ${sets.filter(({ state }) => state === 'done').length} of 10 finished, after ${waited.toSorted((a, b) => a - b).map((one) => one.toFixed(0))} s; ${different} different sets of files for ${languages.length} languages, ${perLanguage} of language and files`,
  )
}

/** Asks for documents and waits for the job as a page does, which hears of it and does not ask. */
async function click(person: string, payload: object): Promise<Job | undefined> {
  const { body } = await server.as(person, { method: 'POST', url: `${home}/documents`, payload })
  const { id } = (JSON.parse(body) as { job: { id: string } }).job
  let job: Job | undefined
  for await (const now of server.world.jobs.follow(organization, id, AbortSignal.timeout(300_000))) job = now
  return job
}

/** Does something and says what all processes took at the worst moment. */
async function measured<T>(name: string, work: () => Promise<T>): Promise<T> {
  let peak = memory()
  const look = setInterval(() => {
    const found = memory()
    if (found.all > peak.all) peak = found
  }, 100)
  const [began, before] = [performance.now(), process.cpuUsage()]
  const result = await work()
  clearInterval(look)
  const { user, system } = process.cpuUsage(before)
  console.log(
    `${name}: ${((performance.now() - began) / 1000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} CPU s of the server itself); all processes ${peak.all} MiB at the peak: the server ${peak.server}, the one that writes ${peak.writer}, PostgreSQL ${peak.database}`,
  )
  return result
}

if (kept !== undefined) {
  mkdirSync(kept, { recursive: true })
  const { items } = JSON.parse((await server.as('ada', { url: `${home}/documents?limit=100` })).body)
  for (const { id } of items as readonly { id: string }[]) {
    const file = await server.as('ada', { url: `${home}/documents/${id}` })
    const [, name = id] = /filename="?([^";]+)/.exec(String(file.headers['content-disposition'])) ?? []
    writeFileSync(join(kept, name), file.rawPayload)
  }
}
await server.close()
await cluster.stop()
rmSync(folder, { recursive: true, force: true })

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What a job came to, as it was written by the one that did it. */
function outcomeOf(job: Job | undefined): Record<string, unknown> {
  return (job?.outcome ?? {}) as Record<string, unknown>
}

function counted(list: unknown): number {
  return Array.isArray(list) ? list.length : 0
}

/** What this process, those it began and the database take now, in MiB. */
type Memory = Readonly<{ all: number; server: number; writer: number; database: number }>

function memory(): Memory {
  const processes = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []))
  const parents = new Map(processes.map((pid) => [pid, parentOf(pid)]))
  const isOurs = (pid: number): boolean => {
    if (pid === process.pid || commandOf(pid).includes(folder)) return true
    const parent = parents.get(pid) ?? 0
    return parent > 1 && isOurs(parent)
  }
  const ours = processes.filter(isOurs).map((pid) => ({ pid, size: shareOf(pid), command: commandOf(pid) }))
  const sum = (some: typeof ours) => Math.round(some.reduce((total, { size }) => total + size, 0))
  const isWriter = ({ command }: { command: string }) => command.includes('worker.ts')
  return {
    all: sum(ours),
    server: sum(ours.filter(({ pid }) => pid === process.pid)),
    writer: sum(ours.filter(isWriter)),
    database: sum(ours.filter((one) => one.pid !== process.pid && !isWriter(one))),
  }
}

function parentOf(pid: number): number {
  return Number(/\) \S (\d+)/.exec(read(pid, 'stat'))?.[1] ?? 0)
}

function commandOf(pid: number): string {
  return read(pid, 'cmdline')
}

function shareOf(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(read(pid, 'smaps_rollup'))?.[1] ?? 0) / 1024
}

/** A process may end while it is looked at. */
function read(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return ''
  }
}
