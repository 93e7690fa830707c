import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judge } from './advisories.mjs'

const weak = (severities: Readonly<Record<string, string>>) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(severities).map(([name, severity]) => [name, { name, severity, range: '<2.0.0' }]),
    ),
  })

test('no weakness is good, and a lesser one is named', () => {
  assert.deepEqual(judge(weak({})), { kind: 'passed', lines: [] })
  assert.deepEqual(judge(weak({ tar: 'high', ini: 'low' })), {
    kind: 'passed',
    lines: ['high: tar <2.0.0', 'low: ini <2.0.0'],
  })
})

test('a critical weakness fails the run', () => {
  assert.deepEqual(judge(weak({ tar: 'critical', ini: 'low' })), {
    kind: 'failed',
    lines: ['critical: tar <2.0.0', 'low: ini <2.0.0'],
  })
})

test('whoever is not reached leaves it out, and no address of a registry is repeated', () => {
  const refused = {
    message: '405 Method Not Allowed - POST https://registry.example/advisories',
    method: 'POST',
  }

  assert.deepEqual(judge(JSON.stringify(refused)), {
    kind: 'skipped',
    lines: ['no advisory service was reached: 405 Method Not Allowed'],
  })
  assert.deepEqual(judge('').lines, ['no advisory service was reached: it gave no answer'])
})
