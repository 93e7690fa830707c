import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import type { Endpoint } from '#api/endpoint.ts'
import { endpoints } from '#api/endpoints.ts'

/** npm run bench -- --server [seconds]: the server under the journeys of fifty people, every GET address among them. */
const clients = 50
const seconds = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 60)
const warmUp = Math.min(10, seconds / 2)
const writesOf = 10
type Ready = { address: string; ids: Record<string, string | undefined>; people: number; entries: number }
type Ask = Readonly<{ name: string; method: string; path: string; body?: () => object }>

const child = spawn(
  process.execPath,
  ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, 'served.ts')],
  { stdio: ['ignore', 'pipe', 'inherit'] },
)
const [line] = await once(createInterface({ input: child.stdout }), 'line')
const { address, ids, people, entries } = JSON.parse(line) as Ready
const base = new URL(address)

/** What journeys ask most; the rest of the GET addresses come each now and then. */
const often =
  /\/(today|readiness|requirements|requirements\/:requirement|checks|records|records\/:record|comments)$/
/** Queries that an address cannot be asked without. */
const queries: Readonly<Record<string, string>> = {
  '/comments': `?on=record:${ids.record}`,
  '/attachments': `?on=record:${ids.record}`,
  '/search': '?text=change',
  '/populations': '',
}

/** What takes its time by its nature, and is asked for now and then: made files, the whole trail followed. */
const rare = /\/(evidence-pack|export|verification|document|content)$/
const left: string[] = []
const reads = Object.entries(endpoints as Readonly<Record<string, Endpoint>>)
  .filter(([key]) => key.startsWith('GET '))
  .flatMap(([key, { answers }]): Ask[] => {
    const path = key.slice(4)
    const missing = [...path.matchAll(/:(\w+)/g)].some(({ 1: name = '' }) => !ids[name])
    if (missing || answers === 'events') {
      left.push(key)
      return []
    }
    const end = path.slice(path.lastIndexOf('/'))
    const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''))
    const one = { name: key, method: 'GET', path: `${filled}${queries[end] ?? ''}` }
    return often.test(path) ? Array.from({ length: 6 }, () => one) : [one]
  })

const seldom = reads.filter(({ name }) => rare.test(name))
const usual = reads.filter(({ name }) => !rare.test(name))
// Seven steps at a time would miss some of a list whose length is a multiple of seven.
if (usual.length % 7 === 0) usual.push(...usual.slice(0, 1))
const home = `/api/organizations/${ids.organization}`
const writes: readonly Ask[] = [
  {
    name: 'POST comment',
    method: 'POST',
    path: `${home}/comments?on=requirement:${ids.requirement}`,
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
let isOver = false

/** One request, from its sending to the last byte of its answer. */
function send({ name, method, path, body }: Ask, person: string): Promise<void> {
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
        headers: { 'x-person': person, ...(payload ? { 'content-type': 'application/json' } : {}) },
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

async function client(number: number): Promise<void> {
  for (let turn = 0; !isOver; turn += 1) {
    const person = `p${(number + turn * clients) % people}`
    const one = (turn + number) % writesOf === 0 ? nextOf(writes) : nextOf(usual)
    if (one) await send(one, person)
  }
}

function memory(): number {
  const text = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) / 1024
}

function at(share: number, of: readonly number[]): string {
  const sorted = [...of].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
}

function row(name: string, of: readonly Took[]): string {
  const times = of.map(({ took }) => took)
  return `${name.padEnd(70)} ${String(of.length).padStart(7)} ${at(0.5, times).padStart(8)} ${at(0.95, times).padStart(8)}`
}

for (const one of new Set(reads)) await send(one, 'p1')
const running = Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
await wait(warmUp * 1000)
isMeasuring = true
const until = wait(seconds * 1000)
for (const one of seldom) await send(one, 'p1')
await until
isOver = true
await running
isMeasuring = false
await wait(10_000)

const byName = Map.groupBy(taken, ({ name }) => name)
console.log(
  `${clients} clients, ${seconds} s after ${warmUp} s of warm-up; ${people} people, ${entries.toLocaleString('en')} audit entries`,
)
console.log(`${''.padEnd(70)} ${'n'.padStart(7)} ${'p50 ms'.padStart(8)} ${'p95 ms'.padStart(8)}`)
console.log(
  row(
    'reads (p95 under 50)',
    taken.filter(({ isWrite }) => !isWrite),
  ),
)
console.log(
  row(
    'writes (p95 under 100)',
    taken.filter(({ isWrite }) => isWrite),
  ),
)
for (const [name, of] of [...byName].sort(
  ([, a], [, b]) =>
    Number(
      at(
        0.95,
        b.map((one) => one.took),
      ),
    ) -
    Number(
      at(
        0.95,
        a.map((one) => one.took),
      ),
    ),
))
  console.log(row(`  ${name.replace('/api/organizations/:organization', 'O')}`, of))
console.log(
  `\n${(taken.length / seconds).toFixed(0)} requests a second; ${[...faults.values()].reduce((sum, n) => sum + n, 0)} errors (0)`,
)
for (const [what, count] of faults) console.log(`  ${count} x ${what}`)
console.log(`memory of the server, idle: ${memory().toFixed(0)} MB (under 600)`)
console.log(`not asked, for want of such a thing or as a stream: ${left.length}`)
for (const key of left) console.log(`  ${key}`)
agent.destroy()
child.kill('SIGTERM')
