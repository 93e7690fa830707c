import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTryServer } from '#db/try-database.ts'

/** A PostgreSQL for the test files of one run: prints its address, and ends with its input. */
const folder = mkdtempSync(join(tmpdir(), 'clausewise-try-'))
const server = await startTryServer(folder)
console.log(server.url)
process.stdin.resume()
await once(process.stdin, 'end')
await server.stop()
rmSync(folder, { recursive: true, force: true })
