import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { lintPackage } from '#deliver/package-lint.ts'
import { startServer } from '../try-server.ts'
import { organizationOf, untilQuiet } from '../try-upload.ts'

const server = await startServer()
await server.world.jobs.start()
after(server.close)

test('an organization that has nothing yet gets slides and a summary that say so, and is refused workbooks of nothing', async () => {
  const organization = await organizationOf(server, 'ada', 'Nothing yet')
  const home = `/api/organizations/${organization}`
  for (const kind of ['strategy framework', 'executive summary', 'implementation roadmap', 'business case']) {
    await server.as('ada', { method: 'POST', url: `${home}/documents`, payload: { kind } })
    await untilQuiet(server, 'ada', organization, 120)
  }

  const jobs = JSON.parse(
    (await server.as('ada', { method: 'GET', url: `${home}/jobs?limit=20` })).body,
  ).items
  const made = JSON.parse((await server.as('ada', { method: 'GET', url: `${home}/documents` })).body).items
  const refused = jobs.filter(({ state }: { state: string }) => state === 'refused')

  assert.deepEqual(made.map(({ kind }: { kind: string }) => kind).toSorted(), [
    'executive summary',
    'strategy framework',
  ])
  assert.deepEqual(refused.map(({ message }: { message: string }) => message.split('.')[0]).toSorted(), [
    'There is no business case yet',
    'There is no roadmap yet',
  ])
  const slides = made.find(({ kind }: { kind: string }) => kind === 'strategy framework')
  const file = await server.as('ada', { method: 'GET', url: `${home}/documents/${slides.id}` })
  assert.equal(createHash('sha256').update(file.rawPayload).digest('hex'), slides.sha256)
  assert.match(String(file.headers['content-type']), /presentationml\.presentation/)
  assert.deepEqual(lintPackage(file.rawPayload), [])
})
