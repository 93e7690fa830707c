import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'

/** Runs the reference questions over one log in plain DuckDB, with the threads of the product and twice its memory: less fails at 71 copies. */
const [script = '', log = ''] = process.argv.slice(2)
const spill = mkdtempSync(join(tmpdir(), 'clausewise-reference-'))
const settings = { threads: '2', memory_limit: '4GB', temp_directory: spill }
const instance = await DuckDBInstance.create(':memory:', settings)
const connection = await instance.connect()
const statements = readFileSync(script, 'utf8')
  .replaceAll('LOG.csv', log)
  .split(/;\s*\n/)
for (const statement of statements.filter((text) => text.replace(/--.*/g, '').trim() !== '')) {
  await connection.runAndReadAll(statement)
}
connection.closeSync()
instance.closeSync()
rmSync(spill, { recursive: true, force: true })
