import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ExecutiveView } from '#api/executive.ts'
import type { GrowthView } from '#api/growth.ts'
import { keepCollection } from '#evidence/collection-store.ts'
import { startTryOrganization, type TryOrganization } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

let own: TryOrganization

before(async () => {
  own = await startTryOrganization(server, 'ada')
  await own.join('rita', 'read-only')
})

async function growth(query = ''): Promise<GrowthView> {
  const { status, body } = await own.ask('rita', 'GET', `case/growth${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body as GrowthView
}

async function answers(): Promise<
  ReadonlyMap<string, ExecutiveView['questions'][number]['figures'][number]>
> {
  const { body } = await own.ask('rita', 'GET', 'executive-questions')
  const { questions } = body as ExecutiveView
  return new Map(questions.flatMap(({ figures }) => figures.map((one) => [one.id, one] as const)))
}

/** Two years of changes: 100 a month in the first, 110 in the second. */
async function keepTwoYears(): Promise<void> {
  const points = Array.from({ length: 24 }, (_, at) => ({
    period: new Date(Date.UTC(2024, at, 1)).toISOString().slice(0, 7),
    value: at < 12 ? 100 : 110,
    n: at < 12 ? 100 : 110,
  }))
  await server.world.records.within({ organization: own.id }, (tx) =>
    keepCollection(
      tx,
      {
        organization: own.id,
        id: crypto.randomUUID(),
        importId: undefined,
        at: server.world.now(),
        by: 'test',
      },
      {
        period: { from: '2024-01-01', to: '2026-01-01' },
        dataFrom: '2024-01-01 00:00:00',
        dataUntil: '2025-12-31 23:00:00',
        dataHash: 'aa',
        packVersion: '0.1.0',
        results: [],
        conformance: [],
        measures: [
          {
            id: 'change.volume',
            title: 'Changes',
            claim: '',
            process: 'change',
            unit: 'changes',
            direction: 'down',
            headline: false,
            aka: [],
            knownGaps: [],
            sqlHash: 'aa',
            answers: 'value',
            points,
          },
        ],
      },
    ),
  )
}

test('without evidence nothing grows, and what nobody recorded has no value', async () => {
  const { volumes, years, rate, measured } = await growth()
  const known = await answers()

  assert.deepEqual([volumes, years, rate, measured], [[], [], 0, undefined])
  assert.deepEqual(
    ['volume', 'growth', 'tools', 'roles-filled'].map((id) => known.get(id as 'volume')?.value),
    [undefined, undefined, undefined, undefined],
  )
})

test('the rate is the measured one until another is tried, and people and cost follow it', async () => {
  await keepTwoYears()
  await own.ask('ada', 'PUT', 'programme', { programme: { size: { it_staff: 50 } } }, 0)
  const rate = { low: 400, base: 500, high: 600, source: 'Payroll', quality: 'A' }
  await own.ask('ada', 'PUT', 'case/assumptions/internal_day_rate', rate, 0)

  const measured = await growth()
  const tried = await growth('?rate=0.2&staff=100&ticketShare=0.25&years=1')
  const known = await answers()

  assert.equal(Math.round(1000 * measured.rate), 100)
  assert.deepEqual([measured.volumes[0]?.perYear, measured.staff, measured.dayRate], [1320, 50, 500])
  assert.equal(Math.round(measured.years[1]?.volume ?? 0), 1452)
  assert.equal(tried.years.length, 2)
  assert.equal(Math.round(100 * (tried.years[1]?.staff ?? 0)), 10_500)
  assert.equal(Math.round(tried.years[1]?.cost ?? 0), 5 * 220 * 500)
  assert.equal(known.get('volume')?.value, 1320)
  assert.equal(known.get('people-later')?.of, 50)
})

test('what cannot be a scenario is refused', async () => {
  for (const query of ['?rate=-1', '?ticketShare=2', '?years=11', '?staff=0']) {
    const { status } = await own.ask('rita', 'GET', `case/growth${query}`)
    assert.equal(status, 422, query)
  }
})

test('answers follow the registers: roles in place and gaps of competence are counted by their state', async () => {
  const write = (register: string, data: object, state?: string) =>
    own.ask('ada', 'POST', `registers/${register}/records`, { data, ...(state ? { state } : {}) })
  const role = await write('roles', { name: 'Change manager', accountable: 'Ada' }, 'in place')
  await write('roles', { name: 'Problem manager' })

  const known = await answers()

  assert.equal(role.status, 201, JSON.stringify(role.body))
  assert.deepEqual([known.get('roles-filled')?.value, known.get('roles-filled')?.of], [1, 2])
})
