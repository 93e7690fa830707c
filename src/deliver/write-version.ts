import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

/** The chapters whose code can change a document; server, commands and pages only ask for one. */
const program = resolve(import.meta.dirname, '..')
const silent = /(^|\/)(server|cli|web|api)\/|\.test\.tsx?$|\.sql$/

const known = new Map<string, string>()

/**
 * The version of the templates: a hash over the content pack, the code that places it and the libraries it runs on. Read once
 * for the life of a program, which does not outlive its own files.
 */
export function templateVersion(content: string): string {
  const place = resolve(content)
  const found = known.get(place) ?? versionOf(place)
  known.set(place, found)
  return found
}

function versionOf(content: string): string {
  const hash = createHash('sha256')
  const add = (folder: string, path: string) => {
    hash.update(`${relative(folder, path).replaceAll('\\', '/')}\n`)
    hash.update(createHash('sha256').update(readFileSync(path)).digest())
  }
  for (const path of filesIn(content)) add(content, path)
  for (const path of filesIn(program)) if (!silent.test(`/${relative(program, path)}`)) add(program, path)
  const libraries = join(program, '..', 'package-lock.json')
  if (existsSync(libraries)) add(join(program, '..'), libraries)
  return hash.digest('hex')
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted((one, other) => (one < other ? -1 : 1))
}
