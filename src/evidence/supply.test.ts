import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missing, type Supply } from './supply.ts'

/** Incidents are there with a category column that is empty and a computed age; changes are not there at all. */
const supply: Supply = {
  mapped: new Set(['incident.created_at', 'incident.category', 'link.from_id']),
  rows: new Map([
    ['ticket', 20],
    ['incident', 20],
    ['change', 0],
    ['link', 0],
    ['event', 50],
  ]),
  filled: new Set(['ticket.age_days', 'incident.age_days', 'event.happened_at']),
  types: new Map([
    ['ticket', ['incident']],
    ['incident', ['incident']],
    ['change', []],
  ]),
  kinds: new Set(['created', 'status']),
  canonical: new Set(['ticket.category', 'ticket.priority', 'event.happened_at', 'event.actor_id']),
}

test('a question whose needs are all there can be asked', () => {
  assert.equal(missing([], supply), undefined)
  assert.equal(missing(['incident', 'incident.created_at', 'incident.age_days'], supply), undefined)
})

test('a column that a source has counts as supplied, even if every cell is empty', () => {
  assert.equal(missing(['incident.category'], supply), undefined)
})

test('a column that no source has is named', () => {
  assert.equal(missing(['incident.category', 'incident.priority'], supply), 'incident.priority')
})

test('a column that some type of the fact was supplied with is there for the fact of all types', () => {
  assert.equal(missing(['ticket.category'], supply), undefined)
  assert.equal(missing(['ticket.priority'], supply), 'ticket.priority')
})

test('where a whole table is absent, the table is named and not its first column', () => {
  assert.equal(missing(['change'], supply), 'change')
  assert.equal(missing(['change.outcome'], supply), 'change')
  assert.equal(missing(['approval'], supply), 'approval')
})

test('a table that was supplied and holds no rows is still named where its columns are needed', () => {
  assert.equal(missing(['link.from_id'], supply), undefined)
  assert.equal(missing(['link.kind'], supply), 'link')
})

test('a kind of event is supplied when it occurs', () => {
  assert.equal(missing(['event.status'], supply), undefined)
  assert.equal(missing(['event.escalation'], supply), 'event.escalation')
})

test('a column of events is judged as a column, not as a kind', () => {
  assert.equal(missing(['event.happened_at'], supply), undefined)
  assert.equal(missing(['event.actor_id'], supply), 'event.actor_id')
})

test('what is lacking first is said first', () => {
  assert.equal(missing(['change.outcome', 'incident.priority'], supply), 'change')
  assert.equal(missing(['incident.priority', 'change.outcome'], supply), 'incident.priority')
})
