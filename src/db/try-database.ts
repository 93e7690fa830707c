import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from './migrate.ts'
import { type Postgres, startPostgres } from './postgres.ts'
import { openRecords, type Records } from './records.ts'

/** The database of the shared server that every test file starts from: migrated, and empty. */
const template = 'try_template'

/** An empty, migrated database for one test file: of its own, or a new one on a server that runs already. */
export type TryDatabase = Readonly<{ records: Records; url: string; close: () => Promise<void> }>

/**
 * DATABASE_URL names a server to try everything on; CLAUSEWISE_TRY_SERVER is the one that a run of all tests starts, so that
 * not every file has to make a server and its schema.
 */
export async function startDatabase(): Promise<TryDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-pg-'))
  const shared = process.env.DATABASE_URL ? undefined : process.env.CLAUSEWISE_TRY_SERVER
  const server = process.env.DATABASE_URL || shared
  const own = server ? undefined : await startPostgres(folder)
  const name = `try_${crypto.randomUUID().replaceAll('-', '')}`
  const url = own?.url ?? (await createDatabase(server ?? '', name, shared && template))
  if (!shared) await migrate(url)
  const records = openRecords(url, 6)
  return {
    records,
    url,
    close: async () => {
      await records.close()
      await own?.stop()
      if (server) await dropDatabase(server, name)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A server for many test files, with the database that theirs are copies of. */
export async function startTryServer(folder: string): Promise<Postgres> {
  const server = await startPostgres(folder, 'shared')
  await migrate(await createDatabase(server.url, template, undefined))
  return server
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
