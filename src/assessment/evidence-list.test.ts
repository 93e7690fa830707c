import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Result } from '#evidence/result.ts'
import { evidenceHeads, evidenceList } from './evidence-list.ts'

const link = {
  id: '1',
  requirement: '8.6.1-a',
  kind: 'attachment',
  target: 'a-file',
  title: 'Minutes of May',
  shows: 'records',
  seenOn: '2026-05-12',
  expiresOn: undefined,
  note: '',
  addedBy: 'Claire Aubry',
  addedAt: '2026-05-12T08:00:00Z',
  sha256: 'ab'.repeat(32),
} as const

const result: Result = {
  check: 'change.reviewed',
  subject: 'change',
  title: 'Changes are reviewed',
  purpose: 'conformity',
  severity: 'minor',
  period: { from: '2026-01-01', to: '2026-07-01' },
  population: 40,
  met: 31,
  unknown: 0,
  notApplicable: 0,
  threshold: 0.95,
  verdict: 'fail',
  because: '',
  basis: 'population',
  exceptions: [],
  exceptionCount: 9,
  decides: [],
  knownGaps: [],
  remedy: '',
  sqlHash: '',
  dataHash: 'cd'.repeat(32),
}

test('a file is listed with its hash, a check with the hash of what it read, and neither with a verdict', () => {
  const [file = [], check = []] = evidenceList([
    { requirement: '8.6.1-a', title: 'Recorded', evidence: [link], checks: [result] },
  ]).map((cells) => cells.map(({ text }) => text))

  assert.equal(file.length, evidenceHeads.length)
  assert.equal(check.length, evidenceHeads.length)
  assert.deepEqual(
    [file[3], file.at(-1), check[4], check[8], check[9], check.at(-1)],
    ['Minutes of May', 'ab'.repeat(32), 'change.reviewed', '40', '31', 'cd'.repeat(32)],
  )
  assert.ok(![...file, ...check].some((text) => /^(pass|fail|inconclusive)$/.test(text)))
})
