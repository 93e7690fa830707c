import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readKnowledge } from '#content/knowledge.ts'
import { type TestWorkspace, tablesOf } from '../../test/worlds/workspace.ts'
import { write, written } from '../../test/worlds/written.ts'
import { ingest } from './ingest.ts'
import type { Ingested } from './ingested.ts'

const knowledge = readKnowledge('content')
const home = written({})
after(() => home.remove())

/** One workspace that is imported into again and again. */
const folder = join(home.folder, 'workspace')
const mapping = join(folder, 'mapping.yaml')

/** Imports these files; without any, what the archive holds is read again. */
function importInto(files: Readonly<Record<string, readonly string[]>>): Promise<Ingested> {
  const exports = join(home.folder, 'exports')
  write(exports, files)
  const inputs = Object.keys(files).map((name) => join(exports, name))
  return ingest({ inputs, folder }, knowledge, () => {})
}

function correct(from: RegExp, to: string): void {
  const text = readFileSync(mapping, 'utf8')
  assert.match(text, from)
  writeFileSync(mapping, text.replace(from, to))
}

async function ask(sql: string) {
  const duck = await tablesOf({ folder } satisfies Pick<TestWorkspace, 'folder'>)
  const rows = await duck.rows(sql)
  duck.close()
  return rows
}

const february = [
  'number,sys_updated_on,state,opened_at,priority',
  'INC1,2026-02-02 08:00,New,2026-02-02 08:00,3',
  'INC1,2026-02-02 09:00,Zwischenstand,2026-02-02 08:00,3',
  'INC1,2026-02-03 09:00,Closed,2026-02-02 08:00,3',
]
const january = [
  'number,sys_updated_on,state,opened_at,priority',
  'INC1,2026-01-30 08:00,New,2026-01-30 08:00,1',
  'INC1,2026-01-30 09:00,In Progress,2026-01-30 08:00,1',
]

let first: Ingested

before(async () => {
  first = await importInto({ 'incident february.csv': february })
})

test('a status that is not known is a problem in every run until somebody settles it', async () => {
  const isTold = ({ problems }: Ingested) => problems.some(({ code }) => code === 'ingest.unknown-state')
  assert.equal(isTold(first), true)
  assert.equal(isTold(await importInto({})), true)

  correct(/Zwischenstand: .*/, 'Zwischenstand: pending_supplier')
  const settled = await importInto({})

  assert.equal(isTold(settled), false)
  assert.deepEqual(settled.states.map(({ native, state, by }) => [native, state, by]).sort(), [
    ['Closed', 'closed', 'name'],
    ['New', 'new', 'name'],
    ['Zwischenstand', 'pending_supplier', 'person'],
  ])
})

test('a second import adds what is new, and keeps the mapping that was corrected', async () => {
  const second = await importInto({ 'incident february.csv': february, 'incident january.csv': january })

  assert.deepEqual(
    second.files.map(({ file, is_new }) => [file, is_new]),
    [
      ['incident february.csv', false],
      ['incident january.csv', true],
    ],
  )
  assert.match(readFileSync(mapping, 'utf8'), /Zwischenstand: pending_supplier\n/)
  assert.deepEqual(await ask('select cast(count(*) as integer) as events from canonical.event'), [
    { events: 5 },
  ])
})

test('of several logs the latest event counts, not the file that came last', async () => {
  assert.deepEqual(
    await ask(
      `select status_native, priority, cast(created_at as varchar) as created_at from canonical.ticket`,
    ),
    [{ status_native: 'Closed', priority: 3, created_at: '2026-02-02 08:00:00' }],
  )
})

test('a column that is taken out of the mapping is not supplied', async () => {
  assert.ok(first.supplied.includes('incident.priority'))

  writeFileSync(mapping, readFileSync(mapping, 'utf8').replaceAll(/\n\s+priority: priority/g, ''))
  const { supplied, fill } = await importInto({})

  assert.equal(supplied.includes('incident.priority'), false)
  assert.equal(supplied.includes('incident.created_at'), true)
  assert.equal(fill.find(({ column }) => column === 'priority')?.filled, 0)
})

test('zone, calendars, targets and the end of the data stay as a person wrote them', async () => {
  correct(/^calendars:/m, 'timezone: Europe/Paris\ndata_until: 2026-06-30 00:00:00\ncalendars:')
  correct(/targets: \[\]/, 'targets: [ { type: incident, priority: 1, minutes: 60 } ]')
  await importInto({})
  const { data_until, timezone } = await importInto({})

  assert.deepEqual([data_until, timezone], ['2026-06-30 00:00:00', 'Europe/Paris'])
  assert.deepEqual(await ask('select type, priority, minutes, calendar_id from canonical.target'), [
    { type: 'incident', priority: 1, minutes: 60, calendar_id: 'default' },
  ])
  assert.deepEqual(await ask(`select cast(min(created_at) as varchar) as first from canonical.ticket`), [
    { first: '2026-02-02 07:00:00' },
  ])
})

test('a mapping with a state that does not exist is refused, and nothing changes', async () => {
  const kept = readFileSync(join(folder, 'ingest.json'), 'utf8')
  correct(/Zwischenstand: pending_supplier/, 'Zwischenstand: waiting_for_godot')

  await assert.rejects(importInto({}), /"waiting_for_godot", which is no state/)
  assert.equal(readFileSync(join(folder, 'ingest.json'), 'utf8'), kept)
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('.')),
    [],
  )
})
