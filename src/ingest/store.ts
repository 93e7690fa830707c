import { createHash } from 'node:crypto'
import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Refusal } from '#base/refusal.ts'
import { type Duck, type DuckOptions, literal, openDuck, type Value } from '#db/duck.ts'
import { identityOf, isRunning } from '#db/process-identity.ts'

/** One imported table: what the archive holds of it, named by the hash of the file it came from. */
export const Archived = z.strictObject({
  file: z.string(),
  table: z.string(),
  sha256: z.string(),
  parquet: z.string(),
  /** The hash of the Parquet file itself; absent in archives of earlier versions. */
  parquet_sha256: z.string().optional(),
  format: z.string(),
  rows: z.number().int(),
  columns: z.array(z.string()),
  quoted_newlines: z.boolean(),
  rejected: z.array(z.object({ line: z.number(), message: z.string() })),
  rejected_count: z.number().int(),
})
export type Archived = Readonly<z.infer<typeof Archived>>

const Index = z.strictObject({ version: z.literal(1), archived: z.array(Archived) })

/** What archived files answered, under a mark of the question: those that were kept, and those of this run. */
export type Answers = Readonly<{
  kept: Readonly<Record<string, readonly Readonly<Record<string, Value>>[]>>
  given: Record<string, readonly Readonly<Record<string, Value>>[]>
}>

/** A workspace folder while it is being written: everything happens in a scratch folder and is moved in at the end. */
export type Workspace = Readonly<{
  folder: string
  scratch: string
  archived: readonly Archived[]
  duck: Duck
  /** What the files of the archive answered. */
  answers: Answers
}>

/** The file of the canonical tables. */
export const eventsFile = 'events.duckdb'

/** Goes up when the tables are made in another way: events made by an older program are made anew from the archive. */
export const eventsVersion = 1

/** Whether the events of a workspace are there and made by this version; what is not is made anew from the archive. */
export async function hasCurrentEvents(folder: string): Promise<boolean> {
  const path = join(folder, eventsFile)
  if (!existsSync(path)) return false
  try {
    const duck = await openDuck(path, { readOnly: true, threads: 1, memory: '128MB', scratch: folder })
    try {
      const [made] = await duck.rows<{ version: number }>('select version from main.made_by')
      return made?.version === eventsVersion
    } finally {
      duck.close()
    }
  } catch {
    return false
  }
}

/** Takes everything out of a workspace that came from files; what people wrote there stays. */
export function emptyWorkspace(folder: string): void {
  for (const name of [eventsFile, 'ingest.json', 'results.json', 'assessment.json'])
    rmSync(join(folder, name), { force: true })
  for (const name of ['archive', 'evidence']) rmSync(join(folder, name), { recursive: true, force: true })
}

/**
 * A workspace beside another one that reads its archive by a mapping of its own: for a look at what that mapping would do.
 * Where there is much, only the first rows of each table are taken.
 */
export async function openPreview(
  folder: string,
  mapping: string,
  most: number,
): Promise<{ folder: string; isPart: boolean; remove: () => void }> {
  const beside = join(folder, `.preview-${process.pid}`)
  rmSync(beside, { recursive: true, force: true })
  mkdirSync(join(beside, 'archive'), { recursive: true })
  const archived = readIndex(folder)
  const isPart = archived.some(({ rows }) => rows > most)
  const duck = await openDuck(':memory:', { threads: 1, memory: '256MB', scratch: join(beside, 'spill') })
  try {
    for (const { parquet, rows } of archived) {
      const [from, to] = [join(folder, 'archive', parquet), join(beside, 'archive', parquet)]
      if (rows <= most) linkSync(from, to)
      else
        await duck.run(
          `copy (select * from read_parquet(${literal(from)}) limit ${most}) to ${literal(to)} (format parquet)`,
        )
    }
  } finally {
    duck.close()
  }
  const taken = archived.map((one) => ({ ...one, rows: Math.min(one.rows, most) }))
  writeFileSync(join(beside, 'archive', 'index.json'), JSON.stringify({ version: 1, archived: taken }))
  writeFileSync(join(beside, 'mapping.yaml'), mapping)
  return { folder: beside, isPart, remove: () => rmSync(beside, { recursive: true, force: true }) }
}

/** Opens a workspace for an import; nothing in it changes before `commit`. */
export async function openWorkspace(folder: string, options: DuckOptions = {}): Promise<Workspace> {
  mkdirSync(join(folder, 'archive'), { recursive: true })
  const scratch = join(folder, '.importing')
  claim(folder, scratch)
  const archived = readIndex(folder)
  const duck = await openDuck(join(scratch, eventsFile), { ...options, scratch: join(scratch, 'spill') })
  return { folder, scratch, archived, duck, answers: { kept: {}, given: {} } }
}

/** One import at a time: the scratch folder holds the identity of the process that made it. */
function claim(folder: string, scratch: string): void {
  const owner = join(scratch, 'owner')
  if (existsSync(owner)) {
    const holder = readFileSync(owner, 'utf8')
    const pid = Number(holder.split(' ')[0])
    const isHeld = holder.includes(' ') ? identityOf(pid) === holder : isRunning(pid)
    if (pid !== process.pid && isHeld) {
      throw new Refusal(
        'conflict',
        `Another import (process ${pid}) is writing to ${folder}. Wait for it to end, or name another folder.`,
      )
    }
  }
  rmSync(scratch, { recursive: true, force: true })
  mkdirSync(scratch, { recursive: true })
  writeFileSync(owner, identityOf(process.pid))
}

/** What the archive of a workspace holds. */
export function archivedFiles(folder: string): readonly Archived[] {
  return readIndex(folder)
}

function readIndex(folder: string): Archived[] {
  const path = join(folder, 'archive', 'index.json')
  if (!existsSync(path)) return []
  const parsed = Index.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!parsed.success)
    throw new Refusal(
      'invalid',
      `${path} is not an index of this program's archive. Restore it, or name another folder.`,
    )
  return parsed.data.archived
}

/** A copy of the tables in the scratch folder, to be changed there; none where a program that wrote them was killed. */
export function copyTables({ folder, scratch }: Workspace): string | undefined {
  if (existsSync(join(folder, `${eventsFile}.wal`))) return undefined
  const copy = 'grown.duckdb'
  copyFileSync(join(folder, eventsFile), join(scratch, copy))
  return copy
}

/** Where a table of the archive lies now: in the workspace, or still in the scratch folder. */
export function parquetPath(workspace: Workspace, archived: Archived): string {
  const kept = join(workspace.folder, 'archive', archived.parquet)
  return existsSync(kept) ? kept : join(workspace.scratch, archived.parquet)
}

/** Read piece by piece: the table of a large log does not fit into memory. */
function hashOfFile(path: string): string {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(4 * 1024 ** 2)
  const file = openSync(path, 'r')
  try {
    for (let bytes = readSync(file, piece); bytes > 0; bytes = readSync(file, piece))
      hash.update(piece.subarray(0, bytes))
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

/** Moves archive and database in; the index is written last, so a workspace is the old one or the new one. */
export function commit(
  workspace: Workspace,
  archived: readonly Archived[],
  { files, tables }: Readonly<{ files: Readonly<Record<string, string>>; tables: string }>,
): void {
  workspace.duck.close()
  const placed = archived.map((one) => {
    const made = join(workspace.scratch, one.parquet)
    if (!existsSync(made)) return one
    const parquet_sha256 = hashOfFile(made)
    renameSync(made, join(workspace.folder, 'archive', one.parquet))
    // By the schema the fields keep their order, so that an index that is written again is the same.
    return Archived.parse({ ...one, parquet_sha256 })
  })
  for (const [name, content] of Object.entries(files)) replaceFile(join(workspace.folder, name), content)
  renameSync(join(workspace.scratch, tables), join(workspace.folder, eventsFile))
  replaceFile(
    join(workspace.folder, 'archive', 'index.json'),
    `${JSON.stringify({ version: 1, archived: placed }, null, 2)}\n`,
  )
  const kept = new Set(archived.map(({ parquet }) => parquet))
  for (const { parquet } of workspace.archived)
    if (!kept.has(parquet)) rmSync(join(workspace.folder, 'archive', parquet), { force: true })
  rmSync(workspace.scratch, { recursive: true, force: true })
}

/** Leaves the workspace as it was; a folder that held nothing before is removed again. */
export function abandon(workspace: Pick<Workspace, 'folder' | 'scratch'>, duck?: Duck): void {
  try {
    duck?.close()
  } finally {
    rmSync(workspace.scratch, { recursive: true, force: true })
    const archive = join(workspace.folder, 'archive')
    if (existsSync(archive) && readdirSync(archive).length === 0) rmSync(archive, { recursive: true })
    if (existsSync(workspace.folder) && readdirSync(workspace.folder).length === 0)
      rmSync(workspace.folder, { recursive: true })
  }
}

/** Writes a file beside its place and moves it in, so that it is never seen half-written. */
export function replaceFile(path: string, content: string): void {
  writeFileSync(`${path}.new`, content)
  renameSync(`${path}.new`, path)
}

/** The mapping file of a workspace, if there is one. */
export function readMappingText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** The short name of an archived table: the hash of its file, and of the table where a file holds several. */
export function parquetName(sha256: string, table: string): string {
  return `${sha256.slice(0, 16)}-${createHash('sha256').update(table).digest('hex').slice(0, 6)}.parquet`
}

export type { Duck, Value }
