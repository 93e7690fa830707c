import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { emptyDatabase } from '#db/try-database.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A server as people start it, on an empty data folder of its own. said: what it printed so far. */
export type Site = Readonly<{
  url: string
  startLink: string
  said: () => string
  close: () => Promise<void>
}>

const longestStart = 120_000

export async function startSite(): Promise<Site> {
  const { buildWeb } = (await import(new URL('../../scripts/build-web.mjs', import.meta.url).href)) as {
    buildWeb: () => void
  }
  buildWeb()
  const folder = mkdtempSync(join(tmpdir(), 'clausewise-journey-'))
  const port = await freePort()
  const database = await emptyDatabase()
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), 'serve', '--data', folder], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: database?.url ?? '', CLAUSEWISE_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const close = async () => {
    await ended(child)
    await database?.drop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const said = listenTo(child)
    const startLink = await linkOf(child, said)
    return { url: new URL(startLink).origin, startLink, said, close }
  } catch (error) {
    await close()
    throw error
  }
}

function listenTo(child: ChildProcess): () => string {
  let said = ''
  const listen = (chunk: Buffer) => {
    said += chunk.toString()
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  return () => said
}

/** The link of the first start, as the server prints it. */
function linkOf(child: ChildProcess, said: () => string): Promise<string> {
  return new Promise((found, fail) => {
    const timer = setTimeout(() => fail(new Error(`The server did not start:\n${said()}`)), longestStart)
    child.stdout?.on('data', () => {
      const link = /http:\S+\/start#code=\S+/.exec(said())?.[0]
      if (!link) return
      clearTimeout(timer)
      found(link)
    })
    child.once('exit', (code) => fail(new Error(`The server ended with ${code}:\n${said()}`)))
  })
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await gone
}

function freePort(): Promise<number> {
  return new Promise((found, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? found(address.port) : fail(new Error('no port')),
      )
    })
  })
}
