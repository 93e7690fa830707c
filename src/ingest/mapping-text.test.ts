import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { readKnowledge } from '#content/knowledge.ts'
import { always, type Mapping, officeHours } from './mapping.ts'
import { mappingText, readMapping } from './mapping-text.ts'
import { checkWords } from './mapping-words.ts'
import type { StateProposal } from './propose-states.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausewise-mapping-'))
const path = join(folder, 'mapping.yaml')
after(() => rmSync(folder, { recursive: true }))

const whole: Mapping = {
  timezone: 'Europe/Paris',
  data_until: '2026-06-30 00:00:00',
  calendars: { default: { ...officeHours, holidays: ['2026-05-01'] }, always },
  targets: [
    {
      type: 'incident',
      priority: 1,
      metric: 'resolution',
      minutes: 240,
      calendar: 'always',
      pause_rule: 'none',
    },
  ],
  files: [
    {
      file: 'tickets: all.csv#Sheet 1',
      table: 'ticket',
      shape: 'list',
      type: 'incident',
      day_order: 'day first',
      columns: { ticket_id: 'No', created_at: 'Opened "at"' },
      also: { change: { ticket_id: 'No' } },
    },
  ],
  types: { Störung: 'incident', '12': 'change' },
  states: { incident: { New: 'new', 'On hold / vendor': 'pending_supplier', yes: 'closed', '1': 'new' } },
}

/** What a mapping is after it was written and read again. */
function again(mapping: Mapping, states: readonly StateProposal[] = []): Mapping | undefined {
  writeFileSync(path, mappingText(mapping, states))
  return readMapping(path, true)
}

const guess: StateProposal = { type: 'incident', native: 'New', state: 'new', by: 'place', count: 3 }

test('what is written is read again as it was', () => {
  assert.deepEqual(again(whole), whole)
})

test('any words of a source survive being written and read again', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('no', '~', '1e3', '# x', ' a ', '- b', 'null', ': ', '"'),
  )
  fc.assert(
    fc.property(word, fc.uniqueArray(word.filter((each) => each !== '__proto__')), (column, words) => {
      const states = { incident: Object.fromEntries(words.map((each) => [each, 'closed'])) }
      const files = whole.files.map((file) => ({ ...file, columns: { ticket_id: column } }))

      assert.deepEqual(again({ ...whole, files, states }), { ...whole, files, states })
    }),
    { numRuns: 60 },
  )
})

test('the file begins with a head that explains it', () => {
  assert.match(mappingText(whole, []), /^# How the files are read\..*yours to correct/)
})

test('a state that was only proposed by its place carries a mark, and no other line does', () => {
  const marked = mappingText(whole, [guess])
    .split('\n')
    .filter((line) => line.includes('by its place in the paths'))

  assert.deepEqual(marked, ['    New: new # by its place in the paths; correct it if it is wrong'])
})

test('a marked state counts as nobody’s word, and without the mark as that of a person', () => {
  assert.deepEqual(again(whole, [guess])?.states.incident, {
    'On hold / vendor': 'pending_supplier',
    yes: 'closed',
    '1': 'new',
  })
  assert.deepEqual(again(whole, [])?.states.incident?.New, 'new')
})

test('a mapping file that nobody named may be missing, one that was named may not', () => {
  assert.equal(readMapping(join(folder, 'absent.yaml'), false), undefined)
  assert.throws(() => readMapping(join(folder, 'absent.yaml'), true), /no mapping file .*absent\.yaml/)
})

test('what a mapping file says wrongly is refused with its line', () => {
  writeFileSync(
    path,
    'calendars:\n  default:\n    days: [monday]\n    hours: [{ from: 8, to: 18:00 }]\nfiles: []\n',
  )

  assert.throws(() => readMapping(path, true), /mapping\.yaml:3.*days.*mapping\.yaml:4.*hours/s)
})

test('a ticket type or a state that the pack does not know is refused, with those it knows', () => {
  const knowledge = readKnowledge('content')

  checkWords({ ...whole, states: { incident: { New: 'new' } } }, knowledge)
  assert.throws(
    () => checkWords({ ...whole, types: { Bug: 'incidnet' } }, knowledge),
    /"incidnet".*incident,/,
  )
  assert.throws(
    () => checkWords({ ...whole, states: { incident: { New: 'nwe' } } }, knowledge),
    /incident status "New" as "nwe".*new,/,
  )
})
