import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { crc32, createGunzip } from 'node:zlib'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { Refusal } from '#base/refusal.ts'
import { type Input, readEnds } from './input.ts'
import { errorCode, invalid, inWords } from './invalid.ts'
import type { Limits } from './limits.ts'
import { Sink } from './scratch.ts'

/** Expands a .gz file into the scratch folder. */
export async function expandGzip(input: Input): Promise<Input> {
  const { tail } = await readEnds(input.path, 4)
  const told = tail.length === 4 ? tail.readUInt32LE(0) : 0
  if (told < input.bytes * input.limits.ratio) await input.scratch.reserve(told)
  const sink = new Sink(input.scratch, input.scratch.path('bin'))
  const guard = new Guard(input.shown, input.bytes, input.limits)
  const packed = createReadStream(input.path, { highWaterMark: 1 << 18 })
  if (input.tap) packed.on('data', (chunk) => input.tap?.(chunk as Buffer)) // no encoding is set, so chunks are bytes
  try {
    await pipeline(
      packed,
      createGunzip({ chunkSize: 1 << 18 }),
      into(guard, (chunk) => sink.write(chunk)),
      aborting(input),
    )
  } catch (error) {
    throw explained(input.shown, error)
  }
  await sink.close()
  return { ...input, path: sink.path, bytes: guard.expanded, tap: undefined }
}

/** A file in a zip archive, not yet expanded. */
export type Packed = Readonly<{ name: string; bytes: number; entry: Entry; zip: ZipFile; archive: Guard }>

/** Walks the files of a zip archive in its own order, without folders and what macOS adds. */
export async function* entriesOf(input: Input): AsyncGenerator<Packed> {
  const zip = await opened(input)
  const archive = new Guard(input.shown, input.bytes, input.limits)
  try {
    refuseTooMany(input, zip)
    for await (const entry of zip.eachEntry()) {
      input.signal?.throwIfAborted()
      if (isClutter(entry.fileName)) continue
      refuseUnreadable(input.shown, entry)
      yield { name: entry.fileName, bytes: entry.uncompressedSize, entry, zip, archive }
    }
  } catch (error) {
    throw explained(input.shown, error)
  } finally {
    zip.close()
  }
}

/** Expands one entry into the scratch folder. */
export async function expandEntry(input: Input, packed: Packed): Promise<Input> {
  const shown = `${input.shown}/${packed.name}`
  if (packed.bytes < packed.entry.compressedSize * input.limits.ratio)
    await input.scratch.reserve(packed.bytes)
  const sink = new Sink(input.scratch, input.scratch.path('bin'))
  const bytes = await readEntry({ ...input, shown }, packed, (chunk) => sink.write(chunk))
  await sink.close()
  return { ...input, shown, path: sink.path, bytes, tap: undefined }
}

/** Streams one entry through `take`, held to the limits and to its checksum; hands back its size. */
export async function readEntry(
  input: Input,
  packed: Packed,
  take: (chunk: Buffer) => unknown,
): Promise<number> {
  const { entry, zip, archive } = packed
  const guard = new Guard(input.shown, entry.compressedSize, input.limits)
  let sum = 0
  try {
    const stream = await zip.openReadStreamPromise(entry)
    const summed = into(guard, (chunk) => {
      archive.count(chunk.length)
      sum = crc32(chunk, sum)
      return take(chunk)
    })
    await pipeline(stream, summed, aborting(input))
  } catch (error) {
    throw explained(input.shown, error)
  }
  if (sum !== entry.crc32) throw damaged(input.shown)
  return guard.expanded
}

/** Counts expanded bytes and refuses an archive that grows beyond reason. */
class Guard {
  readonly #shown: string
  readonly #packed: number
  readonly #limits: Limits
  expanded = 0

  constructor(shown: string, packed: number, limits: Limits) {
    this.#shown = shown
    this.#packed = packed
    this.#limits = limits
  }

  count(bytes: number): void {
    this.expanded += bytes
    const { expanded, ratio, ratioFrom } = this.#limits
    const grown = this.expanded > ratioFrom && this.expanded > ratio * this.#packed
    if (!grown && this.expanded <= expanded) return
    const limit = grown ? `more than ${ratio} times its packed size` : `more than ${inWords(expanded)}`
    throw invalid(
      this.#shown,
      `it expands to ${limit}, as archives do that are made to fill disks`,
      'If it is genuine, unpack it yourself and import the file inside',
    )
  }
}

function into(
  guard: Guard,
  take: (chunk: Buffer) => unknown,
): (chunks: AsyncIterable<Buffer>) => Promise<void> {
  return async (chunks) => {
    for await (const chunk of chunks) {
      guard.count(chunk.length)
      await take(chunk)
    }
  }
}

function aborting({ signal }: Input): { signal?: AbortSignal } {
  return signal ? { signal } : {}
}

async function opened(input: Input): Promise<ZipFile> {
  try {
    return await openPromise(input.path, { validateEntrySizes: true, autoClose: false })
  } catch (error) {
    throw invalid(
      input.shown,
      `the zip archive cannot be opened: ${messageOf(error)}`,
      'It is cut short or damaged: copy or download it again',
      error,
    )
  }
}

function refuseTooMany({ shown, limits }: Input, zip: ZipFile): void {
  if (zip.entryCount > limits.entries) {
    throw invalid(
      shown,
      `it holds ${zip.entryCount} files, more than ${limits.entries}`,
      'Pack only the files to import',
    )
  }
}

const clutter = /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i

function isClutter(name: string): boolean {
  return name.endsWith('/') || clutter.test(name)
}

function refuseUnreadable(shown: string, entry: Entry): void {
  const place = `${shown}/${entry.fileName}`
  if (entry.isEncrypted()) throw invalid(place, 'the zip archive has a password', 'Pack it again without one')
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
    const method = `it is packed by method ${entry.compressionMethod}, which is not read`
    throw invalid(place, method, 'Pack it again as an ordinary zip (store or deflate)')
  }
}

function explained(shown: string, error: unknown): unknown {
  if (error instanceof Refusal || isAbort(error)) return error
  const code = errorCode(error)
  const message = messageOf(error)
  if (code === 'Z_BUF_ERROR' || /unexpected (?:end|EOF)/i.test(message)) {
    return invalid(shown, 'the archive is cut short', 'Copy or download it again, whole', error)
  }
  if (/invalid relative path|absolute path|invalid characters in fileName/.test(message)) {
    const wrong = `a file in the archive has a name that leads out of it (${message})`
    return invalid(shown, wrong, 'Do not unpack it; ask its sender for a clean archive', error)
  }
  if (code?.startsWith('Z_') || isPlain(error)) return damaged(shown, error)
  return error
}

function damaged(shown: string, cause?: unknown): Refusal {
  const why = cause === undefined ? 'its checksum is wrong' : messageOf(cause)
  return invalid(shown, `the archive is damaged: ${why}`, 'Copy or download it again', cause)
}

/** What yauzl throws about an archive: neither an error of the system nor one of ours. */
function isPlain(error: unknown): boolean {
  return error instanceof Error && error.constructor === Error && !('code' in error)
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
