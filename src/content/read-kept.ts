import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** What was parsed once can be parsed again: it lies beside the installed packages and goes with them. */
const folder = join(import.meta.dirname, '../../node_modules/.cache/clausewise/yaml')

/** The place of a parsed text, by the hash of the text: another text has another place, so nothing kept is ever out of date. */
function placeOf(text: string): string {
  return join(folder, createHash('sha256').update(text).digest('hex'))
}

/** The value of a text that was parsed before; undefined where it was not, or cannot be read. */
export function keptValue(text: string): unknown {
  try {
    return deserialize(readFileSync(placeOf(text)))
  } catch {
    return undefined
  }
}

/** Keeps the value of a text for the next run; where nothing can be written, the next run parses again. */
export function keepValue(text: string, value: unknown): void {
  const place = placeOf(text)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${place}.${process.pid}`, serialize(value))
    renameSync(`${place}.${process.pid}`, place)
  } catch {
    // Only time is lost.
  }
}
