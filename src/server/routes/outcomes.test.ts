import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { OutcomesView } from '#api/monitoring-views.ts'
import { startTryOrganization } from '../try-assessment.ts'
import { collecting } from '../try-monitoring.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)
const kpi = 'KPI-017'
const { collectedWith, collect } = collecting(server.world, kpi)

test('an outcome tells what a KPI was and is, in points, and whether that is better; what nobody watches has no verdict', async () => {
  const of = await startTryOrganization(server, 'ada')
  await of.join('rita', 'read-only')
  await collect(of, collectedWith([20, 20, 20, 20, 20, 20, 5, 5, 5, 5, 5, 5], '2025-01-10 00:00:00'))
  await of.ask('ada', 'POST', 'monitoring', { kpi, target: 0.1, owner: 'Lea' })
  const { since, families } = (await of.ask('ada', 'GET', 'outcomes')).body as OutcomesView
  const found = families.flatMap(({ kpis }) => kpis)
  const told = found.find((one) => one.kpi.id === kpi)

  assert.equal(since, undefined)
  assert.deepEqual(
    families.map(({ id }) => id),
    ['delivery', 'satisfaction', 'risk'],
  )
  assert.equal(told?.outcome?.verdict, 'better')
  assert.equal(told?.outcome?.relative, undefined)
  assert.equal(told?.outcome?.targetAgainst?.value.toFixed(3), '-0.100')
  assert.deepEqual(
    found.filter((one) => one.outcome).map((one) => one.kpi.id),
    [kpi],
  )
  assert.equal((await of.ask('rita', 'GET', 'outcomes')).status, 200)
})
