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

test('what a person wrote down stands above what the registers say', () => {
  const written = { scope: { services_named: false }, documents: { in_force: 3 } }

  const { scope, documents } = completeProgramme(written, { services: 5, parties: 2, documentsInForce: 40 })

  assert.deepEqual([scope?.services_named, scope?.other_parties_known, documents?.in_force], [false, true, 3])
})
