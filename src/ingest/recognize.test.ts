import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readKnowledge } from '#content/knowledge.ts'
import type { FileMapping } from './mapping.ts'
import { match, recognize } from './recognize.ts'

const { tables, recognition } = readKnowledge('content')

type Seen = Readonly<{ rows?: number; distinct?: number; values?: readonly string[] }>

/** What is proposed for a file with this head line; ids are unique unless a test says otherwise. */
function proposed(name: string, head: string, seen: Seen = {}): Promise<FileMapping | undefined> {
  const { rows = 10, distinct = 10, values = [] } = seen
  return recognize(
    { name, columns: head.split(',') },
    { tables, recognition, types: {} },
    { count: async () => ({ rows, distinct }), values: async () => values },
  )
}

/** Table, shape and type in one line. */
async function readAs(name: string, head: string, seen: Seen = {}): Promise<string> {
  const { table, shape, type } = (await proposed(name, head, seen)) ?? {}
  return [table, shape, type].filter(Boolean).join(' ')
}

const incident =
  'number,sys_class_name,state,priority,opened_at,resolved_at,closed_at,assignment_group,cmdb_ci,business_service,caller_id,close_code,close_notes,made_sla,sys_created_on,sys_updated_on'

test('an incident export of ServiceNow is a list, and each column has its meaning', async () => {
  const found = await proposed('incident.csv', incident, { values: ['incident'] })

  assert.equal(found?.shape, 'list')
  assert.deepEqual(found?.columns, {
    ticket_id: 'number',
    type: 'sys_class_name',
    service_id: 'business_service',
    ci_id: 'cmdb_ci',
    priority: 'priority',
    status_native: 'state',
    created_at: 'opened_at',
    resolved_at: 'resolved_at',
    closed_at: 'closed_at',
    requester_id: 'caller_id',
    group_id: 'assignment_group',
    resolution_code: 'close_code',
    has_closure_notes: 'close_notes',
    is_sla_met: 'made_sla',
  })
})

test('the column state of an export is the status of the tool, never the state we work out', async () => {
  const found = await proposed('incident.csv', 'number,opened_at,state,is_finished,created_on,seq')

  assert.deepEqual(found?.columns, {
    ticket_id: 'number',
    status_native: 'state',
    created_at: 'opened_at',
  })
})

test('the type of a change is no ticket type: the file name tells that', async () => {
  const found = await proposed('change_request.csv', 'number,state,type,opened_at,work_start,work_end', {
    values: ['Emergency', 'Normal', 'Standard'],
  })

  assert.equal(found?.type, 'change')
  assert.equal(found?.columns.type, undefined)
  assert.deepEqual(found?.also?.change, {
    ticket_id: 'number',
    change_type: 'type',
    actual_start: 'work_start',
    actual_end: 'work_end',
  })
})

test('a type column that speaks of ticket types wins over the file name', async () => {
  const found = await proposed('all incidents.csv', 'number,type,opened_at,state', {
    values: ['Incident', 'Service request', 'Vacation'],
  })

  assert.equal(found?.type, undefined)
  assert.equal(found?.columns.type, 'type')
})

test('other exports of ServiceNow fill their own tables', async () => {
  const said = await Promise.all([
    readAs('sc_req_item.csv', 'number,state,opened_at,closed_at,cat_item,request'),
    readAs('sc_request.csv', 'number,request_state,opened_at'),
    readAs('problem.csv', 'number,state,opened_at,known_error,cause_code'),
    readAs('task_sla.csv', 'sys_id,task,sla,stage,has_breached,start_time,end_time,planned_end_time'),
    readAs('sysapproval_approver.csv', 'sys_id,sysapproval,state,sys_created_on,sys_updated_on,approver'),
    readAs('cmdb_ci_service.csv', 'name,owned_by,busines_criticality,operational_status'),
  ])

  assert.deepEqual(said, [
    'ticket list service_request',
    'ticket list service_request',
    'ticket list problem',
    'sla_clock record',
    'approval record',
    'service record',
  ])
})

test('the field audit of ServiceNow is a history, timed by its creation', async () => {
  const found = await proposed(
    'sys_audit.csv',
    'documentkey,tablename,fieldname,oldvalue,newvalue,user,sys_created_on',
    { rows: 40 },
  )

  assert.equal(found?.shape, 'history')
  assert.deepEqual(found?.columns, {
    ticket_id: 'documentkey',
    happened_at: 'sys_created_on',
    field: 'fieldname',
    from_value: 'oldvalue',
    to_value: 'newvalue',
    actor_id: 'user',
  })
})

test('an export of Jira is a list whose type column tells the ticket types', async () => {
  const found = await proposed(
    'Jira Export.csv',
    'Summary,Issue key,Issue id,Issue Type,Status,Project key,Priority,Assignee,Reporter,Created,Updated,Resolved,Resolution',
    { values: ['[System] Incident', '[System] Service request'] },
  )

  assert.equal(found?.shape, 'list')
  assert.equal(found?.type, undefined)
  const { ticket_id, type, status_native, created_at, resolved_at, resolution_code } = found?.columns ?? {}
  assert.deepEqual(
    [ticket_id, type, status_native, created_at, resolved_at, resolution_code],
    ['Issue key', 'Issue Type', 'Status', 'Created', 'Resolved', 'Resolution'],
  )
})

test('an export of GLPI is recognized by its file name and its column names', async () => {
  const head = 'id,name,status,date,solvedate,closedate,itilcategories_id,priority,time_to_resolve'
  const found = await proposed('glpi problems.csv', head)

  assert.equal(found?.type, 'problem')
  const { ticket_id, created_at, resolved_at, closed_at, due_resolve_at, category } = found?.columns ?? {}
  assert.deepEqual(
    [ticket_id, created_at, resolved_at, closed_at, due_resolve_at, category],
    ['id', 'date', 'solvedate', 'closedate', 'time_to_resolve', 'itilcategories_id'],
  )
})

test('an export of iTop is recognized by the class in its file name', async () => {
  const head =
    'Ref,Organization,Caller,Start date,Status,Team,Agent,Impact,Urgency,Priority,Service name,Resolution date,Close date'
  const found = await proposed('UserRequest.csv', head)

  assert.equal(found?.type, 'service_request')
  const { ticket_id, created_at, customer_id, service_id, group_id, assignee_id } = found?.columns ?? {}
  assert.deepEqual(
    [ticket_id, created_at, customer_id, service_id, group_id, assignee_id],
    ['Ref', 'Start date', 'Organization', 'Service name', 'Team', 'Agent'],
  )
})

test('a number that repeats with a time and a status makes a log; one that does not, a list', async () => {
  const head = 'number,state,opened_at,sys_updated_on'

  assert.equal(await readAs('incident.csv', head, { rows: 30, distinct: 10 }), 'event log incident')
  assert.equal(await readAs('incident.csv', head, { rows: 10, distinct: 10 }), 'ticket list incident')
})

test('a list that holds a few of its tickets twice stays a list', async () => {
  assert.equal(
    await readAs('incident.csv', 'number,state,opened_at,sys_updated_on', { rows: 103, distinct: 100 }),
    'ticket list incident',
  )
})

test('a history asks for no type, and has none', async () => {
  const found = await proposed('incident history.csv', 'key,changed_at,field,from,to', { rows: 90 })

  assert.equal(found?.shape, 'history')
  assert.equal(found?.type, undefined)
})

test('a table that fits nothing is not recognized', async () => {
  assert.equal(await proposed('weather.csv', 'day,rain,wind'), undefined)
  assert.equal(await proposed('incident.csv', 'title,description'), undefined)
})

test('the longer of two ticket types in a name wins, whole words only', async () => {
  const head = 'number,opened_at,state'

  assert.equal(await readAs('security_incident.csv', head), 'ticket list security_incident')
  assert.equal(await readAs('coincidents.csv', head), 'ticket list')
})

test('a source column serves one column of ours, by the earlier of its names', () => {
  const found = match(['Created', 'Opened at', 'Service', 'Component'], tables.tables.ticket)

  assert.deepEqual(found, { service_id: 'Service', created_at: 'Opened at' })
})
