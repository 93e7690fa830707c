import { tmpdir } from 'node:os'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { type DuckDBConnection, DuckDBInstance, DuckDBPendingResultState } from '@duckdb/node-api'

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
  let last: Promise<unknown> = Promise.resolve()
  // A connection has one statement under way; the next would break it off, so each waits for the one before.
  const inTurn = (sql: string) => {
    const mine = last.then(() => finished(connection, sql))
    last = mine.catch(() => undefined)
    return mine
  }
  return {
    connection,
    run: async (sql) => {
      await inTurn(sql)
    },
    rows: async <T extends Record<string, Value>>(sql: string) => {
      const reader = await inTurn(sql)
      return reader.getRowObjectsJson().map((row) => plain(row)) as T[]
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/**
 * Runs a statement task by task. Left to itself the engine asks in a loop whether another thread is done with the last task,
 * and one core does nothing else; here we sleep meanwhile.
 */
async function finished(connection: DuckDBConnection, sql: string) {
  const pending = await connection.start(sql)
  try {
    for (let state = pending.runTask(); state !== DuckDBPendingResultState.RESULT_READY; ) {
      await (state === DuckDBPendingResultState.NO_TASKS_AVAILABLE ? setTimeout(1) : setImmediate())
      state = pending.runTask()
    }
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new Error(said.replace(/^Failure running pending result task: /, ''), { cause: error })
  }
  return pending.readAll()
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
