import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { fillAddresses } from './addresses.ts'

/**
 * npm run bench -- --server [seconds] [--keep FOLDER] [--scale N]: the server under the journeys of fifty people in a house of a
 * million tickets, every GET address of the contract among what they ask.
 */
const { values, positionals } = parseArgs({
  options: { server: { type: 'boolean' }, keep: { type: 'string' }, scale: { type: 'string' } },
  allowPositionals: true,
})
const clients = 50
const seconds = Number(positionals.at(-1) ?? 60)
const warmUp = Math.min(10, seconds / 2)
const writesOf = 10
type Ready = {
  address: string
  organization: string
  given: Record<string, string>
  people: number
}
/** by: the one person who is answered, where it is not anybody. */
type Ask = Readonly<{ name: string; method: string; path: string; body?: () => object; by?: string }>

const child = spawn(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, 'served.ts'),
    values.keep ?? '',
    values.scale ?? '11',
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
child.once('exit', (code) => process.exit(code ?? 1))
const [line] = await once(createInterface({ input: child.stdout }), 'line')
const { address, organization, given, people } = JSON.parse(line) as Ready
const base = new URL(address)
const home = `/api/organizations/${organization}`

/** What journeys ask most; the rest of the GET addresses come each now and then. */
const often =
  /\/(today|readiness|requirements|requirements\/:requirement|checks|records|records\/:record|comments)$/
/** What takes its time by its nature, and is asked for now and then: made files, the whole trail followed. */
const rare =
  /\/(calendars\/:code|evidence-pack|export|verification|repetition|evidence-room\/list|roadmap\/file)$/
const { asked, left } = await fillAddresses(organization, given, async (path) => {
  const answer = await fetch(`${address}${home}/${path}`, { headers: { 'x-person': 'p1' } })
  return answer.ok ? answer.json() : undefined
})
const reads = asked.flatMap(({ key, path }): Ask[] => {
  // A previewed import is shown to whoever has uploaded the file.
  const mine = key.endsWith('/registers/:register/imports/:import') ? { by: 'p0' } : {}
  const one = { name: key, method: 'GET', path, ...mine }
  return often.test(key) ? Array.from({ length: 6 }, () => one) : [one]
})
const seldom = reads.filter(({ name }) => rare.test(name))
const usual = reads.filter(({ name }) => !rare.test(name))
// Seven steps at a time would miss some of a list whose length is a multiple of seven.
if (usual.length % 7 === 0) usual.push(...usual.slice(0, 1))
const writes: readonly Ask[] = [
  {
    name: 'POST comment',
    method: 'POST',
    path: `${home}/comments?on=requirement:4.1-a`,
    body: () => ({ body: 'Seen, and agreed on with the owner.' }),
  },
  {
    name: 'POST record',
    method: 'POST',
    path: `${home}/registers/risks/records`,
    body: () => ({ data: { title: 'A new risk', kind: 'risk', likelihood: 'likely', effect: 'severe' } }),
  },
]

const agent = new Agent({ keepAlive: true, maxSockets: clients })
type Took = { name: string; isWrite: boolean; took: number; status: number }
const taken: Took[] = []
const faults = new Map<string, number>()
let isMeasuring = false

/** One request, from its sending to the last byte of its answer. */
function send({ name, method, path, body, by }: Ask, person: string): Promise<void> {
  const payload = body && JSON.stringify(body())
  const began = performance.now()
  return new Promise((done) => {
    const end = (status: number, said = '') => {
      if (isMeasuring)
        taken.push({ name, isWrite: method !== 'GET', took: performance.now() - began, status })
      if (isMeasuring && (status >= 400 || status === 0)) {
        const what = `${name}: ${status} ${said.slice(0, 160)}`
        faults.set(what, (faults.get(what) ?? 0) + 1)
      }
      done()
    }
    const asked = request(
      {
        agent,
        host: base.hostname,
        port: base.port,
        method,
        path,
        headers: { 'x-person': by ?? person, ...(payload ? { 'content-type': 'application/json' } : {}) },
      },
      (response) => {
        let said = ''
        response.on('data', (piece: Buffer) => {
          if (said.length < 200) said += piece.toString()
        })
        response.on('end', () => end(response.statusCode ?? 0, said))
        response.on('error', () => end(0))
      },
    )
    asked.on('error', (error) => end(0, error.message))
    asked.end(payload)
  })
}

const steps = new Map<readonly Ask[], number>()

/** Steps through a list, over those beside each other, so that all clients together ask all of it. */
function nextOf(list: readonly Ask[]): Ask | undefined {
  const step = (steps.get(list) ?? 0) + 7
  steps.set(list, step)
  return list[step % list.length]
}

/** A person opens a page, which asks four things at once, and looks at it; with no time to look he only asks. */
async function client(number: number, lookMs: number, isOver: () => boolean): Promise<void> {
  await wait((number / clients) * lookMs)
  for (let turn = 0; !isOver(); turn += 1) {
    const person = `p${(number + turn * clients) % people}`
    const asks = Array.from({ length: lookMs > 0 ? 4 : 1 }, (_, n) =>
      (turn + number + n) % writesOf === 0 ? nextOf(writes) : nextOf(usual),
    )
    await Promise.all(asks.flatMap((one) => (one ? [send(one, person)] : [])))
    if (lookMs > 0) await wait(lookMs)
  }
}

function memory(): number {
  const text = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024
}

/** The time under which this share of the requests was answered, in milliseconds. */
function at(share: number, of: readonly Took[]): number {
  const sorted = of.map(({ took }) => took).sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

function row(name: string, of: readonly Took[]): string {
  const [middle, high] = [at(0.5, of).toFixed(1), at(0.95, of).toFixed(1)]
  return `${name.padEnd(70)} ${String(of.length).padStart(7)} ${middle.padStart(8)} ${high.padStart(8)}`
}

/** One load: what the clients do for the seconds that were asked for, and what came of it. */
async function load(title: string, lookMs: number): Promise<void> {
  taken.length = 0
  faults.clear()
  let isOver = false
  const cpu = cpuSeconds()
  const running = Promise.all(
    Array.from({ length: clients }, (_, number) => client(number, lookMs, () => isOver)),
  )
  await wait(warmUp * 1000)
  isMeasuring = true
  const until = wait(seconds * 1000)
  if (lookMs > 0) for (const one of seldom) await send(one, 'p1')
  await until
  isOver = true
  await running
  isMeasuring = false
  console.log(`\n${title}: ${clients} clients, ${seconds} s after ${warmUp} s of warm-up`)
  console.log(`${''.padEnd(70)} ${'n'.padStart(7)} ${'p50 ms'.padStart(8)} ${'p95 ms'.padStart(8)}`)
  const [writing, reading] = [taken.filter(({ isWrite }) => isWrite), taken.filter(({ isWrite }) => !isWrite)]
  console.log(row('reads (p95 under 50)', reading))
  console.log(row('writes (p95 under 100)', writing))
  const slowest = [...Map.groupBy(taken, ({ name }) => name)]
    .map(([name, of]) => ({ name, of, p95: at(0.95, of) }))
    .sort((a, b) => b.p95 - a.p95)
  const late = slowest.filter(({ name, p95 }) => p95 > (name.startsWith('GET') ? 50 : 100))
  console.log(`${late.length} of ${slowest.length} addresses above that by themselves; the slowest:`)
  for (const { name, of } of slowest.slice(0, 25))
    console.log(row(`  ${name.replace('/api/organizations/:organization', 'O')}`, of))
  const used = (cpuSeconds() - cpu) / (seconds + warmUp)
  console.log(
    `${(taken.length / seconds).toFixed(0)} requests a second; the server's process used ${(used * 100).toFixed(0)} % of a core; ${sum(faults)} errors (0)`,
  )
  for (const [what, count] of faults) console.log(`  ${count} x ${what}`)
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, n) => all + n, 0)
}

/** Processor time of the server's process so far, in seconds; the kernel counts hundredths. */
function cpuSeconds(): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / 100
}

await sayHouse()
/** How large the house is, by what its own lists say. */
async function sayHouse(): Promise<void> {
  const first = async (path: string) => {
    const answer = await fetch(`${address}${home}/${path}`, { headers: { 'x-person': 'p1' } })
    return (await answer.json()) as { total?: number; items: readonly Record<string, number>[] }
  }
  const [imported, requirements, trail] = await Promise.all(['imports', 'requirements', 'trail'].map(first))
  const tickets = Number(imported?.items[0]?.tickets).toLocaleString('en')
  const entries = Number(trail?.items[0]?.number).toLocaleString('en')
  console.log(
    `${tickets} tickets, ${requirements?.total} requirements, ${people} people, ${entries} audit entries`,
  )
}

const before = memory()
for (const one of new Set(reads)) await send(one, 'p1')
await load('At their pages, two seconds a page', 2000)
await load('Without a pause', 0)
await wait(10_000)
console.log(
  `memory of the server, idle: ${before.toFixed(0)} MB before, ${memory().toFixed(0)} MB after all this (under 600)`,
)
console.log(`GET addresses: ${asked.length} asked, ${left.length} not`)
for (const key of left) console.log(`  ${key}`)
agent.destroy()
child.removeAllListeners('exit')
child.kill('SIGTERM')
await once(child, 'exit')
