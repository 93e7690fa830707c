import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Canonical,
  columnsFor,
  type Draft,
  type FileMapping,
  readAnew,
  unconfirmedOf,
  unusedOf,
  waysToRead,
  withColumn,
  withState,
} from './mapping-draft.ts'

const column = (name: string, ...aka: string[]) => ({ name, type: 'text', means: name, aka })
const canonical: readonly Canonical[] = [
  {
    table: 'ticket',
    row: 'one ticket',
    columns: [column('ticket_id', 'number'), column('priority', 'prio')],
  },
  { table: 'event', row: 'one event', columns: [column('ticket_id', 'number'), column('happened_at', 'at')] },
  { table: 'change', row: 'a change', columns: [column('risk')] },
  { table: 'supplier', row: 'one supplier', columns: [column('supplier_id', 'vendor'), column('name')] },
]
const file: FileMapping = {
  file: 'incident.csv',
  table: 'ticket',
  shape: 'list',
  type: 'incident',
  columns: { ticket_id: 'number', priority: 'urgency' },
  also: { change: { risk: 'risk' } },
}
const draft: Draft = {
  mapping: { calendars: {}, targets: [], files: [file], types: {}, states: { incident: { Open: 'new' } } },
  seen: new Set(),
}

test('a status that is read otherwise counts as looked at, others stay marked', () => {
  const states = [
    { type: 'incident', native: 'Open', state: 'new', by: 'place' as const, count: 3 },
    { type: 'incident', native: 'Parked', state: 'new', by: 'place' as const, count: 1 },
    { type: 'incident', native: 'Closed', state: 'closed', by: 'name' as const, count: 3 },
  ]

  const next = withState(draft, 'incident', 'Open', 'in_progress')

  assert.deepEqual(next.mapping.states, { incident: { Open: 'in_progress' } })
  assert.deepEqual(unconfirmedOf(next, states), [{ type: 'incident', native: 'Parked' }])
})

test('a column is filled from another source, from none, and in a further table', () => {
  assert.deepEqual(withColumn(file, 'priority', 'prio').columns, { ticket_id: 'number', priority: 'prio' })
  assert.deepEqual(withColumn(file, 'priority', undefined).columns, { ticket_id: 'number' })
  assert.deepEqual(withColumn(file, 'risk', 'danger', 'change').also, { change: { risk: 'danger' } })
})

test('a file that is read as another table finds its columns by their names', () => {
  const read = readAnew(file, 'record supplier', ['Vendor', 'Name', 'mood'], canonical)

  assert.deepEqual(read, {
    file: 'incident.csv',
    table: 'supplier',
    shape: 'record',
    columns: { supplier_id: 'Vendor', name: 'Name' },
  })
})

test('a log keeps its type, and fills columns of tickets and of events', () => {
  const read = readAnew(file, 'log event', ['number', 'at', 'urgency'], canonical)

  assert.deepEqual(
    columnsFor(read, canonical).map(({ name }) => name),
    ['ticket_id', 'priority', 'happened_at'],
  )
  assert.equal(read.type, 'incident')
  assert.deepEqual(read.columns, { ticket_id: 'number', priority: 'urgency', happened_at: 'at' })
})

test('columns that fill nothing are told', () => {
  assert.deepEqual(unusedOf(file, ['number', 'urgency', 'risk', 'mood']), ['mood'])
})

test('what only a change has is not a file of its own', () => {
  assert.deepEqual(waysToRead(canonical), [
    'list ticket',
    'log event',
    'history event',
    'record supplier',
    'record ignore',
  ])
})
