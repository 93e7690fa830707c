import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { StrategyOptionsView, StrategyView, TailoringView, TechnologyView } from '#api/strategy.ts'
import { startTryOrganization, type TryOrganization } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

let own: TryOrganization

before(async () => {
  own = await startTryOrganization(server, 'ada')
  await own.join('rita', 'read-only')
})

async function write(register: string, data: object): Promise<string> {
  const { status, body } = await own.ask('ada', 'POST', `registers/${register}/records`, { data })
  assert.equal(status, 201, JSON.stringify(body))
  return (body as { id: string }).id
}

async function strategy(): Promise<StrategyView> {
  return (await own.ask('rita', 'GET', 'strategy')).body as StrategyView
}

test('without goals there is no score, and themes are offered', async () => {
  const view = await strategy()

  assert.equal(view.alignment.score, undefined)
  assert.ok(view.themes.some(({ title }) => title === 'Digital transformation'))
})

test('a contribution lifts the coverage as computed by hand, and the lists follow', async () => {
  const shop = await write('services', { name: 'Online shop', criticality: 'critical' })
  await write('services', { name: 'Archive', criticality: 'low' })
  const goal = await write('goals', {
    title: 'Grow online',
    owner: 'ada@example.org',
    horizon: 'this year',
    metric: 'Sales',
  })
  const before = await strategy()
  await write('contributions', {
    goal,
    kind: 'service',
    service: shop,
    strength: 'medium',
    rationale: 'It sells.',
  })

  const { alignment, lists, goals } = await strategy()

  assert.equal(before.alignment.score, 0)
  // services: 4 * 2/3 of 5; goals: 2 * 2/3 of 2
  assert.equal(alignment.ofServices?.share.toFixed(4), ((4 * 2) / 3 / 5).toFixed(4))
  assert.equal(alignment.ofGoals?.share.toFixed(4), (2 / 3).toFixed(4))
  assert.deepEqual(
    lists.servicesWithoutGoal.map(({ title }) => title),
    ['Archive'],
  )
  assert.deepEqual(lists.goalsWithoutService, [])
  assert.equal(goals[0]?.contributions[0]?.title, 'Online shop')
})

test('a contribution that names what its kind does not say is refused', async () => {
  const [goal] = (await strategy()).goals
  const { status, body } = await own.ask('ada', 'POST', 'registers/contributions/records', {
    data: { goal: goal?.id, kind: 'KPI', strength: 'low', rationale: 'x' },
  })

  assert.equal(status, 422)
  assert.match(JSON.stringify(body), /the contribution is of a KPI/)
})

test('a hypothesis without evidence has no data, and is no refusal', async () => {
  await write('hypotheses', {
    hypothesis: 'Changes fail too often',
    question: 'change.success',
    claim: 'at most',
    bound: 90,
  })

  const [found] = (await strategy()).hypotheses

  assert.deepEqual([found?.tested.verdict, found?.tested.value], ['no data', undefined])
})

test('a review keeps the figures of its day and names the next', async () => {
  const { status, body } = await own.ask('ada', 'POST', 'strategy/reviews', {
    note: 'Looks fair.',
    nextOn: '2099-01-01',
  })
  const past = await own.ask('ada', 'POST', 'strategy/reviews', { note: 'x', nextOn: '2000-01-01' })
  const { reviews, isReviewOverdue } = body as StrategyView

  assert.equal(status, 201)
  assert.equal(past.status, 422)
  assert.equal(reviews[0]?.alignment.servicesWithoutGoal, 1)
  assert.equal(isReviewOverdue, false)
})

test('tools stand with owner, cost and end of contract, and what data cannot show is unknown', async () => {
  await write('assets', {
    name: 'Desk',
    kind: 'tool of the SMS',
    owner: 'ada@example.org',
    yearly_cost: 12000,
    contract_ends_on: '2020-01-31',
    capabilities: [{ capability: 'service-cost', standing: 'absent' }],
  })
  await write('assets', { name: 'Mail server', kind: 'infrastructure' })

  const { tools, capabilities, score } = (await own.ask('rita', 'GET', 'technology')).body as TechnologyView

  assert.deepEqual(
    tools.map(({ title, yearlyCost, isEnding }) => [title, yearlyCost, isEnding]),
    [['Desk', 12000, true]],
  )
  assert.equal(capabilities.find(({ id }) => id === 'service-cost')?.standing, 'stated')
  assert.equal(capabilities.find(({ id }) => id === 'service-clocks')?.standing, 'unknown')
  assert.equal(score.score, undefined)
})

test('another number of staff can be tried: effort and roles follow the rule', async () => {
  const view = async (query: string) =>
    (await own.ask('rita', 'GET', `tailoring${query}`)).body as TailoringView
  const [none, small, medium] = [
    await view(''),
    await view('?itStaff=25&sector=retail'),
    await view('?itStaff=150'),
  ]

  assert.equal(none.tailoring, undefined)
  assert.equal(small.tailoring?.questions.kind, 'quick scan')
  assert.equal(small.tailoring?.sector?.title, 'Retail and luxury retail')
  assert.equal(medium.tailoring?.effort.factor, 1)
  assert.ok((small.tailoring?.effort.likelyDays ?? 0) < (medium.tailoring?.effort.likelyDays ?? 0))
})

test('who only reads keeps no review', async () => {
  assert.equal(
    (await own.ask('rita', 'POST', 'strategy/reviews', { note: 'x', nextOn: '2099-01-01' })).status,
    403,
  )
})

test('the ways to conformity take as many days as the size asks for, and a proposal fits its register', async () => {
  const read = async () => {
    const { body } = await own.ask('rita', 'GET', 'strategy-options')
    return body as StrategyOptionsView
  }
  const unsized = await read()
  const standing = await own.ask('ada', 'GET', 'programme')
  const { version } = standing.body as { version: number }
  await own.ask('ada', 'PUT', 'programme', { programme: { size: { it_staff: 150 } } }, version)
  const sized = await read()
  const tailored = (await own.ask('rita', 'GET', 'tailoring')).body as TailoringView
  const all = sized.options.find(({ id }) => id === 'all-at-once')

  assert.ok(
    unsized.options.length >= 5 && unsized.options.every(({ effortDays }) => effortDays === undefined),
  )
  assert.equal(all?.effortDays?.likely, Math.round(tailored.tailoring?.effort.likelyDays ?? 0))
  const { status, body } = await own.ask('ada', 'POST', 'registers/strategy-options/records', {
    data: {
      title: all?.title,
      says: all?.says,
      conditions: all?.conditions.map((condition) => ({ condition, holds: 'not known' })),
      effort_days_low: all?.effortDays?.low,
      effort_days: all?.effortDays?.likely,
      effort_days_high: all?.effortDays?.high,
    },
  })
  assert.equal(status, 201, JSON.stringify(body))
})
