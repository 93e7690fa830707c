import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { historyOf } from '#access/trail-store.ts'
import type { CaseView } from '#api/finance.ts'
import type { KeptScheduleView, PlanView, RemedyView, RoadmapView, WhatIfView } from '#api/roadmap.ts'
import { readOutlook } from '#roadmap/outlook-store.ts'
import { startTryOrganization } from '../try-assessment.ts'
import { startServer } from '../try-server.ts'

const server = await startServer()
after(server.close)
const house = await startTryOrganization(server, 'ada')

async function rateShort(requirement: string) {
  const given = { rating: 'minor_nc', rationale: 'Nothing was shown.' }
  const told = await house.ask('ada', 'PUT', `requirements/${requirement}/rating`, given, 0)
  assert.equal(told.status, 200)
}

async function decide(requirement: string, body: object, version: number) {
  return house.ask('ada', 'PUT', `requirements/${requirement}/remedy`, body, version)
}

async function plan(): Promise<RoadmapView> {
  const told = await house.ask('ada', 'POST', 'roadmap/schedules')
  assert.equal(told.status, 200, JSON.stringify(told.body))
  return told.body as RoadmapView
}

function scheduleOf({ schedule }: RoadmapView): KeptScheduleView {
  assert.ok(schedule)
  return schedule
}

test('nothing is planned before a remedy is accepted', async () => {
  const told = await house.ask('ada', 'POST', 'roadmap/schedules')

  assert.equal(told.status, 409)
  assert.match(JSON.stringify(told.body), /Accept a remedy/)
})

test('a gap has a remedy, which is accepted, deferred or declined with a reason', async () => {
  await rateShort('4.1-a')
  await rateShort('4.2-a')
  await rateShort('4.3-a')

  const listed = await house.ask('ada', 'GET', 'remedies')
  const without = await decide('4.3-a', { state: 'deferred' }, 0)
  const deferred = await decide('4.3-a', { state: 'deferred', reason: 'After the merger.' }, 0)
  const again = await decide('4.3-a', { state: 'declined', reason: 'Too late.' }, 0)

  const { items } = listed.body as { items: RemedyView[] }
  assert.ok(['4.1-a', '4.2-a', '4.3-a'].every((id) => items.some(({ requirement }) => requirement === id)))
  assert.deepEqual([without.status, deferred.status, again.status], [422, 200, 409])
  assert.equal(deferred.etag, '"1"')
})

test('accepted remedies get dates in the order of their dependencies, and the outlook follows', async () => {
  const decided = await house.ask('ada', 'POST', 'remedies/decisions', {
    requirements: ['4.1-a', '4.2-a'],
    state: 'accepted',
  })
  const { tasks, start } = scheduleOf(await plan())

  const [first, second] = tasks
  const outlook = await server.world.records.within({ organization: house.id }, (tx) =>
    readOutlook(tx, { organization: house.id }),
  )
  assert.deepEqual(decided.body, { decided: 2 })
  assert.deepEqual(
    tasks.map(({ id, waitsFor }) => [id, waitsFor.map(({ task }) => task)]),
    [
      ['4.1-a', []],
      ['4.2-a', ['4.1-a']],
    ],
  )
  assert.ok(first && second && first.finish <= second.start)
  assert.equal(outlook?.plannedStart, start)
  assert.ok(outlook?.effort.some(({ personDays }) => personDays > 0))
})

test('changing one remedy makes the roadmap old, moves the dates, and says why', async () => {
  const effort = { low: 20, likely: 30, high: 40 }
  await decide('4.1-a', { state: 'accepted', effort }, 1)
  const old = await house.ask('ada', 'GET', 'roadmap')

  const { difference, schedule } = await plan()

  assert.equal((old.body as RoadmapView).schedule?.isStale, true)
  assert.equal(schedule?.isStale, false)
  assert.ok(difference && difference.days > 0)
  assert.deepEqual(
    difference.reasons.map(({ kind, what, after: now }) => [kind, what, now]),
    [['effort', '4.1-a', '30']],
  )
  assert.ok(difference.moved.some(({ id }) => id === '4.2-a'))
})

test('a plan is tried without being kept, and a baseline shows how far later ones are off', async () => {
  const written = await house.ask('ada', 'GET', 'roadmap/plan')
  const { version, isAssumed, writtenBy: _, writtenAt: __, ...body } = written.body as PlanView
  const baseline = await house.ask('ada', 'POST', 'roadmap/baselines', { name: 'Approved' })
  const roles = body.roles.map((role) => ({ ...role, share: 1 }))

  const tried = await house.ask('ada', 'POST', 'roadmap/what-if', { ...body, roles })
  const untouched = await house.ask('ada', 'GET', 'roadmap/plan')
  const kept = await house.ask('ada', 'PUT', 'roadmap/plan', { ...body, roles }, version)
  await plan()
  const against = await house.ask('ada', 'GET', `roadmap?baseline=${(baseline.body as { id: string }).id}`)

  assert.equal(isAssumed, true)
  assert.ok((tried.body as WhatIfView).difference?.days)
  assert.equal(untouched.etag, '"0"')
  assert.deepEqual([kept.status, kept.etag], [200, '"1"'])
  assert.ok(((against.body as RoadmapView).baseline?.difference.days ?? 0) < 0)
})

test('the workbook speaks the language that is asked for, without one that of the organization', async () => {
  const sheetsIn = async (query: string) => {
    const { rawPayload } = await server.as('ada', {
      url: `/api/organizations/${house.id}/roadmap/file${query}`,
    })
    const [book] = Object.values(unzipSync(rawPayload, { filter: ({ name }) => name === 'xl/workbook.xml' }))
    return [...strFromU8(book ?? new Uint8Array()).matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
      ([, name]) => name,
    )
  }
  const url = `/api/organizations/${house.id}`
  const speak = async (locale: string) => {
    const headers = { 'if-match': `"${(await server.as('ada', { url })).json().version}"` }
    await server.as('ada', { method: 'PATCH', url, headers, payload: { settings: { locale } } })
  }
  const wrong = await server.as('ada', { url: `${url}/roadmap/file?language=tlh` })

  await speak('it')
  assert.deepEqual((await sheetsIn('?language=de')).slice(0, 2), ['Übersicht', 'Aufgaben'])
  assert.deepEqual((await sheetsIn('')).slice(0, 2), ['Sintesi', 'Attività'])
  await speak('en')
  assert.deepEqual((await sheetsIn('')).slice(0, 2), ['Summary', 'Tasks'])
  assert.equal(wrong.statusCode, 422)
})

test('the day of the certificate is the one that the roadmap agreed on, wherever it is read', async () => {
  const url = `/api/organizations/${house.id}`
  const organization = async () => (await server.as('ada', { url })).json()
  const change = async (certificateOn: string) => {
    const headers = { 'if-match': `"${(await organization()).version}"` }
    return server.as('ada', { method: 'PATCH', url, headers, payload: { settings: { certificateOn } } })
  }
  const date = (on: string) => ({ kind: 'certification', title: 'Certificate', on, needs: 'everything' })
  const write = async (on: string) => {
    const {
      version,
      isAssumed: _,
      writtenBy: __,
      writtenAt: ___,
      ...body
    } = (await house.ask('ada', 'GET', 'roadmap/plan')).body as PlanView
    return house.ask('ada', 'PUT', 'roadmap/plan', { ...body, dates: [date(on)] }, version)
  }

  const first = await change('2026-12-01')
  const kept = await write('2027-02-01')
  const readiness = await house.ask('ada', 'GET', 'readiness')
  const other = await change('2026-12-01')
  const same = await change('2027-02-01')
  const later = await write('2027-03-01')

  assert.deepEqual([first.statusCode, kept.status, other.statusCode, same.statusCode], [200, 200, 409, 200])
  assert.equal((readiness.body as { certificate: { on: string } }).certificate.on, '2027-02-01')
  assert.match(other.json().detail, /agreed on 2027-02-01 for Certificate/)
  assert.equal(later.status, 200)
  assert.equal((await organization()).settings.certificateOn, '2027-03-01')
})

test('a plan that cannot be is refused, and names what is wrong', async () => {
  const written = await house.ask('ada', 'GET', 'roadmap/plan')
  const { version: _, isAssumed: __, writtenBy: ___, writtenAt: ____, ...body } = written.body as PlanView
  const tryPlan = async (part: object) => {
    const told = await house.ask('ada', 'POST', 'roadmap/what-if', { ...body, ...part })
    assert.equal(told.status, 422)
    return (told.body as { detail: string }).detail
  }

  const circle = [{ from: '4.2-a', to: '4.1-a', kind: 'finish-start', lag: 0 }]
  const past = [{ kind: 'stage 1', title: 'Stage 1', on: '2020-01-01', needs: 'everything' }]

  assert.match(await tryPlan({ links: circle }), /circle: 4\.\d-a → 4\.\d-a → 4\.\d-a/)
  assert.match(await tryPlan({ roles: [] }), /Nobody can do .*4\.1-a.*SMS manager/)
  assert.match(await tryPlan({ roles: body.roles.map((one) => ({ ...one, people: 0 })) }), /no capacity/)
  assert.match(await tryPlan({ dates: past }), /Stage 1 \(2020-01-01\) lies in the past/)
})

test('decisions, plans and baselines stand in the audit trail', async () => {
  const entries = await server.world.records.within({ organization: house.id }, async (tx) => [
    ...(await historyOf(tx, 'remedy', '4.1-a')),
    ...(await historyOf(tx, 'roadmap', house.id)),
    ...(await historyOf(tx, 'roadmap plan', house.id)),
  ])

  const said = entries.map(({ recordKind, action }) => `${action} ${recordKind}`)
  assert.equal(said.filter((one) => one === 'decide remedy').length, 2)
  assert.equal(said.filter((one) => one === 'plan roadmap').length, 3)
  assert.equal(said.filter((one) => one === 'write roadmap plan').length, 3)
})

test('a plan that cannot be carried out is not kept, and what stood before stays', async () => {
  const before = (await house.ask('ada', 'GET', 'roadmap/plan')).body as PlanView
  const { version, isAssumed: _, writtenBy: __, writtenAt: ___, ...body } = before
  const refused = async (part: object) => {
    const told = await house.ask('ada', 'PUT', 'roadmap/plan', { ...body, ...part }, version)
    return `${told.status} ${(told.body as { detail?: string }).detail}`
  }
  const idle = body.roles.map((one) => ({ ...one, people: 0 }))

  assert.match(
    await refused({ links: [{ from: '4.2-a', to: '4.1-a', kind: 'finish-start', lag: 0 }] }),
    /^422 .*circle: 4\.\d-a → 4\.\d-a → 4\.\d-a/,
  )
  assert.match(await refused({ roles: [] }), /^422 Nobody can do .*4\.1-a.*SMS manager/)
  assert.match(await refused({ roles: idle }), /^422 .*SMS manager has no capacity for .*4\.1-a/)
  assert.equal(((await house.ask('ada', 'GET', 'roadmap/plan')).body as PlanView).version, version)
})

test('the work of a chosen option alone can be planned, and the roadmap says that it is there', async () => {
  const firm = await startTryOrganization(server, 'olaf')
  const data = {
    title: 'Connect monitoring',
    way: 'integrate',
    because: 'It fits.',
    cost_once: 9000,
    effort_days: 12,
  }
  const made = await firm.ask('olaf', 'POST', 'registers/technology-options/records', { data })
  const { id, number } = made.body as { id: string; number: string }
  const none = (await firm.ask('olaf', 'GET', 'roadmap')).body as RoadmapView
  const at = `registers/technology-options/records/${id}/moves`
  const chosen = await firm.ask('olaf', 'POST', at, { to: 'chosen' }, 1)
  assert.equal(chosen.status, 200, JSON.stringify(chosen.body))

  const waiting = (await firm.ask('olaf', 'GET', 'roadmap')).body as RoadmapView
  const planned = (await firm.ask('olaf', 'POST', 'roadmap/schedules')).body as RoadmapView

  assert.deepEqual([none.counts.options, waiting.counts.options, waiting.counts.accepted], [0, 1, 0])
  assert.deepEqual(
    planned.schedule?.tasks.map((task) => task.id),
    [number],
  )
})

test('a chosen technology option is a task of the roadmap, and its cost can leave the case and come back', async () => {
  const data = {
    title: 'Connect monitoring',
    way: 'integrate',
    because: 'It fits.',
    cost_once: 9000,
    effort_days: 12,
  }
  const made = await house.ask('ada', 'POST', 'registers/technology-options/records', { data })
  const { id, number } = made.body as { id: string; number: string }
  const compared = scheduleOf(await plan()).tasks.map((task) => task.id)
  const at = `registers/technology-options/records/${id}`
  const chosen = await house.ask('ada', 'POST', `${at}/moves`, { to: 'chosen' }, 1)
  assert.equal(chosen.status, 200, JSON.stringify(chosen.body))
  const kept = (await house.ask('ada', 'GET', 'roadmap/plan')).body as PlanView
  const { version, isAssumed: _, writtenBy: __, writtenAt: ___, ...body } = kept
  const owner = { name: 'Tool owner', people: 1, share: 0.5, kind: 'internal', away: [] }
  await house.ask('ada', 'PUT', 'roadmap/plan', { ...body, roles: [...body.roles, owner] }, version)

  const { tasks } = scheduleOf(await plan())
  const task = tasks.find((one) => one.id === number)
  await house.ask('ada', 'POST', `technology/options/${id}/line`, {})
  const out = await house.ask('ada', 'PUT', `case/lines/option-${id}`, { isIn: false }, 1)
  const back = await house.ask('ada', 'PUT', `case/lines/option-${id}`, { isIn: true }, 2)
  const { lines } = (await house.ask('ada', 'GET', 'case')).body as CaseView

  assert.ok(!compared.includes(number))
  assert.deepEqual([task?.role, task?.effort.likely, task?.workPackage], ['Tool owner', 12, 'Technology'])
  assert.deepEqual([out.status, back.status], [200, 200])
  assert.equal(lines.find((line) => line.id === `option-${id}`)?.title, `${number} Connect monitoring`)
})
