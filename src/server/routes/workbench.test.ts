import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { giveTryEvidence, startTryOrganization, type TryOrganization, tryResult } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)

let own: TryOrganization

before(async () => {
  own = await startTryOrganization(server, 'ada')
  await own.join('pia', 'programme manager')
  await own.join('carl', 'contributor')
  await own.join('max', 'external auditor')
  await own.join('otto', 'process owner')
})

type Task = { requirement: string; isOverdue: boolean; isDone: boolean }
type Rule = { id: string; found: { requirement: string }[] }

function foundBy(body: unknown, id: string): string[] {
  const { rules } = body as { rules: Rule[] }
  return rules.find((rule) => rule.id === id)?.found.map(({ requirement }) => requirement) ?? ['no such rule']
}

test('a respondent sees his tasks, what is due first, and nothing of the programme', async () => {
  await own.ask('pia', 'PUT', 'requirements/8.6.1-a/assignment', { person: 'carl', dueOn: '2026-03-20' }, 0)
  await own.ask('pia', 'PUT', 'requirements/8.6.1-b/assignment', { person: 'carl', dueOn: '2026-02-20' }, 0)

  const { status, body } = await own.ask('carl', 'GET', 'today')
  const view = body as { tasks: Task[]; drifts?: object; overdue?: object; confirmations?: object }

  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(
    view.tasks.map(({ requirement, isOverdue }) => [requirement, isOverdue]),
    [
      ['8.6.1-b', true],
      ['8.6.1-a', false],
    ],
  )
  assert.deepEqual([view.drifts, view.overdue, view.confirmations], [undefined, undefined, undefined])
})

test('an answered task is done and no longer overdue', async () => {
  await own.ask('carl', 'PUT', 'requirements/8.6.1-b/statement', { practice: 'practised' }, 0)

  const { body } = await own.ask('carl', 'GET', 'today')
  const task = (body as { tasks: Task[] }).tasks.find(({ requirement }) => requirement === '8.6.1-b')

  assert.deepEqual([task?.isDone, task?.isOverdue], [true, false])
})

test('a rating of high criticality waits for somebody else, not for its rater', async () => {
  await own.ask('ada', 'PUT', 'requirements/8.5.1.1-a/rating', { rating: 'conforming' }, 0)

  const waiting = async (person: string) => {
    const { body } = await own.ask(person, 'GET', 'today')
    return (body as { confirmations: { requirement: string }[] }).confirmations.map((one) => one.requirement)
  }

  assert.deepEqual([await waiting('ada'), await waiting('pia')], [[], ['8.5.1.1-a']])
})

test('the X-ray names what is met without evidence, what waits, and what only its owner rated', async () => {
  await own.ask('pia', 'PUT', 'requirements/8.5.1.1-b/assignment', { person: 'otto' }, 0)
  await own.ask('otto', 'PUT', 'requirements/8.5.1.1-b/rating', { rating: 'conforming' }, 0)

  const { body } = await own.ask('pia', 'GET', 'consistency')

  assert.ok(foundBy(body, 'conforming-without-evidence').includes('8.5.1.1-a'))
  assert.deepEqual(foundBy(body, 'self-rated-only'), ['8.5.1.1-b'])
  assert.deepEqual(foundBy(body, 'waits-for-second-person'), ['8.5.1.1-a', '8.5.1.1-b'])
  assert.deepEqual(foundBy(body, 'confirmed-by-the-same-person'), [])
})

test('the X-ray names evidence that has run out, and a rise with nothing new shown', async () => {
  await own.ask('ada', 'POST', 'requirements/5.2.1-a/evidence', {
    kind: 'link',
    target: 'https://wiki.example.org/a',
    title: 'Policy',
    shows: 'document',
    seenOn: '2025-01-01',
    expiresOn: '2026-02-01',
  })
  await own.ask('ada', 'PUT', 'requirements/6.1.1-a/rating', { rating: 'minor_nc' }, 0)
  await own.ask('ada', 'PUT', 'requirements/6.1.1-a/rating', { rating: 'ofi', reason: 'Talked about.' }, 1)

  const { body } = await own.ask('pia', 'GET', 'consistency')
  const today = await own.ask('pia', 'GET', 'today')

  assert.deepEqual(foundBy(body, 'evidence-expired'), ['5.2.1-a'])
  assert.deepEqual(foundBy(body, 'improved-without-new-evidence'), ['6.1.1-a'])
  assert.deepEqual(
    (today.body as { stale: { requirement: string; days: number }[] }).stale.map(({ days }) => days),
    [-28],
  )
})

test('a failed check lowers the proposal, is named with a gap, and contradicts a good rating', async () => {
  const failed = tryResult('change.approved-before-start', '8.5.1.3-h', {
    verdict: 'fail',
    met: 60,
    share: 0.6,
    interval: { low: 0.5, high: 0.69 },
    exceptions: [{ subject: 'CHG-1', reason: 'approved after start' }],
    exceptionCount: 40,
  })
  await giveTryEvidence(server, own.id, [tryResult('change.approved-before-start', '8.5.1.3-h')])
  await giveTryEvidence(server, own.id, [failed])
  await own.ask('ada', 'PUT', 'requirements/8.5.1.3-h/rating', { rating: 'conforming' }, 0)

  const one = await own.ask('ada', 'GET', 'requirements/8.5.1.3-h')
  const { body } = await own.ask('pia', 'GET', 'consistency')
  const today = await own.ask('pia', 'GET', 'today')

  assert.equal((one.body as { proposed: string }).proposed, 'minor_nc')
  assert.deepEqual(foundBy(body, 'better-than-the-tickets'), ['8.5.1.3-h'])
  assert.match(
    (today.body as { drifts: { says: string }[] }).drifts[0]?.says ?? '',
    /from 100 % to 60 % of 100/,
  )
})

test('the benchmark says where its references come from, and invents no target', async () => {
  const { body } = await own.ask('pia', 'GET', 'benchmark')
  const view = body as {
    lines: { group: string; target?: number; references: Record<string, number>; rated: { of: number } }[]
    profiles: { id: string; source: string; asOf: string }[]
  }

  assert.deepEqual(
    view.profiles.map(({ id }) => id),
    ['P1', 'P2', 'P3', 'P4', 'P5'],
  )
  assert.ok(view.profiles.every(({ source }) => /Judgement/.test(source)))
  assert.equal(view.lines.length, 12)
  assert.equal(view.lines.find(({ group }) => group === '8-6')?.references.P2, 0.6)
  assert.ok(view.lines.every(({ target }) => target === undefined))
  assert.equal(
    view.lines.reduce((sum, { rated }) => sum + rated.of, 0),
    303,
  )
})

test('one word of the trade finds what the standard asks, the guide, the KPI and the form; a foreign word finds the term', async () => {
  const found = async (person: string, words: string) => {
    const { body } = await own.ask(person, 'GET', `search?text=${encodeURIComponent(words)}`)
    return (body as { items: { kind: string; id: string }[] }).items
  }
  const kinds = new Set((await found('pia', 'supplier')).map(({ kind }) => kind))

  assert.deepEqual(
    ['requirement', 'guide', 'kpi'].filter((kind) => !kinds.has(kind)),
    [],
  )
  assert.ok((await found('pia', 'scope statement')).some(({ kind }) => kind === 'document'))
  assert.equal(
    (await found('pia', 'request for change')).some(({ kind }) => kind === 'form'),
    true,
  )
  assert.deepEqual(
    (await found('carl', 'Kapitalwert')).map(({ kind, id }) => `${kind} ${id}`),
    ['term npv'],
  )
})

test('search finds by number, by words and by name, and only what the role may see', async () => {
  const record = await own.ask('ada', 'POST', 'registers/services/records', {
    data: { name: 'Mail for branches' },
  })
  const kinds = async (person: string, words: string) => {
    const { body } = await own.ask(person, 'GET', `search?text=${encodeURIComponent(words)}`)
    return (body as { items: { kind: string; id: string }[] }).items
  }

  assert.equal(record.status, 201, JSON.stringify(record.body))
  assert.equal((await kinds('pia', '8.6.1-a'))[0]?.id, '8.6.1-a')
  assert.equal((await kinds('pia', 'branches mail'))[0]?.kind, 'record')
  assert.equal((await kinds('pia', 'otto'))[0]?.kind, 'person')
  assert.deepEqual(
    (await kinds('carl', 'change')).filter(
      ({ kind, id }) => kind !== 'requirement' || !id.startsWith('8.6.1'),
    ),
    [],
  )
})

test('an auditor from outside sees the scope and the evidence; ratings only when opened, which is written down', async () => {
  const room = await own.ask('max', 'GET', 'evidence-room')
  const opened = await own.ask('max', 'GET', 'evidence-room/ratings')
  const readiness = await own.ask('max', 'GET', 'readiness')
  const rated = await own.ask('max', 'PUT', 'requirements/4.1-a/rating', { rating: 'ofi' }, 0)
  const trail = await own.ask('pia', 'GET', 'trail')

  assert.equal(room.status, 200, JSON.stringify(room.body))
  assert.doesNotMatch(JSON.stringify(room.body), /minor_nc|"conforming"|"proposed":/)
  assert.deepEqual(
    (room.body as { services: { label: string }[] }).services.map(({ label }) => label),
    ['Mail for branches'],
  )
  assert.deepEqual([opened.status, readiness.status, rated.status], [200, 403, 403])
  assert.match(JSON.stringify(trail.body), /open ratings/)
})

test('evidence that lies in another organization is not there', async () => {
  const other = await startTryOrganization(server, 'olga')
  const made = await other.ask('olga', 'POST', 'registers/services/records', { data: { name: 'Theirs' } })
  const { id } = made.body as { id: string }
  const given = { kind: 'record', target: id, title: 'Service', shows: 'other' }

  const foreign = await own.ask('ada', 'POST', 'requirements/4.1-a/evidence', given)
  const mine = await other.ask('olga', 'POST', 'requirements/4.1-a/evidence', given)

  assert.deepEqual([foreign.status, mine.status], [422, 201])
})

test('a service that is registered is known to the gate of the scope', async () => {
  const { body } = await own.ask('pia', 'GET', 'readiness')
  const gate = (body as { gates: { id: string; because: string }[] }).gates.find(({ id }) => id === 'G1')

  assert.doesNotMatch(gate?.because ?? '', /services named/)
})
