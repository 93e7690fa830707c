import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import { startPostgres } from './postgres.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausewise-migrate-'))
const own = process.env.DATABASE_URL ? undefined : await startPostgres(folder)
const server = own?.url ?? process.env.DATABASE_URL ?? ''
const made: string[] = []
after(async () => {
  for (const name of made) await ask(server, `drop database ${name} with (force)`)
  await own?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

async function empty(): Promise<string> {
  const name = `migrate_${crypto.randomUUID().replaceAll('-', '')}`
  await ask(server, `create database ${name}`)
  made.push(name)
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

const tables = async (url: string) =>
  (await ask(url, `select tablename from pg_tables where schemaname = 'public' order by 1`)).map(
    (row) => row.tablename,
  )

function step(name: string, sql: string): Migration {
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex'), isBreaking: false }
}

const names = readMigrations().map(({ name }) => name)

test('an empty database gets every step in order, and a second time none', async () => {
  const url = await empty()

  assert.deepEqual(await migrate(url), names)
  assert.deepEqual(await migrate(url), [])
})

test('of four servers that start at once each step is run by exactly one', async () => {
  const url = await empty()

  const ran = await Promise.all([1, 2, 3, 4].map(() => migrate(url)))

  assert.deepEqual(ran.flat().sort(), names)
  assert.deepEqual(
    (await ask(url, 'select name from schema_migration order by name')).map((row) => row.name),
    names,
  )
})

test('a database of a newer program is refused by the name of what is not known', async () => {
  const url = await empty()
  await migrate(url, [step('0001-first', 'create table a ()'), step('9999-later', 'create table b ()')])

  await assert.rejects(migrate(url, [step('0001-first', 'create table a ()')]), {
    code: 'conflict',
    message: /newer Clausewise \(it has 9999-later\)/,
  })
})

test('a step that was edited after it ran is refused', async () => {
  const url = await empty()
  await migrate(url, [step('0001-first', 'create table a ()')])

  await assert.rejects(migrate(url, [step('0001-first', 'create table a (id int)')]), {
    code: 'conflict',
    message: /0001-first is not the one this database was made with/,
  })
})

test('a step that fails leaves nothing behind, and those before it stay', async () => {
  const url = await empty()
  const steps = [
    step('0001-first', 'create table a ()'),
    step('0002-broken', 'create table b (); create table b ()'),
    step('0003-last', 'create table c ()'),
  ]

  await assert.rejects(migrate(url, steps), /0002-broken failed: relation "b" already exists/)

  assert.deepEqual(await tables(url), ['a', 'schema_migration'])
  assert.deepEqual(
    await migrate(url, [step('0001-first', 'create table a ()'), step('0002-mended', 'select 1')]),
    ['0002-mended'],
  )
})

test('migrations are numbered without two of the same number', () => {
  const numbers = names.map((name) => name.slice(0, 4))

  assert.deepEqual(numbers, [...new Set(numbers)].sort())
})
