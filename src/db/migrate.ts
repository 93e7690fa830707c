import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { Refusal } from '#base/refusal.ts'

/** One step of the schema: plain SQL, forward only, never edited once it was released. */
export type Migration = Readonly<{ name: string; sql: string; sha256: string; isBreaking: boolean }>

const folder = fileURLToPath(new URL('./migrations', import.meta.url))

/** Any number will do, as long as all servers use the same: it stands for "somebody is migrating". */
const lockNumber = 20_000_1

/** The steps that this version of the program knows, in their order. */
export function readMigrations(): readonly Migration[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return {
      name: name.slice(0, -4),
      sql,
      sha256: createHash('sha256').update(sql).digest('hex'),
      isBreaking: sql.startsWith('-- breaking'),
    }
  })
}

/** Brings a database to the newest schema. Several servers may try at once: each step runs once, whole or not at all. */
export async function migrate(url: string, migrations = readMigrations()): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    await prepareMigrations(client)
    const { rows } = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from schema_migration order by name',
    )
    const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]))
    refuseStrangers(applied, migrations)
    const open = migrations.filter(({ name }) => !applied.has(name))
    for (const step of open) await apply(client, step)
    return open.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

function refuseStrangers(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map(({ name, sha256 }) => [name, sha256]))
  const newer = [...applied.keys()].filter((name) => !known.has(name))
  if (newer.length > 0)
    throw new Refusal(
      'conflict',
      `This database was written by a newer Clausewise (it has ${newer.join(', ')}). Start that version, or restore an older backup.`,
    )
  const changed = [...applied].find(([name, sha256]) => known.get(name) !== sha256)
  if (changed)
    throw new Refusal(
      'conflict',
      `The migration ${changed[0]} is not the one this database was made with. Use the program as it was released.`,
    )
}

/** The table that says which steps a database has seen. */
export async function prepareMigrations(client: pg.Client): Promise<void> {
  await client.query(
    'create table if not exists schema_migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
  )
}

async function apply(client: pg.Client, step: Migration): Promise<void> {
  await client.query('begin')
  try {
    await applyStep(client, step)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${step.name} failed: ${(error as Error).message}`, { cause: error })
  }
}

/** Runs one step in the transaction that is open on the connection. */
export async function applyStep(client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> {
  await client.query(sql)
  await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256])
}
