import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Refusal } from '#base/refusal.ts'
import { openScratch, Sink } from './scratch.ts'
import { freshFolder } from './trial.ts'

test('a full disk is refused with the folder and the bytes needed', {
  skip: existsSync('/dev/full') ? false : 'needs /dev/full',
}, async () => {
  const into = freshFolder()
  const scratch = await openScratch(into)
  await scratch.reserve(2048)
  const sink = new Sink(scratch, '/dev/full')

  const written = sink.write(Buffer.from('x'))

  await assert.rejects(written, (error: unknown) => {
    assert.ok(error instanceof Refusal)
    assert.equal(
      error.message.startsWith(
        `${into}: the disk is full; staging the file needs about 2048 bytes (2.0 KiB)`,
      ),
      true,
    )
    return true
  })
})

test('more room than the disk has is refused before anything is written', async () => {
  const scratch = await openScratch(freshFolder())

  await assert.rejects(
    scratch.reserve(2 ** 60),
    /the disk is full; staging the file needs about \d+ bytes \(1048576\.0 TiB\)/,
  )
  assert.deepEqual(readdirSync(scratch.folder), [])
})

test('what was added is in the file once the sink is closed', async () => {
  const scratch = await openScratch(freshFolder())
  const sink = new Sink(scratch, scratch.path('txt'))

  sink.add('Zoë\n')
  await sink.drain()
  await sink.write(Buffer.from(''))
  sink.add('end')
  await sink.close()

  assert.equal(readFileSync(sink.path, 'utf8'), 'Zoë\nend')
})

test('dropping takes away the folder, with files that are still open', async () => {
  const into = freshFolder()
  const scratch = await openScratch(into)
  const sink = new Sink(scratch, scratch.path('txt'))
  sink.add('x')

  await scratch.drop()

  assert.deepEqual(readdirSync(into), [])
})

test('files that no table is loaded from are given back', async () => {
  const scratch = await openScratch(freshFolder())
  const [kept, other] = [new Sink(scratch, scratch.path('csv')), new Sink(scratch, scratch.path('bin'))]
  await kept.close()
  await other.close()

  await scratch.keepOnly(new Set([kept.path]))

  assert.deepEqual([existsSync(kept.path), existsSync(other.path)], [true, false])
})
