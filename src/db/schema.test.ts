import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { describeSchema } from './schema.ts'
import { startDatabase } from './try-database.ts'

const database = await startDatabase()
after(database.close)

test('schema.sql is what the migrations make; after a migration run: npm run schema', async () => {
  const kept = readFileSync(new URL('./schema.sql', import.meta.url), 'utf8')

  assert.equal(await describeSchema(database.records.pool), kept)
})
