import type { Problem } from '#base/problem.ts'
import { Columns } from './columns.ts'
import type { Input } from './input.ts'
import { Sink } from './scratch.ts'
import type { FoundTable } from './staged.ts'

/** Writes the rows of one table as NDJSON of texts, and learns its columns while it does. */
export class RowWriter {
  readonly #input: Input
  readonly #columns: Columns
  readonly #fixed: readonly string[]
  readonly #keys = new Map<string, string>()
  readonly #sink: Sink
  rows = 0

  /** The fixed columns come first and are filled by position, so that no field of the same name gets into them. */
  constructor(input: Input, fixed: readonly string[] = []) {
    this.#input = input
    this.#columns = new Columns(input.shown, input.limits.columns)
    this.#sink = new Sink(input.scratch, input.scratch.path('ndjson'))
    this.#fixed = fixed.map((name) => asKey(this.#columns.add(name)))
  }

  /** Adds a row; what is not there is NULL. Call `drain` now and then. */
  add(fields: Iterable<readonly [string, string]>, fixed: readonly (string | undefined)[] = []): void {
    let text = ''
    for (const [index, value] of fixed.entries()) {
      if (value !== undefined) text += `${text === '' ? '{' : ','}${this.#fixed[index]}${asText(value)}`
    }
    for (const [name, value] of fields) {
      text += `${text === '' ? '{' : ','}${this.#key(name)}${asText(value)}`
    }
    this.#sink.add(text === '' ? '{}\n' : `${text}}\n`)
    this.rows += 1
  }

  async drain(): Promise<void> {
    this.#input.signal?.throwIfAborted()
    await this.#sink.drain()
  }

  /** Ends the file and describes the table in it. */
  async close(
    about: Pick<FoundTable, 'name' | 'format' | 'zone'>,
  ): Promise<{ table: FoundTable; problems: Problem[] }> {
    await this.#sink.close()
    const table: FoundTable = {
      ...about,
      load: { kind: 'ndjson', path: this.#sink.path },
      columns: this.#columns.names,
      quotedNewlines: true,
    }
    return { table, problems: this.#columns.problems() }
  }

  #key(name: string): string {
    const known = this.#keys.get(name)
    if (known !== undefined) return known
    const key = asKey(this.#columns.add(name))
    this.#keys.set(name, key)
    return key
  }
}

function asKey(name: string): string {
  return `${asText(name)}:`
}

/** Half a surrogate pair has no place in UTF-8; it becomes the replacement character. */
function asText(value: string): string {
  return JSON.stringify(value.isWellFormed() ? value : value.toWellFormed())
}
