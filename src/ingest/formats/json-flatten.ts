/** A parsed JSON object. */
export type JsonObject = Readonly<Record<string, unknown>>

type Fields = Map<string, string>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The text of a plain value; undefined for null, objects and arrays. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : undefined
}

/** Lays a record out flat: nested names joined by dots, lists of plain values by commas, other lists as JSON. */
export function flatten(record: JsonObject, fields: Fields = new Map(), prefix = ''): Fields {
  for (const [key, value] of Object.entries(record)) put(fields, prefix + key, value)
  return fields
}

function put(fields: Fields, name: string, value: unknown): void {
  const text = Array.isArray(value) ? listText(value) : textOf(value)
  if (text !== undefined) fields.set(name, text)
  else if (isObject(value) && isServiceNowValue(value)) putServiceNow(fields, name, value)
  else if (isObject(value)) flatten(value, fields, `${name}.`)
}

function listText(values: readonly unknown[]): string | undefined {
  if (values.length === 0) return undefined
  const texts = values.map(textOf)
  return texts.includes(undefined) ? JSON.stringify(values) : texts.join(', ')
}

const serviceNowKeys = new Set(['value', 'display_value', 'link'])

/** ServiceNow writes references and choices as {value, display_value, link}. */
function isServiceNowValue(value: JsonObject): boolean {
  const keys = Object.keys(value)
  const named = keys.includes('value') || keys.includes('display_value')
  return named && keys.length > 1 && keys.every((key) => serviceNowKeys.has(key))
}

/** The value under the field's own name; what people saw beside it where it says something else. */
function putServiceNow(fields: Fields, name: string, { value, display_value: display }: JsonObject): void {
  const text = textOf(value) ?? textOf(display)
  const seen = textOf(display)
  if (text !== undefined) fields.set(name, text)
  if (seen !== undefined && seen !== text) fields.set(`${name}.display_value`, seen)
}
