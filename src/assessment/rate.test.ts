import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLibrary } from '#content/library.ts'
import { isWithoutNewEvidence, refuseRating } from './rate.ts'

const { requirements } = openLibrary('content').catalogue
const first = requirements[0]
const circumstances = {
  kind: 'full',
  requirement: first,
  standing: undefined,
  evidenceAt: undefined,
} as const
const standing = { rating: 'partially', version: 3, ratedAt: '2026-01-10T00:00:00.000Z' } as const
const id = first?.id ?? ''

test('the first rating needs no reason', () => {
  assert.equal(refuseRating({ requirement: id, rating: 'conforming', version: 0 }, circumstances), undefined)
})

test('a better rating with evidence since the last one needs no reason', () => {
  const shown = { ...circumstances, standing, evidenceAt: '2026-01-11T00:00:00.000Z' }

  assert.equal(refuseRating({ requirement: id, rating: 'conforming' }, shown), undefined)
  assert.equal(isWithoutNewEvidence({ rating: 'conforming' }, shown), false)
})

test('a better rating whose evidence is older than the last rating is marked, even with a reason', () => {
  const old = { ...circumstances, standing, evidenceAt: '2026-01-09T00:00:00.000Z' }

  assert.equal(refuseRating({ requirement: id, rating: 'ofi' }, old)?.code, 'invalid')
  assert.equal(refuseRating({ requirement: id, rating: 'ofi', reason: 'Recounted.' }, old), undefined)
  assert.equal(isWithoutNewEvidence({ rating: 'ofi' }, old), true)
})

test('the same rating again needs no reason', () => {
  assert.equal(
    refuseRating({ requirement: id, rating: 'partially' }, { ...circumstances, standing }),
    undefined,
  )
})

test('what the quick scan leaves out is not rated in it', () => {
  const left = requirements.find(({ quick_scan: isIn }) => !isIn)
  assert.ok(left)

  const refused = refuseRating(
    { requirement: left.id, rating: 'conforming' },
    { ...circumstances, kind: 'quick scan', requirement: left },
  )

  assert.match(refused?.message ?? '', /not part of the quick scan/)
})
