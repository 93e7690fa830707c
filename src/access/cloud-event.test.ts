import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typeOf, wants } from './cloud-event.ts'

test('the type of an event is the kind and what happened to it', () => {
  const types = [
    ['rating', 'change'],
    ['result', 'collect'],
    ['member', 'invite'],
    ['snapshot', 'freeze'],
    ['source', 'deny'],
    ['sample plan', 'draw'],
  ].map(([recordKind = '', action = '']) => typeOf({ recordKind, action }))

  assert.deepEqual(types, [
    'rating.changed',
    'result.collected',
    'member.invited',
    'snapshot.frozen',
    'source.denied',
    'sample-plan.drawn',
  ])
})

test('a webhook wants all, all of a kind, or one type', () => {
  assert.equal(wants([], 'rating.changed'), true)
  assert.equal(wants(['rating.*'], 'rating.changed'), true)
  assert.equal(wants(['rating.*'], 'ratings.changed'), false)
  assert.equal(wants(['rating.confirmed', 'record.added'], 'rating.changed'), false)
})
