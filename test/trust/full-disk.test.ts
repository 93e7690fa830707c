import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { reachRecords } from '#server/reach.ts'
import { verify } from '#server/verify.ts'
import { ask, kill, startFirst, startServing } from './serving.ts'

process.env.DATABASE_URL = ''
const base = mkdtempSync(join(tmpdir(), 'clausewise-full-'))
const folder = join(base, 'disk')
mkdirSync(folder)
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=180m', 'tmpfs', folder])
const skip = mounted.status === 0 ? false : 'needs a disk of its own: mounting one is not allowed here'
after(() => {
  if (!skip) spawnSync('umount', ['-l', folder])
  rmSync(base, { recursive: true, force: true })
})

function fillUp(): void {
  const { bavail, bsize } = statfsSync(folder)
  try {
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(bavail * bsize))
  } catch {
    // The last bytes belong to somebody else; what is left is too little for anybody.
  }
}

test('on a full disk nothing is acknowledged that is not kept, it is said, and work goes on once there is room', {
  skip,
}, async () => {
  const serving = await startServing(folder)
  const acknowledged: string[] = []
  try {
    const organization = await startFirst(folder, serving)
    const path = `/api/organizations/${organization}/comments?on=requirement:4.1-a`
    const write = async (body: string) => {
      const answer = await ask(folder, 'POST', path, { body })
      if (answer.status === 201) acknowledged.push(JSON.parse(answer.body).id)
      return answer
    }
    assert.equal((await write('before')).status, 201)

    fillUp()
    let refused = await write('x')
    for (let n = 0; refused.status === 201 && n < 3000; n += 1)
      refused = await write(`${n} ${'x'.repeat(9000)}`)
    assert.notEqual(refused.status, 201, 'the disk was never full')
    if (refused.status !== 0) assert.match(JSON.parse(refused.body).detail, /Nothing was changed/)

    rmSync(join(folder, 'ballast'))
    let again = await write('after')
    for (let left = 300; again.status !== 201 && left > 0; left -= 1) {
      await wait(100)
      again = await write('after')
    }
    assert.equal(again.status, 201, again.body)
  } finally {
    await kill(serving, 'SIGTERM')
  }
  await reachRecords(folder, async (url) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { rows } = await client.query<{ id: string }>('select id from comment')
    await client.end()
    const kept = new Set(rows.map(({ id }) => id))
    assert.deepEqual(
      acknowledged.filter((id) => !kept.has(id)),
      [],
    )
    assert.deepEqual((await verify(url, folder)).wrong, [])
  })
})
