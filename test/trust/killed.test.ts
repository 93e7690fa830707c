import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { reachRecords } from '#server/reach.ts'
import { verify } from '#server/verify.ts'
import { ask, kill, type Serving, startFirst, startServing } from './serving.ts'

/** npm test runs ten rounds, npm run endure a hundred. */
const rounds = Number(process.env.CLAUSEWISE_ROUNDS ?? 10)
process.env.DATABASE_URL = ''
const folder = mkdtempSync(join(tmpdir(), 'clausewise-killed-'))
let serving: Serving | undefined
after(async () => {
  isWriting = false
  if (serving) await kill(serving, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

const acknowledged = new Map<string, string>()
let isWriting = true
let last = ''

/** Writes one after another; what was answered with 201 counts as kept. */
async function writer(name: string, organization: string): Promise<void> {
  const path = `/api/organizations/${organization}/comments?on=requirement:4.1-a`
  for (let n = 0; isWriting; n += 1) {
    const body = `${name} wrote ${n}`
    const { status, body: said } = await ask(folder, 'POST', path, { body })
    last = `${status} ${said}`
    if (status === 201) acknowledged.set(JSON.parse(said).id, body)
    else await wait(50)
  }
}

/** PostgreSQL itself, and in every other round all that works for it too. */
function killPostgres(): void {
  const file = join(folder, 'postgres/data/postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was just being started again.
  }
}

async function grows(): Promise<void> {
  const before = acknowledged.size
  for (let left = 600; acknowledged.size <= before; left -= 1) {
    assert.ok(left > 0, `nothing is written any more: ${last} ${serving?.said()}`)
    await wait(100)
  }
}

test(`killed ${rounds} times while people write, nothing that was acknowledged is lost and every trail holds`, async () => {
  serving = await startServing(folder)
  const organization = await startFirst(folder, serving)
  const writers = ['Ada', 'Ben', 'Cleo'].map((name) => writer(name, organization))
  await grows()

  for (let round = 0; round < rounds; round += 1) {
    await wait(Math.random() * 400)
    const victim = ['server', 'postgres', 'both'][round % 3]
    if (victim !== 'server') killPostgres()
    if (victim !== 'postgres') {
      await kill(serving)
      serving = await startServing(folder)
    }
    await grows()
  }
  isWriting = false
  await Promise.all(writers)
  await kill(serving, 'SIGTERM')

  await reachRecords(folder, async (url) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{ id: string; body: string }>('select id, body from comment')
    const entries = await client.query(`select record_id from audit_entry where record_kind = 'comment'`)
    await client.end()
    const kept = new Map(rows.map(({ id, body }) => [id, body]))
    assert.ok(acknowledged.size > rounds, `${acknowledged.size} were acknowledged`)
    assert.deepEqual(
      [...acknowledged].filter(([id, body]) => kept.get(id) !== body),
      [],
    )
    assert.equal(entries.rows.length, rows.length, 'each has its entry in the trail')
    assert.deepEqual((await verify(url, folder)).wrong, [])
  })
})
