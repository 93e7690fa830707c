import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { giveTryEvidence, startTryOrganization, type TryOrganization, tryResult } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

type Sample = {
  id: string
  size: number
  sizeText: string
  sha256: string
  populationSize: number
  drawn: { id: string }[]
  mustSee: { id: string; because: string[] }[]
  strata: { name: string; drawn: number }[]
}

let own: TryOrganization

before(async () => {
  own = await startTryOrganization(server, 'ada')
  await own.join('iris', 'internal auditor')
  await own.join('max', 'external auditor')
  await own.join('rita', 'read-only')
  await giveTryEvidence(server, own.id, [tryResult('change.approved-before-start', '8.5.1.3-a')])
})

function order(seed: number, more: object = {}) {
  return {
    name: 'Approval before start',
    order: {
      method: 'random',
      seed,
      population: { kind: 'population', id: 'closed-normal-changes', ...more },
    },
  }
}

test('an auditor draws 59 with seed 20000 twice and gets the same ids', async () => {
  const first = await own.ask('iris', 'POST', 'samples', order(20000))
  const second = await own.ask('iris', 'POST', 'samples', order(20000))
  const [one, other] = [first.body as Sample, second.body as Sample]

  assert.equal(first.status, 201, JSON.stringify(first.body))
  assert.equal(one.drawn.length, 59)
  assert.match(one.sizeText, /95 % confidence to notice an error rate of 5 %/)
  assert.deepEqual(other.drawn, one.drawn)
  assert.notEqual(other.id, one.id)
  assert.equal(other.sha256, one.sha256)
})

test('another seed draws others', async () => {
  const [one, other] = await Promise.all([
    own.ask('iris', 'POST', 'samples', order(1)),
    own.ask('iris', 'POST', 'samples', order(2)),
  ])

  assert.notDeepEqual((one.body as Sample).drawn, (other.body as Sample).drawn)
})

test('failed changes are seen in any case, cancelled ones are not in the population', async () => {
  const { body } = await own.ask('iris', 'POST', 'samples', order(3, { strata: ['service_id'] }))
  const { mustSee, drawn, strata, populationSize } = body as Sample

  assert.deepEqual(mustSee[0]?.because, ['Changes that failed or were backed out'])
  assert.ok(drawn.every(({ id }) => !mustSee.some((seen) => seen.id === id)))
  assert.ok(!drawn.some(({ id }) => id === 'CHG-7'))
  assert.deepEqual(
    strata.map(({ name }) => name),
    ['service 0', 'service 1', 'service 2'],
  )
  assert.equal(
    strata.reduce((sum, part) => sum + part.drawn, 0),
    59,
  )
  assert.ok(populationSize < 500)
})

test('a kept sample is drawn again, and a change of the records is noticed', async () => {
  const other = await startTryOrganization(server, 'olga')
  await giveTryEvidence(server, other.id)
  const { body } = await other.ask('olga', 'POST', 'samples', order(20000))
  const { id } = body as Sample

  const same = await other.ask('olga', 'GET', `samples/${id}/repetition`)
  await giveTryEvidence(
    server,
    other.id,
    [],
    `select 'CHG-' || i as ticket_id, 'normal' as change_type, '' as service_id, '' as group_id, '' as closed_month,
      date '2026-01-05' as closed_on, false as is_void, '' as outcome from range(300) as numbers(i)`,
  )
  const changed = await other.ask('olga', 'GET', `samples/${id}/repetition`)

  assert.deepEqual(same.body as object, {
    ...(same.body as object),
    isSamePopulation: true,
    isSameDraw: true,
  })
  assert.equal((changed.body as { isSamePopulation: boolean }).isSamePopulation, false)
})

test('the subjects of a check can be drawn from', async () => {
  const { status, body } = await own.ask('iris', 'POST', 'samples', {
    name: 'Does the field tell what happened?',
    order: {
      method: 'random',
      seed: 7,
      size: 10,
      population: { kind: 'check', id: 'change.approved-before-start' },
    },
  })

  assert.equal(status, 201, JSON.stringify(body))
  assert.equal((body as Sample).drawn.length, 10)
})

test('a choice by judgement is kept as such, and lies in the population', async () => {
  const chosen = (ids: string[]) => ({
    name: 'Asked about',
    order: {
      method: 'judgement',
      ids,
      because: 'Named in the interview.',
      population: { kind: 'population', id: 'closed-changes' },
    },
  })
  const good = await own.ask('iris', 'POST', 'samples', chosen(['CHG-2', 'CHG-1']))
  const strange = await own.ask('iris', 'POST', 'samples', chosen(['CHG-1', 'X-1']))

  assert.deepEqual(
    (good.body as Sample).drawn.map(({ id }) => id),
    ['CHG-1', 'CHG-2'],
  )
  assert.equal(strange.status, 422)
})

test('an external auditor draws with his own seed and sees his own samples only', async () => {
  const drawn = await own.ask('max', 'POST', 'samples', order(4711))
  const list = await own.ask('max', 'GET', 'samples')
  const theirs = await own.ask('iris', 'GET', 'samples')
  const [foreign] = (theirs.body as { items: { id: string; drawnBy: string }[] }).items.filter(
    ({ drawnBy }) => drawnBy !== 'max',
  )
  const read = await own.ask('max', 'GET', `samples/${foreign?.id}`)

  assert.equal(drawn.status, 201)
  assert.equal((list.body as { items: object[] }).items.length, 1)
  assert.equal(read.status, 404)
})

test('who may only read draws nothing, and another organization sees nothing', async () => {
  const other = await startTryOrganization(server, 'otto')
  const drawn = await own.ask('rita', 'POST', 'samples', order(1))
  const empty = await other.ask('otto', 'POST', 'samples', order(1))
  const list = await other.ask('otto', 'GET', 'samples')

  assert.deepEqual([drawn.status, empty.status], [403, 404])
  assert.deepEqual((list.body as { items: object[] }).items, [])
})

test('samples come page after page', async () => {
  const seen: string[] = []
  let cursor = ''
  do {
    const { body } = await own.ask('iris', 'GET', `samples?limit=2${cursor}`)
    const page = body as { items: { id: string }[]; next?: string }
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next === undefined ? '' : `&cursor=${page.next}`
  } while (cursor !== '')

  assert.ok(seen.length > 4)
  assert.equal(new Set(seen).size, seen.length)
})

test('a drawn sample cannot be altered, whoever tries', async () => {
  await assert.rejects(server.world.records.pool.query("update sample set name = 'x'"), /stay as they were/)
})
