import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { stage } from './stage.ts'
import type { Staging } from './staged.ts'
import { codesOf, given, refused, refusedAt, rowsOf, staged, tableOf } from './trial.ts'

const log = {
  objectTypes: [],
  eventTypes: [],
  objects: [
    {
      id: 'o1',
      type: 'ticket',
      attributes: [
        { name: 'state', time: '2024-01-02T00:00:00Z', value: 'closed' },
        { name: 'state', time: '1970-01-01T00:00:00Z', value: 'new' },
        { name: 'id', time: '1970-01-01T00:00:00Z', value: 7 },
      ],
      relationships: [
        { objectId: 'o2', qualifier: 'caused by' },
        { objectId: 'o2', qualifier: 'caused by' },
      ],
    },
  ],
  events: [
    {
      id: 'e1',
      type: 'close',
      time: '2024-01-02T00:00:00Z',
      attributes: [{ name: 'by', value: 'g1' }],
      relationships: [{ objectId: 'o1', qualifier: '' }],
    },
  ],
}

test('objects, events and relations become three tables; the last value of an attribute counts', async () => {
  const staging = await staged('log.json', JSON.stringify(log))

  assert.deepEqual(
    staging.tables.map((table) => table.name),
    ['object', 'event', 'relation'],
  )
  assert.deepEqual(rowsOf(staging, 'object'), [{ id: 'o1', type: 'ticket', state: 'closed', id_2: '7' }])
  assert.deepEqual(rowsOf(staging, 'event'), [
    { id: 'e1', type: 'close', at: '2024-01-02T00:00:00Z', by: 'g1' },
  ])
  assert.deepEqual(rowsOf(staging, 'relation'), [
    { kind: 'o2o', from_id: 'o1', to_id: 'o2', qualifier: 'caused by' },
    { kind: 'e2o', from_id: 'e1', to_id: 'o1', qualifier: '' },
  ])
  assert.deepEqual(codesOf(staging), [
    'ingest.duplicate-column',
    'ingest.duplicate-relation',
    'ingest.earlier-value',
  ])
})

test('an event without an id is refused with its line', async () => {
  const text = '{"objectTypes":[],"eventTypes":[],"objects":[],\n"events":[\n{"type":"close"}]}'

  assert.match(
    await refused('log.jsonocel', text),
    /log\.jsonocel:3: an event or object has no id or no type/,
  )
})

test('a log without events is refused', async () => {
  assert.match(await refused('log.jsonocel', JSON.stringify({ ...log, events: [] })), /holds no events/)
})

test('OCEL 1.0 names events and objects by their keys', async () => {
  const old = {
    'ocel:global-log': { 'ocel:version': '1.0' },
    'ocel:events': {
      1: {
        'ocel:activity': 'open',
        'ocel:timestamp': '2022-10-20T16:56:19',
        'ocel:omap': ['a', 'a'],
        'ocel:vmap': { cost: 2 },
      },
    },
    'ocel:objects': { a: { 'ocel:type': 'ticket', 'ocel:ovmap': { size: 'L' } } },
  }

  const staging = await staged('log.jsonocel', JSON.stringify(old))

  assert.deepEqual(rowsOf(staging, 'object'), [{ id: 'a', type: 'ticket', size: 'L' }])
  assert.deepEqual(rowsOf(staging, 'event'), [
    { id: '1', type: 'open', at: '2022-10-20T16:56:19', cost: '2' },
  ])
  assert.deepEqual(rowsOf(staging, 'relation'), [{ kind: 'e2o', from_id: '1', to_id: 'a', qualifier: '' }])
  assert.equal(tableOf(staging, 'event').zone, 'none')
})

test('relations of the schema and of the sample are both read from XML', async () => {
  const text = `<?xml version='1.0'?><log><object-types/><event-types/>
    <objects><object id="o1" type="t"><attributes/><objects><object object-id="o2" qualifier="q"/></objects></object></objects>
    <events><event id="e1" type="x" time="2024-01-01T00:00:00"><attributes><attribute name="a">1 &lt; 2</attribute></attributes>
      <objects><relationship object-id="o1" qualifier="r"/></objects></event></events></log>`

  const staging = await staged('log.xml', text)

  assert.deepEqual(rowsOf(staging, 'event'), [{ id: 'e1', type: 'x', at: '2024-01-01T00:00:00', a: '1 < 2' }])
  assert.deepEqual(rowsOf(staging, 'relation'), [
    { kind: 'o2o', from_id: 'o1', to_id: 'o2', qualifier: 'q' },
    { kind: 'e2o', from_id: 'e1', to_id: 'o1', qualifier: 'r' },
  ])
})

test('a document type is refused in OCEL too', async () => {
  const text = '<!DOCTYPE log [<!ENTITY a "b">]><log><objects/><events/></log>'

  assert.match(await refused('log.xmlocel', text), /log\.xmlocel:1: it has a document type/)
})

test('an SQLite database that is no event log is refused with what it lacks', async () => {
  const { path, into } = given('shop.sqlite', '')
  const database = new DatabaseSync(path)
  database.exec('create table event (ocel_id text)')
  database.close()

  assert.match(
    await refusedAt(path, into),
    /without the tables of OCEL 2\.0 \(object, event_object, .* missing\)/,
  )
})

test('an SQLite file that is cut short is refused', async () => {
  const bytes = Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(2000, 7)])

  assert.match(await refused('log.sqlite', bytes), /the SQLite file cannot be read/)
})

const data = fileURLToPath(new URL('../../../../shared/data/ocel/', import.meta.url))
const skip = existsSync(data) ? false : 'needs ../shared/data'

type Rows = Record<string, string>[]

async function sample(ending: string): Promise<Staging> {
  return stage(`${data}ocel20_example.${ending}`, given('x', '').into)
}

function sorted(rows: Rows): string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
}

/** Events as they are once zone-less stamps are read at +01:00. */
function atOnePlus(staging: Staging): string[] {
  const rows = rowsOf(staging, 'event')
  return sorted(
    rows.map((row) => {
      const stamp = row.at ?? ''
      return { ...row, at: new Date(/[+]\d\d:\d\d$/.test(stamp) ? stamp : `${stamp}+01:00`).toISOString() }
    }),
  )
}

test('the three encodings of the sample hold the same objects, events and relations', { skip }, async () => {
  const [json, xml, sqlite] = [await sample('jsonocel'), await sample('xmlocel'), await sample('sqlite')]

  for (const other of [xml, sqlite]) {
    assert.deepEqual(sorted(rowsOf(other, 'object')), sorted(rowsOf(json, 'object')))
    assert.deepEqual(sorted(rowsOf(other, 'relation')), sorted(rowsOf(json, 'relation')))
    assert.deepEqual(atOnePlus(other), atOnePlus(json))
  }
  assert.deepEqual(sorted(rowsOf(sqlite, 'event')), sorted(rowsOf(xml, 'event')))
})

test('only the JSON encoding of the sample carries a zone', { skip }, async () => {
  const zones = [await sample('jsonocel'), await sample('xmlocel'), await sample('sqlite')].map(
    (one) => tableOf(one, 'event').zone,
  )

  assert.deepEqual(zones, ['offset', 'none', 'none'])
})

test('the attributes of the sample stand as they are at its end', { skip }, async () => {
  const order = rowsOf(await sample('sqlite'), 'object').find((row) => row.id === 'PO1')

  assert.deepEqual(order, { id: 'PO1', type: 'Purchase Order', po_product: 'Cows', po_quantity: '600' })
})

test('the larger SQLite log is read whole, and its folder stays as it was', { skip }, async () => {
  const staging = await stage(`${data}ocpa_ocel2_running-example.sqlite`, given('x', '').into)

  const rows = ['object', 'event', 'relation'].map((name) => rowsOf(staging, name))

  assert.deepEqual(
    rows.map((one) => one.length),
    [10031, 18211, 61193],
  )
  assert.equal(
    rows[1]?.every((row) => row.at !== undefined),
    true,
  )
  assert.equal(existsSync(`${data}ocpa_ocel2_running-example.sqlite-shm`), false)
})
