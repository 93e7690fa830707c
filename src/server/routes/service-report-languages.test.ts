import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { IssueView } from '#api/service-reports.ts'
import { flat, needsReader, textOf } from '../../../test/worlds/pdf.ts'
import { dayOfTickets, mailForAcme, ticketFiles } from '../../../test/worlds/service-level-export.ts'
import { smallPack } from '../../../test/worlds/small-pack.ts'
import { startServer } from '../try-server.ts'
import { organizationOf, untilQuiet, upload } from '../try-upload.ts'

const pack = smallPack(['measures/service-level/attainment'])
const server = await startServer(() => new Date('2026-03-05T09:00:00Z'), { content: pack.folder })
after(server.close)
after(pack.remove)

let id = ''
let january = ''
const at = (path: string) => `/api/organizations/${id}/${path}`
const definition = { ...mailForAcme, recipients: [], firstMonth: '2026-01' }

async function post(path: string, payload: object) {
  const { statusCode, body } = await server.as('ada', { method: 'POST', url: at(path), payload })
  return { statusCode, body: body === '' ? undefined : JSON.parse(body) }
}

async function read<T>(path: string): Promise<T> {
  return JSON.parse((await server.as('ada', { url: at(path) })).body) as T // asserted by what the tests read of it
}

/** Defines a report and issues it for a period; the id of the issue. */
async function issued(period: string, more: object = {}): Promise<string> {
  const defined = await post('service-reports', { ...definition, ...more })
  const { body } = await post(`service-reports/${defined.body.id}/issues`, { period })
  await untilQuiet(server, 'ada', id)
  return body.issue.id
}

before(async () => {
  await server.world.jobs.start()
  id = await organizationOf(server, 'ada', 'Reports')
  const tickets = [
    ...dayOfTickets({ service: 'Mail', customer: 'ACME', day: '2026-01-12', from: 100 }, 17, 3),
    ...dayOfTickets({ service: 'Mail', customer: 'ACME', day: '2026-02-27', from: 400 }, 9, 1),
    {
      ...{ id: 'INC999', service: 'Web', customer: 'ACME', missed: false },
      ...{ opened: '2026-03-01T08:00:00Z', ended: '2026-03-01T09:00:00Z', due: '2026-03-01T12:00:00Z' },
    },
  ]
  await upload(server, 'ada', id, ticketFiles(tickets))
  await untilQuiet(server, 'ada', id)
  january = await issued('2026-01')
})

test(
  'an issue is written in another language from the same frozen figures, once, and downloads the same',
  needsReader,
  async () => {
    const path = `service-report-issues/${january}`
    const inGerman = () => server.as('ada', { url: at(`${path}/file?language=de`) })
    const before = await inGerman()
    const asked = await post(`${path}/files`, { language: 'de' })
    await untilQuiet(server, 'ada', id)
    const [one, two] = [await inGerman(), await inGerman()]
    const again = await post(`${path}/files`, { language: 'de' })
    const asIssued = await post(`${path}/files`, { language: 'en' })
    const view = await read<IssueView>(path)
    const { items } = await read<{ items: { kind: string; language?: string }[] }>('documents')

    assert.equal(before.statusCode, 404)
    assert.match(JSON.parse(before.body).detail, /not written in Deutsch/)
    assert.equal(asked.body.job.kind, 'documents')
    assert.deepEqual([again.body, asIssued.body], [{}, {}])
    assert.ok(one.rawPayload.equals(two.rawPayload))
    assert.match(String(one.headers['content-disposition']), /-de\.pdf/)
    assert.deepEqual(
      view.translations.map(({ language, sha256 }) => [language, sha256]),
      [['de', createHash('sha256').update(one.rawPayload).digest('hex')]],
    )
    assert.equal(view.language, 'en')
    const text = flat(textOf(one.rawPayload))
    assert.ok(text.includes('17 von 20'), text)
    assert.ok(text.includes('Servicebericht 01.2026'))
    assert.deepEqual(
      items
        .filter(({ kind }) => kind === 'service report')
        .map(({ language }) => language)
        .toSorted(),
      ['de', 'en'],
    )
  },
)

test(
  'without a language a report goes out in that of the organization, its message too',
  needsReader,
  async () => {
    const url = `/api/organizations/${id}`
    const { version } = JSON.parse((await server.as('ada', { url })).body) as { version: number }
    const headers = { 'if-match': `"${version}"` }
    const payload = { settings: { locale: 'fr' } }
    const set = await server.as('ada', { method: 'PATCH', url, headers, payload })
    assert.equal(set.statusCode, 200, set.body)
    const french = await issued('2026-02', { title: 'Mail, France', recipients: ['leroy@example.org'] })
    const file = await server.as('ada', { url: at(`service-report-issues/${french}/file`) })
    const { rows } = await sql<{ body: string }>`
    select body from mail where organization_id = ${id} and subject = 'Mail, France, 2026-02'`.execute(
      server.world.records.db,
    )

    assert.equal((await read<IssueView>(`service-report-issues/${french}`)).language, 'fr')
    assert.ok(flat(textOf(file.rawPayload)).includes('Respect des engagements'))
    assert.match(rows[0]?.body ?? '', /^Bonjour,\n/)
  },
)
