import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { type Input, readChunks } from './input.ts'
import { invalid } from './invalid.ts'
import { Sink } from './scratch.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The encoding that the first bytes give away; what is not UTF-16 counts as UTF-8 until it proves otherwise. */
export function detectEncoding(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const pairs = Math.floor(Math.min(head.length, 4096) / 2)
  if (pairs < 2 || head.indexOf(0) === -1) return 'utf-8'
  let even = 0
  let odd = 0
  for (let at = 0; at < pairs * 2; at += 2) {
    if (head[at] === 0) even += 1
    if (head[at + 1] === 0) odd += 1
  }
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le'
  if (even > pairs * 0.7 && odd < pairs * 0.1) return 'utf-16be'
  return 'utf-8'
}

/** Whether the text begins with the three bytes of a UTF-8 byte order mark. */
export function hasMark(head: Buffer): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf
}

/** Writes a UTF-16 file as UTF-8 into the scratch folder. */
export async function stageUtf16(input: Input, encoding: 'utf-16le' | 'utf-16be'): Promise<Input> {
  await input.scratch.reserve(input.bytes)
  const sink = new Sink(input.scratch, input.scratch.path('txt'))
  const decoder = new TextDecoder(encoding, { fatal: true })
  let bytes = 0
  let from = 0
  for await (const chunk of readChunks(input)) {
    const part = Buffer.from(
      decodeOrRefuse(decoder, chunk, { shown: input.shown, from, named: encoding.toUpperCase() }),
    )
    from += chunk.length
    bytes += part.length
    await sink.write(part)
  }
  decodeOrRefuse(decoder, undefined, { shown: input.shown, from, named: encoding.toUpperCase() })
  await sink.close()
  return { ...input, path: sink.path, bytes, tap: undefined }
}

type Whence = Readonly<{ shown: string; from: number; named: string }>

/** Decodes the next bytes, or the end when there are none; bytes that are no text are refused with their place. */
export function decodeOrRefuse(decoder: TextDecoder, chunk: Buffer | undefined, whence: Whence): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch (error) {
    throw notText(whence, error)
  }
}

function notText({ shown, from, named }: Whence, cause?: unknown): Error {
  return invalid(
    shown,
    `the bytes near byte ${from} are not ${named} text`,
    'Save the file as UTF-8 and import it again',
    cause,
  )
}

/** Holds a file to UTF-8 while its bytes stream by; characters may be cut between two chunks. */
export class Utf8Check {
  #carry: Buffer = Buffer.alloc(0)
  #at = 0
  /** The byte near which the first sequence that is not UTF-8 was met. */
  broken: number | undefined

  push(chunk: Buffer): void {
    if (this.broken === undefined && !this.#holds(chunk)) this.broken = this.#at
    this.#at += chunk.length
  }

  end(): void {
    if (this.broken === undefined && this.#carry.length > 0) this.broken = this.#at
  }

  #holds(chunk: Buffer): boolean {
    let start = 0
    if (this.#carry.length > 0) {
      while (start < 3 && isContinuation(chunk[start])) start += 1
      if (start === chunk.length) return this.#keep(Buffer.concat([this.#carry, chunk]))
      if (!isUtf8(Buffer.concat([this.#carry, chunk.subarray(0, start)]))) return false
    }
    return this.#keep(chunk.subarray(start))
  }

  #keep(bytes: Buffer): boolean {
    const cut = wholeCharacters(bytes)
    this.#carry = Buffer.from(bytes.subarray(cut))
    return isUtf8(bytes.subarray(0, cut))
  }
}

/** How many of the bytes make whole characters; the rest is the start of one that the next chunk ends. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (isContinuation(byte)) continue
    return lengthFrom(byte) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}

function lengthFrom(lead: number): number {
  if (lead >= 0xf0) return 4
  if (lead >= 0xe0) return 3
  return lead >= 0xc0 ? 2 : 1
}

// Windows-1252 differs from Latin-1 only here, where Latin-1 has control characters nobody exports.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Reads bytes as Windows-1252, the superset of Latin-1 that offices write. */
export function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80] ?? c)
}
