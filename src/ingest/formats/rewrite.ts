import { isUtf8 } from 'node:buffer'
import { decodeWindows1252 } from './encoding.ts'
import { type Input, readChunks } from './input.ts'
import { Sink } from './scratch.ts'

/** From which byte on to copy, how many lines lie before it, and the byte that ends a line. */
type How = Readonly<{ start: number; linesBefore: number; newline: 10 | 13 }>

/** A text written anew: how many lines were not UTF-8, and the first of them. */
type Rewritten = Readonly<{ path: string; otherLines: Readonly<{ count: number; first: number }> }>

/**
 * Copies a text as UTF-8 with LF at the end of each line. Line by line, what is not UTF-8 is read as Windows-1252:
 * one bad line in a sound file does not spoil the others, and a Latin-1 file is read whole.
 */
export async function rewriteText(input: Input, { start, linesBefore, newline }: How): Promise<Rewritten> {
  await input.scratch.reserve(input.bytes)
  const sink = new Sink(input.scratch, input.scratch.path('csv'))
  const lines = new LineRewriter(newline, linesBefore)
  let rest = Buffer.alloc(0)
  let skip = start
  for await (const chunk of readChunks({ ...input, tap: undefined })) {
    if (skip >= chunk.length) {
      skip -= chunk.length
      continue
    }
    const bytes = Buffer.concat([rest, chunk.subarray(skip)])
    skip = 0
    const end = bytes.lastIndexOf(newline) + 1
    rest = bytes.subarray(end)
    if (end > 0) await sink.write(lines.rewrite(bytes.subarray(0, end)))
  }
  if (rest.length > 0) await sink.write(lines.rewrite(rest))
  await sink.close()
  return { path: sink.path, otherLines: { count: lines.others, first: lines.first } }
}

class LineRewriter {
  others = 0
  first = 1
  readonly #newline: number
  #line: number

  constructor(newline: number, linesBefore: number) {
    this.#newline = newline
    this.#line = linesBefore
  }

  rewrite(block: Buffer): Buffer {
    const text = isUtf8(block) ? this.#counted(block) : this.#mixed(block)
    return Buffer.from(text.replace(/\r\n?/g, '\n'))
  }

  #counted(block: Buffer): string {
    for (let at = block.indexOf(this.#newline); at !== -1; at = block.indexOf(this.#newline, at + 1))
      this.#line += 1
    return block.toString()
  }

  #mixed(block: Buffer): string {
    let text = ''
    for (let from = 0; from < block.length; ) {
      const end = block.indexOf(this.#newline, from)
      const line = block.subarray(from, end === -1 ? block.length : end + 1)
      text += isUtf8(line) ? line.toString() : this.#other(line)
      this.#line += 1
      from += line.length
    }
    return text
  }

  #other(line: Buffer): string {
    if (this.others === 0) this.first = this.#line + 1
    this.others += 1
    return decodeWindows1252(line)
  }
}
