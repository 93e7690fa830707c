import { writeFileSync } from 'node:fs'
import { describeSchema } from '#db/schema.ts'
import { startDatabase } from '#db/try-database.ts'

/** npm run schema: prints the schema that the migrations make into src/db/schema.sql. */
const database = await startDatabase()
try {
  const text = await describeSchema(database.records.pool)
  writeFileSync(new URL('../src/db/schema.sql', import.meta.url), text)
  console.log(`src/db/schema.sql: ${text.split('\n').length} lines`)
} finally {
  await database.close()
}
