import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Record } from '#registers/record.ts'
import { namingOf } from './naming.ts'

/** A record as names need it. */
function called(id: string, label: string, ...names: readonly string[]): Record {
  const at = new Date('2026-01-05T09:00:00Z')
  const data = names.length > 0 ? { name: label, tool_names: names } : { name: label }
  return {
    ...{ id, register: 'services', serial: 1, number: id, state: 'live', label, data, version: 1 },
    ...{ createdAt: at, updatedAt: at, deletedAt: undefined },
  }
}

test('what tickets call a service is the service, whatever the case and the space around it', () => {
  const naming = namingOf([called('SVC-1', 'E-mail', 'Exchange', 'mail-prod'), called('SVC-2', 'Web shop')])

  assert.equal(naming.own(' exchange '), 'E-mail')
  assert.equal(naming.own('E-MAIL'), 'E-mail')
  assert.equal(naming.record('mail-prod')?.id, 'SVC-1')
  assert.equal(naming.own('Printing'), 'Printing')
  assert.equal(naming.record('Printing'), undefined)
  assert.equal(naming.own(''), '')
  assert.deepEqual(naming.written('exchange'), ['exchange', 'E-mail', 'Exchange', 'mail-prod'])
  assert.deepEqual(naming.written('Printing'), ['Printing'])
})

test('what a record is called itself goes before what another one claims', () => {
  const naming = namingOf([called('SVC-1', 'E-mail', 'Web shop'), called('SVC-2', 'Web shop')])

  assert.equal(naming.record('web shop')?.id, 'SVC-2')
})
