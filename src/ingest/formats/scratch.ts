import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Refusal } from '#base/refusal.ts'
import { errorCode, invalid, inWords } from './invalid.ts'

const BLOCK = 1 << 20

/** The folder that staged files of one input are written to; it goes away with everything in it when staging fails. */
export class Scratch {
  readonly folder: string
  readonly #names = new Set<string>()
  readonly #streams = new Set<WriteStream>()
  #needed = 0

  constructor(folder: string) {
    this.folder = folder
  }

  /** A new file's path; the name is ours, never one found in an archive. */
  path(ending: string): string {
    const path = join(this.folder, `${this.#names.size + 1}.${ending}`)
    this.#names.add(path)
    return path
  }

  /** Refuses before writing when the disk has less room than will be needed. */
  async reserve(bytes: number): Promise<void> {
    this.#needed = bytes
    const disk = await statfs(this.folder)
    if (disk.bavail * disk.bsize < bytes) throw this.full()
  }

  /** Gives back the room of files that no table is loaded from. */
  async keepOnly(paths: ReadonlySet<string>): Promise<void> {
    const unused = [...this.#names].filter((path) => !paths.has(path))
    await Promise.all(unused.map((path) => rm(path, { force: true })))
    if (unused.length === this.#names.size) await this.drop()
  }

  /** Opens a file for writing, which `drop` closes when nobody else did. */
  open(path: string): WriteStream {
    const stream = createWriteStream(path, { highWaterMark: BLOCK })
    this.#streams.add(stream)
    stream.once('close', () => this.#streams.delete(stream))
    return stream
  }

  async drop(): Promise<void> {
    const closed = [...this.#streams].map((stream) => once(stream, 'close'))
    for (const stream of this.#streams) stream.destroy()
    await Promise.all(closed)
    await rm(this.folder, { recursive: true, force: true })
  }

  full(cause?: unknown): Refusal {
    const needed =
      this.#needed > 0 ? `${this.#needed} bytes (${inWords(this.#needed)})` : 'more bytes than are free'
    return invalid(
      dirname(this.folder),
      `the disk is full; staging the file needs about ${needed} in this folder`,
      'Free that much room, or choose a folder on a larger disk, and import again',
      cause,
    )
  }
}

/** Makes an empty folder of its own for one input below the given one. */
export async function openScratch(into: string): Promise<Scratch> {
  await mkdir(into, { recursive: true })
  return new Scratch(await mkdtemp(join(into, 'staged-')))
}

/** A staged file being written: what is added waits in memory until `drain` is called, at most a block beyond it. */
export class Sink {
  readonly path: string
  readonly #scratch: Scratch
  readonly #stream: WriteStream
  #text = ''
  #failure: Error | undefined

  constructor(scratch: Scratch, path: string) {
    this.path = path
    this.#scratch = scratch
    this.#stream = scratch.open(path)
    this.#stream.on('error', (error) => {
      this.#failure = error
    })
  }

  add(text: string): void {
    this.#text += text
  }

  /** Writes what waits, once it is worth it. */
  async drain(): Promise<void> {
    if (this.#text.length < BLOCK) return
    const text = this.#text
    this.#text = ''
    await this.write(Buffer.from(text))
  }

  /** Writes bytes, which must not be changed afterwards. */
  async write(bytes: Buffer): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      if (this.#failure) reject(this.#failure)
      else this.#stream.write(bytes, (error) => (error ? reject(error) : resolve()))
    }).catch((error: unknown) => this.#explain(error))
  }

  async close(): Promise<void> {
    if (this.#text !== '') {
      const text = this.#text
      this.#text = ''
      await this.write(Buffer.from(text))
    }
    await new Promise<void>((resolve, reject) => {
      this.#stream.once('close', () => (this.#failure ? reject(this.#failure) : resolve()))
      if (this.#stream.closed) resolve()
      else this.#stream.end()
    }).catch((error: unknown) => this.#explain(error))
  }

  #explain(error: unknown): never {
    this.#stream.destroy()
    const code = errorCode(error)
    if (code === 'ENOSPC' || code === 'EDQUOT') throw this.#scratch.full(error)
    throw error
  }
}
