import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Files that a test has written into a folder of its own, removed by `remove`. */
export type Written = Readonly<{ folder: string; remove: () => void }>

/** Writes files, each as the text of its lines. */
export function written(files: Readonly<Record<string, readonly string[]>>): Written {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-files-'))
  write(folder, files)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Writes files into a folder that is there already, or makes it. */
export function write(folder: string, files: Readonly<Record<string, readonly string[]>>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`)
}
