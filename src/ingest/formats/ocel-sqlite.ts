import { DatabaseSync, type SQLOutputValue } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import type { Refusal } from '#base/refusal.ts'
import type { Input } from './input.ts'
import { invalid } from './invalid.ts'
import { type ObjectAttribute, OcelTables, type Relation } from './ocel.ts'
import type { Found } from './staged.ts'

const PAUSE = 1000
const needed = ['event', 'object', 'event_object', 'event_map_type', 'object_map_type'] as const

/** Reads OCEL 2.0 as SQLite: one table per type of event and object, named in two maps. */
export async function stageOcelSqlite(input: Input): Promise<Found> {
  await input.scratch.reserve(input.bytes)
  const log = new OcelSqlite(input)
  try {
    return await log.stage()
  } catch (error) {
    if (error instanceof Error && 'errcode' in error) throw broken(input.shown, error)
    throw error
  } finally {
    log.close()
  }
}

function broken(shown: string, error: Error): Refusal {
  return invalid(
    shown,
    `the SQLite file cannot be read: ${error.message}`,
    'Copy or export it again, whole',
    error,
  )
}

type Row = Readonly<Record<string, SQLOutputValue>>

class OcelSqlite {
  readonly #input: Input
  readonly #tables: OcelTables
  readonly #database: DatabaseSync
  #names = new Map<string, string>()

  constructor(input: Input) {
    this.#input = input
    this.#tables = new OcelTables(input)
    // Immutable: no lock and no journal is written beside the user's file.
    const url = pathToFileURL(input.path)
    url.searchParams.set('immutable', '1')
    this.#database = new DatabaseSync(url, { readOnly: true })
  }

  async stage(): Promise<Found> {
    const tables = [...this.#rows("select name from sqlite_master where type = 'table'")].map(
      (row) => text(row.name) ?? '',
    )
    this.#names = new Map(tables.map((name) => [name.toLowerCase(), name]))
    const missing = needed.filter((name) => !this.#names.has(name))
    if (missing.length > 0) {
      const wrong = `it is an SQLite database without the tables of OCEL 2.0 (${missing.join(', ')} missing)`
      throw invalid(this.#input.shown, wrong, 'Export the tickets as CSV instead')
    }
    await this.#objects()
    await this.#events()
    await this.#relations('e2o', 'event_object', 'ocel_event_id', 'ocel_object_id')
    if (this.#names.has('object_object')) {
      await this.#relations('o2o', 'object_object', 'ocel_source_id', 'ocel_target_id')
    }
    return this.#tables.close()
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close()
  }

  async #objects(): Promise<void> {
    for (const row of this.#rows(typesOf('object'))) {
      const type = text(row.type) ?? ''
      let id: string | undefined
      let attributes: ObjectAttribute[] = []
      const add = () => id !== undefined && this.#tables.addObject({ id, type, attributes, relations: [] })
      for await (const value of this.#paced(this.#thingsOf('object', row.table), type)) {
        const next = text(value.own_id)
        if (next !== id) {
          add()
          attributes = []
        }
        id = next
        const at = text(value.ocel_time)
        const own = changedOnly(attributesOf(value), text(value.ocel_changed_field))
        attributes.push(...own.map(([name, one]) => ({ name, value: one, at })))
      }
      add()
    }
  }

  async #events(): Promise<void> {
    for (const row of this.#rows(typesOf('event'))) {
      const type = text(row.type) ?? ''
      for await (const value of this.#paced(this.#thingsOf('event', row.table), type)) {
        const at = text(value.ocel_time)?.replace(' ', 'T')
        const id = text(value.own_id) ?? ''
        this.#tables.addEvent({ id, type, at, attributes: attributesOf(value), relations: [] })
      }
    }
  }

  async #relations(kind: 'e2o' | 'o2o', table: string, from: string, to: string): Promise<void> {
    const sql = `select ${from} as from_id, ${to} as to_id, ocel_qualifier as qualifier from ${table} order by ${from}, rowid`
    let source: string | undefined
    let related: Relation[] = []
    for await (const row of this.#paced(sql)) {
      const next = text(row.from_id) ?? ''
      if (source !== undefined && next !== source) {
        this.#tables.relate(kind, source, related)
        related = []
      }
      source = next
      related.push({ to: text(row.to_id) ?? '', qualifier: text(row.qualifier) ?? '' })
    }
    if (source !== undefined) this.#tables.relate(kind, source, related)
  }

  /** The events or objects of one type in their order, each with the columns of the type's own table. */
  #thingsOf(kind: 'event' | 'object', mapped: SQLOutputValue | undefined): string {
    const table = this.#names.get(`${kind}_${text(mapped) ?? ''}`.toLowerCase())
    const own = `select thing.ocel_id as own_id from ${kind} as thing where thing.ocel_type = ? order by thing.rowid`
    if (table === undefined) return own
    return `select value.*, thing.ocel_id as own_id from ${kind} as thing
      left join "${table.replaceAll('"', '""')}" as value on value.ocel_id = thing.ocel_id
      where thing.ocel_type = ? order by thing.rowid, value.rowid`
  }

  async *#paced(sql: string, ...parameters: string[]): AsyncGenerator<Row> {
    let seen = 0
    for (const row of this.#rows(sql, ...parameters)) {
      yield row
      seen += 1
      if (seen % PAUSE === 0) await this.#tables.drain()
    }
    await this.#tables.drain()
  }

  *#rows(sql: string, ...parameters: string[]): Generator<Row> {
    const statement = this.#database.prepare(sql)
    statement.setReadBigInts(true)
    yield* statement.iterate(...parameters)
  }
}

/** All types of a log, those that the map forgets included. */
function typesOf(kind: 'event' | 'object'): string {
  return `select distinct thing.ocel_type as type, map.ocel_type_map as "table" from ${kind} as thing
    left join ${kind}_map_type as map on map.ocel_type = thing.ocel_type order by 1`
}

const own = new Set(['own_id', 'ocel_id', 'ocel_time', 'ocel_changed_field'])

function attributesOf(row: Row): [string, string][] {
  return Object.entries(row).flatMap(([name, value]) => {
    const one = own.has(name) ? undefined : text(value)
    return one === undefined ? [] : [[name, one] as [string, string]]
  })
}

/** A row that tells of a change repeats the other attributes or leaves them empty; either way they did not change. */
function changedOnly(
  attributes: readonly [string, string][],
  changed: string | undefined,
): readonly [string, string][] {
  return changed === undefined ? attributes : attributes.filter(([name]) => name === changed)
}

function text(value: SQLOutputValue | undefined): string | undefined {
  if (value === null || value === undefined || value instanceof Uint8Array) return undefined
  return String(value)
}
