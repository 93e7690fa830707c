import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { DeliveredView, IssueView, ServiceReportView } from '#api/service-reports.ts'
import { literal, openDuck } from '#db/duck.ts'
import { makeServiceReport, openServiceReportSpeech } from '#deliver/service-report.ts'
import { printServiceReport } from '#deliver/write.ts'
import { demandIssue } from '#service-level/issue-store.ts'
import { needsReader, needsTypesetter } from '../../../test/worlds/pdf.ts'
import { dayOfTickets, mailForAcme, ticketFiles } from '../../../test/worlds/service-level-export.ts'
import { smallPack } from '../../../test/worlds/small-pack.ts'
import { content, startServer } from '../try-server.ts'
import { organizationOf, untilQuiet, upload } from '../try-upload.ts'
import { workspaceOf } from '../workshop.ts'

const pack = smallPack(['measures/service-level/attainment'])
let today = '2026-03-05'
const server = await startServer(() => new Date(`${today}T09:00:00Z`), { content: pack.folder })
after(server.close)
after(pack.remove)

let id = ''
const at = (path: string) => `/api/organizations/${id}/${path}`

const definition = { ...mailForAcme, recipients: ['kaur@example.org'], firstMonth: '2025-12' }

let report: ServiceReportView

before(async () => {
  await server.world.jobs.start()
  id = await organizationOf(server, 'ada', 'Reports & <Söhne>')
  const tickets = [
    ...dayOfTickets({ service: 'Mail', customer: 'ACME', day: '2026-01-12', from: 100 }, 17, 3),
    ...dayOfTickets({ service: 'Mail', customer: 'Bravo', day: '2026-01-13', from: 200 }, 0, 4),
    ...dayOfTickets({ service: 'Mail', customer: 'ACME', day: '2026-02-27', from: 400 }, 9, 1),
  ]
  const last = { id: 'INC999', service: 'Web', customer: 'ACME', missed: false }
  const end = { opened: '2026-03-01T08:00:00Z', ended: '2026-03-01T09:00:00Z', due: '2026-03-01T12:00:00Z' }
  await upload(server, 'ada', id, ticketFiles([...tickets, { ...last, ...end }]))
  await untilQuiet(server, 'ada', id)
  const { body, statusCode } = await post('service-reports', definition)
  assert.equal(statusCode, 201, JSON.stringify(body))
  report = body as ServiceReportView
})

async function post(path: string, payload: object, headers = {}) {
  const { statusCode, body } = await server.as('ada', { method: 'POST', url: at(path), payload, headers })
  return { statusCode, body: body === '' ? undefined : JSON.parse(body) }
}

async function read<T>(path: string): Promise<T> {
  const { statusCode, body } = await server.as('ada', { url: at(path) })
  assert.equal(statusCode, 200, body)
  return JSON.parse(body)
}

async function issue(period: string): Promise<string> {
  const { statusCode, body } = await post(`service-reports/${report.id}/issues`, { period })
  assert.equal(statusCode, 201, JSON.stringify(body))
  await untilQuiet(server, 'ada', id)
  return body.issue.id
}

async function fileOf(issued: string): Promise<Buffer> {
  const answer = await server.as('ada', { url: at(`service-report-issues/${issued}/file`) })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.rawPayload
}

function textOf(pdf: Uint8Array): string {
  const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
  return stdout.replaceAll(/[\u00A0\u200B]/g, ' ').replaceAll(/\s+/g, ' ')
}

let january = ''

test('issues are on time, late, due or missing by the day, and one that went out is not issued again', async () => {
  today = '2026-02-08'
  january = await issue('2026-01')
  today = '2026-03-12'
  const before = await read<ServiceReportView>(`service-reports/${report.id}`)
  const twice = await post(`service-reports/${report.id}/issues`, { period: '2026-01' })
  const tooEarly = await post(`service-reports/${report.id}/issues`, { period: '2025-12' })

  const standings = (view: ServiceReportView) =>
    view.expected.map(({ period, standing }) => [period, standing])
  assert.deepEqual(standings(before), [
    ['2026-02', 'missing'],
    ['2026-01', 'on time'],
    ['2025-12', 'missing'],
  ])
  assert.equal(twice.statusCode, 409)
  assert.match(tooEarly.body.detail, /does not reach 2025-12-31/)

  await issue('2026-02')
  assert.deepEqual(standings(await read(`service-reports/${report.id}`))[0], ['2026-02', 'late'])
})

test(
  'the figure on paper is that of the tickets, asked for by a select of its own',
  needsReader,
  async () => {
    const text = textOf(await fileOf(january))
    const archive = join(workspaceOf(server.world, id), 'archive')
    const tables = readdirSync(archive, { recursive: true }).map(String)
    const parquet = tables.filter((name) => name.endsWith('.parquet')).map((name) => join(archive, name))
    const duck = await openDuck(':memory:', { threads: 1 })
    const [found] = await duck.rows<{ kept: number; decided: number; tickets: string }>(`
    with incident as (select * from read_parquet(${literal(await ofTable(parquet, 'business_service'))})),
      clock as (select * from read_parquet(${literal(await ofTable(parquet, 'has_breached'))}))
    select count(*) filter (where clock.has_breached = 'false')::integer as kept, count(*)::integer as decided,
      string_agg(clock.task, ', ' order by clock.task) filter (where clock.has_breached = 'true') as tickets
    from clock join incident on incident.number = clock.task
    where incident.business_service = 'Mail' and incident.company = 'ACME' and incident.closed_at like '2026-01-%'`)
    duck.close()

    assert.deepEqual(found, { kept: 17, decided: 20, tickets: 'INC117, INC118, INC119' })
    assert.ok(text.includes(`${found.kept} of ${found.decided}`), text)
    assert.ok(text.includes(found.tickets))
    assert.ok(text.includes('85 %'))
    assert.ok(!text.includes('INC200'), 'tickets of another customer are not named')
    assert.ok(text.includes('Reports & <Söhne>'))
  },
)

/** The archived table that has a column of this name. */
async function ofTable(paths: readonly string[], column: string): Promise<string> {
  const duck = await openDuck(':memory:', { threads: 1 })
  try {
    for (const path of paths) {
      const columns = await duck.rows<{ column_name: string }>(
        `describe select * from read_parquet(${literal(path)})`,
      )
      if (columns.some(({ column_name: name }) => name === column)) return path
    }
    throw new Error(`No archived table has the column ${column}`)
  } finally {
    duck.close()
  }
}

test(
  'an issue downloads byte for byte the same, and can be written again from what was frozen',
  needsTypesetter,
  async () => {
    const view = await read<IssueView>(`service-report-issues/${january}`)
    const [one, two] = [await fileOf(january), await fileOf(january)]
    const kept = await server.world.records.within({ organization: id }, (tx) => demandIssue(tx, january))
    const again = printServiceReport(makeServiceReport(kept, openServiceReportSpeech(content, 'en')), content)

    assert.ok(one.equals(two))
    assert.equal(createHash('sha256').update(one).digest('hex'), view.document?.sha256)
    assert.ok(Buffer.from(again).equals(one))
    assert.equal(createHash('sha256').update(kept.text).digest('hex'), view.seal)
    assert.match(one.toString('latin1'), /pdfuaid:part>1</)
  },
)

test('what comes in later changes no issue', async () => {
  const before = await read<IssueView>(`service-report-issues/${january}`)
  const late = dayOfTickets({ service: 'Mail', customer: 'ACME', day: '2026-01-15', from: 700 }, 0, 5)
  await upload(server, 'ada', id, ticketFiles(late, '-late'))
  await untilQuiet(server, 'ada', id)

  const after = await read<IssueView>(`service-report-issues/${january}`)

  assert.deepEqual(after, before)
  await assert.rejects(
    sql`update service_report_issue set figures = '{}' where organization_id = ${id}`.execute(
      server.world.records.db,
    ),
    /stay as they were written/,
  )
})

test(
  'each recipient gets a link, sees the report by it, and acknowledges it once',
  needsTypesetter,
  async () => {
    const { rows } = await sql<{ recipient: string; subject: string; body: string }>`
    select recipient, subject, body from mail where organization_id = ${id} and kind = 'service report'
    order by created_at`.execute(server.world.records.db)
    const [mail] = rows
    const code = /#code=(\S+)/.exec(mail?.body ?? '')?.[1] ?? ''
    const call = (path: string, payload: object = {}) =>
      server.app.inject({
        method: 'POST',
        url: `/api/service-reports/${path}`,
        payload: { code, ...payload },
      })

    const seen = JSON.parse((await call('opening')).body) as DeliveredView
    const file = await call('file')
    const once = await call('acknowledgement', { says: 'Thank you.' })
    const twice = await call('acknowledgement')
    const view = await read<IssueView>(`service-report-issues/${january}`)
    const wrong = await call('file', { code: `${code.slice(0, -2)}xx` })

    assert.deepEqual(
      rows.map(({ recipient, subject }) => [recipient, subject]),
      [
        ['kaur@example.org', 'Mail for ACME, 2026-01'],
        ['kaur@example.org', 'Mail for ACME, 2026-02'],
      ],
    )
    assert.deepEqual([seen.title, seen.period, seen.isWritten], ['Mail for ACME', '2026-01', true])
    assert.ok(file.rawPayload.equals(await fileOf(january)))
    assert.deepEqual([once.statusCode, twice.statusCode, wrong.statusCode], [204, 409, 404])
    assert.deepEqual([view.acknowledged, view.receipts[0]?.says], [1, 'Thank you.'])
  },
)

test('a preview is what would be issued, and freezes nothing', async () => {
  const { body } = await post('service-reports', { ...definition, title: 'Again', recipients: [] })
  const preview = await read<{ levels: { months: { decided: number }[] }[] }>(
    `service-reports/${(body as ServiceReportView).id}/preview?period=2026-01`,
  )

  // The first value of the closed month stands, although five more tickets came in.
  assert.equal(preview.levels[0]?.months[0]?.decided, 20)
  assert.equal((await read<ServiceReportView>(`service-reports/${body.id}`)).expected[0]?.issue, undefined)
})

test('a definition changes and ends by its version, and a file that is gone is said so', async () => {
  const change = (version: number, path = '', method: 'PUT' | 'POST' = 'PUT') =>
    server.as('ada', {
      method,
      url: at(`service-reports/${report.id}${path}`),
      headers: { 'if-match': `"${version}"` },
      ...(method === 'PUT' ? { payload: { ...definition, dueDays: 60 } } : {}),
    })

  const [stale, changed, ended, late] = [
    await change(7),
    await change(1),
    await change(2, '/end', 'POST'),
    await change(3),
  ]
  rmSync(join(workspaceOf(server.world, id), 'documents'), { recursive: true })
  const gone = await server.as('ada', { url: at(`service-report-issues/${january}/file`) })

  assert.deepEqual(
    [stale.statusCode, changed.statusCode, ended.statusCode, late.statusCode],
    [409, 200, 200, 409],
  )
  // What was due when it went out counts: the issue stays late.
  assert.equal((JSON.parse(changed.body) as ServiceReportView).expected[0]?.standing, 'late')
  assert.equal(gone.statusCode, 404)
})
