import type { Problem } from '#base/problem.ts'
import type { Input } from './input.ts'
import { invalid } from './invalid.ts'
import { RowWriter } from './rows.ts'
import type { Found, FoundTable } from './staged.ts'
import { ZoneTally } from './zone.ts'

/** An attribute of an object; one that changes has several values, each from its time on. */
export type ObjectAttribute = Readonly<{ name: string; value: string; at: string | undefined }>

type OcelObject = Readonly<{
  id: string
  type: string
  attributes: readonly ObjectAttribute[]
  relations: readonly Relation[]
}>

type OcelEvent = Readonly<{
  id: string
  type: string
  at: string | undefined
  attributes: readonly (readonly [string, string])[]
  relations: readonly Relation[]
}>

/** What an event or object has to do with another object. */
export type Relation = Readonly<{ to: string; qualifier: string }>

/** The three tables of an object-centric event log (OCEL 2.0), the same whatever it was encoded in. */
export class OcelTables {
  readonly #input: Input
  readonly #objects: RowWriter
  readonly #events: RowWriter
  readonly #relations: RowWriter
  readonly #zone = new ZoneTally()
  #duplicates = 0
  #earlier = 0
  #timeless = 0

  constructor(input: Input) {
    this.#input = input
    this.#objects = new RowWriter(input, ['id', 'type'])
    this.#events = new RowWriter(input, ['id', 'type', 'at'])
    this.#relations = new RowWriter(input, ['kind', 'from_id', 'to_id', 'qualifier'])
  }

  addObject(object: OcelObject): void {
    this.#objects.add(this.#lastValues(object.attributes), [object.id, object.type])
    this.relate('o2o', object.id, object.relations)
  }

  addEvent(event: OcelEvent): void {
    if (event.at === undefined) this.#timeless += 1
    else this.#zone.see(event.at)
    this.#events.add(event.attributes, [event.id, event.type, event.at])
    this.relate('e2o', event.id, event.relations)
  }

  /** Adds all relations of one event or object; one that stands there twice is counted and added once. */
  relate(kind: 'e2o' | 'o2o', from: string, relations: readonly Relation[]): void {
    const seen = new Set<string>()
    for (const { to, qualifier } of relations) {
      const pair = JSON.stringify([to, qualifier])
      if (seen.has(pair)) this.#duplicates += 1
      else this.#relations.add([], [kind, from, to, qualifier])
      seen.add(pair)
    }
  }

  async drain(): Promise<void> {
    await this.#objects.drain()
    await this.#events.drain()
    await this.#relations.drain()
  }

  async close(): Promise<Found> {
    if (this.#events.rows === 0) {
      throw invalid(
        this.#input.shown,
        'the object-centric event log holds no events',
        'Export the log again with its events',
      )
    }
    const tables: FoundTable[] = []
    const problems: Problem[] = []
    const { zone } = this.#zone
    for (const [name, writer] of [
      ['object', this.#objects],
      ['event', this.#events],
      ['relation', this.#relations],
    ] as const) {
      const closed = await writer.close({ name, format: 'ocel', zone })
      tables.push(closed.table)
      problems.push(...closed.problems)
    }
    return { tables, problems: [...problems, ...this.#problems()] }
  }

  /** An object as it stands at the end of the log. */
  #lastValues(attributes: readonly ObjectAttribute[]): Map<string, string> {
    const last = new Map<string, ObjectAttribute>()
    for (const attribute of attributes) {
      const known = last.get(attribute.name)
      if (known) this.#earlier += 1
      if (!known || instant(attribute.at) >= instant(known.at)) last.set(attribute.name, attribute)
    }
    return new Map([...last].map(([name, { value }]) => [name, value]))
  }

  #problems(): Problem[] {
    const told: readonly (readonly [number, string, string, Problem['level']])[] = [
      [
        this.#duplicates,
        'ingest.duplicate-relation',
        'relations stand there twice and were taken once',
        'note',
      ],
      [
        this.#earlier,
        'ingest.earlier-value',
        'earlier values of object attributes were left out; the last one was taken',
        'note',
      ],
      [this.#timeless, 'ingest.event-without-time', 'events have no time', 'warning'],
    ]
    return told
      .filter(([count]) => count > 0)
      .map(([count, code, what, level]) => ({
        code,
        message: `${count} ${what}.`,
        where: { file: this.#input.shown },
        level,
      }))
  }
}

/** For the order of values within one object only: a stamp without zone is read as UTC, none at all as the first. */
function instant(at: string | undefined): number {
  if (at === undefined) return Number.NEGATIVE_INFINITY
  const stamp = at.replace(' ', 'T')
  const time = Date.parse(/(?:Z|[+-]\d{2}:?\d{2})$/i.test(stamp.slice(10)) ? stamp : `${stamp}Z`)
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time
}
