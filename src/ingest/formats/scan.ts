import { Utf8Check } from './encoding.ts'
import { invalid, inWords } from './invalid.ts'

const CR = 13
const QUOTE = 34

type Options = Readonly<{ shown: string; line: number; newline?: 10 | 13; quote?: number }>

/** What one pass over a text file tells without parsing it. */
export type Scanned = Readonly<{
  /** Rows that are not blank, the head included. */
  rows: number
  /** Whether a quoted field spans lines. */
  quotedNewlines: boolean
  blankLines: boolean
  /** The line of the row whose quotes never close; undefined when all do. */
  openQuote: number | undefined
  /** Whether rows end in LF and CRLF by turns. */
  mixedNewlines: boolean
  /** The byte near which the text ceases to be UTF-8. */
  notUtf8: number | undefined
}>

/**
 * The first pass over a CSV file of any size: finds NUL bytes, endless lines, quoted line breaks and bytes that are
 * not UTF-8 while the bytes stream by. Quotes are counted by words of four bytes, all else is native search.
 */
export class Scan {
  readonly #shown: string
  readonly #limit: number
  readonly #newline: number
  readonly #quote: number
  readonly #utf8 = new Utf8Check()
  #at = 0
  #lines = 0
  #rows = 0
  #previous = 0
  #lineStart = 0
  #rowLine = 1
  #physical = 0
  #inQuotes = 0
  #quotedNewlines = false
  #blankLines = false
  #crlf = false
  #lf = false

  constructor({ shown, line, newline = 10, quote = QUOTE }: Options) {
    this.#shown = shown
    this.#limit = line
    this.#newline = newline
    this.#quote = quote
  }

  push(chunk: Buffer): void {
    this.#refuseNul(chunk)
    this.#refuseEndlessLine(chunk)
    this.#utf8.push(chunk)
    if (chunk.indexOf(this.#quote) !== -1 || isDense(chunk, this.#newline)) this.#words(chunk)
    else if (this.#inQuotes === 1) this.#allQuoted(chunk)
    else this.#wholeLines(chunk)
    this.#previous = chunk[chunk.length - 1] ?? this.#previous
    this.#at += chunk.length
  }

  end(): Scanned {
    this.#utf8.end()
    if (this.#at > this.#lineStart) this.#rows += 1
    return {
      rows: this.#rows,
      quotedNewlines: this.#quotedNewlines,
      openQuote: this.#inQuotes === 1 ? this.#rowLine : undefined,
      blankLines: this.#blankLines,
      mixedNewlines: this.#crlf && this.#lf,
      notUtf8: this.#utf8.broken,
    }
  }

  #refuseNul(chunk: Buffer): void {
    const nul = chunk.indexOf(0)
    if (nul === -1) return
    const line = this.#lines + count(chunk.subarray(0, nul), this.#newline) + 1
    throw invalid(
      `${this.#shown}:${line}`,
      `byte ${this.#at + nul + 1} is a NUL byte, which no text file has`,
      'Export the file again as CSV text; if it came from a database dump, leave binary columns out',
    )
  }

  /** A line longer than the limit always spans two chunks, so the ends of each chunk tell. */
  #refuseEndlessLine(chunk: Buffer): void {
    const first = chunk.indexOf(this.#newline)
    const length = this.#at + (first === -1 ? chunk.length : first) - this.#physical
    if (length > this.#limit) {
      throw invalid(
        `${this.#shown}:${this.#lines + 1}`,
        `the line is longer than ${inWords(this.#limit)} (it starts at byte ${this.#physical + 1})`,
        'Check that the file is a table with line breaks, and export it again',
      )
    }
    if (first !== -1) this.#physical = this.#at + chunk.lastIndexOf(this.#newline) + 1
  }

  /** No quote in sight: from line break to line break. */
  #wholeLines(chunk: Buffer): void {
    for (let at = chunk.indexOf(this.#newline); at !== -1; at = chunk.indexOf(this.#newline, at + 1)) {
      this.#endRow(this.#at + at, at === 0 ? this.#previous : (chunk[at - 1] ?? 0))
    }
  }

  /** The whole chunk lies within one quoted field. */
  #allQuoted(chunk: Buffer): void {
    const breaks = count(chunk, this.#newline)
    this.#lines += breaks
    this.#quotedNewlines ||= breaks > 0
  }

  #words(chunk: Buffer): void {
    const lead = (4 - (chunk.byteOffset % 4)) % 4
    const start = Math.min(lead, chunk.length)
    const words = (chunk.length - start) >> 2
    this.#bytes(chunk, 0, start)
    const view = new Int32Array(chunk.buffer, words > 0 ? chunk.byteOffset + start : 0, words)
    const quotes = this.#quote * 0x01010101
    const breaks = this.#newline * 0x01010101
    for (let word = 0; word < words; word += 1) {
      const run = quotesUntilBreak(view, word, quotes, breaks)
      this.#inQuotes ^= run & 1
      word = run >> 1
      if (word < words) this.#bytes(chunk, start + word * 4, start + word * 4 + 4)
    }
    this.#bytes(chunk, start + words * 4, chunk.length)
  }

  #bytes(chunk: Buffer, from: number, to: number): void {
    for (let at = from; at < to; at += 1) {
      const byte = chunk[at] ?? 0
      if (byte === this.#quote) this.#inQuotes ^= 1
      else if (byte === this.#newline) this.#lineBreak(chunk, at)
    }
  }

  #lineBreak(chunk: Buffer, at: number): void {
    if (this.#inQuotes === 0) {
      this.#endRow(this.#at + at, at === 0 ? this.#previous : (chunk[at - 1] ?? 0))
      return
    }
    this.#lines += 1
    this.#quotedNewlines = true
  }

  #endRow(at: number, before: number): void {
    const crlf = this.#newline === 10 && before === CR
    const blank = at === this.#lineStart || (crlf && at === this.#lineStart + 1)
    if (crlf) this.#crlf = true
    else this.#lf = true
    if (blank) this.#blankLines = true
    else this.#rows += 1
    this.#lines += 1
    this.#lineStart = at + 1
    this.#rowLine = this.#lines + 1
  }
}

/** From a word to the next one that holds a line break: twice that word's index, plus the parity of the quotes between. */
function quotesUntilBreak(view: Int32Array, from: number, quotes: number, breaks: number): number {
  let folded = 0
  let word = from
  for (; word < view.length; word += 1) {
    const bytes = view[word] as number // within the length
    const b = bytes ^ breaks
    if (((b - 0x01010101) & ~b & 0x80808080) !== 0) break
    const q = bytes ^ quotes
    // Leaves the high bit of each byte that is a quote; their parity is taken once at the end.
    folded ^= ~(((q & 0x7f7f7f7f) + 0x7f7f7f7f) | q | 0x7f7f7f7f)
  }
  folded ^= folded >>> 16
  return word * 2 + (((folded >>> 7) ^ (folded >>> 15)) & 1)
}

/** Whether lines are so short that a native search per line costs more than looking at each word. */
function isDense(chunk: Buffer, newline: number): boolean {
  const sample = Math.min(chunk.length, 4096)
  return count(chunk.subarray(0, sample), newline) > sample / 96
}

function count(bytes: Buffer, wanted: number): number {
  let found = 0
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + 1)) found += 1
  return found
}
