import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startOrganization } from '#access/organization-store.ts'
import { startDatabase } from '#db/try-database.ts'
import type { Collected } from './collected.ts'
import {
  historyOfCheck,
  keepCollection,
  listCollections,
  openCollection,
  readLatestCollection,
} from './collection-store.ts'
import type { Result } from './result.ts'

const { records, close } = await startDatabase()
after(close)

const ada = { id: 'ada', name: 'Ada', email: 'ada@example.org' }
const at = new Date('2026-03-01T09:00:00Z')

const result: Result = {
  subject: 'ticket',
  check: 'ticket.closed',
  title: 'Tickets are closed',
  purpose: 'conformity',
  severity: 'minor',
  period: { from: '2026-01-01', to: '2026-02-01' },
  population: 20,
  met: 18,
  unknown: 0,
  notApplicable: 0,
  threshold: 0.95,
  share: 0.9,
  interval: { low: 0.7, high: 0.97 },
  verdict: 'fail',
  because: 'the share is below the threshold',
  basis: 'population',
  exceptions: [{ subject: 'T-1', reason: 'open since\u0000 May \ud800' }],
  exceptionCount: 2,
  decides: [],
  knownGaps: [],
  remedy: 'Close them.',
  sqlHash: 'aa',
  dataHash: 'bb',
}

function collectedOn(dataUntil: string, results: readonly Result[]): Collected {
  return {
    period: { from: '2026-01-01', to: '2026-02-01' },
    dataFrom: '2026-01-03 08:00:00',
    dataUntil,
    dataHash: 'bb',
    packVersion: '1.0.0',
    results: [...results],
    measures: [],
    conformance: [],
  }
}

async function collecting() {
  const { id: organization } = await startOrganization(records, ada, 'Kept')
  const keep = (collected: Collected, id = crypto.randomUUID()) =>
    records.within({ organization }, (tx) =>
      keepCollection(tx, { organization, id, importId: undefined, at, by: 'Ada' }, collected),
    )
  return { organization, keep }
}

test('the newest collection is the one that counts, and older ones stay', async () => {
  const { organization, keep } = await collecting()
  await keep(collectedOn('2026-01-30 08:00:00', [result]))
  await keep(collectedOn('2026-01-31 08:00:00', [{ ...result, met: 20, verdict: 'pass' }]))

  const said = await records.within({ organization }, async (tx) => ({
    latest: await readLatestCollection(tx),
    all: await listCollections(tx, undefined, 10),
    history: await historyOfCheck(tx, 'ticket.closed'),
  }))

  assert.equal(said.latest?.dataUntil, '2026-01-31 08:00:00')
  assert.deepEqual(
    said.all.map(({ number }) => number),
    [2, 1],
  )
  assert.deepEqual(
    said.history.map(({ verdict, met }) => [verdict, met]),
    [
      ['pass', 20],
      ['fail', 18],
    ],
  )
})

test('what PostgreSQL cannot keep in a text is left out, and the rest stays', async () => {
  const { organization, keep } = await collecting()
  await keep(collectedOn('2026-01-30 08:00:00', [result]))

  const latest = await records.within({ organization }, readLatestCollection)

  assert.equal(latest?.results[0]?.exceptions[0]?.reason, 'open since May \ufffd')
})

test('a collection that is kept twice under one id is kept once', async () => {
  const { organization, keep } = await collecting()
  const id = crypto.randomUUID()

  const kept = [
    await keep(collectedOn('2026-01-30', [result]), id),
    await keep(collectedOn('2026-01-30', [result]), id),
  ]

  assert.deepEqual(kept, [true, false])
  assert.equal((await records.within({ organization }, (tx) => listCollections(tx, undefined, 10))).length, 1)
})

test('an organization does not see the collections of another, even when they were opened before', async () => {
  const one = await collecting()
  const other = await collecting()
  const id = crypto.randomUUID()
  await one.keep(collectedOn('2026-01-30', [result]), id)
  const own = await records.within(one, (tx) => openCollection(tx, id))

  const seen = await records.within(other, async (tx) => [
    await openCollection(tx, id),
    await readLatestCollection(tx),
    (await historyOfCheck(tx, 'ticket.closed')).length,
  ])

  assert.equal(own?.id, id)
  assert.deepEqual(seen, [undefined, undefined, 0])
})

test('a result is never changed', async () => {
  const { organization, keep } = await collecting()
  await keep(collectedOn('2026-01-30', [result]))

  for (const table of ['collection', 'result'] as const) {
    await assert.rejects(
      records.within({ organization }, (tx) => tx.deleteFrom(table).execute()),
      /permission denied|never changed/,
    )
    await assert.rejects(records.db.deleteFrom(table).execute(), /never changed/)
  }
})
