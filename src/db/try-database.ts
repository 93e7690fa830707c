import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from './migrate.ts'
import { startPostgres } from './postgres.ts'
import { openRecords, type Records } from './records.ts'

/** An empty, migrated database for one test file: of its own, or a new one on the server that DATABASE_URL names. */
export type TryDatabase = Readonly<{ records: Records; url: string; close: () => Promise<void> }>

export async function startDatabase(): Promise<TryDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-pg-'))
  const server = process.env.DATABASE_URL
  const own = server ? undefined : await startPostgres(folder)
  const name = `try_${crypto.randomUUID().replaceAll('-', '')}`
  const url = own?.url ?? (await createDatabase(server ?? '', name))
  await migrate(url)
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

async function createDatabase(server: string, name: string): Promise<string> {
  await ask(server, `create database ${name}`)
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
