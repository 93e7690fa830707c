import { rmSync } from 'node:fs'
import pg from 'pg'
import { openDuck } from './duck.ts'
import { startPostgres } from './postgres.ts'

/** What the two engines of the content's SQL have in common. */
export type OpenEngine = Readonly<{
  name: 'DuckDB' | 'PostgreSQL'
  run: (sql: string) => Promise<void>
  rows: (sql: string) => Promise<Record<string, string | number | boolean | null>[]>
  close: () => Promise<void>
}>

/** An empty DuckDB in memory. */
export async function emptyDuck(): Promise<OpenEngine> {
  const duck = await openDuck(':memory:', { threads: 1 })
  return { name: 'DuckDB', run: duck.run, rows: (sql) => duck.rows(sql), close: async () => duck.close() }
}

/** An empty PostgreSQL: the server that DATABASE_URL names, or an own one in `folder`, removed afterwards. */
export async function emptyPostgres(folder: string): Promise<OpenEngine> {
  const own = process.env.DATABASE_URL ? undefined : await startPostgres(folder)
  const client = new pg.Client({ connectionString: own?.url ?? process.env.DATABASE_URL })
  for (const [type, parse] of [
    [1114, String],
    [1082, String],
    [20, Number],
    [1700, Number],
  ] as const) {
    client.setTypeParser(type, (value: string) => parse(value))
  }
  await client.connect()
  return {
    name: 'PostgreSQL',
    run: async (sql) => {
      await client.query(sql)
    },
    rows: async (sql) => (await client.query(sql)).rows,
    close: async () => {
      await client.end()
      await own?.stop()
      if (own) rmSync(folder, { recursive: true, force: true })
    },
  }
}
