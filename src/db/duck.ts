import { tmpdir } from 'node:os'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'

/** A value as a row carries it: timestamps and dates as ISO text, everything else as it is. */
export type Value = string | number | boolean | null

/** One open DuckDB database; the only door to the engine of events. */
export type Duck = Readonly<{
  /** Runs statements for their effect. */
  run: (sql: string) => Promise<void>
  /** Runs one select and gives its rows as plain objects. */
  rows: <T extends Record<string, Value> = Record<string, Value>>(sql: string) => Promise<T[]>
  connection: DuckDBConnection
  close: () => void
}>

export type DuckOptions = Readonly<{
  threads?: number
  memory?: string
  scratch?: string
  readOnly?: boolean
}>

/** Opens a database file (or ':memory:'), offline and with fixed settings. */
export async function openDuck(path: string, options: DuckOptions = {}): Promise<Duck> {
  const instance = await DuckDBInstance.create(path, {
    threads: String(options.threads ?? 2),
    memory_limit: options.memory ?? '2GB',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: options.scratch ?? tmpdir(),
    ...(options.readOnly ? { access_mode: 'READ_ONLY' } : {}),
  })
  const connection = await instance.connect()
  await connection.run("set TimeZone = 'UTC'")
  return {
    connection,
    run: async (sql) => {
      await connection.run(sql)
    },
    rows: async <T extends Record<string, Value>>(sql: string) => {
      const reader = await connection.runAndReadAll(sql)
      return reader.getRowObjectsJson().map((row) => plain(row)) as T[]
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** DuckDB writes 64-bit integers and decimals as text in JSON rows; the numbers we ask for fit a double. */
function plain(row: Record<string, unknown>): Record<string, Value> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value as Value]))
}

/** A text as an SQL literal. */
export function literal(value: Value): string {
  if (value === null) return 'null'
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}
