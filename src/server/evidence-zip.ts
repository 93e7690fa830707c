import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { Readable } from 'node:stream'
import { Zip, ZipPassThrough } from 'fflate'
import type { Actor } from '#access/actor.ts'
import { readTrail, verifyTrail } from '#access/trail-store.ts'
import { Refusal } from '#base/refusal.ts'
import type { Workshop } from './workshop.ts'

/** More than this, in bytes, does not go into one zip file. */
const largest = 3.9 * 1024 ** 3

const trailReadme = `# Audit trail

trail.jsonl: every change of every record, the oldest first, one a line, each with the hash of the one before it.
verified.json: what following the whole chain said when this file was made.
`

/** An evidence pack with the audit trail beside it, as a zip file that is made while it is sent. */
export async function zipEvidence(shop: Workshop, actor: Actor, folder: string): Promise<Readable> {
  const files = await filesBelow(folder)
  if (files.length === 0)
    throw new Refusal('not-found', 'There is no evidence pack yet. Upload tickets first.')
  if (files.reduce((sum, { bytes }) => sum + bytes, 0) > largest)
    throw new Refusal(
      'invalid',
      `The evidence pack is too large for a zip file. Take the folder evidence of the workspace.`,
    )
  return Readable.from(pieces(shop, actor, folder, files), { objectMode: false })
}

async function filesBelow(folder: string): Promise<{ path: string; bytes: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(paths.sort().map(async (path) => ({ path, bytes: (await stat(path)).size })))
}

/** The pieces of the zip file in their order; the packed parts are stored, since Parquet is packed already. */
async function* pieces(
  shop: Workshop,
  actor: Actor,
  folder: string,
  files: readonly { path: string }[],
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  const take = () => {
    const taken = ready
    ready = []
    return taken
  }
  const entries: readonly (readonly [string, AsyncIterable<Uint8Array>])[] = [
    ...files.map(({ path }) => [relative(folder, path), createReadStream(path)] as const),
    ['trail/README.md', oneText(trailReadme)],
    ['trail/trail.jsonl', trailLines(shop, actor)],
    ['trail/verified.json', verification(shop, actor)],
  ]
  for (const [name, content] of entries) {
    const entry = new ZipPassThrough(name)
    entry.mtime = shop.now()
    zip.add(entry)
    for await (const chunk of content) {
      entry.push(chunk)
      yield* take()
    }
    entry.push(new Uint8Array(0), true)
    yield* take()
  }
  zip.end()
  yield* take()
}

async function* oneText(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

/** The trail is read from its end; it is turned round in pages, so that only numbers are held and others are served between. */
async function* trailLines(shop: Workshop, actor: Actor): AsyncGenerator<Uint8Array> {
  const page = 250
  const [newest] = await shop.records.within(actor, (tx) => readTrail(tx, undefined, 1))
  for (let upTo = page; newest && upTo - page < newest.number; upTo += page) {
    const before = Math.min(upTo, newest.number) + 1
    const entries = await shop.records.within(actor, (tx) => readTrail(tx, before, page))
    const wanted = entries.filter(({ number }) => number > upTo - page).toReversed()
    yield Buffer.from(wanted.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  }
}

async function* verification(shop: Workshop, actor: Actor): AsyncGenerator<Uint8Array> {
  const verified = await verifyTrail(shop.records, actor.organization)
  yield Buffer.from(`${JSON.stringify({ at: shop.now().toISOString(), ...verified }, null, 1)}\n`)
}
