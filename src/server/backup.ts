import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import pg from 'pg'
import { Refusal } from '#base/refusal.ts'
import {
  type Manifest,
  manifestHashName,
  manifestName,
  plainSettings,
  secretName,
} from './backup-manifest.ts'
import { type Packed, type TarWriter, writeTar } from './tar.ts'

/** What a backup came to. sha256: of its manifest, and so of all; worth noting down elsewhere. */
export type BackedUp = Readonly<{ path: string; rows: number; files: number; bytes: number; sha256: string }>

const rowsAtOnce = 2000
const pack = promisify(gzip)
/** Derived from the archive, made anew when missing; or of an import that is under way. */
const leftOut = /^(events\.duckdb.*|\.importing.*|.*\.part|spill)$/

/**
 * Writes everything of an installation into one file: the records as one moment saw them, the archives and attachments.
 * People may go on working meanwhile.
 */
export async function backUp(url: string, folder: string, path: string, now: Date): Promise<BackedUp> {
  if (existsSync(path))
    throw new Refusal(
      'conflict',
      `${path} is there already. Name another file; a backup is never written over.`,
    )
  const tar = await writeTar(path)
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(plainSettings)
    const files: Packed[] = []
    const records = await packRecords(client, tar, files)
    await client.query('commit')
    for (const top of ['organizations', 'attachments']) await packFolder(tar, folder, top, files)
    if (existsSync(join(folder, 'secret'))) files.push(await tar.addFile(secretName, join(folder, 'secret')))
    const manifest: Manifest = {
      format: 'clausewise backup',
      version: 1,
      madeAt: now.toISOString(),
      ...records,
      files,
    }
    const { sha256 } = await tar.add(manifestName, Buffer.from(JSON.stringify(manifest, null, 1)))
    await tar.add(manifestHashName, Buffer.from(`${sha256}  ${manifestName}\n`))
    await tar.finish()
    const rows = records.tables.reduce((sum, table) => sum + table.rows, 0)
    return { path, rows, files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0), sha256 }
  } catch (error) {
    await tar.abandon()
    throw error
  } finally {
    await client.end()
  }
}

type RecordsPart = Pick<Manifest, 'migrations' | 'tables' | 'sequences' | 'trails'>

async function packRecords(client: pg.Client, tar: TarWriter, files: Packed[]): Promise<RecordsPart> {
  const migrations = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from schema_migration order by name',
  )
  const found = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'schema_migration'
    group by c.relname
    order by c.relname`)
  const tables: Manifest['tables'] = []
  for (const { name, columns } of found.rows)
    tables.push({ name, columns, rows: await packTable(client, tar, name, files) })
  const sequences = await client.query<{ name: string; last: string }>(`
    select sequencename as name, last_value::text as last from pg_sequences
    where schemaname = 'public' and last_value is not null order by 1`)
  const trails = await client.query<{ organization: string; number: string; hash: string }>(
    'select organization_id as organization, number, hash from audit_head order by 1',
  )
  return {
    migrations: migrations.rows,
    tables,
    sequences: sequences.rows.map(({ name, last }) => ({ name, last: Number(last) })),
    trails: trails.rows.map((row) => ({ ...row, number: Number(row.number) })),
  }
}

/** Each row as PostgreSQL writes a row, exact for every type; a batch is one compressed file. */
async function packTable(client: pg.Client, tar: TarWriter, table: string, files: Packed[]): Promise<number> {
  await client.query(`declare packed no scroll cursor for select t::text as line from public."${table}" t`)
  let rows = 0
  for (let batch = 1; ; batch += 1) {
    const { rows: lines } = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from packed`)
    if (lines.length === 0) break
    const text = lines.map(({ line }) => `${JSON.stringify(line)}\n`).join('')
    const name = `records/${table}/${String(batch).padStart(6, '0')}.jsonl.gz`
    files.push(await tar.add(name, await pack(text)))
    rows += lines.length
  }
  await client.query('close packed')
  return rows
}

async function packFolder(tar: TarWriter, folder: string, top: string, files: Packed[]): Promise<void> {
  const at = join(folder, top)
  if (!existsSync(at)) return
  const found = await readdir(at, { recursive: true, withFileTypes: true })
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.split('/').some((part) => leftOut.test(part)))
  for (const path of paths.sort()) {
    try {
      files.push(await tar.addFile(path.replaceAll('\\', '/'), join(folder, path)))
    } catch (error) {
      // Replaced by a newer one while the list was walked through; what the records name is checked on restore.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
}
