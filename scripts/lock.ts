import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { filesBelow, isThere, readText, readYaml } from '#content/read.ts'

const kinds = ['facts', 'checks', 'measures', 'finance'] as const
type Kind = (typeof kinds)[number]

const Digests = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/))
const Pack = z.object({ version: z.string() })

/** The state of the pack: for every fact, check and measure the sha256 of its YAML and SQL, and of every file of finance. */
export const Lock = z.strictObject({
  version: z.string(),
  facts: Digests,
  checks: Digests,
  measures: Digests,
  finance: Digests.default({}),
})
export type Lock = Readonly<z.infer<typeof Lock>>

/** Where the lock of a pack lies. */
export function lockPath(content: string): string {
  return join(content, 'lock.yaml')
}

/** The lock as the pack stands now. */
export function lockOf(content: string): Lock {
  const version = readYaml(join(content, 'pack.yaml'), Pack).value?.version ?? ''
  return {
    version,
    facts: digestsOf(content, 'facts'),
    checks: digestsOf(content, 'checks'),
    measures: digestsOf(content, 'measures'),
    finance: digestsOfFiles(content, 'finance'),
  }
}

/** Ids that a lock has and the pack has not, and that were not laid into content/retired either. */
export function vanishedFrom(lock: Lock, content: string): string[] {
  const now = lockOf(content)
  return kinds.flatMap((kind) =>
    Object.keys(lock[kind])
      .filter((id) => now[kind][id] === undefined)
      .filter((id) => !existsSync(join(content, 'retired', kind, `${id}.yaml`)))
      .map((id) => `${kind}/${id}`),
  )
}

/** Writes the lock anew, unless an id would be lost; says what it did. */
export function renewLock(content: string): { isWritten: boolean; said: string } {
  const path = lockPath(content)
  const known = isThere(path) ? readYaml(path, Lock).value : undefined
  const vanished = known ? vanishedFrom(known, content) : []
  if (vanished.length > 0) {
    const said = `The lock is left as it is: ${vanished.join(', ')} vanished. Results refer to ids for ever: bring it back, or lay its YAML into ${join(content, 'retired')} under the same kind, named by its id.`
    return { isWritten: false, said }
  }
  const text = textOf(lockOf(content))
  if (isThere(path) && readText(path) === text) return { isWritten: true, said: 'The lock is up to date.' }
  writeFileSync(path, text)
  return { isWritten: true, said: `${path} is written.` }
}

function digestsOf(content: string, kind: Exclude<Kind, 'finance'>): Record<string, string> {
  const folder = join(content, kind)
  const digests = filesBelow(folder, '.sql').map((path): [string, string] => {
    const whole = readText(path.replace(/\.sql$/, '.yaml')) + readText(path)
    return [idOf(relative(folder, path)), digestOf(whole)]
  })
  return Object.fromEntries(digests.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** What is kept in files of YAML alone, one digest a file. */
function digestsOfFiles(content: string, kind: Kind): Record<string, string> {
  return Object.fromEntries(
    filesBelow(join(content, kind), '.yaml').map((path) => [
      basename(path, '.yaml'),
      digestOf(readText(path)),
    ]),
  )
}

function digestOf(text: string): string {
  return createHash('sha256').update(sameEnds(text)).digest('hex')
}

/** incident/reopened.sql is incident.reopened; a fact has no folder and its name is a table. */
function idOf(path: string): string {
  const name = basename(path, '.sql')
  return dirname(path) === '.' ? name.replaceAll('-', '_') : `${dirname(path)}.${name}`
}

/** The same text on every system, whatever ends its lines. */
function sameEnds(text: string): string {
  return text.replaceAll('\r\n', '\n')
}

function textOf(lock: Lock): string {
  const sections = kinds.flatMap((kind) => {
    const digests = Object.entries(lock[kind])
    if (digests.length === 0) return [`${kind}: {}`]
    return [`${kind}:`, ...digests.map(([id, digest]) => `  ${id}: ${digest}`)]
  })
  return [head, `version: ${lock.version}`, ...sections, ''].join('\n')
}

const head = `# Written by scripts/content.ts when every case is green: the sha256 of the YAML and SQL of each fact, check and measure.
# A changed digest means that results from before and after cannot be compared without looking.`
