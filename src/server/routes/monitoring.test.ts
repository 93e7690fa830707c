import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { KpiDetail, LibraryKpi, WatchedKpi } from '#api/monitoring-views.ts'
import { readFrozenBaselines } from '#monitoring/baseline-store.ts'
import { watchRegisters } from '#monitoring/watch-store.ts'
import { startTryOrganization, type TryOrganization } from '../try-assessment.ts'
import { calm, collecting } from '../try-monitoring.ts'
import { startServer } from '../try-server.ts'
import { watchingOf } from '../watching.ts'

const server = await startServer()
after(server.close)
const kpi = 'KPI-017'
const { collectedWith, collect } = collecting(server.world, kpi)

async function read<T = KpiDetail>(of: TryOrganization, path = `monitoring/${kpi}`): Promise<T> {
  const { status, body } = await of.ask('ada', 'GET', path)
  assert.equal(status, 200, JSON.stringify(body))
  return body as T
}

test('the library lists every KPI with its value or what it needs, and can be searched', async () => {
  const of = await startTryOrganization(server, 'ada')
  await collect(of, collectedWith(calm, '2025-01-01 00:00:00'))

  type Library = { items: LibraryKpi[]; counts: Record<string, number> }
  const { items, counts } = await read<Library>(of, 'kpis')
  const one = items.find((line) => line.kpi.id === kpi)

  assert.equal(counts.all, items.length)
  assert.equal((counts.computed ?? 0) + (counts.needing ?? 0), items.length)
  assert.deepEqual([one?.latest?.period, one?.latest?.part, one?.latest?.whole], ['2024-12', 4, 100])
  for (const {
    kpi: { id },
    latest,
    because,
  } of items)
    assert.ok(latest ?? because, id)
  const found = await read<Library>(of, 'kpis?search=reopen+rate&process=Incident')
  assert.deepEqual(
    found.items.map((line) => line.kpi.id),
    [kpi],
  )
  const lacking = await read<Library>(of, 'kpis?computed=false')
  assert.equal(lacking.items.length, counts.needing)
})

test('adopting a KPI computes its series at once; without data it has none; twice it is refused', async () => {
  const of = await startTryOrganization(server, 'ada')
  const early = await of.ask('ada', 'POST', 'monitoring', { kpi })
  assert.equal(early.status, 201)
  assert.equal((early.body as KpiDetail).state, 'no data')
  assert.equal((early.body as KpiDetail).isStale, true)

  await collect(of, collectedWith(calm, '2025-01-10 00:00:00'))
  const page = await read(of)

  assert.equal(page.months.length, 12)
  assert.deepEqual([page.latest?.part, page.latest?.whole, page.latest?.number], [4, 100, 0.04])
  assert.equal((await of.ask('ada', 'POST', 'monitoring', { kpi })).status, 409)
  const other = await of.ask('ada', 'POST', 'monitoring', { kpi: 'KPI-128' })
  assert.equal(other.status, 422)
  assert.match(JSON.stringify(other.body), /It needs what is not supplied: Continuity plans/)
})

test('a closed month keeps its figure; what a newer collection says otherwise is shown, and taken over with a reason', async () => {
  const of = await startTryOrganization(server, 'ada')
  await of.ask('ada', 'POST', 'monitoring', { kpi, target: 0.05 })
  await collect(of, collectedWith(calm, '2024-12-20 00:00:00'))
  await collect(of, collectedWith([...calm.slice(0, 11), 9], '2025-01-02 00:00:00'))
  const rewritten = [...calm.slice(0, 10), 30, 9]
  const again = await collect(of, collectedWith(rewritten, '2025-01-03 00:00:00'))
  assert.equal(again.rows, 1, 'what says the same again adds nothing')

  const { months, differing } = await read(of)
  const [november, december] = months.slice(-2)

  assert.equal(differing, 1)
  assert.deepEqual([november?.part, november?.differs?.part], [6, 30])
  assert.deepEqual([december?.part, december?.isClosed, december?.differs], [9, true, undefined])
  assert.deepEqual(
    december?.rows.map(({ part, isClosed }) => [part, isClosed]),
    [
      [4, false],
      [9, true],
    ],
  )

  const none = await of.ask('ada', 'POST', `monitoring/${kpi}/corrections`, {
    period: '2024-12',
    reason: 'x',
  })
  assert.equal(none.status, 409)
  const body = { period: '2024-11', reason: 'A file was missing.' }
  const corrected = await of.ask('ada', 'POST', `monitoring/${kpi}/corrections`, body)
  const after = (corrected.body as KpiDetail).months.at(-2)
  assert.deepEqual([after?.part, after?.differs, after?.kept.reason], [30, undefined, 'A file was missing.'])
  assert.equal(after?.rows.length, 3, 'what was kept before stays')
})

test('the database refuses to change or remove what was measured, set or signalled', async () => {
  const of = await startTryOrganization(server, 'ada')
  await of.ask('ada', 'POST', 'monitoring', { kpi, target: 0.05 })
  await collect(of, collectedWith([...calm, 40], '2025-02-01 00:00:00'))
  const { db } = server.world.records
  for (const table of ['kpi_point', 'kpi_target', 'kpi_signal'])
    for (const change of [
      sql`update ${sql.table(table)} set kpi = kpi`,
      sql`delete from ${sql.table(table)}`,
      sql`truncate ${sql.table(table)} cascade`,
    ])
      await assert.rejects(change.execute(db), /stay as they were written/, table)
})

test('a signal opens an item once, is decided on, and shows the effect', async () => {
  const of = await startTryOrganization(server, 'ada')
  await of.ask('ada', 'POST', 'monitoring', { kpi })
  const bad = [...calm, 40, 38, 41, 5, 4, 5]
  const { signals } = await collect(of, collectedWith(bad, '2025-08-01 00:00:00'))
  assert.ok(signals > 0)
  assert.equal(
    (await collect(of, collectedWith(bad, '2025-08-02 00:00:00'))).signals,
    0,
    'nothing new, no new item',
  )

  const page = await read(of)
  const item = page.items.find(
    ({ rule, periods }) => rule === 'outside the limits' && periods.includes('2025-01'),
  )
  assert.ok(item)
  assert.equal(item.rule, 'outside the limits')
  assert.deepEqual([item.worst?.period, item.worst?.number], ['2025-01', 0.4])
  assert.equal(page.chart.limits?.baseline.to, '2024-12')

  const decision = {
    signal: item.id,
    says: 'Closing is reviewed.',
    owner: 'Lea',
    decidedOn: '2025-03-15',
    dueOn: '2025-04-01',
  }
  const { status, body } = await of.ask('ada', 'POST', `monitoring/${kpi}/decisions`, decision)
  assert.equal(status, 201, JSON.stringify(body))
  const decided = (body as KpiDetail).items.find(({ id }) => id === item.id)?.decisions[0]
  assert.ok(decided?.effect.isKnown)
  assert.deepEqual([decided.effect.before.to, decided.effect.after.from], ['2025-02', '2025-04'])
  assert.equal(decided.effect.isClear, true)
  assert.ok(decided.effect.high < 0)
  assert.equal((body as KpiDetail).openSignals, page.openSignals - 1)

  const future = await of.ask('ada', 'POST', `monitoring/${kpi}/decisions`, {
    ...decision,
    decidedOn: '2999-01-01',
  })
  assert.equal(future.status, 422)
})

test('a target changed after the fact stands beside the one in force then', async () => {
  const of = await startTryOrganization(server, 'ada')
  await collect(of, collectedWith(calm, '2025-01-10 00:00:00'))
  await of.ask('ada', 'POST', 'monitoring', { kpi, target: 0.05 })
  const path = `monitoring/${kpi}/targets`
  const { body } = await of.ask('ada', 'POST', path, {
    target: 0.1,
    validFrom: '2024-12',
    reason: 'Too hard.',
  })
  const page = body as KpiDetail

  assert.deepEqual(
    page.targets.map(({ target, reason }) => [target, reason]),
    [
      [0.05, 'Set when the KPI was adopted.'],
      [0.1, 'Too hard.'],
    ],
  )
  const [november, december] = page.months.slice(-2)
  assert.deepEqual(
    [november?.judged?.target, november?.judged?.isSetLater, november?.judged?.changedTo],
    [0.05, true, undefined],
  )
  assert.deepEqual([december?.judged?.target, december?.judged?.changedTo], [0.05, 0.1])
})

test('who changed a KPI before is not overwritten, and one that ended can be taken up again', async () => {
  const of = await startTryOrganization(server, 'ada')
  await of.ask('ada', 'POST', 'monitoring', { kpi })
  const given = { owner: 'Lea', cadence: 'weekly', direction: 'down', isEnded: true }
  assert.equal((await of.ask('ada', 'PUT', `monitoring/${kpi}`, given)).status, 428)
  assert.equal((await of.ask('ada', 'PUT', `monitoring/${kpi}`, given, 1)).status, 200)
  assert.equal((await of.ask('ada', 'PUT', `monitoring/${kpi}`, given, 1)).status, 409)

  assert.equal((await of.ask('ada', 'POST', 'monitoring', { kpi })).status, 201)
  assert.equal((await read(of)).isEnded, false)
})

test('a KPI of the registers is computed from them, and one figure stands for a month', async () => {
  const of = await startTryOrganization(server, 'ada')
  const adopted = await of.ask('ada', 'POST', 'monitoring', { kpi: 'KPI-151' })
  assert.equal(adopted.status, 201, JSON.stringify(adopted.body))
  assert.equal((await read(of, 'monitoring/KPI-151')).state, 'no data')
  const data = { title: 'A risk', kind: 'risk', likelihood: 'almost certain', effect: 'severe' }
  const made = await of.ask('ada', 'POST', 'registers/risks/records', { data })
  assert.equal(made.status, 201, JSON.stringify(made.body))

  const actor = { kind: 'system', id: undefined, name: 'clock', organization: of.id, role: 'owner' } as const
  const watch = () =>
    server.world.records.within({ organization: of.id }, (tx) =>
      watchRegisters(tx, actor, watchingOf(server.world, of.id)),
    )
  assert.equal((await watch()).rows, 1)
  assert.equal((await watch()).rows, 0)
  const page = await read(of, 'monitoring/KPI-151')
  assert.deepEqual([page.latest?.part, page.latest?.whole], [0, 1])
})

test('a KPI that compares with a mix keeps the window it had when its first month was kept', async () => {
  const of = await startTryOrganization(server, 'ada')
  const { library } = watchingOf(server.world, of.id)
  const frozen = () =>
    server.world.records.within({ organization: of.id }, (tx) => readFrozenBaselines(tx, library))
  assert.deepEqual(await frozen(), {})
  const [first] = collectedWith(calm, '2025-01-10 00:00:00').measures
  assert.ok(first)
  const points = [{ period: '2024-03', value: 8, n: 5 }]
  const mixed = { ...first, id: 'service-request.delivery-time', answers: 'value' as const, points }
  await collect(of, { ...collectedWith(calm, '2025-01-10 00:00:00'), measures: [mixed] })
  await of.ask('ada', 'POST', 'monitoring', { kpi: 'KPI-001' })

  const kept = { 'service-request.delivery-time': { baseline_from: '2024-01-01 00:00:00' } }
  assert.deepEqual(await frozen(), kept)
  const older = { ...collectedWith(calm, '2025-01-11 00:00:00'), dataFrom: '2023-01-01 00:00:00' }
  await collect(of, { ...older, measures: [mixed] })
  assert.deepEqual(await frozen(), kept, 'older tickets do not move it')
})

test('the list is read from what is stored, with targets and open signals', async () => {
  const of = await startTryOrganization(server, 'ada')
  await of.join('rita', 'read-only')
  await collect(of, collectedWith([...calm, 40], '2025-02-01 00:00:00'))
  await of.ask('ada', 'POST', 'monitoring', { kpi, target: 0.05, owner: 'Lea' })
  const { items } = await read<{ items: WatchedKpi[] }>(of, 'monitoring')
  const [line] = items

  assert.equal(items.length, 1)
  assert.deepEqual([line?.state, line?.owner, line?.openSignals], ['off target', 'Lea', 1])
  assert.equal((await of.ask('rita', 'POST', 'monitoring', { kpi })).status, 403)
  assert.equal((await of.ask('rita', 'GET', 'monitoring')).status, 200)
})
