import { existsSync, renameSync, writeFileSync } from 'node:fs'

/** Writes a file for people to fill in, unless it is there already: what they wrote is never replaced. */
export function writeOnce(path: string, text: string): boolean {
  if (existsSync(path)) return false
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
  return true
}
