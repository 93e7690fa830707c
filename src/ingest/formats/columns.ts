import type { Problem } from '#base/problem.ts'
import { invalid } from './invalid.ts'

const SAMPLED = 20

/** The columns of one table: names as found, made unique without regard to case, as SQL knows no other. */
export class Columns {
  readonly #shown: string
  readonly #most: number
  readonly #names: string[] = []
  readonly #taken = new Set<string>()
  readonly #renamed: string[] = []

  constructor(shown: string, most: number) {
    this.#shown = shown
    this.#most = most
  }

  get names(): readonly string[] {
    return this.#names
  }

  /** Adds a column and says under which name. */
  add(found: string): string {
    if (this.#names.length === this.#most) {
      throw invalid(
        this.#shown,
        `it has more than ${this.#most} columns`,
        'Export fewer fields, or check that keys are not used as field names',
      )
    }
    const wanted = found.trim() === '' ? `column_${this.#names.length + 1}` : found.trim()
    let name = wanted
    for (let copy = 2; this.#taken.has(name.toLowerCase()); copy += 1) name = `${wanted}_${copy}`
    if (name !== wanted) this.#renamed.push(`"${wanted}" is there already, its next one is read as "${name}"`)
    this.#taken.add(name.toLowerCase())
    this.#names.push(name)
    return name
  }

  /** Tells about names that had to be changed, the first twenty by name. */
  problems(): Problem[] {
    const problems = this.#renamed.slice(0, SAMPLED).map((what) => this.#warning(`The column ${what}`))
    const more = this.#renamed.length - SAMPLED
    if (more > 0) problems.push(this.#warning(`${more} more columns have a name that was there already`))
    return problems
  }

  #warning(message: string): Problem {
    const advice = 'Rename it in the export, or map both'
    return {
      code: 'ingest.duplicate-column',
      message: `${message}. ${advice}.`,
      where: { file: this.#shown },
      level: 'warning',
    }
  }
}
