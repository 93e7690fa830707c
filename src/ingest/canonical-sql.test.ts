import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Duck } from '#db/duck.ts'
import { collectFrom, ingestInto, type TestWorkspace, tablesOf } from '../../test/worlds/workspace.ts'
import { written } from '../../test/worlds/written.ts'

const list = written({
  'tickets.csv': [
    'key,type,status,opened_at,resolved_at,closed_at,urgency',
    'T1,Incident,Closed,2026-03-31 23:30,2026-04-01 09:00,2026-04-01 10:00,High',
    'T2,Bug,Closed,2026-03-02 08:00,2026-03-02 11:00,2026-03-02 10:00,Low',
    'T3,Service request,New,2026-03-02 08:00,,,N/A',
    'T4,Holiday,New,2026-03-02 08:00,,,',
    'T5,Change,Scheduled,2026-03-02 08:00,,,2 - Medium',
    'T6,Incident,New,1970-01-01 00:00,,,',
    'T7,Incident,Closed,2026-03-02 08:00,2026-03-01 08:00,2026-03-03 08:00,',
    'T8,Incident,New,02.03.2026,,,',
    'T9,Incident,New,2026-03-02 08:00,,,Low',
    'T9,Incident,In Progress,2026-03-02 08:00,,,High',
    ...Array.from(
      { length: 12 },
      (_, n) => `R${n},Service request,Closed,2026-03-${10 + n} 08:00,,2026-03-${11 + n} 08:00,`,
    ),
  ],
  'cmdb_ci.csv': ['name,sys_class_name,support_end', 'web1,server,2026-04-01'],
})

const log = written({
  'incident-march.csv': [
    'number,sys_updated_on,state,priority,opened_at,reassignment_count,assignment_group',
    'L1,2026-03-02 08:00,New,3 - Moderate,2026-03-02 08:00,0,Team A',
    'L1,2026-03-02 10:00,Resolved,1 - Critical,2026-03-02 08:00,1,Team B',
    'L1,2026-03-02 09:00,In Progress,2 - High,2026-03-02 08:00,4,Team B',
    'L1,2026-03-03 09:00,Closed,1 - Critical,2026-03-02 08:00,1,Team B',
    'L2,2026-03-02 08:00,New,4 - Low,2026-03-02 08:00,0,Team A',
    'L2,2026-03-02 09:00,New,4 - Low,2026-03-02 08:00,1,Team B',
    'L2,2026-03-02 10:00,New,3 - Moderate,2026-03-02 08:00,1,Team B',
    'L2,2026-03-02 11:00,New,3 - Moderate,2026-03-02 08:00,1,Team B',
  ],
})

let listed: TestWorkspace
let logged: TestWorkspace
let ofList: Duck
let ofLog: Duck

before(async () => {
  listed = await ingestInto([list.folder], { timezone: 'Europe/Paris' })
  logged = await ingestInto([log.folder], { timezone: 'UTC' })
  ofList = await tablesOf(listed)
  ofLog = await tablesOf(logged)
})

after(() => {
  for (const duck of [ofList, ofLog]) duck.close()
  for (const each of [listed, logged, list, log]) each.remove()
})

const ticket = async (duck: Duck, id: string, columns: string) =>
  (await duck.rows(`select ${columns} from canonical.ticket where ticket_id = '${id}'`))[0]
const problem = ({ ingested }: TestWorkspace, code: string) =>
  ingested.problems.find((each) => each.code === code)
const sampled = (code: string) => problem(listed, code)?.sample.map((each) => each.ticket)

test('several ticket types of one file are told apart by its type column', () => {
  const { counts } = listed.ingested

  assert.deepEqual(
    ['ticket incident', 'ticket service_request', 'ticket change'].map((name) => counts[name]),
    [7, 13, 1],
  )
})

test('a type that nobody knows is assumed, and the assumption is a problem', () => {
  assert.match(
    problem(listed, 'ingest.unknown-type')?.message ?? '',
    /"Holiday" are not known; read as incident/,
  )
})

test('of a ticket that stands twice in a list the last row counts, and it is said', async () => {
  assert.deepEqual(await ticket(ofList, 'T9', 'status_native, urgency, source_row'), {
    status_native: 'In Progress',
    urgency: 1,
    source_row: 10,
  })
  assert.deepEqual(sampled('ingest.duplicate-ticket'), ['T9'])
})

test('impossible dates, ends before beginnings and unreadable dates are counted and shown with their line', () => {
  assert.deepEqual(sampled('ingest.impossible-date'), ['T6'])
  assert.deepEqual(sampled('ingest.closed-before-resolved'), ['T2'])
  assert.deepEqual(sampled('ingest.resolved-before-opened'), ['T7'])
  assert.deepEqual(sampled('ingest.no-opening'), ['T8'])
  const { count, where, sample } = problem(listed, 'ingest.bad-date') ?? {}
  assert.deepEqual([count, where?.line, sample?.[0]?.detail], [1, 9, '02.03.2026'])
})

test('times without a zone are read in the zone that is named; days are those of its wall clock', async () => {
  const columns = `cast(created_at as varchar) as created_at, cast(created_on as varchar) as created_on, cast(closed_on as varchar) as closed_on`

  assert.deepEqual(await ticket(ofList, 'T1', columns), {
    created_at: '2026-03-31 21:30:00',
    created_on: '2026-03-31',
    closed_on: '2026-04-01',
  })
})

test('a day that carries no time stays the day it is, whatever the zone', async () => {
  assert.deepEqual(await ofList.rows('select cast(support_ends_on as varchar) as day from canonical.ci'), [
    { day: '2026-04-01' },
  ])
})

test('a list alone has no events, and no path is judged', async () => {
  assert.equal(listed.ingested.counts.event, 0)
  const { collected } = await collectFrom(listed)
  assert.deepEqual(collected.conformance, [])
  const judged = collected.results.filter(({ check }) => check.endsWith('.path-allowed'))
  assert.ok(judged.length > 2)
  assert.deepEqual([...new Set(judged.map(({ population }) => population))], [0])
})

test('a ticket is finished by its state or by its closing time', async () => {
  const finished = await ofList.rows(
    `select ticket_id, is_finished from canonical.ticket where ticket_id in ('T1', 'T3', 'T5') order by 1`,
  )

  assert.deepEqual(
    finished.map(({ is_finished }) => is_finished),
    [true, false, false],
  )
})

test('of a log the last event gives the fields of the ticket, in the order of time and not of the file', async () => {
  assert.deepEqual(await ticket(ofLog, 'L1', 'status_native, priority, group_id, source_row'), {
    status_native: 'Closed',
    priority: 1,
    group_id: 'Team B',
    source_row: 4,
  })
})

test('counters of a log are the largest that were seen', async () => {
  assert.deepEqual(await ticket(ofLog, 'L1', 'reassign_count, reopen_count'), {
    reassign_count: 4,
    reopen_count: 0,
  })
})

test('the kind of an event of a log is what changed with it', async () => {
  const kinds = await ofLog.rows<{ kind: string }>(
    `select kind from canonical.event where ticket_id = 'L2' order by seq`,
  )

  assert.deepEqual(
    kinds.map(({ kind }) => kind),
    ['created', 'assign', 'priority', 'field'],
  )
})

test('times that no column of a log tells are taken from its states', async () => {
  assert.deepEqual(
    await ticket(
      ofLog,
      'L1',
      'cast(resolved_at as varchar) as resolved_at, cast(closed_at as varchar) as closed_at',
    ),
    { resolved_at: '2026-03-02 10:00:00', closed_at: '2026-03-03 09:00:00' },
  )
  assert.deepEqual(await ticket(ofLog, 'L2', 'resolved_at, closed_at'), {
    resolved_at: null,
    closed_at: null,
  })
})
