import type { Actor } from '#access/actor.ts'
import type { Known, Register } from './definition.ts'
import { fold } from './keys.ts'
import type { Record } from './record.ts'
import { numberHead } from './table.ts'

/** A record that links may be written by, as numbers and labels. */
export type Named = Readonly<{ id: string; number: string; label: string }>

/** What deciding needs to know. */
export type Situation = Readonly<{
  known: Known
  actor: Actor
  /** The records of the register as they are. */
  existing: readonly Record[]
  /** The records of every register that links lead into. */
  named: ReadonlyMap<string, readonly Named[]>
  newId: () => string
}>

/** A row under its head: texts by Number, State, or the name of a field. */
export type Row = Readonly<{ line: number; cells: ReadonlyMap<string, string> }>
/** A row with the record it speaks of, or the id of the one it adds. */
export type FoundRow = Row & Readonly<{ id: string; old: Record | undefined; wrong: string | undefined }>

/** Finds the record that a row speaks of, and the records that its links name. */
export class RowFinder {
  readonly #register: Register
  readonly #situation: Situation
  readonly #byNumber: ReadonlyMap<string, Record>
  readonly #byLabel: ReadonlyMap<string, readonly Record[]>
  readonly #lines = new Map<string, number>()
  readonly #added: Named[] = []
  readonly #names = new Map<string, Map<string, readonly Named[]>>()

  constructor(situation: Situation) {
    this.#situation = situation
    this.#register = situation.known.register
    this.#byNumber = new Map(situation.existing.map((record) => [record.number.toUpperCase(), record]))
    this.#byLabel = Map.groupBy(situation.existing, ({ label }) => fold(label))
  }

  find(row: Row): FoundRow {
    const number = row.cells.get(numberHead)?.toUpperCase() ?? ''
    const label = row.cells.get(this.#register.label) ?? ''
    const alike = this.#byLabel.get(fold(label)) ?? []
    const old = number ? this.#byNumber.get(number) : alike[0]
    const id = old?.id ?? this.#situation.newId()
    const wrong =
      this.#wrongWith(number, label, old, alike.length) ??
      this.#twice(row.line, old?.number ?? (label ? fold(label) : `line ${row.line}`))
    if (!old && !wrong) this.#added.push({ id, number: '', label })
    return { ...row, id, old, wrong }
  }

  #wrongWith(number: string, label: string, old: Record | undefined, alike: number): string | undefined {
    if (number && !old)
      return `There is no ${number} in ${this.#register.title}. Leave Number empty to add a record.`
    if (!number && alike > 1)
      return `${alike} records are called "${label}". Say in the column Number which one is meant.`
    return undefined
  }

  #twice(line: number, name: string): string | undefined {
    const first = this.#lines.get(name)
    if (first !== undefined) return `Line ${first} speaks of the same record. Keep one of them.`
    this.#lines.set(name, line)
    return undefined
  }

  /** The id of a record that a cell names by its number or its label; rows that are new in this file count as well. */
  resolve(into: string, text: string): { id: string } | { wrong: string } {
    const names = this.#namesIn(into)
    const number = /^([A-Za-z]{2,4}-\d+)(?:\s|$)/.exec(text)?.[1]
    const found = (number && names.get(`# ${number.toUpperCase()}`)) || names.get(fold(text)) || []
    const [first] = found
    if (!first) return { wrong: `there is no "${text}" in ${into}: add it there first` }
    return found.length === 1
      ? { id: first.id }
      : { wrong: `"${text}" names ${found.length} records of ${into}: write its number` }
  }

  #namesIn(into: string): ReadonlyMap<string, readonly Named[]> {
    const known = this.#names.get(into)
    if (known) return known
    const added = into === this.#register.id ? this.#added : []
    const all = [...(this.#situation.named.get(into) ?? []), ...added]
    const names = new Map([
      ...Map.groupBy(all, ({ label }) => fold(label)),
      ...Map.groupBy(all, ({ number }) => `# ${number.toUpperCase()}`),
    ])
    this.#names.set(into, names)
    return names
  }
}
