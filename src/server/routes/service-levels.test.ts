import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { BreachesView, LevelMatrixView, ServiceLevelView } from '#api/service-levels.ts'
import { dayOfTickets, type TryTicket, ticketFiles } from '../../../test/worlds/service-level-export.ts'
import { smallPack } from '../../../test/worlds/small-pack.ts'
import { startServer } from '../try-server.ts'
import { organizationOf, untilQuiet, upload } from '../try-upload.ts'

const pack = smallPack(['measures/service-level/attainment'])
const server = await startServer(() => new Date('2026-03-20T09:00:00Z'), { content: pack.folder })
after(server.close)
after(pack.remove)

let id = ''
const at = (path: string) => `/api/organizations/${id}/${path}`

/** January is closed by the February tickets; the one that is open was due before the data end. */
const first: readonly TryTicket[] = [
  ...dayOfTickets({ service: 'Mail', customer: 'ACME', day: '2026-01-12', from: 100 }, 8, 2),
  ...dayOfTickets({ service: 'Mail', customer: 'Bravo', day: '2026-01-13', from: 200 }, 5, 0),
  ...dayOfTickets({ service: 'Web', customer: 'ACME', day: '2026-01-14', from: 300 }, 3, 0),
  ...dayOfTickets({ service: 'Mail', customer: 'ACME', day: '2026-02-10', from: 400 }, 9, 1),
  {
    id: 'INC900',
    service: 'Mail',
    customer: 'ACME',
    opened: '2026-01-20T08:00:00Z',
    due: '2026-01-21T12:00:00Z',
    missed: false,
  },
]

before(async () => {
  await server.world.jobs.start()
  id = await organizationOf(server, 'ada', 'Levels')
  await write('services', { name: 'Mail' }, 'proposed')
  await upload(server, 'ada', id, ticketFiles(first))
  const jobs = await untilQuiet(server, 'ada', id)
  assert.deepEqual(jobs.map(({ kind, state, message }) => [kind, state, message]).toSorted(), [
    ['collect', 'done', undefined],
    ['ingest', 'done', undefined],
  ])
})

async function read<T>(path: string): Promise<T> {
  const { statusCode, body } = await server.as('ada', { url: at(path) })
  assert.equal(statusCode, 200, body)
  return JSON.parse(body)
}

async function send(method: 'POST' | 'PATCH', path: string, payload: object, headers = {}) {
  const { statusCode, body } = await server.as('ada', { method, url: at(path), payload, headers })
  return { statusCode, body: body === '' ? undefined : JSON.parse(body) }
}

const records = new Map<string, string>()

async function write(register: string, data: object, state?: string): Promise<string> {
  const { statusCode, body } = await send('POST', `registers/${register}/records`, {
    data,
    ...(state ? { state } : {}),
  })
  assert.equal(statusCode, 201, JSON.stringify(body))
  records.set(register, body.id)
  return body.id
}

const monthOf = (view: LevelMatrixView, service: string, month: string) =>
  view.rows.find((row) => row.service === service)?.months.find((one) => one.month === month)

test('a month counts kept, missed and open misses, as the measure of all services does', async () => {
  const view = await read<LevelMatrixView>('service-levels')
  const measure = await read<{ points: { period: string; part: number; whole: number }[] }>(
    'measures/service-level.attainment',
  )

  const january = monthOf(view, 'Mail', '2026-01')
  assert.deepEqual(january?.outcomes, {
    kept: 13,
    missed: 2,
    openMissed: 1,
    running: 0,
    unusable: 0,
    noClock: 0,
  })
  assert.equal(january?.attainment, 13 / 16)
  assert.equal(january?.verdict, 'no target')
  assert.equal(january?.agreed.standing, 'none')
  const point = measure.points.find(({ period }) => period === '2026-01')
  const decided = view.rows.reduce(
    (sum, row) => sum + (monthOf(view, row.service, '2026-01')?.decided ?? 0),
    0,
  )
  assert.deepEqual([point?.part, point?.whole], [16, decided])
  assert.deepEqual(view.rules, [
    { computedBy: 'source', pauseRule: 'pending_customer', reopenRule: 'exclude_closed', clocks: 29 },
  ])
})

test('the tickets behind a figure are those that an own select over the uploaded rows finds', async () => {
  const breaches = await read<BreachesView>('service-level/breaches?service=Mail&month=2026-01')

  const own = first
    .filter((one) => one.service === 'Mail' && one.opened.startsWith('2026-01'))
    .filter((one) => one.missed || one.ended === undefined)
    .map((one) => one.id)
  assert.deepEqual(breaches.groups.flatMap(({ tickets }) => tickets).toSorted(), own.toSorted())
})

test('the agreed share of the SLA in force judges the month, and a change holds from its day on', async () => {
  const service = records.get('services')
  const agreement = await write(
    'agreements',
    {
      name: 'SLA Mail',
      kind: 'SLA',
      services: [service],
      targets: [{ measure: 'share in time', value: 80, unit: '%' }],
      agreed_on: '2026-01-01',
      valid_from: '2026-01-01',
    },
    'in force',
  )

  const met = monthOf(await read('service-levels'), 'Mail', '2026-01')
  const { statusCode } = await send(
    'PATCH',
    `registers/agreements/records/${agreement}`,
    { data: { targets: [{ measure: 'share in time', value: 95, unit: '%' }] } },
    { 'if-match': '"1"' },
  )
  const changed = await read<LevelMatrixView>('service-levels')

  assert.equal(statusCode, 200)
  assert.deepEqual([met?.agreed.share, met?.verdict], [0.8, 'met'])
  // Both versions were written down after January: the first one that holds is the one that was in force then.
  const january = monthOf(changed, 'Mail', '2026-01')
  assert.deepEqual([january?.agreed.share, january?.agreed.agreements[0]?.version], [0.8, 1])
})

test('a closed month keeps its first value, and later data are shown as the difference', async () => {
  const late = dayOfTickets({ service: 'Mail', customer: 'ACME', day: '2026-01-15', from: 700 }, 0, 3)
  const more = dayOfTickets({ service: 'Mail', customer: 'ACME', day: '2026-02-11', from: 800 }, 2, 0)
  await upload(server, 'ada', id, ticketFiles([...late, ...more], '-late'))
  await untilQuiet(server, 'ada', id)

  const view = await read<LevelMatrixView>('service-levels')

  const january = monthOf(view, 'Mail', '2026-01')
  assert.equal(january?.decided, 16)
  assert.deepEqual(
    [january?.today?.number, january?.today?.outcomes.missed, january?.today?.outcomes.openMissed],
    [2, 5, 1],
  )
  const february = monthOf(view, 'Mail', '2026-02')
  assert.equal(february?.isClosed, false)
  assert.equal(february?.decided, 12)
  assert.equal(february?.today, undefined)
  const { rows } = await sql<{ n: string }>`
    select count(distinct collection_id) as n from service_level_cell where organization_id = ${id}`.execute(
    server.world.records.db,
  )
  assert.equal(Number(rows[0]?.n), 2)
})

test('one customer is judged by his own tickets', async () => {
  const view = await read<ServiceLevelView>('service-level?service=Mail')

  const counts = view.customers.map(({ customer, months }) => {
    const january = months.find(({ month }) => month === '2026-01')
    return [customer, january?.outcomes.kept, january?.decided]
  })
  assert.deepEqual(counts, [
    ['ACME', 8, 11],
    ['Bravo', 5, 5],
  ])
})

test('a review keeps the figures of its day, and what it agreed is carried forward until it is done', async () => {
  const draft = {
    service: 'Mail',
    customer: 'ACME',
    heldOn: '2026-03-19',
    attendees: ['Ada', 'Mr Kaur of ACME'],
    note: 'January was missed; a second line is trained.',
    everyMonths: 3,
    actions: [{ what: 'Train the second line', owner: 'Ada', dueOn: '2026-03-01' }],
  }

  const early = await send('POST', 'service-reviews', { ...draft, heldOn: '2026-04-01' })
  const made = await send('POST', 'service-reviews', draft)
  const view = await read<ServiceLevelView>('service-level?service=Mail')
  const [action] = view.actions
  const done = await send('POST', `service-review-actions/${action?.id}/done`, { says: 'Two are trained.' })
  const again = await send('POST', `service-review-actions/${action?.id}/done`, { says: 'Twice.' })
  const after = await read<ServiceLevelView>('service-level?service=Mail')

  assert.equal(early.statusCode, 422)
  assert.deepEqual([made.statusCode, made.body.nextOn], [201, '2026-06-19'])
  assert.deepEqual([view.reviews.length, view.reviews[0]?.isOverdue], [1, false])
  assert.equal(view.reviews[0]?.months.find(({ month }) => month === '2026-01')?.decided, 11)
  assert.deepEqual([action?.what, action?.isOverdue], ['Train the second line', true])
  assert.deepEqual([done.statusCode, again.statusCode], [204, 409])
  assert.deepEqual([after.actions[0]?.doneOn, after.actions[0]?.doneSays], ['2026-03-20', 'Two are trained.'])
})

test('what a collection said of service levels is never changed', async () => {
  await assert.rejects(
    sql`update service_level_cell set kept = kept + 1 where organization_id = ${id}`.execute(
      server.world.records.db,
    ),
    /stay as they were written/,
  )
})

test('tickets that call a service otherwise count for it, and no other service can claim the name', async () => {
  const path = `registers/services/records/${records.get('services')}`
  const [mail, web] = await Promise.all([
    read<ServiceLevelView>('service-level?service=Mail'),
    read<ServiceLevelView>('service-level?service=Web'),
  ])

  const said = await send('PATCH', path, { data: { tool_names: ['web'] } }, { 'if-match': '"1"' })
  const view = await read<LevelMatrixView>('service-levels')
  const byOldName = await read<ServiceLevelView>('service-level?service=Web')
  const breaches = await read<BreachesView>('service-level/breaches?service=Web&month=2026-01')
  const claimed = await send('POST', 'registers/services/records', {
    data: { name: 'Intranet', tool_names: ['WEB '] },
  })
  const own = await send('POST', 'registers/services/records', {
    data: { name: 'Shop', tool_names: ['mail'] },
  })

  assert.equal(said.statusCode, 200, JSON.stringify(said.body))
  const decided = ({ months }: ServiceLevelView) => months.reduce((sum, month) => sum + month.decided, 0)
  assert.deepEqual([mail.record?.number, web.record], ['SVC-1', undefined])
  assert.equal(byOldName.service, 'Mail')
  assert.equal(decided(byOldName), decided(mail) + decided(web))
  assert.deepEqual(
    view.rows.map(({ service }) => service),
    ['Mail'],
  )
  assert.equal(breaches.groups.flatMap(({ tickets }) => tickets).length, 3)
  assert.equal(claimed.statusCode, 422)
  assert.match(claimed.body.detail, /Names in the ticketing tool: "web" already stands for SVC-1 Mail/)
  assert.equal(own.statusCode, 422)
  assert.match(own.body.detail, /"mail" already stands for SVC-1 Mail/)
})
