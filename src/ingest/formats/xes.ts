import type { Problem } from '#base/problem.ts'
import type { Input } from './input.ts'
import { invalid } from './invalid.ts'
import { RowWriter } from './rows.ts'
import type { Found } from './staged.ts'
import { readXml } from './xml.ts'
import { ZoneTally } from './zone.ts'

/** Reads an event log in XES (IEEE 1849): one row per event, with the attributes of its trace prefixed `case:`. */
export async function stageXes(input: Input): Promise<Found> {
  await input.scratch.reserve(input.bytes)
  const log = new XesLog(input)
  await readXml(input, log)
  return log.finish()
}

const valued = new Set(['string', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container'])

type Attribute = { readonly key: string; value: string | undefined; readonly items: string[] }
type Fields = Map<string, string>

class XesLog {
  readonly #input: Input
  readonly #rows: RowWriter
  readonly #zone = new ZoneTally()
  readonly #attributes: Attribute[] = []
  #trace: Fields | undefined
  #event: Fields | undefined
  #events: Fields[] = []
  #seq = 0
  #isLog = false
  #inGlobal = false
  #emptyTraces = 0
  #loose = 0
  #repeated = 0

  constructor(input: Input) {
    this.#input = input
    this.#rows = new RowWriter(input, ['case:concept:name', 'seq'])
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'log') this.#isLog = true
    else if (name === 'global') this.#inGlobal = true
    else if (name === 'trace') this.#trace = new Map()
    else if (name === 'event') this.#event = new Map()
    else if (valued.has(name)) this.#openAttribute(name, attributes)
  }

  close(name: string): void {
    if (name === 'global') this.#inGlobal = false
    else if (name === 'event') this.#closeEvent()
    else if (name === 'trace') this.#closeTrace()
    else if (valued.has(name)) this.#closeAttribute()
  }

  drain(): Promise<void> {
    return this.#rows.drain()
  }

  async finish(): Promise<Found> {
    if (!this.#isLog || this.#rows.rows === 0) {
      throw invalid(
        this.#input.shown,
        'the event log holds no events',
        'Export the log again with its events',
      )
    }
    const about = { name: this.#input.name, format: 'xes' as const, zone: this.#zone.zone }
    const { table, problems } = await this.#rows.close(about)
    return { tables: [table], problems: [...problems, ...this.#problems()] }
  }

  #openAttribute(type: string, { key = '', value }: Readonly<Record<string, string>>): void {
    const parent = this.#attributes.at(-1)
    const path = parent ? `${parent.key}.${key}` : key
    this.#attributes.push({ key: path, value, items: [] })
    if (value !== undefined && parent && parent.value === undefined) parent.items.push(value)
    if (type === 'date' && path === 'time:timestamp' && this.#event && value !== undefined)
      this.#zone.see(value)
  }

  #closeAttribute(): void {
    const attribute = this.#attributes.pop()
    const owner = this.#event ?? this.#trace
    if (!attribute || !owner || this.#inGlobal) return
    const inList = this.#attributes.some((outer) => outer.value === undefined)
    const value = attribute.value ?? attribute.items.join(', ')
    if (inList || (attribute.value === undefined && attribute.items.length === 0)) return
    if (owner.has(attribute.key)) this.#repeated += 1
    else owner.set(attribute.key, value)
  }

  #closeEvent(): void {
    if (this.#event && this.#trace) this.#events.push(this.#event)
    else if (this.#event) {
      this.#loose += 1
      this.#write(undefined, [...this.#event])
    }
    this.#event = undefined
  }

  /** Rows wait for the end of their trace, for its attributes may stand behind its events. */
  #closeTrace(): void {
    const trace = this.#trace ?? new Map<string, string>()
    const name = trace.get('concept:name')
    trace.delete('concept:name')
    const attributes = [...trace].map(([key, value]) => [`case:${key}`, value] as const)
    for (const event of this.#events) this.#write(name, [...attributes, ...event])
    if (this.#events.length === 0) this.#emptyTraces += 1
    this.#events = []
    this.#trace = undefined
  }

  #write(trace: string | undefined, fields: readonly (readonly [string, string])[]): void {
    this.#seq += 1
    this.#rows.add(fields, [trace, String(this.#seq)])
  }

  #problems(): Problem[] {
    const told: readonly (readonly [number, string, string])[] = [
      [this.#emptyTraces, 'ingest.empty-trace', 'traces have no events and are not counted as cases'],
      [this.#loose, 'ingest.loose-event', 'events belong to no trace and have no case:concept:name'],
      [
        this.#repeated,
        'ingest.repeated-attribute',
        'attributes stand twice in one element; the first was taken',
      ],
    ]
    return told
      .filter(([count]) => count > 0)
      .map(([count, code, what]) => ({
        code,
        message: `${count} ${what}.`,
        where: { file: this.#input.shown },
        level: 'warning',
      }))
  }
}
