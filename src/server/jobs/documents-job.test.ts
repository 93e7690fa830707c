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

test('who asks for the same set is given the same job only where both may read the same', async () => {
  const idle = await startServer()
  after(idle.close)
  const organization = await organizationOf(idle, 'ada', 'Asked at once')
  const join = (person: string, role: string) =>
    idle.world.records.pool.query(
      `with known as (insert into person (id, name, email) values ($2, $2, $2 || '@example.org') returning id)
       insert into membership (organization_id, person_id, role) select $1, id, $3 from known`,
      [organization, person, role],
    )
  await join('fay', 'finance partner')
  await join('olga', 'owner')

  const asked: string[] = []
  for (const person of ['fay', 'ada', 'olga']) {
    const url = `/api/organizations/${organization}/documents`
    const { body } = await idle.as(person, { method: 'POST', url, payload: { kind: 'whole set' } })
    asked.push((JSON.parse(body) as { job: { id: string } }).job.id)
  }

  const [finance, owner, other] = asked
  assert.equal(owner, other)
  assert.notEqual(finance, owner)
})
