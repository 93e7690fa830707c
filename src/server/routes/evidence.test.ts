import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { smallPack } from '../../../test/worlds/small-pack.ts'
import { startServer } from '../try-server.ts'
import { organizationOf, ticketLog, untilQuiet, upload } from '../try-upload.ts'

const pack = smallPack([
  'checks/incident/path-allowed',
  'checks/incident/closed-after-resolution',
  'measures/incident/volume',
  'measures/incident/path-conformance',
])
const server = await startServer(() => new Date(), { content: pack.folder })
after(server.close)
after(pack.remove)

let id = ''
const at = (path: string) => `/api/organizations/${id}/${path}`

before(async () => {
  await server.world.jobs.start()
  id = await organizationOf(server, 'ada', 'Evidence')
  await upload(server, 'ada', id, [{ name: 'incident.csv', content: ticketLog() }])
  await untilQuiet(server, 'ada', id)
})

async function read(path: string, person = 'ada') {
  const { statusCode, body } = await server.as(person, { url: at(path) })
  assert.equal(statusCode, 200, body)
  return JSON.parse(body)
}

async function enlist(person: string, role: string): Promise<void> {
  await server.world.records.within({ organization: id }, (tx) =>
    tx.insertInto('membership').values({ organization_id: id, person_id: person, role }).execute(),
  )
}

test('checks are listed with their verdicts, and filtered', async () => {
  const all = await read('checks')
  const failing = await read('checks?verdict=fail&process=incident')
  const none = await read('checks?process=change')

  assert.deepEqual(
    all.items.map(({ check }: { check: string }) => check),
    ['incident.closed-after-resolution', 'incident.path-allowed'],
  )
  assert.equal(all.collection.number, 1)
  assert.deepEqual(
    failing.items.map(({ check }: { check: string }) => check),
    ['incident.path-allowed'],
  )
  assert.deepEqual(none.items, [])
  assert.equal(none.counts.fail, 0)
})

test('a check says what it claims, how it was computed, and what it said before', async () => {
  const check = await read('checks/incident.path-allowed')

  assert.equal(check.verdict, 'fail')
  assert.deepEqual([check.population, check.met, check.exceptionCount], [30, 24, 6])
  assert.match(check.sql, /select/)
  assert.deepEqual(
    check.history.map(({ number, verdict }: { number: number; verdict: string }) => [number, verdict]),
    [[1, 'fail']],
  )
})

test('exceptions are a list of tickets that goes on where the page ended', async () => {
  const first = await read('checks/incident.path-allowed/exceptions?limit=4')
  const second = await read(`checks/incident.path-allowed/exceptions?limit=4&cursor=${first.next}`)
  const subjects = [...first.items, ...second.items].map(({ subject }: { subject: string }) => subject)

  assert.deepEqual(subjects, ['INC1000', 'INC1005', 'INC1010', 'INC1015', 'INC1020', 'INC1025'])
  assert.equal(second.next, undefined)
  assert.equal(first.total, 6)
  assert.deepEqual(
    [first.items[0].ticket.team, first.items[0].ticket.state, first.items[0].ticket.priority],
    ['Network', 'closed', 1],
  )
})

test('measures have their points, and say how they are computed', async () => {
  const { items } = await read('measures')
  const volume = await read('measures/incident.volume')

  assert.equal(items.length, 2)
  assert.deepEqual(
    volume.points.map(({ period, value }: { period: string; value: number }) => [period, value]),
    [['2026-01', 30]],
  )
  assert.match(volume.sql, /select/)
})

test('a process is a map, and its most frequent deviation names the team', async () => {
  const { items } = await read('conformance')
  const process = await read('conformance/incident')
  const team = await read('conformance/incident?team=Network')
  const nobody = await read('conformance/incident?team=Nobody')

  assert.deepEqual([items[0].process, items[0].tickets], ['incident', 30])
  assert.match(items[0].most.says, /from "in progress"/)
  assert.deepEqual(process.deviationList[0].teams, [{ team: 'Network', count: 6 }])
  assert.deepEqual(process.teams, team.teams)
  assert.deepEqual(team.deviationList, process.deviationList)
  assert.deepEqual([nobody.tickets, nobody.share], [0, undefined])
  assert.ok(
    process.steps.some(({ from, to }: Record<string, string>) => from === 'new' && to === 'in_progress'),
  )
})

test('a ticket shows its fields, its history, and the checks that name it', async () => {
  const ticket = await read('tickets/INC1005')

  assert.deepEqual(
    ticket.history.map(({ state }: { state: string }) => state),
    ['new', 'in_progress', 'new', 'closed'],
  )
  assert.deepEqual(
    ticket.named.map(({ check }: { check: string }) => check),
    ['incident.path-allowed'],
  )
  assert.equal(ticket.fields.find(({ name }: { name: string }) => name === 'requester_id').value, 'user 5')
  assert.equal(ticket.source.file, 'incident.csv')
  assert.equal((await server.as('ada', { url: at('tickets/INC9') })).statusCode, 404)
})

test('a gap says which tickets, goals and KPIs it touches, and what is not known', async () => {
  const found = await read('requirements/8.1-b/impact')
  const unasked = await read('requirements/4.1-a/impact')

  assert.equal(found.touched.tickets, 6)
  assert.deepEqual([found.touched.withoutService, found.touched.services], [6, []])
  assert.deepEqual(found.goals, [])
  assert.equal(unasked.touched, undefined)
  assert.equal((await server.as('ada', { url: at('requirements/9.9-z/impact') })).statusCode, 404)
})

test('people are masked for the external auditor, the same person by the same name', async () => {
  await enlist('eve', 'external auditor')
  const { fields, isMasked, history } = await read('tickets/INC1005', 'eve')
  const again = await read('tickets/INC1005', 'eve')
  const requester = fields.find(({ name }: { name: string }) => name === 'requester_id').value

  assert.equal(isMasked, true)
  assert.match(requester, /^Person [0-9a-f]{8}$/)
  assert.deepEqual(again.fields, fields)
  assert.equal(JSON.stringify({ fields, history }).includes('user 5'), false)
})

test('data quality says what is wrong, with samples, and how full the columns are', async () => {
  const quality = await read('data-quality')

  assert.ok(quality.problems.some(({ code }: { code: string }) => code === 'ingest.no-timezone'))
  assert.ok(
    quality.fill.some(({ column, of }: { column: string; of: number }) => column === 'priority' && of === 30),
  )
})

test('another organization sees none of it', async () => {
  const other = await organizationOf(server, 'mallory', 'Other')
  const own = (path: string) => server.as('mallory', { url: `/api/organizations/${other}/${path}` })
  const foreign = await server.as('mallory', { url: at('tickets/INC1005') })

  assert.equal(foreign.statusCode, 404)
  assert.equal((await own('tickets/INC1005')).statusCode, 404)
  assert.deepEqual(JSON.parse((await own('checks')).body).items, [])
  assert.equal((await own('checks/incident.path-allowed')).statusCode, 404)
})

test('events that are gone are made anew from the archive, and give the same answers', async () => {
  const before = await read('tickets/INC1005')
  rmSync(join(server.world.folder, 'organizations', id, 'events.duckdb'))

  const missing = await server.as('ada', { url: at('tickets/INC1005') })
  await untilQuiet(server, 'ada', id)
  const after = await read('tickets/INC1005')

  assert.equal(missing.statusCode, 409)
  assert.deepEqual(after, before)
  assert.equal((await read('checks')).collection.number, 2)
})
