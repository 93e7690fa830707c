import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Collected } from '#evidence/collected.ts'
import { collectFrom, ingestInto } from './worlds/workspace.ts'

/** Which check has to find which planted fault; the engine never reads the list of faults. */
const foundBy: Readonly<Record<string, string>> = {
  'change-approved-after-start': 'change.approved-before-start',
  'change-without-way-back': 'change.way-back-before-approval',
  'change-failure-not-investigated': 'change.failures-investigated',
  'change-closed-without-review': 'change.reviewed',
  'emergency-change-without-paperwork': 'change.emergency-completed',
  'change-overlap-without-conflict-check': 'change.conflicts-checked',
  'major-incident-without-review': 'major-incident.reviewed-in-time',
  'major-incident-management-told-late': 'major-incident.management-told',
  'major-incident-without-manager': 'major-incident.manager-named',
  'item-updated-without-change': 'configuration.updates-authorized',
  'item-not-verified': 'configuration.verified-in-interval',
  'item-without-owner': 'configuration.items-owned',
  'service-without-sla': 'service-level.agreement-in-force',
  'sla-review-overdue': 'service-level.agreement-reviewed',
  'service-without-criticality': 'catalogue.criticality-rated',
  'supplier-contract-not-reviewed': 'supplier.contract-reviewed',
  'agreement-chain-broken': 'supplier.contract-fits-agreement',
  'outage-not-investigated': 'availability.outage-investigated',
  'training-incomplete': 'people.training-on-time',
  'problem-without-root-cause': 'problem.cause-found',
  'problem-without-update': 'problem.kept-up-to-date',
  'known-error-without-workaround': 'known-error.workaround',
  'incident-priority-off-matrix': 'incident.priority-follows-matrix',
  'incident-not-classified': 'incident.classified',
  'incident-not-escalated': 'incident.escalated-at-limit',
  'incident-closed-without-code': 'incident.resolution-code-recorded',
  'incident-ping-pong': 'incident.not-sent-back',
  'incident-closed-without-resolving': 'incident.path-allowed',
  'request-without-catalogue-item': 'service-request.catalogue-item-recorded',
  'bulk-closing-at-month-end': 'incident.not-closed-in-bulk',
  'release-without-baseline': 'release.baseline-before-deployment',
  'release-accepted-after-deployment': 'release.verified-and-approved',
  'security-incident-without-class': 'security-incident.class-recorded',
  'security-incident-closed-by-nobody': 'security-incident.closed-with-cause',
  'complaint-answered-late': 'complaint.acknowledged-in-time',
}

/** Faults whose check speaks of another subject than the list does: as many exceptions as were planted, or any. */
const otherSubject: Readonly<Record<string, 'as many' | 'any'>> = {
  'agreement-chain-broken': 'as many', // planted by service, found by agreement
  'outage-not-investigated': 'as many', // planted by incident, found by outage
  'bulk-closing-at-month-end': 'any', // planted by incident, found by group and month
}

type Fault = { id: string; count: number; tickets: string[] }
let folder: string
let faults: readonly Fault[]
let faulty: Collected
let clean: Collected

async function live(name: string, more: readonly string[]): Promise<Collected> {
  const out = join(folder, name)
  const simulate = new URL('../demo/simulate.ts', import.meta.url).pathname
  const made = spawnSync(
    process.execPath,
    [simulate, '--out', out, '--faults', join(folder, `${name}.json`), ...more],
    { encoding: 'utf8' },
  )
  assert.equal(made.status, 0, made.stderr)
  const workspace = await ingestInto([out], { timezone: 'Europe/Paris' })
  const { collected } = await collectFrom(workspace)
  workspace.remove()
  return collected
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clausewise-faults-'))
  faulty = await live('faulty', [])
  clean = await live('clean', ['--clean'])
  const listed = JSON.parse(readFileSync(join(folder, 'faulty.json'), 'utf8')) as
    | { faults: Fault[] }
    | Fault[]
  faults = 'faults' in listed ? listed.faults : listed
})

after(() => rmSync(folder, { recursive: true, force: true }))

test('every planted fault is known to this test', () => {
  const known = [...Object.keys(foundBy), 'availability-target-missed']

  assert.deepEqual(faults.map(({ id }) => id).sort(), known.sort())
})

test('every planted fault fails its check, and its tickets are among the exceptions', () => {
  const missed = faults
    .filter(({ id }) => id in foundBy)
    .filter(({ id, tickets, count }) => {
      const result = faulty.results.find(({ check }) => check === foundBy[id])
      const other = otherSubject[id]
      if (result?.verdict !== 'fail') return true
      if (other !== undefined) return other === 'as many' && result.exceptionCount !== count
      return !result.exceptions.some(({ subject }) => tickets.some((ticket) => subject.includes(ticket)))
    })

  assert.deepEqual(
    missed.map(({ id }) => `${id} by ${foundBy[id]}`),
    [],
  )
})

test('the one service below its target is every exception of its check, month after month', () => {
  const result = faulty.results.find(({ check }) => check === 'availability.target-met')
  const services = new Set(result?.exceptions.map(({ subject }) => subject.split(' / ')[0]))

  assert.equal(services.size, 1)
  assert.ok((result?.exceptionCount ?? 0) >= 10)
})

test('with the faults switched off no check fails', () => {
  assert.deepEqual(
    clean.results.filter(({ verdict }) => verdict === 'fail').map(({ check }) => check),
    [],
  )
  assert.ok(clean.results.filter(({ verdict }) => verdict === 'pass').length > 150)
})
