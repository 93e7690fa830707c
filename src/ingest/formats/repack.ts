import type { Packed } from './archive.ts'
import { invalid } from './invalid.ts'
import type { Scratch } from './scratch.ts'
import { Sink } from './scratch.ts'

const LIMIT = 0xffffffff

type Kept = Readonly<{ name: Buffer; sum: number; bytes: number; offset: number }>

/**
 * Writes a zip archive anew, nothing packed and each size where a reader expects it. A reader that streams looks at
 * other headers than one that starts from the directory; after this both see what was checked, and nothing else.
 */
export class Repacker {
  readonly #shown: string
  readonly #sink: Sink
  readonly #kept: Kept[] = []
  #offset = 0

  constructor(shown: string, scratch: Scratch) {
    this.#shown = shown
    this.#sink = new Sink(scratch, scratch.path('zip'))
  }

  /** Begins a file; its bytes follow by `write`. */
  async begin({ name, bytes, entry }: Packed): Promise<void> {
    const kept = { name: Buffer.from(name), sum: entry.crc32, bytes, offset: this.#offset }
    if (this.#offset + bytes > LIMIT) {
      throw invalid(this.#shown, 'the workbook holds more than 4 GiB', 'Export the tickets as CSV instead')
    }
    this.#kept.push(kept)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(20, 4)
    describe(header, kept, 6)
    await this.write(Buffer.concat([header, kept.name]))
  }

  async write(bytes: Buffer): Promise<void> {
    this.#offset += bytes.length
    await this.#sink.write(bytes)
  }

  /** Ends the archive and says where it lies. */
  async end(): Promise<string> {
    const start = this.#offset
    for (const kept of this.#kept) {
      const header = Buffer.alloc(46)
      header.writeUInt32LE(0x02014b50, 0)
      header.writeUInt16LE(20, 4)
      header.writeUInt16LE(20, 6)
      describe(header, kept, 8)
      header.writeUInt32LE(kept.offset, 42)
      await this.write(Buffer.concat([header, kept.name]))
    }
    const last = Buffer.alloc(22)
    last.writeUInt32LE(0x06054b50, 0)
    last.writeUInt16LE(this.#kept.length, 8)
    last.writeUInt16LE(this.#kept.length, 10)
    last.writeUInt32LE(this.#offset - start, 12)
    last.writeUInt32LE(start, 16)
    await this.write(last)
    await this.#sink.close()
    return this.#sink.path
  }
}

/** Flags (names in UTF-8), method (stored), checksum, both sizes and the length of the name, as both headers have them. */
function describe(header: Buffer, { name, sum, bytes }: Kept, at: number): void {
  header.writeUInt16LE(0x0800, at)
  header.writeUInt32LE(sum, at + 8)
  header.writeUInt32LE(bytes, at + 12)
  header.writeUInt32LE(bytes, at + 16)
  header.writeUInt16LE(name.length, at + 20)
}
