import { createHash } from 'node:crypto'
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { kindOfFile } from '#ingest/inspect.ts'
import { Unserved } from './problem.ts'

/** A file that lies in its place, whole. */
export type Landed = Readonly<{ id: string; name: string; bytes: number; sha256: string; mediaKind: string }>

/** The largest file that is taken, in bytes, where nobody says otherwise. */
export const largestUpload = 2 * 1024 ** 3

/** How many files one request may bring. */
const mostFiles = 50

/**
 * Writes the files of a request below a folder while they come in, each into a folder of its own name. All land or
 * none: what was aborted, is too large or cannot be tickets leaves nothing behind.
 */
export async function land(
  request: FastifyRequest,
  folder: string,
  largest: number,
): Promise<readonly Landed[]> {
  if (!request.isMultipart()) throw new Unserved(415, 'Send the files as multipart/form-data.')
  const landed: { file: Landed; from: string }[] = []
  const begun: string[] = []
  try {
    const limits = { fileSize: largest, files: mostFiles, fields: 10, parts: mostFiles + 10 }
    for await (const part of request.files({ limits })) {
      const id = crypto.randomUUID()
      const from = join(folder, `.incoming-${id}`)
      mkdirSync(from, { recursive: true })
      begun.push(from)
      landed.push({ file: await write(part, { id, from, largest }), from })
    }
    if (landed.length === 0) throw new Unserved(422, 'No file was sent.')
    for (const { file, from } of landed) {
      renameSync(from, join(folder, file.id))
      begun.push(join(folder, file.id))
    }
    return landed.map(({ file }) => file)
  } catch (error) {
    for (const path of begun) rmSync(path, { recursive: true, force: true })
    throw toldInWords(error, largest)
  }
}

type Part = Awaited<ReturnType<FastifyRequest['file']>> & object

async function write(
  part: Part,
  { id, from, largest }: { id: string; from: string; largest: number },
): Promise<Landed> {
  const name = safeName(part.filename)
  const path = join(from, name)
  const hash = createHash('sha256')
  let bytes = 0
  const count = new Transform({
    transform(chunk: Buffer, _, next) {
      hash.update(chunk)
      bytes += chunk.length
      next(null, chunk)
    },
  })
  await pipeline(part.file, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  if (part.file.truncated) throw tooLarge(largest)
  const mediaKind = await kindOfFile(path, name)
  return { id, name, bytes, sha256: hash.digest('hex'), mediaKind }
}

/** The last part of a name, without what a file system or a terminal would take for something else. */
export function safeName(given: string | undefined): string {
  const last = (given ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}"#<>|?*:]/gu, '_')
    .replace(/^[.\s-]+/, '')
    .trim()
  const ending = /\.[A-Za-z0-9]{1,8}(\.(gz|zip))?$/.exec(plain)?.[0] ?? ''
  const stem = plain
    .slice(0, plain.length - ending.length)
    .slice(0, 150)
    .toWellFormed()
  return `${stem || 'file'}${ending}`
}

function tooLarge(largest: number): Unserved {
  const megabytes = Math.floor(largest / 1024 ** 2)
  return new Unserved(
    413,
    `The file is larger than ${megabytes} MB. Pack it (.gz or .zip), export it in parts, or raise the limit in the settings.`,
  )
}

function toldInWords(error: unknown, largest: number): unknown {
  const { code } = error as { code?: string }
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge(largest)
  if (code === 'FST_FILES_LIMIT') return new Unserved(413, `Send at most ${mostFiles} files at once.`)
  if (code === 'ENOSPC') return new Unserved(507, 'The disk of the server is full. Nothing was kept.')
  if (code === 'ERR_STREAM_PREMATURE_CLOSE')
    return new Unserved(400, 'The upload broke off. Nothing was kept.')
  return error
}
