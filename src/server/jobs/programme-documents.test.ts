import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { lintPackage } from '#deliver/package-lint.ts'
import { packed } from '../../../test/worlds/office-parts.ts'
import { slideTemplate } from '../../../test/worlds/slide-template.ts'
import { startServer } from '../try-server.ts'
import { formOf, organizationOf, untilQuiet } from '../try-upload.ts'

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

test('slides are put into the template of the organization; put aside, they have the common look again', async () => {
  const organization = await organizationOf(server, 'bea', 'Harbour & Sons')
  const home = `/api/organizations/${organization}`
  const make = async () => {
    const payload = { kind: 'strategy framework' }
    const asked = await server.as('bea', { method: 'POST', url: `${home}/documents`, payload })
    const { id } = JSON.parse(asked.body).job
    const job = (await untilQuiet(server, 'bea', organization, 120)).find((one) => one.id === id)
    return (await server.as('bea', { url: `${home}/documents/${String(job?.outcome?.document)}` })).rawPayload
  }
  const themeOf = (bytes: Uint8Array) =>
    strFromU8(unzipSync(bytes)['ppt/theme/theme1.xml'] ?? new Uint8Array()).includes('name="Harbour"')

  const plain = await make()
  const given = await server.as('bea', {
    method: 'POST',
    url: `${home}/templates`,
    ...formOf([{ name: 'deck.potx', content: packed(slideTemplate()) }]),
  })
  const dressed = await make()
  const { version } = JSON.parse(given.body)
  await server.as('bea', {
    method: 'DELETE',
    url: `${home}/templates/pptx`,
    headers: { 'if-match': `"${version}"` },
  })
  const again = await make()

  assert.equal(given.statusCode, 201, given.body)
  assert.deepEqual([plain, dressed, again].map(themeOf), [false, true, false])
  assert.deepEqual(lintPackage(dressed), [])
})
