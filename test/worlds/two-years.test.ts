import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { addMember } from '#access/member-store.ts'
import type { Role } from '#access/permissions.ts'
import { createPerson } from '#access/person-store.ts'
import type { AuditPageView, AuditProgrammeView, AuditView } from '#api/audit-views.ts'
import type { CalendarView, CertificationView } from '#api/certification.ts'
import type { FindingView } from '#api/findings.ts'
import type { JobView } from '#api/jobs.ts'
import type { KpiDetail } from '#api/monitoring-views.ts'
import type { ReadinessView } from '#api/readiness.ts'
import type { ReviewsView, ReviewView } from '#api/reviews.ts'
import { whys } from '#server/try-findings.ts'
import { type Browser, startAsFirst, startSite, type TrySite } from '#server/try-site.ts'
import { formOf } from '#server/try-upload.ts'

const password = 'seven blue herons'
const kpi = 'KPI-068'
const check = 'change.approved-before-start'
const requirement = '8.5.1.3-a'

/** The first month of the data, and the one in which a new manager lets changes start before they are approved. */
const first = '2024-09'
const drifted = '2025-09'
const changesPerMonth = 40

/**
 * An organization over two years by a clock that is moved: monthly imports, drift in one process, an audit with a major, its
 * correction, an effect check that fails and one that passes, a management review, the certificate and one surveillance.
 */
describe('two years of an organization', () => {
  let today = new Date('2024-09-15T09:00:00Z')
  let site: TrySite
  let organization: string
  let olga: Browser
  let irene: Browser
  let peter: Browser
  let sven: Browser
  const ids = { irene: '', peter: '' }

  before(async () => {
    site = await startSite({ now: () => today })
    const started = await startAsFirst(site, { password })
    organization = started.organization
    olga = started.browser
    ;[irene, ids.irene] = await hire('Irene Audit', 'irene@example.org', 'internal auditor')
    ;[peter, ids.peter] = await hire('Peter Change', 'peter@example.org', 'process owner')
    ;[sven] = await hire('Sven Sponsor', 'sven@example.org', 'sponsor')
    await site.world.jobs.start()
  })
  after(async () => {
    await site?.close()
  })

  async function hire(name: string, email: string, role: Role): Promise<[Browser, string]> {
    const { records } = site.world
    const person = await createPerson(records, { name, email, password })
    const actor = { kind: 'system', id: undefined, name: 'test', organization, role: 'owner' } as const
    await records.within(actor, (tx) => addMember(tx, actor, person.id, { role, expiresAt: undefined }))
    const browser = site.browser()
    await browser.post('/api/auth/sign-in/email', { email, password })
    return [browser, person.id]
  }

  const turnTo = (day: string) => {
    today = new Date(`${day}T09:00:00Z`)
  }
  const at = (path: string) => `/api/organizations/${organization}/${path}`

  async function read<T>(browser: Browser, path: string): Promise<T> {
    const { statusCode, body } = await browser.get(at(path))
    assert.equal(statusCode, 200, `${path}: ${body}`)
    return JSON.parse(body) as T
  }

  async function send<T>(
    browser: Browser,
    [method, path]: readonly ['POST' | 'PUT' | 'PATCH', string],
    payload: object = {},
    version?: number,
  ) {
    const headers = version === undefined ? {} : { 'if-match': `"${version}"` }
    const { statusCode, body } = await browser.ask({ method, url: at(path), payload, headers })
    return { status: statusCode, body: JSON.parse(body || '{}') as T & { detail: string } }
  }

  async function does<T>(...given: Parameters<typeof send>): Promise<T> {
    const { status, body } = await send<T>(...given)
    assert.ok(status < 300, `${given[1].join(' ')}: ${JSON.stringify(body)}`)
    return body
  }

  async function importMonth(month: string): Promise<void> {
    turnTo(`${monthAfter(month, 1)}-02`)
    const sent = await olga.ask({ method: 'POST', url: at('sources'), ...formOf(exportOf(month)) })
    assert.ok(sent.statusCode < 300, sent.body)
    for (let left = 2400; left > 0; left -= 1) {
      const { items } = await read<{ items: JobView[] }>(olga, 'jobs')
      const broken = items.find(({ state }) => state === 'failed' || state === 'refused')
      assert.equal(broken, undefined, JSON.stringify(broken))
      if (items.every(({ state }) => state === 'done')) return
      await new Promise((done) => setTimeout(done, 50))
    }
    throw new Error(`The import of ${month} did not end`)
  }

  async function importUntil(from: string, to: string): Promise<void> {
    for (let month = from; month <= to; month = monthAfter(month, 1)) await importMonth(month)
  }

  const findings = async () => (await read<{ items: FindingView[] }>(irene, 'findings')).items
  const finding = (id: string) => read<FindingView>(irene, `findings/${id}`)
  async function moves(browser: Browser, id: string, path: string, payload: object = {}, method = 'POST') {
    const { version } = await finding(id)
    const to = path === '' ? `findings/${id}` : `findings/${id}/${path}`
    return send<FindingView>(browser, [method as 'POST' | 'PATCH', to], payload, version)
  }
  async function move(...given: Parameters<typeof moves>): Promise<FindingView> {
    const { status, body } = await moves(...given)
    assert.ok(status < 300, `${given[2]}: ${JSON.stringify(body)}`)
    return body
  }

  /** Plans an action, does it, and waits for its effect. */
  async function act(id: string, says: string, effectDueOn: string): Promise<void> {
    const day = today.toISOString().slice(0, 10)
    const made = await does<{ id: string }>(peter, ['POST', `findings/${id}/actions`], {
      says,
      owner: ids.peter,
      dueOn: monthAfter(day.slice(0, 7), 1).concat('-01'),
    })
    await move(peter, id, 'moves', { to: 'action_planned' })
    await move(peter, id, 'moves', { to: 'implementing' })
    const done = { doneOn: day, evidence: 'CHG-2001, configuration of the form' }
    await does(peter, ['PATCH', `findings/${id}/actions/${made.id}`], done, 1)
    await move(peter, id, 'moves', { to: 'implemented' })
    await move(irene, id, '', { effectDueOn, criterion: 'The check passes again' }, 'PATCH')
    await move(irene, id, 'moves', { to: 'verifying' })
  }

  const gates = async () => {
    const { gates } = await read<ReadinessView>(olga, 'readiness')
    return new Map(gates.map(({ id, colour }) => [id, colour]))
  }

  let drift = ''
  let major = ''

  test('for a year every import says the same: the KPI stands at its target and nothing is signalled', async () => {
    await importMonth(first)
    await does(olga, ['POST', 'monitoring'], { kpi, owner: 'Peter Change', target: 0.99 })
    await importUntil(monthAfter(first, 1), monthAfter(drifted, -1))
    const watched = await read<KpiDetail>(olga, `monitoring/${kpi}`)

    assert.equal(watched.state, 'on target')
    assert.equal(watched.series.length, 12)
    assert.deepEqual(watched.chart.signals, [])
    assert.deepEqual(await findings(), [])
  })

  test('the drift of one month takes the KPI off its target and raises a finding of its check, with the figures', async () => {
    await importMonth(drifted)
    const watched = await read<KpiDetail>(olga, `monitoring/${kpi}`)
    const [raised, ...more] = await findings()
    drift = raised?.id ?? ''

    assert.equal(watched.state, 'off target')
    assert.deepEqual(watched.months.find(({ period }) => period === drifted)?.number, 0.8)
    assert.deepEqual(more, [])
    assert.deepEqual([raised?.source, raised?.check, raised?.grade], ['check', check, 'major'])
    assert.deepEqual(raised?.requirements, [requirement])
    assert.match(raised?.evidence ?? '', /^512 of 520 /)
  })

  test('an internal audit finds a major, and its report is signed', async () => {
    turnTo('2025-10-20')
    const plan = {
      title: 'Change and improvement',
      clauses: ['8.5'],
      plannedOn: '2025-10-20',
      heldOn: '2025-10-20',
      criteria: 'The standard and the own policy.',
      method: 'Interviews and records.',
      lead: ids.irene,
    }
    const made = await does<AuditView>(irene, ['POST', 'audits'], plan)
    const walk = async (...states: readonly string[]) => {
      for (const to of states) {
        const { version } = await read<AuditView>(irene, `audits/${made.id}`)
        await does(irene, ['POST', `audits/${made.id}/moves`], { to }, version)
      }
    }
    await walk('planned', 'prepared', 'conducting')
    const { lines } = await read<AuditPageView>(irene, `audits/${made.id}`)
    const answers = lines.map((line) => ({
      requirement: line.requirement,
      answer: line.requirement === requirement ? 'not met' : 'met',
      notes: 'Seen on site.',
      version: line.version,
    }))
    await does(irene, ['POST', `audits/${made.id}/answers`], { answers })
    await walk('drafted')
    const found = await does<FindingView>(irene, ['POST', 'findings'], {
      grade: 'major',
      title: 'Changes start before they are approved',
      requirements: [requirement],
      check,
      audit: made.id,
      evidence: '8 of 40 changes of September 2025 show approval after start.',
      missing: 'Approval before start is not followed in every case.',
      gradeReason: 'The rule was left without anybody noticing.',
      extent: 'All changes of the month were looked at.',
      owner: ids.peter,
    })
    major = found.id
    const { seal } = await read<AuditPageView>(irene, `audits/${made.id}`)
    const proof = { by: 'password', password }
    const signed = await does<AuditPageView>(irene, ['POST', `audits/${made.id}/signatures`], {
      conclusion: 'It works, but for one thing.',
      seal,
      proof,
    })
    const programme = await read<AuditProgrammeView>(irene, 'audits')

    assert.deepEqual([signed.state, signed.report.grades.major], ['reported', 1])
    assert.deepEqual(
      programme.success.points.map(({ success }) => success),
      [0],
    )
    assert.ok((await gates()).get('G10') !== 'green')
  })

  test('an effect check cannot pass while the check fails; it fails, and another action is needed', async () => {
    turnTo('2025-11-03')
    await move(peter, major, '', whys, 'PATCH')
    await move(peter, major, 'moves', { to: 'contained' })
    await move(peter, major, 'moves', { to: 'analysing' })
    await move(irene, major, 'cause-approval')
    await act(major, 'Remind everybody of the rule', '2025-12-01')
    await importUntil(monthAfter(drifted, 1), '2025-11')
    const watched = await read<KpiDetail>(olga, `monitoring/${kpi}`)
    const passed = { isEffective: true, says: 'No new case.' }
    const tooEasy = await moves(irene, major, 'effect-checks', passed)
    const own = await moves(peter, major, 'effect-checks', passed)
    const failed = await move(irene, major, 'effect-checks', {
      isEffective: false,
      says: 'The share of the period is still below its threshold.',
    })

    // A month is closed, and judged by its limits, once data reach past its end.
    assert.deepEqual(watched.chart.signals, [{ rule: 'outside the limits', periods: [drifted] }])
    assert.equal(tooEasy.status, 409)
    assert.match(tooEasy.body.detail, /still fails/)
    assert.ok(own.status >= 400)
    assert.equal(failed.state, 'analysing')
    assert.deepEqual(
      failed.effectChecks.map(({ isEffective }) => isEffective),
      [false],
    )
  })

  test('the management review shows the major, decides, is signed, and is locked', async () => {
    turnTo('2025-12-10')
    const prepared = await does<ReviewView>(sven, ['POST', 'reviews'], { heldOn: '2025-12-10' })
    const text = JSON.stringify(prepared.inputs)
    const action = {
      kind: 'change',
      says: 'Let the tool refuse the start without approval',
      owner: 'Peter Change',
      dueOn: '2026-01-31',
    }
    await does(sven, ['POST', `reviews/${prepared.id}/actions`], action)
    const { seal, version } = await read<ReviewView>(sven, `reviews/${prepared.id}`)
    const proof = { by: 'password', password }
    const signed = await does<ReviewView>(sven, ['POST', `reviews/${prepared.id}/signatures`], {
      seal,
      proof,
    })
    const changed = await send(
      sven,
      ['PUT', `reviews/${prepared.id}/minutes`],
      { heldOn: '2025-12-10', conclusion: 'Otherwise.' },
      version,
    )

    assert.ok(text.includes('major'), text.slice(0, 2000))
    assert.equal(signed.signature?.by, 'Sven Sponsor')
    assert.ok(changed.status >= 400)
  })

  test('a second action works: the check passes again, the effect is proved, and both findings end', async () => {
    turnTo('2025-12-15')
    await move(peter, major, '', { rootCause: 'A reminder holds nobody: the tool has to.' }, 'PATCH')
    await move(irene, major, 'cause-approval')
    await act(major, 'Let the tool refuse the start without approval', '2026-02-01')
    await importUntil('2025-12', '2026-04')
    const closed = await move(irene, major, 'effect-checks', {
      isEffective: true,
      says: 'No change without approval since October.',
    })
    const watched = await read<KpiDetail>(olga, `monitoring/${kpi}`)

    assert.equal(closed.state, 'closed')
    assert.deepEqual(
      closed.effectChecks.map(({ isEffective, results }) => [isEffective, results[0]?.verdict]),
      [
        [false, 'fail'],
        [true, 'pass'],
      ],
    )
    assert.equal(watched.state, 'on target')
    assert.equal((await finding(drift)).state, 'raised')
  })

  test('the certificate is issued, and the years after it fill the calendar', async () => {
    const record = async (register: string, data: object, ...states: readonly string[]) => {
      const made = await does<{ id: string; version: number }>(
        olga,
        ['POST', `registers/${register}/records`],
        {
          data,
        },
      )
      let { version } = made
      for (const to of states) {
        const path = `registers/${register}/records/${made.id}/moves`
        version = (await does<{ version: number }>(olga, ['POST', path], { to }, version)).version
      }
    }
    const body = { body: 'Certifiers', auditor_days: 10, result: 'recommended', majors: 0, minors: 1 }
    turnTo('2026-06-20')
    await record(
      'certification-audits',
      { title: 'Stage 1', kind: 'stage 1', begins_on: '2026-05-18', ends_on: '2026-05-19', ...body },
      'held',
      'closed',
    )
    await record(
      'certification-audits',
      { title: 'Stage 2', kind: 'stage 2', begins_on: '2026-06-15', ends_on: '2026-06-18', ...body },
      'held',
      'closed',
    )
    turnTo('2026-07-10')
    await record('certificates', {
      certificate_number: 'SMS-1',
      body: 'Certifiers',
      issued_on: '2026-07-06',
      expires_on: '2029-07-05',
    })
    const certified = await read<CertificationView>(olga, 'certification')
    const calendar = await read<CalendarView>(olga, 'calendar')

    assert.equal(certified.cycle.standing, 'valid')
    assert.deepEqual(
      [certified.cycle.next?.step, certified.cycle.next?.latestOn],
      ['surveillance 1', '2027-07-06'],
    )
    assert.ok(calendar.isCertified)
    assert.ok(calendar.entries.some(({ on }) => on >= '2029-01-01'))

    turnTo('2027-06-10')
    await record(
      'certification-audits',
      {
        title: 'Surveillance',
        kind: 'surveillance 1',
        begins_on: '2027-06-01',
        ends_on: '2027-06-02',
        ...body,
      },
      'held',
      'closed',
    )
    const watched = await read<CertificationView>(olga, 'certification')

    assert.equal(watched.cycle.steps.find(({ step }) => step === 'surveillance 1')?.state, 'done')
    assert.equal(watched.cycle.next?.step, 'surveillance 2')
  })

  test('the next review carries on what was not done, and the old figures are said to be old', async () => {
    const list = await read<ReviewsView>(sven, 'reviews')
    const next = await does<ReviewView>(sven, ['POST', 'reviews'], { heldOn: '2027-06-10' })
    const watched = await read<KpiDetail>(olga, `monitoring/${kpi}`)

    assert.equal(list.isOverdue, true)
    assert.deepEqual(
      next.carried.map(({ says }) => says),
      ['Let the tool refuse the start without approval'],
    )
    assert.equal(watched.isStale, true)
  })
})

function monthAfter(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7)
}

/** What a tool exports for a month: its changes and their approvals. In the month of the drift every fifth comes too late. */
function exportOf(month: string) {
  const changes = [
    'number,sys_class_name,state,opened_at,closed_at,change_type,work_start,work_end,close_code',
  ]
  const approvals = ['sys_id,sysapproval,approval_type,sys_created_on,sys_updated_on,state,approver']
  for (let at = 0; at < changesPerMonth; at += 1) {
    const id = `CHG${month.replace('-', '')}${String(at).padStart(3, '0')}`
    const day = `${month}-${String((at % 28) + 1).padStart(2, '0')}`
    const approvedAt = month === drifted && at % 5 === 0 ? '15' : '09'
    changes.push(
      `${id},change_request,Closed,${day}T06:00:00Z,${day}T18:00:00Z,Normal,${day}T12:00:00Z,${day}T13:00:00Z,Successful`,
    )
    approvals.push(`APP${id},${id},cab,${day}T07:00:00Z,${day}T${approvedAt}:00:00Z,approved,p1`)
  }
  return [
    { name: `change_request-${month}.csv`, content: changes.join('\n') },
    { name: `sysapproval_approver-${month}.csv`, content: approvals.join('\n') },
  ]
}
