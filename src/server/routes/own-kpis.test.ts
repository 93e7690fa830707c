import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { KpiDetail, WatchedKpi } from '#api/monitoring-views.ts'
import { keepOwn } from '#monitoring/own-kpi-store.ts'
import { giveTryEvidence, startTryOrganization } from '../try-assessment.ts'
import { calm, collecting } from '../try-monitoring.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)
const { collect, collectedWith } = collecting(server.world, 'KPI-017')

test('an own KPI is tried, kept in versions, adopted with what it answered, and a wrong one loses nothing', async () => {
  const of = await startTryOrganization(server, 'ada')
  const select = {
    answers: 'share',
    sql: `select closed_month as period, count(*) filter (where outcome = 'failed') as part,
    count(*) as whole from change group by closed_month`,
  }
  const early = await of.ask('ada', 'POST', 'own-kpis/trial', select)
  assert.equal(early.status, 409, 'nothing was collected')
  await giveTryEvidence(server, of.id)
  const collected = {
    period: { from: '2026-01-01', to: '2026-03-01' },
    dataUntil: '2026-03-01 00:00:00',
  }
  writeFileSync(join(server.world.folder, 'organizations', of.id, 'results.json'), JSON.stringify(collected))

  const tried = await of.ask('ada', 'POST', 'own-kpis/trial', select)
  assert.equal(tried.status, 200, JSON.stringify(tried.body))
  assert.equal((tried.body as { months: unknown[] }).months.length, 1)
  for (const sql of [
    'select * from nothing',
    "select * from read_text('/etc/passwd')",
    'drop table change',
  ]) {
    const { status } = await of.ask('ada', 'POST', 'own-kpis/trial', { ...select, sql })
    assert.equal(status, 422, sql)
  }

  const draft = {
    ...select,
    title: 'Failed of all',
    claim: 'Failed changes of all.',
    unit: '%',
    direction: 'down',
    reason: 'New.',
  }
  const kept = await of.ask('ada', 'POST', 'own-kpis', draft)
  assert.deepEqual([kept.status, kept.body], [201, { kpi: 'OWN-1', number: 1 }], JSON.stringify(kept.body))
  const bad = await of.ask('ada', 'POST', 'own-kpis', {
    ...draft,
    kpi: 'OWN-1',
    sql: 'select nothing from change',
  })
  assert.equal(bad.status, 422)
  const again = await of.ask('ada', 'POST', 'own-kpis', { ...draft, kpi: 'OWN-1', reason: 'Clearer.' })
  assert.deepEqual(again.body, { kpi: 'OWN-1', number: 2 })
  const { body } = await of.ask('ada', 'GET', 'own-kpis')
  const { items } = body as { items: { number: number; reason: string }[] }
  assert.deepEqual(
    items.map(({ number, reason }) => [number, reason]),
    [
      [2, 'Clearer.'],
      [1, 'New.'],
    ],
  )

  const adopted = await of.ask('ada', 'POST', 'monitoring', { kpi: 'OWN-1', target: 0.02 })
  assert.equal(adopted.status, 201, JSON.stringify(adopted.body))
  assert.equal((adopted.body as KpiDetail).months.length, 1)
})

test('an own KPI that is slow or wrong at a collection says so where it is watched, and its figures stay', async () => {
  const of = await startTryOrganization(server, 'ada')
  await collect(of, collectedWith(calm, '2025-01-10 00:00:00'))
  const tried = calm.map((part, at) => ({
    period: `2024-${String(at + 1).padStart(2, '0')}`,
    part,
    whole: 100,
    n: 100,
  }))
  const draft = {
    title: 'Failed of all',
    claim: 'Failed changes of all.',
    answers: 'share',
    unit: '%',
    direction: 'down',
    sql: 'select 1',
    reason: 'New.',
    tried,
    at: server.world.now(),
  } as const
  const actor = { kind: 'person', id: 'ada', name: 'Ada', organization: of.id, role: 'owner' } as const
  const keep = (kpi?: string) => server.world.records.within(actor, (tx) => keepOwn(tx, actor, kpi, draft))
  await keep()
  await of.ask('ada', 'POST', 'monitoring', { kpi: 'OWN-1' })
  const because = 'It took longer than 10 seconds and was stopped.'
  const page = async () => (await of.ask('ada', 'GET', 'monitoring/OWN-1')).body as KpiDetail
  assert.deepEqual([(await page()).unanswered, (await page()).months.length], [undefined, 12])

  const slow = new Map([['OWN-1', { points: [], because }]])
  await collect(of, collectedWith(calm, '2025-02-10 00:00:00'), slow)
  const after = await page()
  const { items } = (await of.ask('ada', 'GET', 'monitoring')).body as { items: WatchedKpi[] }

  assert.equal(after.unanswered?.because, because)
  assert.equal(items[0]?.unanswered?.because, because)
  assert.deepEqual([after.months.length, after.latest?.part], [12, 4], 'nothing is lost')
  await keep('OWN-1')
  assert.equal((await page()).unanswered, undefined, 'a new version was tried before it was kept')
  const change = sql`update own_kpi_answer set because = null`.execute(server.world.records.db)
  await assert.rejects(change, /stay as they were written/)
})
