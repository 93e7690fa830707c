import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { unzipSync } from 'fflate'
import { startServer } from '../try-server.ts'
import { organizationOf, untilQuiet } from '../try-upload.ts'

const server = await startServer()
await server.world.jobs.start()
after(server.close)

type Made = Readonly<{ id: string; kind: string; sha256: string }>

async function make(organization: string, kind: string) {
  const url = `/api/organizations/${organization}/documents`
  const asked = await server.as('ada', { method: 'POST', url, payload: { kind } })
  assert.equal(asked.statusCode, 201, asked.body)
  await untilQuiet(server, 'ada', organization, 120)
  const { items } = JSON.parse((await server.as('ada', { url })).body) as { items: readonly Made[] }
  const made = items.find((one) => one.kind === kind)
  const file = made && (await server.as('ada', { url: `${url}/${made.id}` }))
  return { made, file }
}

test('on its first day an organization has its playbook and takes out what it wrote; for OSCAL there is no evidence', async () => {
  const organization = await organizationOf(server, 'ada', 'First day')

  const playbook = await make(organization, 'playbook')
  const open = await make(organization, 'open data')
  const oscal = await make(organization, 'oscal')

  assert.equal(playbook.file?.rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.match(
    String(playbook.file?.headers['content-disposition']),
    /continuous-improvement-playbook-2026-03-01\.pdf/,
  )
  assert.equal(
    createHash('sha256')
      .update(open.file?.rawPayload ?? '')
      .digest('hex'),
    open.made?.sha256,
  )
  const files = unzipSync(open.file?.rawPayload ?? Buffer.alloc(0))
  assert.match(new TextDecoder().decode(files['tables/audit_entry.json']), /First day/)
  assert.equal(oscal.made, undefined)
})
