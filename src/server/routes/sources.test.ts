import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readLatestCollection } from '#evidence/collection-store.ts'
import { startServer } from '../try-server.ts'
import { organizationOf, ticketLog, untilQuiet, upload } from '../try-upload.ts'

const server = await startServer()
before(() => server.world.jobs.start())
after(server.close)

const at = (organization: string, path: string) => `/api/organizations/${organization}/${path}`

async function ask(person: string, url: string) {
  const { statusCode, body } = await server.as(person, { url })
  return { status: statusCode, said: JSON.parse(body) }
}

test('an uploaded file is read and asked about, and its results are in the records', async () => {
  const id = await organizationOf(server, 'ada', 'Read')

  const { statusCode, body } = await upload(server, 'ada', id, [
    { name: 'incident.csv', content: ticketLog() },
  ])
  const jobs = await untilQuiet(server, 'ada', id)

  assert.equal(statusCode, 201, body)
  assert.deepEqual(
    jobs.map(({ kind, state }) => [kind, state]),
    [
      ['collect', 'done'],
      ['ingest', 'done'],
    ],
  )
  const collected = await server.world.records.within({ organization: id }, readLatestCollection)
  assert.ok((collected?.results.length ?? 0) > 50)
  const { said } = await ask('ada', at(id, 'sources'))
  assert.deepEqual(
    said.items.map(({ name, state, mediaKind }: Record<string, string>) => [name, state, mediaKind]),
    [['incident.csv', 'read', 'csv']],
  )
  assert.deepEqual(readdirSync(join(server.world.folder, 'organizations', id, 'uploads')), [])
  const imports = await ask('ada', at(id, 'imports'))
  assert.deepEqual(
    imports.said.items.map(({ files, tickets }: Record<string, number>) => [files, tickets]),
    [[1, 30]],
  )
  assert.ok(existsSync(join(server.world.folder, 'organizations', id, 'evidence', 'run.sql')))
})
