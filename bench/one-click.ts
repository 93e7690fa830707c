import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCluster } from '#db/cluster.ts'
import { startServer } from '#server/try-server.ts'
import { organizationOf, untilQuiet } from '#server/try-upload.ts'

/**
 * npm run bench -- --one-click [--keep FOLDER]: the whole set of the simulated house on a server, and what everything takes together:
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
  let [all, own, largest] = [0, 0, 0]
  const look = setInterval(() => {
    const found = memory()
    all = Math.max(all, found.all)
    own = Math.max(own, found.own)
    largest = Math.max(largest, found.largest)
  }, 100)
  const [began, before] = [performance.now(), process.cpuUsage()]
  await server.as('ada', { method: 'POST', url: `${home}/documents`, payload: { kind: 'whole set' } })
  const [job] = await untilQuiet(server, 'ada', organization, 300)
  clearInterval(look)
  const { user, system } = process.cpuUsage(before)
  const { documents, kept: again, refused } = job?.outcome ?? {}
  const seconds = (performance.now() - began) / 1000
  console.log(
    `whole set, ${name}: ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} CPU s of the server itself), ${counted(documents)} documents, ${String(again)} handed out again, ${counted(refused)} refused; all processes ${all} MiB, of these the server ${own} and the one that writes ${largest}`,
  )
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

function counted(list: unknown): number {
  return Array.isArray(list) ? list.length : 0
}

/** What this process, those it began and the database take now, in MiB. */
function memory(): Readonly<{ all: number; own: number; largest: number }> {
  const processes = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []))
  const parents = new Map(processes.map((pid) => [pid, parentOf(pid)]))
  const isOurs = (pid: number): boolean => {
    if (pid === process.pid || commandOf(pid).includes(folder)) return true
    const parent = parents.get(pid) ?? 0
    return parent > 1 && isOurs(parent)
  }
  const ours = processes.filter(isOurs).map((pid) => ({ pid, size: shareOf(pid), command: commandOf(pid) }))
  const sum = ours.reduce((total, { size }) => total + size, 0)
  const writers = ours.filter(({ pid, command }) => pid !== process.pid && command.includes('worker.ts'))
  return {
    all: Math.round(sum),
    own: Math.round(shareOf(process.pid)),
    largest: Math.round(Math.max(0, ...writers.map(({ size }) => size))),
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
