import type { Problem } from '#base/problem.ts'
import { hasMark, Utf8Check } from './encoding.ts'
import { type Input, readChunks } from './input.ts'
import { invalid, inWords } from './invalid.ts'
import { flatten, isObject, type JsonObject } from './json-flatten.ts'
import { changeColumns, isJiraIssue, jiraChanges, jiraRow } from './json-jira.ts'
import { readPieces, refuseOtherText } from './json-pieces.ts'
import { type Piece, parseJson } from './json-split.ts'
import { RowWriter } from './rows.ts'
import type { Found, FoundTable } from './staged.ts'

/** Reads a JSON document: an array of objects, an object with arrays of objects inside, or a single record. */
export async function stageJson(input: Input): Promise<Found> {
  await input.scratch.reserve(input.bytes)
  const records = new Records(input, 'json')
  for await (const pieces of readPieces(input)) {
    for (const piece of pieces) records.take(piece)
    await records.drain()
  }
  return records.close()
}

/** Reads NDJSON: one object a line. */
export async function stageNdjson(input: Input): Promise<Found> {
  await input.scratch.reserve(input.bytes)
  const records = new Records(input, 'ndjson')
  for await (const lines of readLines(input)) {
    for (const { text, line } of lines) {
      if (text.trim() !== '') records.take({ under: undefined, within: 'array', key: undefined, text, line })
    }
    await records.drain()
  }
  return records.close()
}

type Line = Readonly<{ text: string; line: number }>

/** Streams the lines of a text, as many at a time as a chunk of the file ends. */
async function* readLines(input: Input): AsyncGenerator<readonly Line[]> {
  const check = new Utf8Check()
  let rest: Buffer[] = []
  let held = 0
  let line = 1
  for await (const chunk of readChunks(input)) {
    check.push(chunk)
    refuseOtherText(input, check)
    const lines: Line[] = []
    let from = line === 1 && held === 0 && hasMark(chunk) ? 3 : 0
    for (let end = chunk.indexOf(10, from); end !== -1; end = chunk.indexOf(10, from)) {
      lines.push({ text: Buffer.concat([...rest, chunk.subarray(from, end)]).toString(), line })
      rest = []
      held = 0
      line += 1
      from = end + 1
    }
    held += chunk.length - from
    if (held > input.limits.line) throw endlessLine(input, line)
    rest.push(Buffer.from(chunk.subarray(from)))
    yield lines
  }
  yield [{ text: Buffer.concat(rest).toString(), line }]
}

function endlessLine({ shown, limits }: Input, line: number): Error {
  return invalid(
    `${shown}:${line}`,
    `the line is longer than ${inWords(limits.line)}`,
    'Export one record a line',
  )
}

/** Collects the records of a document by the field they lie in, each into its table. */
class Records {
  readonly #input: Input
  readonly #format: 'json' | 'ndjson'
  readonly #tables = new Map<string | undefined, RowWriter>()
  readonly #loose = new Map<string, unknown>()
  #emptyLists = 0
  #changes: RowWriter | undefined

  constructor(input: Input, format: 'json' | 'ndjson') {
    this.#input = input
    this.#format = format
  }

  take(piece: Piece): void {
    const value = parseJson(piece.text, this.#input.shown, piece.line)
    if (piece.within === 'empty array') this.#emptyLists += 1
    else if (piece.within !== 'array') this.#keepLoose(piece, value)
    else if (isObject(value)) this.#row(piece.under, value)
    else if (piece.under === undefined) throw this.#noObject(piece)
  }

  async drain(): Promise<void> {
    for (const table of this.#tables.values()) await table.drain()
    await this.#changes?.drain()
  }

  async close(): Promise<Found> {
    if (this.#tables.size === 0) this.#single()
    const tables: FoundTable[] = []
    const problems: Problem[] = []
    for (const [under, writer] of this.#tables) {
      const name =
        this.#tables.size === 1 || under === undefined ? this.#input.name : `${this.#input.name}.${under}`
      const closed = await writer.close({ name, format: this.#format, zone: 'unknown' })
      tables.push(closed.table)
      problems.push(...closed.problems)
    }
    const changes = await this.#changes?.close({ name: 'changelog', format: this.#format, zone: 'unknown' })
    if (changes) tables.push(changes.table)
    return { tables, problems }
  }

  #row(under: string | undefined, record: JsonObject): void {
    const writer = this.#tables.get(under) ?? new RowWriter(this.#input)
    this.#tables.set(under, writer)
    if (!isJiraIssue(record)) {
      writer.add(flatten(record))
      return
    }
    writer.add(jiraRow(record))
    for (const change of jiraChanges(record)) {
      this.#changes ??= new RowWriter(this.#input, changeColumns)
      this.#changes.add([], change)
    }
  }

  #keepLoose({ under = '', key }: Piece, value: unknown): void {
    const known = this.#loose.get(under)
    const inner = isObject(known) ? known : {}
    this.#loose.set(
      under,
      key === undefined ? value : Object.fromEntries([...Object.entries(inner), [key, value]]),
    )
  }

  /** A document without a list is one record, by itself or as the only object in a wrapper. */
  #single(): void {
    const values = [...this.#loose.values()]
    const [only] = values
    if (values.length === 0 || this.#emptyLists > 0) {
      throw invalid(
        this.#input.shown,
        'it holds no records',
        'Export it again with the tickets of the period',
      )
    }
    this.#row(undefined, values.length === 1 && isObject(only) ? only : Object.fromEntries(this.#loose))
  }

  #noObject({ text, line }: Piece): Error {
    const wrong = `a record must be an object with named fields, and this is ${text.startsWith('[') ? 'a list' : 'a single value'}`
    return invalid(`${this.#input.shown}:${line}`, wrong, 'Export the tickets as an array of objects')
  }
}
