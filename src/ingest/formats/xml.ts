import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { decodeOrRefuse } from './encoding.ts'
import { type Input, readChunks, readEnds } from './input.ts'
import { invalid, inWords } from './invalid.ts'

/** What a format does with the elements of an XML file; names come with their prefix, as written. */
type XmlHandler = Readonly<{
  open: (name: string, attributes: Readonly<Record<string, string>>) => void
  close: (name: string) => void
  text?: (text: string) => void
  /** After each piece of the file, to write what has come together. */
  drain: () => Promise<void>
}>

/** Streams an XML file to its handler. Document types and entities of its own are refused, never expanded. */
export async function readXml(input: Input, handler: XmlHandler): Promise<void> {
  const named = await declaredEncoding(input)
  const decoder = new TextDecoder(named, { fatal: true })
  const feed = new Feed(input, handler)
  let from = 0
  for await (const chunk of readChunks(input)) {
    feed.write(decodeOrRefuse(decoder, chunk, { shown: input.shown, from, named }))
    from += chunk.length
    await handler.drain()
  }
  feed.write(decodeOrRefuse(decoder, undefined, { shown: input.shown, from, named }))
  feed.end()
  await handler.drain()
}

class Feed {
  readonly #input: Input
  readonly #parser = new SaxesParser({ xmlns: false })
  #depth = 0
  #quiet = 0
  #refusal: Error | undefined

  constructor(input: Input, handler: XmlHandler) {
    this.#input = input
    this.#parser.on('doctype', () => this.#refuseDoctype())
    this.#parser.on('error', (error) => this.#refuse(plain(error)))
    this.#parser.on('text', (text) => handler.text?.(text))
    this.#parser.on('cdata', (text) => handler.text?.(text))
    this.#parser.on('opentag', ({ name, attributes }) => {
      this.#quiet = 0
      this.#depth += 1
      if (this.#depth > input.limits.depth)
        this.#refuse(`elements lie more than ${input.limits.depth} levels deep`)
      if (!this.#refusal) handler.open(name, attributes)
    })
    this.#parser.on('closetag', ({ name }) => {
      this.#quiet = 0
      this.#depth -= 1
      if (!this.#refusal) handler.close(name)
    })
  }

  write(text: string): void {
    this.#quiet += text.length
    this.#parser.write(text)
    if (this.#quiet > this.#input.limits.line) {
      this.#refuse(`one element or comment is longer than ${inWords(this.#input.limits.line)}`)
    }
    this.#check()
  }

  end(): void {
    this.#parser.close()
    this.#check()
  }

  #refuseDoctype(): void {
    const wrong = 'it has a document type (DOCTYPE), with which a small file can fill a machine'
    this.#refusal ??= invalid(this.#place(), wrong, 'Export it again without one, or delete that line')
  }

  #refuse(wrong: string): void {
    this.#refusal ??= invalid(this.#place(), `the XML is broken: ${wrong}`, 'Export the file again, whole')
  }

  #check(): void {
    if (this.#refusal) throw this.#refusal
  }

  #place(): string {
    return `${this.#input.shown}:${this.#parser.line}`
  }
}

/** The parser's words without its own line and column. */
function plain(error: Error): string {
  return error.message.replace(/^(?:[^:]*:)?\d+:\d+:\s*/, '').replace(/\.$/, '')
}

/** The encoding that the XML declaration names; UTF-16 has become UTF-8 before it comes here. */
async function declaredEncoding(input: Input): Promise<string> {
  const { head } = await readEnds(input.path, 256)
  const named =
    /<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head.toString('latin1'))?.[1]?.toLowerCase() ??
    'utf-8'
  if (named.startsWith('utf-16')) return 'utf-8'
  try {
    return new TextDecoder(named).encoding
  } catch (error) {
    throw invalid(`${input.shown}:1`, `the encoding "${named}" is not known`, 'Save the file as UTF-8', error)
  }
}
