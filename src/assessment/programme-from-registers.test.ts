import assert from 'node:assert/strict'
import { test } from 'node:test'
import { completeProgramme } from './programme-from-registers.ts'

const nothing = { services: undefined, parties: undefined, documentsInForce: undefined }

test('empty registers say nothing', () => {
  const { scope, documents } = completeProgramme({}, nothing)

  assert.deepEqual(
    [scope?.services_named, scope?.other_parties_known, documents?.in_force],
    [undefined, undefined, undefined],
  )
})

test('what a person wrote about the scope stands above the registers; of documents the register counts', () => {
  const written = { scope: { services_named: false }, documents: { in_force: 3 } }

  const { scope, documents } = completeProgramme(written, { services: 5, parties: 2, documentsInForce: 40 })

  assert.deepEqual(
    [scope?.services_named, scope?.other_parties_known, documents?.in_force],
    [false, true, 40],
  )
})

test('without a register of documents the number that somebody wrote down counts', () => {
  assert.equal(completeProgramme({ documents: { in_force: 3 } }, nothing).documents?.in_force, 3)
})

test('what was recorded replaces what was written down, an audit as a whole', () => {
  const written = {
    internal_audit: { done: true, full_scope: true, impartial: true, requirements: ['9.2.1-a'] },
    management_review: { held: true, inputs_complete: true },
    roles_filled: true,
  }
  const told = {
    internal_audit: { done: true, done_on: '2026-05-01', full_scope: false },
    management_review: { held: true, held_on: '2026-06-01', inputs_complete: false },
  }

  const found = completeProgramme(written, nothing, told)

  assert.deepEqual(found.internal_audit, { ...told.internal_audit, requirements: ['9.2.1-a'] })
  assert.deepEqual(found.management_review, told.management_review)
  assert.equal(found.roles_filled, true)
})
