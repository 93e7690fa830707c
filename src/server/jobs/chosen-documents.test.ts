import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { DocumentView } from '#api/documents.ts'
import type { JobView } from '#api/jobs.ts'
import { lintPackage } from '#deliver/package-lint.ts'
import { startTryOrganization, type TryOrganization } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'
import { ticketLog, untilQuiet, upload } from '../try-upload.ts'

const server = await startServer()
await server.world.jobs.start()
after(server.close)

let own: TryOrganization

before(async () => {
  own = await startTryOrganization(server, 'ada')
})

/** Asks for a document and gives its file with what is said of it. */
async function make(asked: object) {
  const { status, body } = await own.ask('ada', 'POST', 'documents', asked)
  assert.equal(status, 201, JSON.stringify(body))
  const jobs = await untilQuiet(server, 'ada', own.id, 120)
  const ended = jobs.find(({ id }) => id === (body as { job?: JobView }).job?.id)
  const { body: all } = await own.ask('ada', 'GET', 'documents?limit=500')
  const made = DocumentView.array()
    .parse((all as { items: unknown }).items)
    .find(({ id }) => id === ended?.outcome?.document)
  assert.ok(made, JSON.stringify(ended))
  const url = `/api/organizations/${own.id}/documents/${made.id}`
  return { made, bytes: (await server.as('ada', { url })).rawPayload }
}

test('the awareness deck is made for a role before anybody read a ticket, and says so', async () => {
  const all = await make({ kind: 'awareness deck' })
  const desk = await make({ kind: 'awareness deck', roles: ['desk'], language: 'de' })
  const slides = (bytes: Uint8Array) =>
    Object.entries(unzipSync(bytes)).filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
  const says = slides(desk.bytes)
    .map(([, part]) => strFromU8(part))
    .join()

  assert.deepEqual([lintPackage(all.bytes), lintPackage(desk.bytes)], [[], []])
  assert.ok(slides(desk.bytes).length < slides(all.bytes).length)
  assert.notEqual(desk.made.key, all.made.key)
  assert.ok(says.includes('Für: Service Desk'))
  assert.ok(says.includes('Es wurden noch keine Tickets gelesen'))
})

test('the forms are made from nothing but the name of the organization', async () => {
  const { bytes } = await make({ kind: 'forms' })

  assert.ok('request-for-change.docx' in unzipSync(bytes))
})

test('one guide of the guidelines is made by itself, once there are tickets', async () => {
  await upload(server, 'ada', own.id, [{ name: 'tickets.csv', content: ticketLog() }])
  await untilQuiet(server, 'ada', own.id)
  const { made, bytes } = await make({ kind: 'process guidelines', guide: 'change' })
  const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())

  assert.match(made.title, /^Process guidelines: Change management, /)
  assert.ok(text.includes('How the tool must be set up'))
  assert.ok(!text.includes('Release and deployment management, roles'))
})

test('what nobody can choose is refused', async () => {
  const refused = async (asked: object) => (await own.ask('ada', 'POST', 'documents', asked)).status
  const { body } = await own.ask('ada', 'GET', 'documents/choices')
  const { roles, guides } = body as { roles: { id: string }[]; guides: { id: string; isFull: boolean }[] }

  assert.deepEqual(
    roles.map(({ id }) => id),
    ['desk', 'engineer', 'owner'],
  )
  assert.equal(guides.filter(({ isFull }) => isFull).length, 4)
  assert.equal(await refused({ kind: 'awareness deck', roles: ['pilot'] }), 422)
  assert.equal(await refused({ kind: 'gap report', roles: ['desk'] }), 422)
  assert.equal(await refused({ kind: 'process guidelines', guide: 'nothing' }), 404)
  assert.equal(await refused({ kind: 'playbook', guide: 'change' }), 422)
})
