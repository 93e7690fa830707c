import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'cw-serve-'))
const port = await freePort()
const started = new Set<ChildProcess>()
after(async () => {
  for (const child of started) await stop(child)
  rmSync(folder, { recursive: true, force: true })
})

test('a first start prints a link, and whoever opens it has an organization that lasts', async () => {
  const first = await serve()
  const code = /start#code=(\S+)/.exec(first.said())?.[1]
  const { cookie, organization } = await begin(code)

  assert.equal(await ask(`/api/organizations/${organization}`, { cookie }), 200)
  assert.equal(statSync(join(folder, 'secret')).mode & 0o777, 0o600)
  assert.equal(statSync(join(folder, 'clausewise.sock')).mode & 0o777, 0o600)
  await refusesASecond()
  await survivesKill(first.child, cookie, organization)
})

/** A second start on the same folder says who has it, and leaves the first one alone. */
async function refusesASecond() {
  const second = await serve({ port: await freePort(), wanted: 'end' })

  assert.equal(second.child.exitCode, 2)
  assert.match(second.said(), /in use by another Clausewise \(process \d+\)/)
  assert.equal(await ask('/api/session'), 200)
}

/** Killed, it leaves PostgreSQL behind; the next start takes it over, and the session still opens the organization. */
async function survivesKill(child: ChildProcess, cookie: string, organization: string) {
  const before = postmaster()
  child.kill('SIGKILL')
  await once(child, 'exit')

  const next = await serve()
  assert.equal(postmaster(), before, 'the PostgreSQL that was left running is taken over')
  assert.equal(await ask(`/api/organizations/${organization}`, { cookie }), 200)
  assert.doesNotMatch(next.said(), /start#code=/)
  assert.equal(await askSocket(`/api/organizations/${organization}`), 200)

  await stop(next.child)
  assert.equal(next.child.exitCode, 0)
  assert.equal(isRunning(before), false, 'PostgreSQL is stopped too')
  assert.ok(!existsSync(join(folder, 'clausewise.sock')))
}

test('a port that is taken is named, with what to do', async (t) => {
  const other = createServer().listen(0, '127.0.0.1')
  t.after(() => other.close())
  await once(other, 'listening')
  const { port: taken } = other.address() as { port: number }

  const { child, said } = await serve({ port: taken, wanted: 'end' })

  assert.equal(child.exitCode, 2)
  assert.match(said(), new RegExp(`Port ${taken} on 127.0.0.1 is taken.*CLAUSEWISE_PORT=${taken + 1}`))
})

/** Starts the program as people do, and waits for what it is wanted to do: answer, or end. */
async function serve(how: Readonly<{ port?: number; wanted?: 'answer' | 'end' }> = {}) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, 'serve'], {
    env: {
      ...process.env,
      CLAUSEWISE_DATA: folder,
      CLAUSEWISE_PORT: String(how.port ?? port),
      DATABASE_URL: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.add(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece: Buffer) => {
      text += piece.toString()
    })
  const isOpen = () => (how.wanted === 'end' ? false : text.includes('Clausewise is at'))
  while (child.exitCode === null && child.signalCode === null && !isOpen()) await wait(50)
  assert.ok(how.wanted === 'end' || child.exitCode === null, text)
  return { child, said: () => text }
}

async function stop(child: ChildProcess): Promise<void> {
  started.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

async function begin(code: string | undefined) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/start`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` },
    body: JSON.stringify({
      code,
      name: 'Ada',
      email: 'ada@example.org',
      password: 'seven blue herons',
      organization: 'Maison Clément',
    }),
  })
  const made = (await answer.json()) as { id: string }
  assert.equal(answer.status, 201, JSON.stringify(made))
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', organization: made.id }
}

async function ask(path: string, headers: Record<string, string> = {}): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).status
}

/** As the command line asks: by the socket, without signing in. */
async function askSocket(path: string): Promise<number | undefined> {
  const asked = request({ socketPath: join(folder, 'clausewise.sock'), path })
  asked.end()
  const [answer] = await once(asked, 'response')
  answer.resume()
  return answer.statusCode
}

function postmaster(): number {
  return Number(readFileSync(join(folder, 'postgres', 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: free } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return free
}
