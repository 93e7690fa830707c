import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { KpiDetail } from '#api/monitoring-views.ts'
import type { Scorecard } from '#api/scorecard-view.ts'
import { startTryOrganization } from '../try-assessment.ts'
import { calm, collecting } from '../try-monitoring.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)
const kpi = 'KPI-017'
const { measure, collect, collectedWith } = collecting(server.world, kpi)

test('the scorecard holds watched figures against the goals that they are to serve', async () => {
  const of = await startTryOrganization(server, 'ada')
  await collect(of, collectedWith(calm, '2025-01-10 00:00:00'))
  await of.ask('ada', 'POST', 'monitoring', { kpi, target: 0.05 })
  const keep = async (register: string, data: object) => {
    const { status, body } = await of.ask('ada', 'POST', `registers/${register}/records`, { data })
    assert.equal(status, 201, JSON.stringify(body))
    return (body as { id: string }).id
  }
  const goal = await keep('goals', { title: 'Solved once', perspective: 'customer' })
  const initiative = await keep('initiatives', { title: 'Ask before closing' })
  const common = { goal, strength: 'high', rationale: 'It shows whether it stays solved.' }
  await keep('contributions', { ...common, kind: 'KPI', measure })
  await keep('contributions', { ...common, kind: 'initiative', initiative })

  const { sides } = (await of.ask('ada', 'GET', 'scorecard')).body as Scorecard
  const line = (await of.ask('ada', 'GET', `monitoring/${kpi}`)).body as KpiDetail
  const [customer] = sides.filter(({ goals }) => goals.length > 0)
  const [found] = customer?.goals ?? []

  assert.deepEqual([customer?.side, found?.title], ['customer', 'Solved once'])
  assert.deepEqual(
    found?.measures.map(({ id, target, actual, state }) => [id, target, actual, state]),
    [[kpi, 0.05, line.latest?.number, line.state]],
    'the same figure as on the page of the KPI',
  )
  assert.deepEqual(
    found?.initiatives.map(({ title, state }) => [title, state]),
    [['Ask before closing', 'proposed']],
  )
})
