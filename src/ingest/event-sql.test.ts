import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Duck } from '#db/duck.ts'
import { ingestInto, type TestWorkspace, tablesOf } from '../../test/worlds/workspace.ts'
import { written } from '../../test/worlds/written.ts'

const change = (ticket: string, time: string, from: string, to: string, field = 'state') =>
  `${ticket},2026-03-02 ${time},${field},${from},${to}`
const head = 'number,sys_created_on,fieldname,oldvalue,newvalue'

const files = written({
  'incident.csv': [
    'number,state,opened_at,resolved_at,closed_at',
    'IN-ORDER,Closed,2026-03-02 08:00,2026-03-02 10:00,2026-03-02 11:00',
    'SHUFFLED,Closed,2026-03-02 08:00,2026-03-02 10:00,2026-03-02 11:00',
    'DISAGREES,Closed,2026-03-02 08:00,2026-03-02 10:00,2026-03-02 11:00',
    'SILENT,In Progress,2026-03-02 08:00,,',
    'NO-BEFORE,Closed,2026-03-02 08:00,2026-03-02 10:00,2026-03-02 11:00',
    'SAME-SECOND,In Progress,2026-03-02 08:00,,',
    'NO-STATUS,New,2026-03-02 08:00,,',
    'TOO-EARLY,In Progress,2026-03-02 08:00,,',
    'TOO-LATE,Closed,2026-03-02 08:00,2026-03-02 10:00,2026-03-02 11:00',
  ],
  'change_request.csv': ['number,state,opened_at', 'CHG1,Draft,2026-03-02 08:00'],
  'history.csv': [
    head,
    change('IN-ORDER', '09:00', 'New', 'In Progress'),
    change('IN-ORDER', '10:00', 'In Progress', 'Resolved'),
    change('IN-ORDER', '11:00', 'Resolved', 'Closed'),
    change('SHUFFLED', '11:00', 'Resolved', 'Closed'),
    change('SHUFFLED', '09:00', 'New', 'In Progress'),
    change('SHUFFLED', '10:00', 'In Progress', 'Resolved'),
    change('DISAGREES', '09:00', 'New', 'In Progress'),
    change('NO-BEFORE', '09:00', '', 'In Progress'),
    change('NO-BEFORE', '11:00', '', 'Closed'),
    change('SAME-SECOND', '09:00', 'New', 'On Hold'),
    change('SAME-SECOND', '09:00', 'On Hold', 'In Progress'),
    change('NO-STATUS', '09:00', '', 'Team B', 'assignment_group'),
    change('NO-STATUS', '09:30', 'Team B', 'Team C', 'assignment_group'),
    change('TOO-EARLY', '07:00', 'New', 'In Progress'),
    change('TOO-LATE', '12:00', '', 'A note', 'work_notes'),
    change('UNLISTED', '09:00', 'New', 'In Progress'),
  ],
  'history of yesterday.csv': [
    head,
    change('IN-ORDER', '09:00', 'New', 'In Progress'),
    change('IN-ORDER', '09:30', '', 'Team B', 'assignment_group'),
    change('UNLISTED', '09:00', 'New', 'In Progress'),
  ],
})

let workspace: TestWorkspace
let duck: Duck

before(async () => {
  workspace = await ingestInto([files.folder], { timezone: 'UTC' })
  duck = await tablesOf(workspace)
})

after(() => {
  duck.close()
  workspace.remove()
  files.remove()
})

/** The events of a ticket in their order: time, kind and status; a made one carries a star. */
async function events(ticket: string): Promise<string[]> {
  const rows = await duck.rows<{ said: string }>(
    `select strftime(happened_at, '%H:%M') || ' ' || kind || coalesce(' ' || status_native, '') || case when is_derived then '*' else '' end as said
     from canonical.event where ticket_id = '${ticket}' order by seq`,
  )
  return rows.map(({ said }) => said)
}

const problem = (code: string) => workspace.ingested.problems.find((each) => each.code === code)
const tickets = (code: string) => [...new Set(problem(code)?.sample.map(({ ticket }) => ticket))].sort()

test('a history beside a list begins with an opening, made in the status that the first change left', async () => {
  assert.deepEqual((await events('IN-ORDER')).slice(0, 2), ['08:00 created New*', '09:00 status In Progress'])
})

test('identical events of two files count once, and what only one of them has is kept', async () => {
  assert.deepEqual(await events('IN-ORDER'), [
    '08:00 created New*',
    '09:00 status In Progress',
    '09:30 assign',
    '10:00 status Resolved',
    '11:00 status Closed',
  ])
})

test('events out of order are put in the order of their times, and it is said where', async () => {
  assert.deepEqual(await events('SHUFFLED'), [
    '08:00 created New*',
    '09:00 status In Progress',
    '10:00 status Resolved',
    '11:00 status Closed',
  ])
  assert.deepEqual(tickets('ingest.out-of-order'), ['SHUFFLED'])
  assert.equal(problem('ingest.out-of-order')?.where.line, 5)
})

test('each event knows what stood before it, also across events that carry no status', async () => {
  const rows = await duck.rows(
    `select status_native, prior_status_native, prior_state, strftime(prior_at, '%H:%M') as prior_at
     from canonical.event where ticket_id = 'IN-ORDER' and status_native = 'Resolved'`,
  )

  assert.deepEqual(rows, [
    {
      status_native: 'Resolved',
      prior_status_native: 'In Progress',
      prior_state: 'in_progress',
      prior_at: '09:30',
    },
  ])
})

test('events of one second keep the order of the file, and the opening is that of the first', async () => {
  assert.deepEqual(await events('SAME-SECOND'), [
    '08:00 created New*',
    '09:00 status On Hold',
    '09:00 status In Progress',
  ])
})

test('where no change says what it left, the opening has no status: the last one is not the first', async () => {
  assert.deepEqual((await events('NO-BEFORE'))[0], '08:00 created*')
})

test('a ticket whose history tells no status was opened in the one it has', async () => {
  assert.deepEqual(await events('NO-STATUS'), ['08:00 created New*', '09:00 assign', '09:30 assign'])
})

test('a ticket without history of a type that has some has its opening only; another type has no events', async () => {
  assert.deepEqual(await events('SILENT'), ['08:00 created In Progress*'])
  assert.deepEqual(await events('CHG1'), [])
})

test('a history of tickets that no list holds is left out and reported', async () => {
  assert.deepEqual(await events('UNLISTED'), [])
  assert.deepEqual(tickets('ingest.stray-history'), ['UNLISTED'])
  assert.equal(problem('ingest.stray-history')?.count, 1)
})

test('a list that stands in another status than the end of the history is reported, and the list counts', async () => {
  assert.deepEqual(tickets('ingest.history-disagrees'), ['DISAGREES'])
  assert.equal(problem('ingest.history-disagrees')?.sample[0]?.detail, 'status Closed, history In Progress')
  assert.deepEqual(
    await duck.rows(`select status_native, state from canonical.ticket where ticket_id = 'DISAGREES'`),
    [{ status_native: 'Closed', state: 'closed' }],
  )
})

test('a history that begins before the time of opening is reported, and the opening still comes first', async () => {
  assert.deepEqual(await events('TOO-EARLY'), ['07:00 created New*', '07:00 status In Progress'])
  assert.deepEqual(tickets('ingest.before-opening'), ['TOO-EARLY'])
})

test('events after the closing are reported', () => {
  assert.deepEqual(tickets('ingest.after-closing'), ['TOO-LATE'])
})

test('hand-overs are counted from the groups that the history names', async () => {
  const [row] = await duck.rows(`select reassign_count from canonical.ticket where ticket_id = 'NO-STATUS'`)

  assert.equal(row?.reassign_count, 1)
})
