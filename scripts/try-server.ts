import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTryServer } from '#db/try-database.ts'

/** A PostgreSQL for the test files of one run, and a folder for what they share: prints both, and ends with its input. */
const folder = mkdtempSync(join(tmpdir(), 'clausewise-try-'))
const server = await startTryServer(folder)
const kept = join(folder, 'kept')
mkdirSync(kept)
console.log(JSON.stringify({ url: server.url, kept }))
process.stdin.resume()
await once(process.stdin, 'end')
await server.stop()
rmSync(folder, { recursive: true, force: true })
