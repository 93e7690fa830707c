import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyTrail } from '#access/trail-store.ts'
import { startTryOrganization, type TryOrganization } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

let own: TryOrganization

before(async () => {
  own = await startTryOrganization(server, 'ada')
  await own.join('pia', 'programme manager')
  await own.join('carl', 'contributor')
  await own.join('rita', 'read-only')
})

test('an organization without data is not known to be ready, and nothing is zero because of it', async () => {
  const { status, body } = await own.ask('rita', 'GET', 'readiness')
  const view = body as {
    sentence: string
    index: { index: number; caps: string[] }
    gates: { colour: string }[]
  }

  assert.equal(status, 200, JSON.stringify(body))
  assert.match(view.sentence, /^Not known yet: nobody has rated/)
  assert.equal(view.gates.length, 12)
  assert.ok(view.gates.every(({ colour }) => colour !== 'green'))
})

test('the list holds every requirement once, page after page', async () => {
  const seen: string[] = []
  let cursor = ''
  do {
    const { status, body } = await own.ask('rita', 'GET', `requirements?limit=100${cursor}`)
    const page = body as { items: { requirement: string }[]; next?: string; total: number }
    assert.equal(status, 200, JSON.stringify(body))
    assert.equal(page.total, 306)
    seen.push(...page.items.map(({ requirement }) => requirement))
    cursor = page.next === undefined ? '' : `&cursor=${page.next}`
  } while (cursor !== '')

  assert.equal(new Set(seen).size, 306)
  assert.deepEqual([seen.length, seen[0], seen.at(-1)], [306, '4.1-a', '10.2-g'])
})

test('the list is narrowed by clause and by words', async () => {
  const { body } = await own.ask('rita', 'GET', 'requirements?clause=8.5.1&text=emergency&limit=500')
  const { items } = body as { items: { clause: string }[] }

  assert.ok(items.length > 0 && items.length < 20)
  assert.ok(items.every(({ clause }) => clause.startsWith('8.5.1')))
})

test('a rating names the version it replaces; a lost update is refused', async () => {
  const path = 'requirements/4.1-a/rating'
  const first = await own.ask('ada', 'GET', path)
  const blind = await own.ask('ada', 'PUT', path, { rating: 'partially' })
  const rated = await own.ask(
    'ada',
    'PUT',
    path,
    { rating: 'partially', rationale: 'Half of it is written.' },
    0,
  )
  const late = await own.ask('pia', 'PUT', path, { rating: 'conforming' }, 0)
  const now = await own.ask('pia', 'GET', path)

  assert.equal(first.etag, '"0"')
  assert.deepEqual([blind.status, rated.status, late.status], [428, 200, 409])
  assert.deepEqual([now.etag, (now.body as { rating: string }).rating], ['"1"', 'partially'])
})

test('lowering a rating, or improving it with nothing new shown, asks for a reason', async () => {
  const path = 'requirements/4.1-b/rating'
  await own.ask('ada', 'PUT', path, { rating: 'partially' }, 0)

  const improved = await own.ask('ada', 'PUT', path, { rating: 'conforming' }, 1)
  const lowered = await own.ask('ada', 'PUT', path, { rating: 'minor_nc' }, 1)
  const reasoned = await own.ask('ada', 'PUT', path, { rating: 'minor_nc', reason: 'Seen again on site.' }, 1)
  const { body } = await own.ask('ada', 'GET', 'requirements/4.1-b/history')
  const { items } = body as { items: { reason?: string; before?: { rating: string } }[] }

  assert.deepEqual([improved.status, lowered.status, reasoned.status], [422, 422, 200])
  assert.deepEqual([items[0]?.reason, items[0]?.before?.rating], ['Seen again on site.', 'partially'])
})

test('whoever rated cannot confirm; a second person can, and can take it back', async () => {
  await own.ask('ada', 'PUT', 'requirements/4.2-a/rating', { rating: 'conforming' }, 0)
  const path = 'requirements/4.2-a/confirmation'

  const self = await own.ask('ada', 'PUT', path, { isConfirmed: true }, 1)
  const other = await own.ask('pia', 'PUT', path, { isConfirmed: true }, 1)
  const back = await own.ask('pia', 'PUT', path, { isConfirmed: false }, 2)

  assert.equal(self.status, 403)
  assert.match(JSON.stringify(self.body), /second person/)
  assert.equal((other.body as { confirmedBy: { id: string } }).confirmedBy.id, 'pia')
  assert.deepEqual([back.status, (back.body as { confirmedBy?: object }).confirmedBy], [200, undefined])
})

test('a new rating has to be confirmed anew', async () => {
  const path = 'requirements/4.2-b'
  await own.ask('ada', 'PUT', `${path}/rating`, { rating: 'conforming' }, 0)
  await own.ask('pia', 'PUT', `${path}/confirmation`, { isConfirmed: true }, 1)

  await own.ask('ada', 'PUT', `${path}/rating`, { rating: 'ofi', reason: 'Clumsy.' }, 2)
  const { body } = await own.ask('ada', 'GET', `${path}/rating`)

  assert.equal((body as { confirmedBy?: object }).confirmedBy, undefined)
})

test('what cannot be left out is not rated not applicable, and what follows from others is not rated', async () => {
  const always = await own.ask(
    'ada',
    'PUT',
    'requirements/5.1-a/rating',
    { rating: 'not_applicable', rationale: 'No.' },
    0,
  )
  const derived = await own.ask('ada', 'PUT', 'requirements/7.5.4-a/rating', { rating: 'conforming' }, 0)
  const nowhere = await own.ask('ada', 'PUT', 'requirements/10.9-z/rating', { rating: 'conforming' }, 0)

  assert.deepEqual([always.status, derived.status, nowhere.status], [422, 422, 404])
})

test('a respondent sees and answers what is assigned to him, and nothing else', async () => {
  await own.ask('pia', 'PUT', 'requirements/8.5.1.1-a/assignment', { person: 'carl', dueOn: '2026-03-10' }, 0)

  const list = await own.ask('carl', 'GET', 'requirements')
  const mine = await own.ask('carl', 'GET', 'requirements/8.5.1.1-a')
  const foreign = await own.ask('carl', 'GET', 'requirements/8.5.1.1-b')
  const history = await own.ask('carl', 'GET', 'requirements/8.5.1.1-b/history')
  const answered = await own.ask(
    'carl',
    'PUT',
    'requirements/8.5.1.1-a/statement',
    { practice: 'practised', since: '2025-06-01' },
    0,
  )
  const refused = await own.ask(
    'carl',
    'PUT',
    'requirements/8.5.1.1-b/statement',
    { practice: 'practised' },
    0,
  )
  const rated = await own.ask('carl', 'PUT', 'requirements/8.5.1.1-a/rating', { rating: 'conforming' }, 0)
  const readiness = await own.ask('carl', 'GET', 'readiness')

  const { items } = list.body as { items: { requirement: string }[] }
  assert.deepEqual(
    items.map(({ requirement }) => requirement),
    ['8.5.1.1-a'],
  )
  assert.deepEqual(
    [
      mine.status,
      foreign.status,
      history.status,
      answered.status,
      refused.status,
      rated.status,
      readiness.status,
    ],
    [200, 404, 404, 200, 404, 403, 403],
  )
})

test('a statement changes the proposal, and the earlier one stays in the history', async () => {
  const path = 'requirements/5.2.1-a/statement'
  await own.ask('ada', 'PUT', path, { practice: 'none' }, 0)
  const before = await own.ask('ada', 'GET', 'requirements/5.2.1-a')
  await own.ask(
    'ada',
    'PUT',
    path,
    {
      practice: 'practised',
      since: '2025-01-01',
      document: { exists: true, approved: true, reference: 'Wiki' },
    },
    1,
  )
  const later = await own.ask('ada', 'GET', 'requirements/5.2.1-a')
  const { body } = await own.ask('ada', 'GET', 'requirements/5.2.1-a/history')

  const proposals = [before, later].map(({ body: view }) => (view as { proposed: string }).proposed)
  assert.equal(proposals[0], 'major_nc')
  assert.notEqual(proposals[1], 'major_nc')
  assert.equal((body as { items: object[] }).items.length, 2)
})

test('work is not given to a stranger', async () => {
  const other = await startTryOrganization(server, 'ole')
  await other.join('nina', 'contributor')

  const { status } = await own.ask('pia', 'PUT', 'requirements/6.1.1-a/assignment', { person: 'nina' }, 0)

  assert.equal(status, 422)
})

test('organizations are kept apart: ratings, statements and assignments of one are not seen in the other', async () => {
  const other = await startTryOrganization(server, 'otto')
  await own.ask('ada', 'PUT', 'requirements/9.2.1-a/rating', { rating: 'major_nc' }, 0)

  const { body } = await other.ask('otto', 'GET', 'requirements/9.2.1-a')
  const intruding = await own.ask('otto', 'GET', 'requirements/9.2.1-a')
  const view = body as { rating: string; baseline?: object }

  assert.deepEqual([view.rating, view.baseline, intruding.status], ['not_assessed', undefined, 404])
})

test('several ratings are taken together or not at all, and each refusal is told', async () => {
  const items = [
    { requirement: '6.2.1-a', rating: 'conforming' },
    { requirement: '7.5.4-a', rating: 'conforming' },
  ]
  const refused = await own.ask('ada', 'POST', 'ratings', { items })
  const untouched = await own.ask('ada', 'GET', 'requirements/6.2.1-a/rating')
  const taken = await own.ask('ada', 'POST', 'ratings', { items: items.slice(0, 1) })

  const told = refused.body as { items: { requirement: string; refused?: string }[] }
  assert.equal(refused.status, 422)
  assert.deepEqual(
    told.items.map(({ refused: code }) => code),
    [undefined, 'invalid'],
  )
  assert.equal((untouched.body as { version: number }).version, 0)
  assert.equal(taken.status, 200)
})

test('evidence is put to a requirement, strengthens it, and can be taken away', async () => {
  const path = 'requirements/5.2.2-a/evidence'
  const given = {
    kind: 'link',
    target: 'https://wiki.example.org/policy',
    title: 'Policy',
    shows: 'document',
  }
  const script = await own.ask('ada', 'POST', path, { ...given, target: 'javascript:alert(1)' })
  const added = await own.ask('ada', 'POST', path, given)
  const twice = await own.ask('ada', 'POST', path, given)
  const shown = await own.ask('ada', 'GET', 'requirements/5.2.2-a')
  const removed = await own.ask('ada', 'DELETE', `${path}/${(added.body as { id: string }).id}`)

  assert.deepEqual([script.status, added.status, twice.status, removed.status], [422, 201, 409, 204])
  assert.equal((shown.body as { strength: { level: number } }).strength.level, 2)
})

test('what was rated and stated cannot be rewritten, whoever tries', async () => {
  const { pool } = server.world.records

  await assert.rejects(pool.query("update rating set rating = 'conforming'"), /stay as they were/)
  await assert.rejects(pool.query('delete from statement'), /stay as they were/)
  await assert.rejects(pool.query('truncate rating'), /stay as they were/)
})

test('the trail of all this work holds', async () => {
  const { entries, breaks } = await verifyTrail(server.world.records, own.id)

  assert.ok(entries > 10)
  assert.deepEqual(breaks, [])
})
