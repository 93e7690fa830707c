import type { Input } from './input.ts'
import { invalid } from './invalid.ts'
import { isObject, type JsonObject, textOf } from './json-flatten.ts'
import { readPieces } from './json-pieces.ts'
import { type Piece, parseJson } from './json-split.ts'
import { type ObjectAttribute, OcelTables, type Relation } from './ocel.ts'
import type { Found } from './staged.ts'

/** Reads OCEL 2.0 as JSON, and its predecessor 1.0, where events and objects are named by their keys. */
export async function stageOcelJson(input: Input): Promise<Found> {
  await input.scratch.reserve(input.bytes)
  const tables = new OcelTables(input)
  for await (const pieces of readPieces(input)) {
    for (const piece of pieces) take(piece, tables, input)
    await tables.drain()
  }
  return tables.close()
}

function take(piece: Piece, tables: OcelTables, { shown }: Input): void {
  const { under, within, key, line } = piece
  if (within === 'array' && (under === 'events' || under === 'objects')) {
    const value = record(piece, shown)
    if (under === 'events')
      tables.addEvent({ ...named(value, shown, line), at: textOf(value.time), attributes: pairs(value) })
    else tables.addObject({ ...named(value, shown, line), attributes: history(value) })
  }
  if (within === 'object' && key !== undefined && under === 'ocel:events')
    addOldEvent(tables, key, record(piece, shown))
  if (within === 'object' && key !== undefined && under === 'ocel:objects')
    addOldObject(tables, key, record(piece, shown))
}

function record({ text, line }: Piece, shown: string): JsonObject {
  const value = parseJson(text, shown, line)
  if (isObject(value)) return value
  throw invalid(
    `${shown}:${line}`,
    'an event or object is not a JSON object',
    'Export the log again as OCEL 2.0',
  )
}

function named(
  value: JsonObject,
  shown: string,
  line: number,
): { id: string; type: string; relations: Relation[] } {
  const id = textOf(value.id)
  const type = textOf(value.type)
  if (id !== undefined && type !== undefined) return { id, type, relations: relations(value) }
  throw invalid(
    `${shown}:${line}`,
    'an event or object has no id or no type',
    'Export the log again as OCEL 2.0',
  )
}

function relations({ relationships }: JsonObject): Relation[] {
  return objectsIn(relationships).flatMap(({ objectId, qualifier }) => {
    const to = textOf(objectId)
    return to === undefined ? [] : [{ to, qualifier: textOf(qualifier) ?? '' }]
  })
}

function history({ attributes }: JsonObject): ObjectAttribute[] {
  return objectsIn(attributes).flatMap(({ name, value, time }) => {
    const text = textOf(value)
    return typeof name === 'string' && text !== undefined ? [{ name, value: text, at: textOf(time) }] : []
  })
}

function pairs(value: JsonObject): [string, string][] {
  return [...new Map(history(value).map((one) => [one.name, one.value]))]
}

function objectsIn(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : []
}

function addOldEvent(tables: OcelTables, id: string, value: JsonObject): void {
  const objects: unknown[] = Array.isArray(value['ocel:omap']) ? value['ocel:omap'] : []
  const related = objects.map(textOf).filter((to) => to !== undefined)
  tables.addEvent({
    id,
    type: textOf(value['ocel:activity']) ?? '',
    at: textOf(value['ocel:timestamp']),
    attributes: oldAttributes(value['ocel:vmap']),
    relations: related.map((to) => ({ to, qualifier: '' })),
  })
}

function addOldObject(tables: OcelTables, id: string, value: JsonObject): void {
  const attributes = oldAttributes(value['ocel:ovmap']).map(([name, text]) => ({
    name,
    value: text,
    at: undefined,
  }))
  tables.addObject({ id, type: textOf(value['ocel:type']) ?? '', attributes, relations: [] })
}

function oldAttributes(map: unknown): [string, string][] {
  if (!isObject(map)) return []
  return Object.entries(map).flatMap(([name, value]) => {
    const text = textOf(value) ?? (Array.isArray(value) ? JSON.stringify(value) : undefined)
    return text === undefined ? [] : [[name, text] as [string, string]]
  })
}
