import type { Input } from './input.ts'
import { invalid } from './invalid.ts'
import { type ObjectAttribute, OcelTables, type Relation } from './ocel.ts'
import type { Found } from './staged.ts'
import { readXml } from './xml.ts'

/** Reads OCEL 2.0 as XML. */
export async function stageOcelXml(input: Input): Promise<Found> {
  await input.scratch.reserve(input.bytes)
  const log = new OcelXml(input)
  await readXml(input, log)
  return log.finish()
}

type Attributes = Readonly<Record<string, string>>
type Thing = {
  readonly kind: 'event' | 'object'
  readonly own: Attributes
  readonly values: ObjectAttribute[]
  readonly relations: Relation[]
}

class OcelXml {
  readonly #shown: string
  readonly #tables: OcelTables
  #thing: Thing | undefined
  #inner = 0
  #attribute: Attributes | undefined
  #text = ''

  constructor(input: Input) {
    this.#shown = input.shown
    this.#tables = new OcelTables(input)
  }

  open(name: string, attributes: Attributes): void {
    if (!this.#thing) {
      if (name === 'event' || name === 'object')
        this.#thing = { kind: name, own: attributes, values: [], relations: [] }
      return
    }
    this.#inner += 1
    const to = attributes['object-id']
    if (to !== undefined) this.#thing.relations.push({ to, qualifier: attributes.qualifier ?? '' })
    else if (name === 'attribute') this.#attribute = attributes
    this.#text = ''
  }

  text(text: string): void {
    if (this.#attribute) this.#text += text
  }

  close(_name: string): void {
    if (!this.#thing) return
    if (this.#inner === 0) {
      this.#add(this.#thing)
      this.#thing = undefined
      return
    }
    this.#inner -= 1
    if (this.#attribute?.name)
      this.#thing.values.push({ name: this.#attribute.name, value: this.#text, at: this.#attribute.time })
    this.#attribute = undefined
  }

  drain(): Promise<void> {
    return this.#tables.drain()
  }

  finish(): Promise<Found> {
    return this.#tables.close()
  }

  #add({ kind, own, values, relations }: Thing): void {
    const { id, type, time } = own
    if (id === undefined || type === undefined) {
      throw invalid(
        this.#shown,
        `an ${kind} has no id or no type (id "${id ?? ''}")`,
        'Export the log again as OCEL 2.0',
      )
    }
    if (kind === 'object') this.#tables.addObject({ id, type, attributes: values, relations })
    else {
      const attributes = [...new Map(values.map((one) => [one.name, one.value]))]
      this.#tables.addEvent({ id, type, at: time, attributes, relations })
    }
  }
}
