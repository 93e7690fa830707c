import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { startTryOrganization, type TryOrganization } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

let own: TryOrganization

before(async () => {
  own = await startTryOrganization(server, 'ada')
  await own.join('rita', 'read-only')
})

test('what changed since a snapshot is told, and the snapshot stays as it was', async () => {
  await own.ask('ada', 'PUT', 'requirements/4.1-a/rating', { rating: 'minor_nc' }, 0)
  const frozen = await own.ask('ada', 'POST', 'snapshots', { name: 'March' })
  const { id, sha256 } = frozen.body as { id: string; sha256: string }
  await own.ask('ada', 'PUT', 'requirements/4.1-a/rating', { rating: 'conforming', reason: 'Mended.' }, 1)

  const difference = await own.ask('rita', 'GET', `snapshots/${id}/difference`)
  const kept = await own.ask('rita', 'GET', `snapshots/${id}`)
  const { items } = difference.body as { items: { requirement: string; direction: string }[] }
  const view = kept.body as { isWhole: boolean; frozen: { items: { requirement: string; rating: string }[] } }

  assert.deepEqual(
    items.map(({ requirement, direction }) => [requirement, direction]),
    [['4.1-a', 'better']],
  )
  assert.equal(view.isWhole, true)
  assert.equal(view.frozen.items.find(({ requirement }) => requirement === '4.1-a')?.rating, 'minor_nc')
  const document = await server.as('rita', { url: `/api/organizations/${own.id}/snapshots/${id}/document` })
  assert.equal(createHash('sha256').update(document.body).digest('hex'), sha256)
})

test('two snapshots with nothing between them differ in nothing', async () => {
  const [one, other] = [
    await own.ask('ada', 'POST', 'snapshots', { name: 'One' }),
    await own.ask('ada', 'POST', 'snapshots', { name: 'Other' }),
  ].map(({ body }) => (body as { id: string }).id)

  const { body } = await own.ask('ada', 'GET', `snapshots/${one}/difference?to=${other}`)

  assert.deepEqual((body as { items: object[]; gates: object[] }).items, [])
})

test('a snapshot is nobody else’s, is never changed, and needs the right to freeze', async () => {
  const other = await startTryOrganization(server, 'olga')
  const { body } = await own.ask('ada', 'GET', 'snapshots')
  const [first] = (body as { items: { id: string }[] }).items

  const foreign = await other.ask('olga', 'GET', `snapshots/${first?.id}`)
  const difference = await other.ask('olga', 'POST', 'snapshots', { name: 'Theirs' })
  const mixed = await other.ask(
    'olga',
    'GET',
    `snapshots/${(difference.body as { id: string }).id}/difference?to=${first?.id}`,
  )
  const refused = await own.ask('rita', 'POST', 'snapshots', { name: 'Mine' })

  assert.deepEqual([foreign.status, mixed.status, refused.status], [404, 404, 403])
  await assert.rejects(server.world.records.pool.query("update snapshot set name = 'x'"), /stay as they were/)
})

test('the first thing written starts a baseline; a second one waits until it is closed', async () => {
  const { body } = await own.ask('rita', 'GET', 'baselines')
  const [first] = (body as { items: { id: string; name: string; state: string; version: number }[] }).items
  const early = await own.ask('ada', 'POST', 'baselines', { name: 'Second', kind: 'full' })
  const closed = await own.ask('ada', 'PATCH', `baselines/${first?.id}`, { state: 'closed' }, first?.version)
  const written = await own.ask('ada', 'PUT', 'requirements/4.1-b/rating', { rating: 'ofi' }, 0)
  const late = await own.ask('ada', 'PATCH', `baselines/${first?.id}`, { name: 'Late' }, first?.version)
  const second = await own.ask('ada', 'POST', 'baselines', {
    name: 'Second',
    kind: 'full',
    carriesOver: first?.id,
  })
  const carried = await own.ask('ada', 'GET', 'requirements/4.1-a/rating')

  assert.deepEqual([first?.name, first?.state], ['First assessment', 'open'])
  assert.deepEqual(
    [early.status, closed.status, written.status, late.status, second.status],
    [409, 200, 409, 409, 201],
  )
  const { rating, origin, version } = carried.body as { rating: string; origin: string; version: number }
  assert.deepEqual([rating, origin, version], ['conforming', 'carried over', 1])
})

test('a quick scan looks at its requirements and at no other', async () => {
  const scan = await startTryOrganization(server, 'sam')
  await scan.ask('sam', 'POST', 'baselines', { name: 'Morning', kind: 'quick scan' })

  const { body } = await scan.ask('sam', 'GET', 'requirements?limit=500')
  const left = await scan.ask('sam', 'PUT', 'requirements/4.1-b/rating', { rating: 'ofi' }, 0)
  const { total, items } = body as { total: number; items: { isQuickScan: boolean }[] }

  assert.equal(total, 77)
  assert.ok(items.every(({ isQuickScan }) => isQuickScan))
  assert.equal(left.status, 422)
})

test('facts about the programme turn gates, and the earlier ones stay', async () => {
  const gate = async (id: string) => {
    const { body } = await own.ask('rita', 'GET', 'readiness')
    return (body as { gates: { id: string; colour: string }[] }).gates.find((one) => one.id === id)?.colour
  }
  const before_ = await gate('G9')
  const programme = {
    management_review: { held_on: '2026-02-01', inputs_complete: true, decisions_recorded: true },
  }
  const written = await own.ask('ada', 'PUT', 'programme', { programme }, 0)
  const lost = await own.ask('ada', 'PUT', 'programme', { programme: {} }, 0)
  const wrong = await own.ask('ada', 'PUT', 'programme', { programme: { size: 'large' } }, 1)

  assert.deepEqual([before_, await gate('G9')], ['grey', 'green'])
  assert.deepEqual([written.status, lost.status, wrong.status], [200, 409, 422])
})
