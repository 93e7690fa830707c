import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createRecord } from '#registers/record-change-store.ts'
import { demandRegister } from '#registers/registers.ts'
import { startTryOrganization, type TryOrganization } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'

const server = await startServer(() => new Date('2026-03-15T09:00:00Z'))
after(server.close)
let of: TryOrganization

before(async () => {
  of = await startTryOrganization(server, 'ada')
})

type Measure = Readonly<{
  id: string
  from?: string
  points: readonly Readonly<{ period: string; part: number; whole: number }>[]
}>

async function read<T>(path: string): Promise<T> {
  const { status, body } = await of.ask('ada', 'GET', path)
  assert.equal(status, 200, JSON.stringify(body))
  return body as T // what the address answers by its contract
}

async function keepAudit(kind: string, endsOn: string, majors: number): Promise<void> {
  const actor = { kind: 'person', id: 'ada', name: 'Ada', organization: of.id, role: 'owner' } as const
  const data = {
    title: kind,
    kind,
    body: 'A body',
    begins_on: endsOn,
    ends_on: endsOn,
    auditor_days: 4,
    result: 'recommended',
    majors,
    minors: 3,
  }
  const audits = demandRegister('certification-audits')
  await server.world.records.within(actor, (tx) => createRecord(tx, actor, audits, data, 'held'))
}

test('the tile, the page and the series of audit success say the same, from the register', async () => {
  assert.deepEqual((await read<{ items: Measure[] }>('measures')).items, [])
  await keepAudit('stage 2', '2026-01-20', 0)
  await keepAudit('surveillance 1', '2026-03-10', 1)

  const { items } = await read<{ items: Measure[] }>('measures?headline=true')
  const page = await read<Measure & { collection?: object; sql?: string }>('measures/audit.success-rate')
  const adopted = await of.ask('ada', 'POST', 'monitoring', { kpi: 'KPI-003' })
  assert.equal(adopted.status, 201, JSON.stringify(adopted.body))
  const { latest } = await read<{ latest: { period: string; part: number; whole: number } }>(
    'monitoring/KPI-003',
  )

  assert.deepEqual(
    items.map(({ id, from, points }) => [id, from, points.at(-1)]),
    [['audit.success-rate', 'registers', { period: '2026-03', part: 1, whole: 2, n: 2 }]],
  )
  assert.deepEqual(page.points, items[0]?.points)
  assert.deepEqual([page.collection, page.sql], [undefined, undefined])
  assert.deepEqual([latest.period, latest.part, latest.whole], ['2026-03', 1, 2])
})

test('a management review reads the figure that the tile shows', async () => {
  const { status, body } = await of.ask('ada', 'POST', 'reviews', { heldOn: '2026-03-15' })
  assert.equal(status, 201, JSON.stringify(body))
  const { inputs } = body as {
    inputs: { figures: { id: string; value?: number; n?: number; period?: string }[] }[]
  }
  const figure = inputs.flatMap(({ figures }) => figures).find(({ id }) => id === 'performance.audit')

  assert.deepEqual([figure?.value, figure?.n, figure?.period], [0.5, 2, '2026-03'])
})
