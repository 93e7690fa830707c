import { hasMark, Utf8Check } from './encoding.ts'
import { type Input, readChunks } from './input.ts'
import { invalid } from './invalid.ts'
import { JsonSplitter, type Piece } from './json-split.ts'

/** Streams the pieces of a JSON document, as many at a time as a chunk of the file ends; the document must be UTF-8. */
export async function* readPieces(input: Input): AsyncGenerator<readonly Piece[]> {
  const splitter = new JsonSplitter(input.shown, input.limits)
  const check = new Utf8Check()
  let isFirst = true
  for await (const chunk of readChunks(input)) {
    check.push(chunk)
    refuseOtherText(input, check)
    yield splitter.push(isFirst && hasMark(chunk) ? chunk.subarray(3) : chunk)
    isFirst = false
  }
  splitter.end()
}

/** Refuses JSON whose bytes are not UTF-8, at the place where that was seen. */
export function refuseOtherText({ shown }: Input, { broken }: Utf8Check): void {
  if (broken === undefined) return
  throw invalid(
    shown,
    `the bytes near byte ${broken} are not UTF-8 text, which JSON must be`,
    'Save the file as UTF-8',
  )
}
