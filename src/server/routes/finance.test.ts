import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { CaseView } from '#api/finance.ts'
import { keepCollection } from '#evidence/collection-store.ts'
import { financeOracle } from '../../../test/oracle/finance.ts'
import { startTryOrganization, type TryOrganization } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

const settings = {
  currency: 'EUR',
  years: 5,
  discountRate: 0.08,
  ramp: [0, 0.4, 0.75, 1, 1, 1],
  seed: 20000,
  trials: 10_000,
  distribution: 'PERT',
  correlation: 0,
}
const value = { low: 1, base: 2, high: 3, source: 'A table', quality: 'J' }
const oracleLines = ['consultancy', ...Object.keys(financeOracle.base_case.benefit_lines_full_year)]
let own: TryOrganization

before(async () => {
  own = await startTryOrganization(server, 'ada')
  await own.join('isabel', 'finance partner')
  await own.join('rita', 'read-only')
  await own.join('lea', 'service desk lead')
})

async function read(query = '', of = own, person = 'ada'): Promise<CaseView> {
  const { status, body } = await of.ask(person, 'GET', `case${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body as CaseView
}

async function giveTheWorkedExample(of: TryOrganization, person: string): Promise<void> {
  const values = [
    ...Object.entries(financeOracle.inputs),
    ...Object.entries(financeOracle.fixed).flatMap(([id, one]) =>
      typeof one === 'number' && id !== 'years' && id !== 'discount_rate'
        ? [[id, { low: one, base: one, high: one }] as const]
        : [],
    ),
  ]
  await of.ask(person, 'PUT', 'case', settings, 0)
  for (const [id, range] of values) {
    const { status, body } = await of.ask(person, 'PUT', `case/assumptions/${id}`, { ...value, ...range }, 0)
    assert.equal(status, 200, JSON.stringify(body))
  }
  for (const line of oracleLines) await of.ask(person, 'PUT', `case/lines/${line}`, { isIn: true }, 0)
}

test('the worked example comes out of the API as the oracle has it, and soft benefits can be left out', async () => {
  const of = await startTryOrganization(server, 'olga')
  await giveTheWorkedExample(of, 'olga')

  const standing = await read('', of, 'olga')
  const hard = await read('?soft=off', of, 'olga')
  const half = await read('?freedTime=0.5', of, 'olga')
  const scenarios = await of.ask('olga', 'GET', 'case/scenarios')

  assert.ok(standing.result && hard.result && half.result)
  assert.ok(Math.abs(standing.result.npv - financeOracle.base_case.npv) < 1e-6)
  assert.ok(hard.result.spread.p10 < standing.result.spread.p10)
  assert.ok(half.result.npv < standing.result.npv)
  assert.deepEqual(
    standing.concerns.map(({ kind }) => kind),
    ['no owner', 'unsettled overlap'],
  )
  const items = (scenarios.body as { items: { id: string; irr?: number; irrNote?: string }[] }).items
  const inside = items.find(({ id }) => id === 'inside-it')
  assert.equal(inside?.irr, undefined)
  assert.equal(inside?.irrNote, 'no change of sign')
})

test('a case that lacks values says which, and has no result', async () => {
  const empty = await read()

  assert.equal(empty.version, 0)
  assert.equal(empty.result, undefined)
  assert.ok(
    empty.concerns.some(
      ({ kind, about }) => kind === 'missing value' && about.includes('Cost of an own day'),
    ),
  )
})

test('what cannot be an assumption is refused by its name, and nothing of it is kept', async () => {
  const wrong = [
    [{ ...value, low: -1 }, /Cost of an own day: -1 is below zero/],
    [{ ...value, base: 9 }, /have to stand in this order/],
    [{ ...value, source: 'Claim C-11' }, /C-11.*unverified.*Scenarios only/],
  ] as const
  for (const [body, says] of wrong) {
    const told = await own.ask('isabel', 'PUT', 'case/assumptions/internal_day_rate', body, 0)
    assert.equal(told.status, 422)
    assert.match((told.body as { detail: string }).detail, says)
  }
  const above = await own.ask('isabel', 'PUT', 'case/assumptions/downtime_reduction', value, 0)
  const unknown = await own.ask('isabel', 'PUT', 'case/assumptions/nothing_like_it', value, 0)
  const { assumptions } = await read()

  assert.equal(above.status, 422)
  assert.match((above.body as { detail: string }).detail, /share as a number from 0 to 1/)
  assert.equal(unknown.status, 404)
  assert.ok(assumptions.every((one) => one.value === undefined))
})

test('a ramp longer than the horizon and a class that a line cannot have are refused', async () => {
  const ramp = await own.ask('isabel', 'PUT', 'case', { ...settings, ramp: [0, 0, 0, 0, 0, 0, 1] }, 0)
  const line = await own.ask(
    'isabel',
    'PUT',
    'case/lines/incident_handling',
    { isIn: true, class: 'hard' },
    0,
  )

  assert.deepEqual([ramp.status, line.status], [422, 422])
})

test('two who change the same assumption do not overwrite each other', async () => {
  const first = await own.ask('isabel', 'PUT', 'case/assumptions/tooling_y0', value, 0)
  const second = await own.ask('ada', 'PUT', 'case/assumptions/tooling_y0', { ...value, high: 9 }, 0)
  const blind = await own.ask('ada', 'PUT', 'case/assumptions/tooling_y0', value)

  assert.deepEqual([first.status, second.status, blind.status], [200, 409, 428])
})

test('who may only read changes nothing, and the desk does not see the case', async () => {
  const change = await own.ask('rita', 'PUT', 'case/assumptions/tooling_y0', value, 1)
  const look = await own.ask('lea', 'GET', 'case')

  assert.deepEqual([change.status, look.status], [403, 403])
})

test('baselines come from the measures of the newest collection, with months, n and an interval', async () => {
  const at = server.world.now()
  const months = ['2025-10', '2025-11', '2025-12', '2026-01']
  const measure = {
    title: 'Incidents opened',
    claim: '',
    process: 'incident',
    unit: 'incidents',
    direction: 'down' as const,
    headline: false,
    aka: [],
    knownGaps: [],
    sqlHash: 'aa',
  }
  await server.world.records.within({ organization: own.id }, (tx) =>
    keepCollection(
      tx,
      { organization: own.id, id: crypto.randomUUID(), importId: undefined, at, by: 'test' },
      {
        period: { from: '2025-10-01', to: '2026-02-01' },
        dataFrom: '2025-10-01 00:00:00',
        // The last month is not whole, so it does not count.
        dataUntil: '2026-01-20 00:00:00',
        dataHash: 'aa',
        packVersion: '0.1.0',
        results: [],
        conformance: [],
        measures: [
          {
            ...measure,
            id: 'incident.volume',
            answers: 'value',
            points: [1000, 1100, 1200, 300].map((n, month) => ({ period: months[month] ?? '', value: n, n })),
          },
          {
            ...measure,
            id: 'change.failure',
            answers: 'share',
            points: months.map((period) => ({ period, part: 8, whole: 100, n: 100 })),
          },
        ],
      },
    ),
  )

  const { assumptions } = await read()
  const volume = assumptions.find(({ id }) => id === 'incidents_per_year')?.baseline
  const failure = assumptions.find(({ id }) => id === 'change_failure_rate')?.baseline

  assert.deepEqual([volume?.range.base, volume?.months, volume?.n], [13_200, 3, 3300])
  assert.ok(volume && volume.range.low < 13_200 && volume.range.high > 13_200)
  assert.deepEqual(volume?.period, { from: '2025-10', to: '2025-12' })
  assert.deepEqual([failure?.range.base, failure?.n], [0.08, 300])
})

test('the tenders of a year are counted in their register, with the interval of so few', async () => {
  const firm = await startTryOrganization(server, 'tess')
  const today = server.world.now().getTime()
  const tender = (title: string, certificate: string, daysAgo: number) => {
    const due_on = new Date(today - daysAgo * 86_400_000).toISOString().slice(0, 10)
    return firm.ask('tess', 'POST', 'registers/tenders/records', {
      data: { title, customer: 'Airport', certificate, due_on },
    })
  }
  const baseline = async () => {
    const { body } = await firm.ask('tess', 'GET', 'case')
    return (body as CaseView).assumptions.find(({ id }) => id === 'tenders_per_year')?.baseline
  }

  assert.equal(await baseline(), undefined)
  await tender('Shops', 'condition', 300)
  await tender('Tills', 'advantage', 10)
  await tender('Chairs', 'not asked', 100)
  await tender('Hotels', 'condition', -30)
  const found = await baseline()

  assert.deepEqual([found?.register, found?.n, found?.months], ['tenders', 2, 12])
  assert.deepEqual(found?.range, { low: 0.24, base: 2, high: 7.22 })
})

test('a benefit is measured when its quarter is over, and not by its owner', async () => {
  const of = await startTryOrganization(server, 'otto')
  await of.join('isabel', 'finance partner')
  await giveTheWorkedExample(of, 'otto')
  const year = server.world.now().getUTCFullYear()
  await of.ask('otto', 'PUT', 'case', { ...settings, startsOn: `${year - 2}-01-01` }, 1)
  await of.ask('otto', 'PUT', 'case/lines/change_rework', { isIn: true, owner: 'otto' }, 1)
  const measured = { value: 2600, evidence: 'Time sheets' }

  const byOwner = await of.ask('otto', 'PUT', `case/tracking/change_rework/${year - 1}-Q1`, measured, 0)
  const early = await of.ask('isabel', 'PUT', `case/tracking/change_rework/${year + 1}-Q1`, measured, 0)
  const right = await of.ask('isabel', 'PUT', `case/tracking/change_rework/${year - 1}-Q1`, measured, 0)
  const { body } = await of.ask('isabel', 'GET', 'case/tracking')
  const lines = (
    body as { items: { line: string; quarters: { quarter: string; planned: number; actual?: object }[] }[] }
  ).items
  const quarter = lines
    .find(({ line }) => line === 'change_rework')
    ?.quarters.find((one) => one.quarter === `${year - 1}-Q1`)

  assert.deepEqual([byOwner.status, early.status, right.status], [403, 422, 200])
  assert.ok(quarter?.actual && Math.abs(quarter.planned - 16_632 / 4) < 1e-6)
})

test('own effort follows the roadmap from when it is planned, and what no roadmap plans cannot', async () => {
  const of = await startTryOrganization(server, 'paul')
  const given = { ...value, low: 10, base: 20, high: 30, isFollowing: true }
  const shown = async () =>
    (await read('', of, 'paul')).assumptions.find(({ id }) => id === 'internal_days_y0')?.value

  const refused = await of.ask('paul', 'PUT', 'case/assumptions/staff_hour_cost', given, 0)
  await of.ask('paul', 'PUT', 'case/assumptions/internal_days_y0', given, 0)
  const before = await shown()
  const rating = { rating: 'minor_nc', rationale: 'Nothing was shown.' }
  await of.ask('paul', 'PUT', 'requirements/4.1-a/rating', rating, 0)
  const effort = { low: 2, likely: 3, high: 5 }
  await of.ask('paul', 'PUT', 'requirements/4.1-a/remedy', { state: 'accepted', effort }, 0)
  await of.ask('paul', 'POST', 'roadmap/schedules')
  const after = await shown()

  assert.equal(refused.status, 422)
  assert.deepEqual([before?.low, before?.base, before?.high, before?.source], [10, 20, 30, 'A table'])
  assert.deepEqual([after?.low, after?.base, after?.high], [2, 3, 5])
  assert.match(after?.source ?? '', /^Roadmap, planned from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/)
})
