import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Problem } from '#base/problem.ts'
import { entriesOf, expandEntry, expandGzip } from './archive.ts'
import { stageCsv } from './csv.ts'
import { detectEncoding, stageUtf16 } from './encoding.ts'
import { type Input, readChunks, readEnds } from './input.ts'
import { errorCode, invalid } from './invalid.ts'
import { stageJson, stageNdjson } from './json.ts'
import { LIMITS, type Limits } from './limits.ts'
import { stageOcelJson } from './ocel-json.ts'
import { stageOcelSqlite } from './ocel-sqlite.ts'
import { stageOcelXml } from './ocel-xml.ts'
import { stageParquet } from './parquet.ts'
import { openScratch } from './scratch.ts'
import { ENDS, type Kind, type Sniffed, sniff } from './sniff.ts'
import type { Found, FoundTable, Staging } from './staged.ts'
import { stageXes } from './xes.ts'

/** Turns any input file into flat tables that DuckDB loads as text. What is staged lies below `into`. */
export async function stage(
  path: string,
  into: string,
  signal?: AbortSignal,
  onBytes?: (bytes: number) => void,
): Promise<Staging> {
  return stageWithin(path, into, { limits: LIMITS, signal, onBytes })
}

type Terms = Readonly<{
  limits: Limits
  signal?: AbortSignal | undefined
  onBytes?: ((bytes: number) => void) | undefined
}>

/** As `stage`, with limits of one's own. */
export async function stageWithin(
  path: string,
  into: string,
  { limits, signal, onBytes }: Terms,
): Promise<Staging> {
  signal?.throwIfAborted()
  const bytes = await sizeOf(path)
  const scratch = await openScratch(into)
  const tally = new Tally(onBytes)
  try {
    const tap = (chunk: Buffer) => tally.take(chunk)
    const input: Input = { path, shown: path, name: stem(path), bytes, scratch, limits, signal, tap }
    const found = await stageFile(input)
    await scratch.keepOnly(new Set(found.tables.map((table) => table.load.path)))
    const sha256 = await tally.hashOf(input)
    const tables = namedApart(found.tables).map((table) => ({ ...table, file: path, sha256 }))
    return { tables, problems: found.problems }
  } catch (error) {
    await scratch.drop()
    throw error
  }
}

/** Hashes and counts the bytes of the file as given, in the pass that reads them anyway where there is one. */
class Tally {
  readonly #onBytes: ((bytes: number) => void) | undefined
  readonly #hash = createHash('sha256')
  #bytes = 0

  constructor(onBytes: ((bytes: number) => void) | undefined) {
    this.#onBytes = onBytes
  }

  take(chunk: Buffer): void {
    this.#hash.update(chunk)
    this.#bytes += chunk.length
    this.#onBytes?.(chunk.length)
  }

  /** Archives are read out of order, or not up to their last byte: their hash takes a pass of its own. */
  async hashOf(input: Input): Promise<string> {
    if (this.#bytes === input.bytes) return this.#hash.digest('hex')
    const whole = createHash('sha256')
    const tap = (chunk: Buffer) => whole.update(chunk)
    for await (const _ of readChunks({ ...input, tap }));
    this.#onBytes?.(input.bytes - this.#bytes)
    return whole.digest('hex')
  }
}

async function stageFile(input: Input): Promise<Found> {
  const { head, tail } = await readEnds(input.path, ENDS)
  const kind = kindOf(input, sniff(head, tail, input.shown))
  if (kind === 'gzip') return stageUnpacked(await expandGzip(input), 'a gzip archive')
  if (kind !== 'zip') return stagePlain(kind, input, head)
  return (await isWorkbook(input)) ? stageWorkbook(input) : stageEntries(input)
}

function kindOf({ shown }: Input, sniffed: Sniffed): Kind {
  if ('foreign' in sniffed) throw invalid(shown, sniffed.foreign, sniffed.advice)
  if (sniffed.kind === 'empty')
    throw invalid(shown, 'the file is empty', 'Export it again; the export may have failed')
  return sniffed.kind
}

/** What was unpacked may be a table or a workbook, but no further archive. */
async function stageUnpacked(input: Input, from: string): Promise<Found> {
  const { head, tail } = await readEnds(input.path, ENDS)
  const kind = kindOf(input, sniff(head, tail, input.shown))
  if (kind === 'zip' && (await isWorkbook(input))) return stageWorkbook(input)
  if (kind !== 'zip' && kind !== 'gzip') return stagePlain(kind, input, head)
  throw invalid(input.shown, `it is an archive within ${from}`, 'Unpack it, and import what is inside')
}

/** The reader of workbooks is large, and only loaded when there is one. */
async function stageWorkbook(input: Input): Promise<Found> {
  const { stageXlsx } = await import('./xlsx.ts')
  return stageXlsx(input)
}

async function stageEntries(input: Input): Promise<Found> {
  const found: Found[] = []
  const skipped: Problem[] = []
  for await (const packed of entriesOf(input)) {
    const entry = { ...(await expandEntry(input, packed)), name: stem(packed.name) }
    const { head, tail } = await readEnds(entry.path, ENDS)
    const sniffed = sniff(head, tail, packed.name)
    if ('foreign' in sniffed) skipped.push(skippedEntry(entry.shown, sniffed.foreign))
    else found.push(await stageUnpacked(entry, 'a zip archive'))
  }
  if (found.length === 0) {
    const why = skipped.map(({ where }) => basename(where.file)).join(', ')
    throw invalid(
      input.shown,
      `the zip archive holds no table${why && ` (only ${why})`}`,
      'Pack the exported files and import it again',
    )
  }
  return {
    tables: found.flatMap((one) => one.tables),
    problems: [...found.flatMap((one) => one.problems), ...skipped],
  }
}

function skippedEntry(file: string, why: string): Problem {
  return {
    code: 'ingest.skipped-entry',
    message: `The file was left out: ${why}.`,
    where: { file },
    level: 'warning',
  }
}

type Stager = (input: Input) => Promise<Found>

const asText: Readonly<Partial<Record<Kind, Stager>>> = {
  csv: stageCsv,
  json: stageJson,
  ndjson: stageNdjson,
  xes: stageXes,
  'ocel-json': stageOcelJson,
  'ocel-xml': stageOcelXml,
}

async function stagePlain(kind: Kind, input: Input, head: Buffer): Promise<Found> {
  if (kind === 'parquet') return stageParquet(input)
  if (kind === 'sqlite') return stageOcelSqlite(input)
  const stager = asText[kind] ?? stageCsv
  const encoding = detectEncoding(head)
  return stager(encoding === 'utf-8' ? input : await stageUtf16(input, encoding))
}

/** Office files are zip archives too: workbooks are read, all others are refused by name. */
async function isWorkbook(input: Input): Promise<boolean> {
  let only: string | undefined
  for await (const { name } of entriesOf(input)) {
    if (name === 'xl/workbook.xml') return true
    only ??= office.find(([part]) => part === name)?.[1]
  }
  if (only === undefined) return false
  throw invalid(input.shown, `it is ${only}, not a table`, 'Save the table as .xlsx or CSV')
}

const office: readonly (readonly [string, string])[] = [
  ['xl/workbook.bin', 'a binary workbook (.xlsb)'],
  ['word/document.xml', 'a Word document'],
  ['ppt/presentation.xml', 'a PowerPoint presentation'],
  ['mimetype', 'an OpenDocument file'],
]

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: unknown) => {
    throw missing(path, error)
  })
  if (found.isDirectory()) throw invalid(path, 'it is a folder, not a file', 'Name the files in it')
  if (!found.isFile()) throw invalid(path, 'it is not an ordinary file', 'Save the data into a file first')
  if (found.size === 0)
    throw invalid(path, 'the file is empty', 'Export it again; the export may have failed')
  return found.size
}

function missing(path: string, error: unknown): unknown {
  const code = errorCode(error)
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return invalid(path, 'there is no such file', 'Check the name and the folder', error)
  if (code === 'EACCES' || code === 'EPERM')
    return invalid(path, 'the file may not be read', 'Ask for permission to read it', error)
  return error
}

/** A file's name without folders and endings. */
function stem(path: string): string {
  const name = basename(path)
  return (
    name.replace(
      /(?:\.(?:csv|tsv|tab|txt|json|ndjson|jsonl|xlsx|xlsm|parquet|xes|xml|ocel|jsonocel|xmlocel|sqlite|db|gz|zip))+$/i,
      '',
    ) || name
  )
}

/** Tables of one file under names that differ. */
function namedApart(tables: readonly FoundTable[]): FoundTable[] {
  const taken = new Set<string>()
  return tables.map((table) => {
    let name = table.name
    for (let copy = 2; taken.has(name.toLowerCase()); copy += 1) name = `${table.name}-${copy}`
    taken.add(name.toLowerCase())
    return { ...table, name }
  })
}

/** All files that were named, and all in the folders that were named, in one fixed order. */
export async function listInputs(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(paths.map(listPath))
  return [...new Set(lists.flat())].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

async function listPath(path: string): Promise<string[]> {
  const found = await stat(path).catch((error: unknown) => {
    throw missing(path, error)
  })
  if (!found.isDirectory()) return [path]
  const files = await listFolder(path)
  if (files.length === 0)
    throw invalid(path, 'the folder holds no files', 'Put the exported files into it, or name another folder')
  return files
}

/** Without hidden files and the locks that office programs leave beside open files; links to folders are not followed. */
async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const visible = entries.filter(
    ({ name }) => !name.startsWith('.') && !name.startsWith('~$') && name !== '__MACOSX',
  )
  const lists = await Promise.all(
    visible.map(async (entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return listFolder(path)
      const isFile =
        entry.isFile() || (entry.isSymbolicLink() && (await stat(path).catch(() => undefined))?.isFile())
      return isFile ? [path] : []
    }),
  )
  return lists.flat()
}
