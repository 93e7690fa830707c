import { invalid, inWords } from './invalid.ts'
import type { Limits } from './limits.ts'

/**
 * One part of a JSON document that is worth parsing by itself: an element of the outermost array, or of an array or
 * object that is a field of the outermost object, or a plain field of it.
 */
export type Piece = Readonly<{
  /** The field of the outermost object it lies in; undefined below an outermost array. */
  under: string | undefined
  within: 'array' | 'object' | 'nothing' | 'empty array'
  /** Its own name within an inner object. */
  key: string | undefined
  text: string
  line: number
}>

type Expect = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end'
type Frame = {
  readonly kind: 'array' | 'object'
  readonly under: string | undefined
  expect: Expect
  key: string | undefined
}

const [LF, QUOTE, BACKSLASH, COMMA, COLON] = [10, 34, 92, 44, 58]
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125]

/** Cuts a JSON document of any size into pieces as its bytes stream by; only pieces are ever held in memory. */
export class JsonSplitter {
  readonly #shown: string
  readonly #limits: Limits
  readonly #frames: Frame[] = []
  #done = false
  #line = 1
  #pieces: Piece[] = []
  #capturing = false
  #parts: Buffer[] = []
  #held = 0
  #start = 0
  #startLine = 1
  #depth = 0
  #inString = false
  #escaped = false

  constructor(shown: string, limits: Limits) {
    this.#shown = shown
    this.#limits = limits
  }

  push(chunk: Buffer): Piece[] {
    this.#start = 0
    for (let at = 0; at < chunk.length; at += 1) {
      if (this.#capturing && !this.#escaped) at = skipTo(this.#stops(), chunk, at)
      if (at === chunk.length) break
      const byte = chunk[at] ?? 0
      if (byte === LF) this.#line += 1
      if (this.#capturing) this.#capture(byte, at, chunk)
      else this.#structure(byte, at, chunk)
    }
    if (this.#capturing) this.#hold(Buffer.from(chunk.subarray(this.#start)))
    const pieces = this.#pieces
    this.#pieces = []
    return pieces
  }

  end(): void {
    if (!this.#done) throw this.#broken('it ends in the middle')
  }

  #stops(): Uint8Array {
    if (this.#inString) return stringStops
    return this.#depth > 0 ? nestedStops : plainStops
  }

  #capture(byte: number, at: number, chunk: Buffer): void {
    if (this.#inString) this.#string(byte, at, chunk)
    else if (byte === QUOTE) this.#inString = true
    else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) this.#deeper()
    else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) this.#shallower(byte, at, chunk)
    else if (this.#depth === 0 && (byte === COMMA || byte === COLON || isBlank(byte)))
      this.#endBefore(byte, at, chunk)
  }

  #string(byte: number, at: number, chunk: Buffer): void {
    if (this.#escaped) this.#escaped = false
    else if (byte === BACKSLASH) this.#escaped = true
    else if (byte === QUOTE) {
      this.#inString = false
      if (this.#depth === 0) this.#finish(chunk.subarray(this.#start, at + 1))
    }
  }

  #deeper(): void {
    this.#depth += 1
    if (this.#depth > this.#limits.depth)
      throw this.#broken(`it is nested more than ${this.#limits.depth} levels deep`)
  }

  #shallower(byte: number, at: number, chunk: Buffer): void {
    if (this.#depth === 0) {
      this.#endBefore(byte, at, chunk)
      return
    }
    this.#depth -= 1
    if (this.#depth === 0) this.#finish(chunk.subarray(this.#start, at + 1))
  }

  /** A number or word ends with the byte after it, which is looked at again. */
  #endBefore(byte: number, at: number, chunk: Buffer): void {
    this.#finish(chunk.subarray(this.#start, at))
    this.#structure(byte, at, chunk)
  }

  #hold(part: Buffer): void {
    this.#held += part.length
    if (this.#held > this.#limits.line)
      throw this.#broken(`one record is longer than ${inWords(this.#limits.line)}`)
    this.#parts.push(part)
  }

  #finish(last: Buffer): void {
    this.#hold(last)
    const text = (this.#parts.length === 1 ? last : Buffer.concat(this.#parts)).toString()
    this.#parts = []
    this.#held = 0
    this.#capturing = false
    const frame = this.#frames.at(-1)
    if (!frame) return
    if (frame.expect === 'key' || frame.expect === 'key or end') {
      frame.key = parseJson(text, this.#shown, this.#startLine) as string // #structure lets only strings be keys
      frame.expect = 'colon'
      return
    }
    frame.expect = 'comma or end'
    this.#pieces.push({ ...this.#whence(frame), text, line: this.#startLine })
  }

  #whence(frame: Frame): Pick<Piece, 'under' | 'within' | 'key'> {
    if (this.#frames.length === 1 && frame.kind === 'object')
      return { under: frame.key, within: 'nothing', key: undefined }
    return { under: frame.under, within: frame.kind, key: frame.kind === 'object' ? frame.key : undefined }
  }

  #structure(byte: number, at: number, chunk: Buffer): void {
    if (isBlank(byte)) return
    const frame = this.#frames.at(-1)
    if (!frame) this.#outermost(byte)
    else if (frame.expect === 'colon') this.#step(frame, byte === COLON, 'value')
    else if (byte === (frame.kind === 'array' ? CLOSE_ARRAY : CLOSE_OBJECT)) this.#closeFrame(frame)
    else if (frame.expect === 'comma or end')
      this.#step(frame, byte === COMMA, frame.kind === 'array' ? 'value' : 'key')
    else if (frame.expect.startsWith('key') && byte !== QUOTE)
      throw this.#broken('a field has no name in double quotes')
    else this.#startValue(frame, byte, at, chunk)
  }

  #outermost(byte: number): void {
    if (this.#done)
      throw this.#broken('there is something behind its end; one document per file, or name it .ndjson')
    if (byte === OPEN_ARRAY)
      this.#frames.push({ kind: 'array', under: undefined, expect: 'value or end', key: undefined })
    else if (byte === OPEN_OBJECT)
      this.#frames.push({ kind: 'object', under: undefined, expect: 'key or end', key: undefined })
    else throw this.#broken('it is neither an array nor an object')
  }

  #step(frame: Frame, isRight: boolean, next: Expect): void {
    if (!isRight)
      throw this.#broken(`a ${frame.expect === 'colon' ? 'colon' : 'comma or closing bracket'} is missing`)
    frame.expect = next
  }

  #closeFrame(frame: Frame): void {
    if (frame.expect === 'value' && frame.kind === 'object') throw this.#broken('a field has no value')
    if (frame.expect === 'value' || frame.expect === 'key')
      throw this.#broken('there is a comma before a closing bracket')
    this.#frames.pop()
    if (frame.expect === 'value or end' && frame.under !== undefined) {
      this.#pieces.push({
        under: frame.under,
        within: 'empty array',
        key: undefined,
        text: '[]',
        line: this.#line,
      })
    }
    const outer = this.#frames.at(-1)
    if (outer) outer.expect = 'comma or end'
    else this.#done = true
  }

  #startValue(frame: Frame, byte: number, at: number, chunk: Buffer): void {
    const descends = this.#frames.length === 1 && frame.kind === 'object' && !frame.expect.startsWith('key')
    if (descends && (byte === OPEN_ARRAY || byte === OPEN_OBJECT)) {
      const kind = byte === OPEN_ARRAY ? 'array' : 'object'
      const expect = kind === 'array' ? 'value or end' : 'key or end'
      this.#frames.push({ kind, under: frame.key, expect, key: undefined })
      return
    }
    if (byte === COMMA || byte === COLON || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT)
      throw this.#broken('a value is missing')
    this.#capturing = true
    this.#start = at
    this.#startLine = this.#line
    this.#depth = 0
    this.#capture(byte, at, chunk)
  }

  #broken(wrong: string): Error {
    return invalid(
      `${this.#shown}:${this.#line}`,
      `the JSON is broken: ${wrong}`,
      'Export the file again, whole',
    )
  }
}

const stringStops = stopsAt([QUOTE, BACKSLASH, LF])
const nestedStops = stopsAt([QUOTE, OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT, LF])
const plainStops = new Uint8Array(256).fill(1)

/** A table that says for each byte whether it means something to the splitter. */
function stopsAt(bytes: readonly (number | undefined)[]): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (bytes.includes(byte) ? 1 : 0))
}

function skipTo(stops: Uint8Array, chunk: Buffer, from: number): number {
  let at = from
  while (at < chunk.length && stops[chunk[at] ?? 0] === 0) at += 1
  return at
}

function isBlank(byte: number): boolean {
  return byte === 32 || byte === LF || byte === 13 || byte === 9
}

/** Parses one piece; what is wrong is told with the line in the whole file. */
export function parseJson(text: string, shown: string, line: number): unknown {
  try {
    // Numbers of more than 15 digits, as identifiers often are, would lose their last ones.
    return /\d{16}/.test(text) ? JSON.parse(text, keepLongNumber) : JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const position = /position (\d+)/.exec(message)?.[1]
    const within = text.slice(0, Number(position ?? 0)).split('\n').length - 1
    const said = message
      .replace(/ in JSON at position.*| \(line .*/s, '')
      .replace(/, .*is not valid JSON$/s, '')
    const wrong = position === undefined ? `${said} in the record that starts here` : said
    throw invalid(
      `${shown}:${line + within}`,
      `the JSON is broken: ${wrong}`,
      'Export the file again, whole',
      error,
    )
  }
}

/** Keeps a number as the text it was written as, where JavaScript would round it. */
function keepLongNumber(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source
  return typeof value === 'number' && source !== undefined && source.length > 15 ? source : value
}
