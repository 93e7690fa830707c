import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readIn } from './zone-reading.ts'

test('a wall clock is read in its zone, in winter and in summer', () => {
  assert.equal(readIn('Europe/Paris', '2026-01-31 08:00'), '2026-01-31 07:00')
  assert.equal(readIn('Europe/Paris', '2026-07-31 01:30'), '2026-07-30 23:30')
  assert.equal(readIn('America/New_York', '2026-07-31 22:00 UTC'), '2026-08-01 02:00')
})

test('half a zone name and half a time are no reading', () => {
  assert.equal(readIn('Europe/Par', '2026-01-31 08:00'), undefined)
  assert.equal(readIn('UTC', 'yesterday'), undefined)
})
