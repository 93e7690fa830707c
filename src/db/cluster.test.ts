import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { openCluster } from './cluster.ts'
import { hold, holderOf } from './hold.ts'
import { startPostgres } from './postgres.ts'
import { identityOf, isRunning } from './process-identity.ts'

const holder = fileURLToPath(new URL('../../test/trust/hold-folder.ts', import.meta.url))
const base = mkdtempSync(join(tmpdir(), 'clausewise-cluster-'))
after(() => rmSync(base, { recursive: true, force: true }))

let count = 0
function newFolder(): string {
  count += 1
  return join(base, String(count))
}

/** Another process that opens the folder; gives what it says first. */
async function another(folder: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [holder, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  assert.ok(child.stdout)
  const [piece] = await once(child.stdout, 'data', { signal: AbortSignal.timeout(30_000) })
  return { child, said: String(piece).trim() }
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function kept(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query('select count(*)::int as n from kept')
  await client.end()
  return rows[0].n
}

const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])

test('a second process on a data folder is refused by name, and may come once the first has gone', async () => {
  const folder = newFolder()
  const first = await another(folder)

  await assert.rejects(openCluster(folder, ''), {
    code: 'conflict',
    message: new RegExp(`in use by another Clausewise \\(process ${first.child.pid}\\).*CLAUSEWISE_DATA`),
  })
  const ended = once(first.child, 'exit')
  first.child.kill('SIGTERM')
  await ended
  const cluster = await openCluster(folder, '')
  await cluster.stop()

  assert.match(first.said, /^held /)
  assert.equal(existsSync(join(folder, 'clausewise.pid')), false)
})

test('a PostgreSQL left by a killed process is taken over, with everything it had acknowledged', async () => {
  const folder = newFolder()
  const { child } = await another(folder)
  await killed(child)
  const orphan = postmaster(folder)

  const cluster = await openCluster(folder, '')

  assert.equal(postmaster(folder), orphan)
  assert.equal(await kept(cluster.url), 1)
  await cluster.stop()
  assert.equal(isRunning(orphan), false)
})

test('process and PostgreSQL both killed: the next start finds no obstacle and all that was written', async () => {
  const folder = newFolder()
  const { child } = await another(folder)
  const pid = postmaster(folder)
  await killed(child)
  process.kill(pid, 'SIGKILL')

  const cluster = await openCluster(folder, '')

  assert.notEqual(postmaster(folder), pid)
  assert.equal(await kept(cluster.url), 1)
  await cluster.stop()
})

test('a PostgreSQL that is killed under a running process is started again', async () => {
  const folder = newFolder()
  const cluster = await openCluster(folder, '')
  const client = new pg.Client({ connectionString: cluster.url })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('create table kept as select 7 as id')
  const pid = postmaster(folder)

  process.kill(pid, 'SIGKILL')
  let found = -1
  for (let tries = 0; found < 0 && tries < 100; tries += 1) {
    found = await kept(cluster.url).catch(() => -1)
    if (found < 0) await wait(100)
  }

  assert.equal(found, 1)
  assert.notEqual(postmaster(folder), pid)
  await cluster.stop()
})

test('a file left by a process that is dead, or whose number another process has now, holds nobody off', () => {
  const dead = newFolder()
  const reused = newFolder()
  for (const folder of [dead, reused]) mkdirSync(folder)
  writeFileSync(join(dead, 'clausewise.pid'), '999999999 1')
  writeFileSync(join(reused, 'clausewise.pid'), `${process.ppid} 1`)

  for (const folder of [dead, reused]) {
    const letGo = hold(folder)
    assert.equal(holderOf(folder), process.pid)
    letGo()
    assert.equal(holderOf(folder), undefined)
  }
})

test('a number of PostgreSQL that belongs to another process now is not waited for', async () => {
  const folder = newFolder()
  const first = await openCluster(folder, '')
  await first.stop()
  writeFileSync(join(folder, 'postgres/data/postmaster.pid'), `${process.pid}\n${folder}\n1\n`)

  const cluster = await openCluster(folder, '')

  assert.notEqual(postmaster(folder), process.pid)
  await cluster.stop()
})

test('of eight that find a dead holder exactly one gets the folder', async () => {
  const folder = newFolder()
  mkdirSync(folder)
  writeFileSync(join(folder, 'clausewise.pid'), '999999999 1')

  const script = `
    import { hold } from ${JSON.stringify(new URL('./hold.ts', import.meta.url).href)}
    try { hold(${JSON.stringify(folder)}); process.stdout.write('held'); setTimeout(() => {}, 4000) }
    catch (error) { process.stdout.write(error.code) }`
  const all = Array.from({ length: 8 }, () => {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      cwd: process.cwd(),
    })
    return once(child.stdout, 'data').then(([piece]) => ({ child, said: String(piece) }))
  })
  const said = await Promise.all(all)
  for (const { child } of said) child.kill('SIGKILL')

  assert.deepEqual(said.map((one) => one.said).sort(), [...Array(7).fill('conflict'), 'held'])
})

test('a start time tells a process from a later one of its number', () => {
  assert.match(identityOf(process.pid), new RegExp(`^${process.pid} \\d+$`))
  assert.equal(identityOf(999_999_999), '')
})

const asRoot = process.getuid?.() === 0 ? false : 'needs root, who may not run PostgreSQL himself'

test('below a private folder of root PostgreSQL runs in a namespace of its own', {
  skip: asRoot,
}, async () => {
  const home = newFolder()
  mkdirSync(home, { mode: 0o700 })

  const postgres = await startPostgres(join(home, 'data'))
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const { rows } = await client.query('select 1 as one')
  await client.end()
  await postgres.stop()

  assert.deepEqual(rows, [{ one: 1 }])
})
