import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openRecords } from '#db/records.ts'
import { startDatabase } from '#db/try-database.ts'
import { giveTryEvidence, startTryOrganization, tryResult } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

type View = {
  sentence: string
  index: { index: number; cap: number; caps: string[]; rawLow: number; rawHigh: number; label: string }
  proposed: { label: string }
  stage1?: { on: string; days: number }
  rated: { rated: number; confirmed: number; waiting: number; self: number }
  clauses: { clause: string; worst: string; items: number }[]
  blocks: { requirement: string; source: string; tickets: object[]; ticketCount: number }[]
  source: { revision: number; collection?: string }
}

async function read(own: Awaited<ReturnType<typeof startTryOrganization>>, person: string): Promise<View> {
  const { status, body } = await own.ask(person, 'GET', 'readiness')
  assert.equal(status, 200, JSON.stringify(body))
  return body as View
}

test('one major caps the index, is named in the sentence, and blocks', async () => {
  const own = await startTryOrganization(server, 'ada')
  await own.ask(
    'ada',
    'PUT',
    'requirements/8.7.2-h/rating',
    { rating: 'major_nc', rationale: 'Never tested.' },
    0,
  )

  const { sentence, index, blocks, clauses } = await read(own, 'ada')

  assert.match(sentence, /^Blocked: 1 major nonconformity in Service continuity management \(8\.7\.2\)/)
  assert.deepEqual([index.cap, index.label], [49, 'blocked'])
  assert.deepEqual(
    blocks.map(({ requirement, source }) => [requirement, source]),
    [['8.7.2-h', 'rating']],
  )
  assert.equal(clauses.find(({ clause }) => clause === '8.7.2')?.worst, 'major_nc')
})

test('the days to stage 1 are counted from the settings', async () => {
  const own = await startTryOrganization(server, 'bea')
  const before = await read(own, 'bea')
  const { body } = await server.as('bea', { url: `/api/organizations/${own.id}` })
  await server.as('bea', {
    method: 'PATCH',
    url: `/api/organizations/${own.id}`,
    payload: { settings: { stage1On: '2026-04-11' } },
    headers: { 'if-match': `"${JSON.parse(body).version}"` },
  })

  const { stage1, sentence } = await read(own, 'bea')

  assert.equal(before.stage1, undefined)
  assert.deepEqual(stage1, { on: '2026-04-11', days: 41 })
  assert.match(sentence, /41 days to stage 1/)
})

test('with tickets and without ratings the proposals are shown as such, and the tickets that block', async () => {
  const own = await startTryOrganization(server, 'cleo')
  const failed = tryResult('change.approved-before-start', '8.5.1.3-h', {
    verdict: 'fail',
    met: 60,
    share: 0.6,
    interval: { low: 0.5, high: 0.69 },
    exceptions: [{ subject: 'CHG-1', reason: 'approved after start' }],
    exceptionCount: 40,
  })
  await giveTryEvidence(server, own.id, [failed])

  const { sentence, index, blocks, source } = await read(own, 'cleo')

  assert.match(sentence, /^Not rated yet\. The proposals say /)
  assert.equal(index.index, 0)
  assert.ok(index.rawLow < index.rawHigh)
  const [gap] = blocks
  assert.deepEqual([gap?.requirement, gap?.source, gap?.ticketCount], ['8.5.1.3-h', 'proposal', 40])
  assert.ok(source.collection)
})

test('the share confirmed counts second persons only', async () => {
  const own = await startTryOrganization(server, 'dora')
  await own.join('pia', 'programme manager')
  await own.ask('dora', 'PUT', 'requirements/8.5.1.1-a/rating', { rating: 'conforming' }, 0)
  await own.ask('dora', 'PUT', 'requirements/4.1-b/rating', { rating: 'conforming', isSelf: true }, 0)
  const before = await read(own, 'dora')
  await own.ask('pia', 'PUT', 'requirements/8.5.1.1-a/confirmation', { isConfirmed: true }, 1)

  const { rated } = await read(own, 'dora')

  assert.deepEqual([before.rated.confirmed, before.rated.waiting], [0, 1])
  assert.deepEqual([rated.rated, rated.confirmed, rated.waiting, rated.self], [2, 1, 0, 1])
})

test('a change made by another server is seen at once', async () => {
  const own = await startTryOrganization(server, 'emil')
  await read(own, 'emil')
  const database = server.world.records.pool.options.connectionString ?? ''
  const elsewhere = openRecords(database, 1)
  const { id } = own
  await own.ask('emil', 'PUT', 'requirements/4.1-a/rating', { rating: 'partially' }, 0)
  const before = await read(own, 'emil')

  await elsewhere.within({ organization: id }, async (tx) => {
    const row = await tx.selectFrom('rating').selectAll().executeTakeFirstOrThrow()
    await tx
      .insertInto('rating')
      .values({ ...row, version: 2, rating: 'major_nc' })
      .execute()
  })
  await elsewhere.close()
  const { index, source } = await read(own, 'emil')

  assert.notEqual(before.index.label, 'blocked')
  assert.equal(index.label, 'blocked')
  assert.ok(source.revision > before.source.revision)
})

test('what is rolled back leaves no trace in what is kept in memory', async () => {
  const own = await startTryOrganization(server, 'fay')
  await own.ask('fay', 'POST', 'ratings', {
    items: [
      { requirement: '4.1-a', rating: 'major_nc' },
      { requirement: '7.5.4-a', rating: 'conforming' },
    ],
  })

  const { index, source } = await read(own, 'fay')

  assert.notEqual(index.label, 'blocked')
  assert.equal(source.revision, 0)
})

test('two who rate at once: one is told that the other was first', async () => {
  const own = await startTryOrganization(server, 'gil')
  await own.ask('gil', 'PUT', 'requirements/4.1-a/rating', { rating: 'ofi' }, 0)

  const told = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      own.ask('gil', 'PUT', 'requirements/4.2-a/rating', { rating: 'ofi', rationale: `${index}` }, 0),
    ),
  )

  assert.deepEqual(told.map(({ status }) => status).sort(), [200, ...Array(7).fill(409)])
})

test('migrating leaves every table of the assessment behind row-level security', async () => {
  const { records, close } = await startDatabase()
  const { rows } = await records.pool.query<{ relname: string }>(
    `select relname from pg_class where relkind = 'r' and relrowsecurity and relforcerowsecurity
      and relname = any($1) order by relname`,
    [
      [
        'assessment_revision',
        'assignment',
        'baseline',
        'evidence_link',
        'programme_version',
        'rating',
        'sample',
        'snapshot',
        'statement',
      ],
    ],
  )
  await close()

  assert.equal(rows.length, 9)
})
