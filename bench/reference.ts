import { readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

/** Runs the reference questions over one log in plain DuckDB, with the threads and memory that the product has. */
const [script = '', log = ''] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '2GB' })
const connection = await instance.connect()
const statements = readFileSync(script, 'utf8')
  .replaceAll('LOG.csv', log)
  .split(/;\s*\n/)
for (const statement of statements.filter((text) => text.replace(/--.*/g, '').trim() !== '')) {
  await connection.runAndReadAll(statement)
}
connection.closeSync()
instance.closeSync()
