import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from './migrate.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { openRecords, type Records } from './records.ts'

/** The database of the shared server that every test file starts from: migrated, and empty. */
const template = 'try_template'

/** A migrated database for one test file: of its own, or a new one on a server that runs already. */
export type TryDatabase = Readonly<{
  records: Records
  url: string
  close: () => Promise<void>
  /** Closes it and leaves it by a name for others to be copied from, instead of dropping it. */
  leave: (name: string) => Promise<void>
}>

/**
 * DATABASE_URL names a server to try everything on; CLAUSEWISE_TRY_SERVER is the one that a run of all tests starts, so that
 * not every file has to make a server and its schema. from: a database that was left to be copied; an empty one without.
 */
export async function startDatabase(from = template): Promise<TryDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-pg-'))
  const shared = process.env.DATABASE_URL ? undefined : process.env.CLAUSEWISE_TRY_SERVER
  const server = process.env.DATABASE_URL || shared
  const own = server ? undefined : await startPostgres(folder)
  const name = newName()
  const url = own?.url ?? (await createDatabase(server ?? '', name, shared && from))
  if (!shared) await migrate(url)
  const records = openRecords(url, 6)
  const end = async (kept?: string) => {
    await records.close()
    await own?.stop()
    if (server && kept) await ask(server, `alter database ${name} rename to ${kept}`)
    else if (server) await dropDatabase(server, name)
    rmSync(folder, { recursive: true, force: true })
  }
  return { records, url, close: () => end(), leave: end }
}

/** A server for many test files, with the database that theirs are copies of. */
export async function startTryServer(folder: string): Promise<Postgres> {
  const server = await startPostgres(folder, 'shared')
  await migrate(await createDatabase(server.url, template, undefined))
  return server
}

/** An empty database on the server that DATABASE_URL names, for a program that migrates it itself; undefined without one. */
export async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> } | undefined> {
  const server = process.env.DATABASE_URL
  if (!server) return undefined
  const name = newName()
  return { url: await createDatabase(server, name, undefined), drop: () => dropDatabase(server, name) }
}

function newName(): string {
  return `try_${crypto.randomUUID().replaceAll('-', '')}`
}

/** Makes a database by this name once for all test files that share a server. */
export async function makeOnce(name: string, make: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.CLAUSEWISE_TRY_SERVER })
  await client.connect()
  try {
    // Held until the connection ends: a second file waits for the first instead of making the same.
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await make()
  } finally {
    await client.end()
  }
}

async function createDatabase(server: string, name: string, from: string | undefined): Promise<string> {
  await ask(server, `create database ${name}${from ? ` template ${from}` : ''}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function dropDatabase(server: string, name: string): Promise<void> {
  await ask(server, `drop database if exists ${name} with (force)`)
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
