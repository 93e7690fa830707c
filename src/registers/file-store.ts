import { createHash } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Refusal } from '#base/refusal.ts'
import { demandHonest, fileType, safeName } from './file-type.ts'

/** A file that was received, checked and kept; nothing points at it yet. */
export type Kept = Readonly<{ name: string; type: string; bytes: number; sha256: string }>

const looked = 64 * 1024

/**
 * Keeps the bytes of an upload below the attachments of an organization, under their hash. They are on the disk before
 * anything says so. isCut tells, at the end, whether the upload was longer than allowed.
 */
export async function keepFile(
  folder: string,
  organization: string,
  upload: Readonly<{ name: string; stream: Readable; isCut: () => boolean; largest: number }>,
): Promise<Kept> {
  const place = placeOf(folder, organization)
  await mkdir(place, { recursive: true })
  const draft = join(place, `.draft-${crypto.randomUUID()}`)
  try {
    const { bytes, sha256, head, tail } = await writeDraft(draft, upload.stream)
    const name = safeName(upload.name)
    if (upload.isCut())
      throw new Refusal(
        'invalid',
        `${name} is larger than ${Math.round(upload.largest / 1e6)} MB. Attach a shorter one.`,
      )
    const found = fileType(head, tail)
    demandHonest(name, bytes, found)
    await rename(draft, join(place, sha256))
    await syncFolder(place)
    return { name, type: found.type, bytes, sha256 }
  } finally {
    await rm(draft, { force: true })
  }
}

function placeOf(folder: string, organization: string): string {
  return join(folder, 'attachments', organization)
}

/** Where the bytes of a kept file lie, for work in another process. */
export function pathOfFile(folder: string, organization: string, { sha256 }: Pick<Kept, 'sha256'>): string {
  return join(placeOf(folder, organization), sha256)
}

async function writeDraft(
  path: string,
  stream: Readable,
): Promise<{ bytes: number; sha256: string; head: Buffer; tail: Buffer }> {
  const hash = createHash('sha256')
  let [bytes, head, tail] = [0, Buffer.alloc(0), Buffer.alloc(0)]
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of stream) {
      const piece = Buffer.from(chunk)
      hash.update(piece)
      bytes += piece.length
      if (head.length < looked) head = Buffer.concat([head, piece]).subarray(0, looked)
      tail = Buffer.concat([tail, piece]).subarray(-looked)
      await file.write(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex'), head, tail }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync()
  await folder.close()
}

/** The bytes of one revision, as they came; refused when they are not on the disk. */
export async function openFile(
  folder: string,
  organization: string,
  { sha256, bytes }: Kept,
): Promise<ReadStream> {
  const path = join(placeOf(folder, organization), sha256)
  const found = await stat(path).catch(() => undefined)
  if (found?.size !== bytes)
    throw new Refusal(
      'not-found',
      'The file is not in the data folder as it was kept. Restore it from a backup.',
    )
  return createReadStream(path)
}
