import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

import { openLibrary } from '#content/library.ts'
import { openCluster } from '#db/cluster.ts'
import { migrate } from '#db/migrate.ts'
import { openRecords } from '#db/records.ts'
import { startSweeping } from '#server/memory-sweep.ts'
import { content, startServer, type TryServer } from '#server/try-server.ts'
import { makeUnlisted, moveIn, recipeOf } from './large-house.ts'

/**
 * The process that the bench of the server measures: an organization as large as the goal says, on an embedded PostgreSQL
 * that keeps every write. Prints one line of JSON when it listens: its address, and the organization. With a folder the house
 * is made once and kept there; what is measured works on a copy of its records.
 */
const [kept = '', scale = '11'] = process.argv.slice(2)
const size = { scale: Number(scale), people: 200, entries: 50_000, records: 300 }
const house = kept || mkdtempSync(join(tmpdir(), 'clausewise-house-'))
mkdirSync(house, { recursive: true })
const organization = await houseIn(house)

const cluster = await openCluster(house, '')
const { server, stop } = await open(await copyOf(cluster.url))
const given = await makeUnlisted(server, organization)
// Read before anybody asks, as the program does it.
openLibrary(content)
const address = await server.app.listen({ host: '127.0.0.1', port: 0 })
startSweeping(server.app.server)
process.stdout.write(
  `${JSON.stringify({ address, organization, given, people: size.people, scale: size.scale })}\n`,
)

process.once('SIGTERM', async () => {
  await stop()
  await cluster.stop()
  if (!kept) rmSync(house, { recursive: true, force: true })
})

/** A server on records and the workspaces of the house, with as many connections as the program opens. */
async function open(url: string): Promise<{ server: TryServer; stop: () => Promise<void> }> {
  await migrate(url)
  const records = openRecords(url)
  const database = { records, url, close: records.close }
  const server = await startServer(() => new Date(), { at: { database, folder: house } })
  return { server, stop: server.close }
}

/** A copy of the records of the house, for one run. */
async function copyOf(url: string): Promise<string> {
  const [copy, other] = [new URL(url), new URL(url)]
  const from = copy.pathname.slice(1)
  copy.pathname = '/bench'
  other.pathname = '/template1'
  const client = new pg.Client({ connectionString: other.href })
  await client.connect()
  await client.query('drop database if exists bench')
  await client.query(`create database bench template "${from}"`)
  await client.end()
  return copy.href
}

/** The organization of the house, which is made where it is not there yet. */
async function houseIn(place: string): Promise<string> {
  const note = join(place, 'house.json')
  const recipe = recipeOf(size)
  const found = existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as Record<string, string>) : {}
  if (found.recipe === recipe && found.organization) return found.organization
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  const cluster = await openCluster(place, '')
  const { server, stop } = await open(cluster.url)
  const made = await moveIn(server, size).finally(stop).finally(cluster.stop)
  writeFileSync(note, JSON.stringify({ recipe, organization: made }))
  return made
}
