import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#base/refusal.ts'
import type { NamedFact } from '#content/pack.ts'
import { type Duck, type DuckOptions, literal, openDuck } from '#db/duck.ts'

/** A workspace opened for questions. */
export type Opened = Readonly<{ folder: string; duck: Duck }>

/** Opens the events of a workspace; they must have been ingested before. */
export async function openEvents(folder: string, options: DuckOptions = {}): Promise<Opened> {
  const path = join(folder, 'events.duckdb')
  if (!existsSync(path))
    throw new Refusal(
      'not-found',
      `${folder} holds no tickets yet. Run: clausewise ingest FILE… --out ${folder}`,
    )
  const scratch = join(folder, '.collecting')
  mkdirSync(scratch, { recursive: true })
  try {
    return { folder, duck: await openDuck(path, { ...options, scratch }) }
  } catch (error) {
    throw new Refusal(
      'conflict',
      `${path} is open in another program, or damaged. Close the other one; if it is damaged, ingest again from the archive.`,
      { cause: error },
    )
  }
}

/** Opens a copy of the events, for asking with months and settings of one's own: who reads the events meanwhile is not disturbed. */
export async function openCopy(folder: string, options: DuckOptions = {}): Promise<Opened> {
  const path = join(folder, 'events.duckdb')
  if (!existsSync(path))
    throw new Refusal(
      'not-found',
      `${folder} holds no tickets yet. Run: clausewise ingest FILE… --out ${folder}`,
    )
  const scratch = join(folder, '.collecting')
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(scratch, { recursive: true })
  const copy = join(scratch, 'events.duckdb')
  try {
    copyFileSync(path, copy)
    return { folder, duck: await openDuck(copy, { ...options, scratch: join(scratch, 'spill') }) }
  } catch (error) {
    rmSync(scratch, { recursive: true, force: true })
    throw error
  }
}

/** Closes a workspace and removes its scratch folder. */
export function closeEvents({ folder, duck }: Opened): void {
  duck.close()
  rmSync(join(folder, '.collecting'), { recursive: true, force: true })
}

/** Writes the settings that facts and questions read, as a one-row view. */
export function settingsView(
  settings: Readonly<Record<string, string | number | boolean>>,
  times: Readonly<Record<string, string>>,
): string {
  const instants = Object.entries(times).map(([name, value]) => `timestamp ${literal(value)} as ${name}`)
  const others = Object.entries(settings).map(([name, value]) => `${settingLiteral(value)} as ${name}`)
  return `select ${[...instants, ...others].join(', ')}`
}

/** A broken number is a double on every engine; a bare 0.5 would be a decimal on one of them. */
function settingLiteral(value: string | number | boolean): string {
  return typeof value === 'number' && !Number.isInteger(value)
    ? `cast(${value} as double precision)`
    : literal(value)
}

/**
 * Makes every fact anew, in the order in which they use each other. They live in memory, beside the events and not among them:
 * nothing reads them after this collection, and what goes to a stranger is in the evidence pack.
 */
export async function makeFacts(
  { duck }: Opened,
  facts: readonly NamedFact[],
  progress: (fact: string, done: number) => void,
): Promise<void> {
  const [{ events = '' } = {}] = await duck.rows<{ events: string }>('select current_database() as events')
  await duck.run("attach ':memory:' as made")
  await duck.run('create schema made.fact')
  await duck.run(`set search_path = 'made.fact,${events}.canonical'`)
  for (const [place, { name, about, sql }] of facts.entries()) {
    progress(name, place)
    await duck.run(`create ${about.kept ? 'table' : 'view'} made.fact.${name} as ${unordered(sql)}`)
  }
}

/** The select without its last ordering, which counting and keeping have no use for. */
export function unordered(sql: string): string {
  return sql.trim().replace(/\norder by\s[a-z_.,\s]+;?$/, '')
}

/** Reads a result file of a workspace. */
export function readKept(folder: string, name: string): unknown {
  const path = join(folder, name)
  if (!existsSync(path)) return undefined
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Keeps a result file of a workspace; it is there whole or not at all. */
export function keep(folder: string, name: string, value: unknown): void {
  const path = join(folder, name)
  writeFileSync(`${path}.new`, `${JSON.stringify(value, null, 1)}\n`)
  renameSync(`${path}.new`, path)
}
