import assert from 'node:assert/strict'
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Actor } from '#access/actor.ts'
import { openCluster } from '#db/cluster.ts'
import { migrate } from '#db/migrate.ts'
import { openRecords, type Records } from '#db/records.ts'
import { startDatabase } from '#db/try-database.ts'
import { listCollections } from '#evidence/collection-store.ts'
import { smallPack } from '../../test/worlds/small-pack.ts'
import { hasEnded, type Job, listJobs } from './job-store.ts'
import { openJobs } from './jobs.ts'
import { withFile } from './try-jobs.ts'

const pack = smallPack(['checks/incident/path-allowed'])
after(pack.remove)

async function untilEnded(records: Records, actor: Actor): Promise<readonly Job[]> {
  for (;;) {
    const found = await records.within(actor, (tx) => listJobs(tx, undefined, 10))
    if (found.length > 1 && found.every(hasEnded)) return found
    await new Promise((done) => setTimeout(done, 100))
  }
}

const collectionsOf = (records: Records, actor: Actor) =>
  records.within(actor, (tx) => listCollections(tx, undefined, 10))

test('a server that is killed in the middle of a job leaves it to the next one, which does it once', async () => {
  const database = await startDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-jobs-'))
  const shop = { records: database.records, folder, content: pack.folder, now: () => new Date() }
  try {
    const program = fileURLToPath(new URL('./try-jobs-process.ts', import.meta.url))
    const killed = fork(program, [database.url, folder, pack.folder], { stdio: 'inherit' })
    const actor = await new Promise<Actor>((done) => killed.once('message', (said) => done(said as Actor)))
    await new Promise((done) => killed.once('message', done))
    killed.kill('SIGKILL')

    const jobs = openJobs(shop, database.url)
    await jobs.start()
    const ended = await untilEnded(database.records, actor)
    await jobs.stop()

    assert.deepEqual(ended.map(({ kind, state }) => `${kind} ${state}`).sort(), [
      'collect done',
      'ingest done',
    ])
    assert.equal(ended.find(({ kind }) => kind === 'ingest')?.attempts, 2)
    assert.equal((await collectionsOf(database.records, actor)).length, 1)
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

test('a job goes on after server and database were stopped in the middle of it', {
  skip: process.env.DATABASE_URL ? 'needs a database of its own to stop' : false,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-jobs-'))
  try {
    const first = await openCluster(folder, '')
    await migrate(first.url)
    const before = openRecords(first.url, 4)
    const began = Promise.withResolvers<void>()
    const shop = { records: before, folder, content: pack.folder, now: () => new Date() }
    const stopped = openJobs(shop, first.url, { began: () => began.resolve() })
    await stopped.start()
    const actor = await withFile(shop, stopped)
    await began.promise
    await stopped.stop()
    await before.close()
    await first.stop()

    const second = await openCluster(folder, '')
    const records = openRecords(second.url, 4)
    const jobs = openJobs({ ...shop, records }, second.url)
    await jobs.start()
    const ended = await untilEnded(records, actor)
    const collections = await collectionsOf(records, actor)
    await jobs.stop()
    await records.close()
    await second.stop()

    assert.ok(ended.every(({ state }) => state === 'done'))
    assert.equal(collections.length, 1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
