import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { daysAfter, monthsAfter } from '#improvement/days.ts'
import { type Browser, startAsFirst, startSite } from '../try-site.ts'

const site = await startSite()
after(site.close)

const today = site.world.now().toISOString().slice(0, 10)
let organization: string
let owner: Browser

before(async () => {
  const first = await startAsFirst(site)
  organization = first.organization
  owner = first.browser
})

const at = (path: string) => `/api/organizations/${organization}/${path}`

async function read<T>(path: string): Promise<T> {
  const answer = await owner.get(at(path))
  assert.equal(answer.statusCode, 200, answer.body)
  return JSON.parse(answer.body)
}

async function keep(register: string, data: object, state?: string): Promise<string> {
  const answer = await owner.post(at(`registers/${register}/records`), { data, ...(state ? { state } : {}) })
  assert.equal(answer.statusCode, 201, answer.body)
  return JSON.parse(answer.body).id
}

function move(register: string, id: string, version: number, to: string, reason?: string) {
  return owner.ask({
    method: 'POST',
    url: at(`registers/${register}/records/${id}/moves`),
    payload: { to, ...(reason ? { reason } : {}) },
    headers: { 'if-match': `"${version}"` },
  })
}

type Calendar = {
  isCertified: boolean
  entries: { id: string; kind: string; on: string; state: string; title: string }[]
  duties: { id: string; state: string; last?: { title: string; where: { page: string; record?: string } } }[]
}

test('an improvement is not closed without its effect or a reason, and is with one of both', async () => {
  const data = {
    title: 'Less rework',
    source: 'suggestion',
    owner: 'Ada',
    measure: 'reopened',
    baseline: 8,
    target: 4,
  }
  const id = await keep('improvements', data, 'implemented')
  const refused = await move('improvements', id, 1, 'closed')
  const kept = await owner.ask({
    method: 'PATCH',
    url: at(`registers/improvements/records/${id}`),
    payload: { data: { why_unmeasured: 'The tool was replaced in between.' } },
    headers: { 'if-match': '"1"' },
  })
  const closed = await move('improvements', id, 2, 'closed')

  assert.ok(refused.statusCode >= 400, refused.body)
  assert.match(refused.body, /Why the effect is not measured/)
  assert.equal(kept.statusCode, 200, kept.body)
  assert.equal(closed.statusCode, 200, closed.body)
})

test('without evidence there is no quick win, and none can be taken', async () => {
  const { quickWins } = await read<{ quickWins: unknown[] }>('improvements')

  assert.deepEqual(quickWins, [])
  assert.equal((await owner.post(at('improvements/quick-wins/ping-pong'))).statusCode, 404)
})

test('a benefit is passed on only where a line is named and the effect is measured', async () => {
  const pass = async (data: object) => {
    const id = await keep('improvements', { title: 'One', source: 'other', ...data }, 'raised')
    const benefit = { quarter: '2026-Q1', value: 100, evidence: 'counted' }
    return owner.post(at(`improvements/${id}/benefits`), benefit)
  }
  const nameless = await pass({})
  const unmeasured = await pass({ benefit_line: 'penalties_avoided' })
  const early = await pass({ benefit_line: 'penalties_avoided', measured_on: today, effect_value: 1 })

  assert.match(nameless.body, /names no benefit line/)
  assert.match(unmeasured.body, /is not measured/)
  assert.match(early.body, /no day on which it starts/)
})

test('a duty that was written down is done, and its proof leads to the record', async () => {
  const id = await keep('activities', { title: 'Plan tested', duty: 'continuity-test', done_on: today })
  const { duties } = await read<Calendar>('calendar')
  const duty = duties.find((one) => one.id === 'continuity-test')

  assert.equal(duty?.state, 'done')
  assert.deepEqual([duty?.last?.where.page, duty?.last?.where.record], ['record', id])
})

test('owners are reminded once for each day that something is due on', async () => {
  const risk = { title: 'A risk', kind: 'risk', owner: 'ada@example.org', review_on: daysAfter(today, 5) }
  const id = await keep('risks', risk)
  const remind = async () => JSON.parse((await owner.post(at('calendar/reminders'))).body).reminded
  const first = [await remind(), await remind()]
  await owner.ask({
    method: 'PATCH',
    url: at(`registers/risks/records/${id}`),
    payload: { data: { review_on: daysAfter(today, 9) } },
    headers: { 'if-match': '"1"' },
  })
  const mail = await read<{ items: { kind: string; to: string; body: string }[] }>('outbox')

  assert.deepEqual([...first, await remind()], [1, 0, 1])
  assert.match(mail.items.find(({ kind }) => kind === 'calendar reminder')?.body ?? '', /RSK-1 A risk/)
})

test('with the certificate the calendar fills three years, and the cycle says what comes next', async () => {
  const before = await read<Calendar>('calendar')
  const data = {
    certificate_number: 'C-1',
    body: 'A body',
    issued_on: today,
    expires_on: daysAfter(monthsAfter(today, 36), -1),
  }
  await keep('certificates', data)
  const after = await read<Calendar>('calendar')
  const { cycle, preparation } = await read<{
    cycle: { standing: string; next: { step: string; latestOn: string } }
    preparation: { id: string; standing: string }[]
  }>('certification')

  assert.deepEqual([before.isCertified, after.isCertified], [false, true])
  assert.ok((before.entries.at(-1)?.on ?? '') <= monthsAfter(today, 12))
  assert.ok((after.entries.at(-1)?.on ?? '') > monthsAfter(today, 34))
  assert.deepEqual(
    [cycle.standing, cycle.next.step, cycle.next.latestOn],
    ['valid', 'surveillance 1', monthsAfter(today, 12)],
  )
  assert.equal(preparation.find(({ id }) => id === 'review')?.standing, 'missing')
})

test('the calendar is a file of events of whole days', async () => {
  const { headers, body } = await owner.get(at('calendar/file'))

  assert.match(String(headers['content-type']), /^text\/calendar/)
  assert.match(body, /BEGIN:VEVENT[\s\S]+DTSTART;VALUE=DATE:\d{8}[\s\S]+END:VCALENDAR/)
  assert.equal(body.match(/^UID:/gm)?.length, new Set(body.match(/^UID:.*$/gm)).size)
})

test('the closing report lists targets with their outcome, and never a missing value as met', async () => {
  await keep(
    'goals',
    { title: 'Open every day', owner: 'Ada', horizon: 'this year', metric: 'Hours', baseline: 10, target: 5 },
    'agreed',
  )
  const { targets, unknown } = await read<{ targets: { title: string; outcome: string }[]; unknown: number }>(
    'closing-report',
  )

  assert.equal(targets.find(({ title }) => title === 'Open every day')?.outcome, 'unknown')
  assert.ok(unknown >= 1)
})

test('a lesson is offered to whoever begins anew until it was used, and then no more', async () => {
  type Offered = { lessons: { id: string; title: string; advice: string }[] }
  const data = { title: 'Too many at once', kind: 'do it differently', advice: 'Three processes at a time.' }
  const id = await keep('lessons', { ...data, used_for: 'the second programme' })

  assert.deepEqual(
    (await read<Offered>('improvements')).lessons.map(({ title, advice }) => [title, advice]),
    [[data.title, data.advice]],
  )
  assert.equal((await move('lessons', id, 1, 'used')).statusCode, 200)
  assert.deepEqual((await read<Offered>('improvements')).lessons, [])
})
