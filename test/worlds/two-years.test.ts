import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { AuditPageView, AuditProgrammeView, AuditView } from '#api/audit-views.ts'
import type { CalendarView, CertificationView } from '#api/certification.ts'
import type { FindingView } from '#api/findings.ts'
import type { KpiDetail } from '#api/monitoring-views.ts'
import type { ReviewsView, ReviewView } from '#api/reviews.ts'
import { whys } from '#server/try-findings.ts'
import { type HouseOverTime, password, startHouseOverTime } from './house-over-time.ts'
import { drifted, first, monthAfter } from './monthly-export.ts'

const kpi = 'KPI-068'
const check = 'change.approved-before-start'
const requirement = '8.5.1.3-a'

/**
 * An organization over two years by a clock that is moved: monthly imports, drift in one process, an audit with a major, its
 * correction, an effect check that fails and one that passes, a management review, the certificate and one surveillance.
 */
describe('two years of an organization', () => {
  let house: HouseOverTime
  before(async () => {
    house = await startHouseOverTime('2024-09-15')
  })
  after(async () => {
    await house?.close()
  })

  let drift = ''
  let major = ''

  test('for a year every import says the same: the KPI stands at its target and nothing is signalled', async () => {
    await house.importMonth(first)
    await house.does(house.olga, ['POST', 'monitoring'], { kpi, owner: 'Peter Change', target: 0.99 })
    await house.importUntil(monthAfter(first, 1), monthAfter(drifted, -1))
    const watched = await house.read<KpiDetail>(house.olga, `monitoring/${kpi}`)

    assert.equal(watched.state, 'on target')
    assert.equal(watched.series.length, 12)
    assert.deepEqual(watched.chart.signals, [])
    assert.deepEqual(await house.findings(), [])
  })

  test('the drift of one month stands in the months of the KPI and raises a finding of its check, with the figures', async () => {
    await house.importMonth(drifted)
    const watched = await house.read<KpiDetail>(house.olga, `monitoring/${kpi}`)
    const [raised, ...more] = await house.findings()
    drift = raised?.id ?? ''

    assert.deepEqual(watched.months.find(({ period }) => period === drifted)?.number, 0.8)
    assert.deepEqual(more, [])
    assert.deepEqual([raised?.source, raised?.grade], ['check', 'major'])
    assert.equal(raised?.sourceName, 'Changes start only after approval')
    assert.deepEqual(raised?.requirements, [requirement])
    assert.match((await house.finding(drift)).evidence, /^512 of 520 /)
  })

  test('an internal audit finds a major, and its report is signed', async () => {
    house.turnTo('2025-10-20')
    const plan = {
      title: 'Change and improvement',
      clauses: ['8.5'],
      plannedOn: '2025-10-20',
      heldOn: '2025-10-20',
      criteria: 'The standard and the own policy.',
      method: 'Interviews and records.',
      lead: house.ireneId,
    }
    const made = await house.does<AuditView>(house.irene, ['POST', 'audits'], plan)
    const walk = async (...states: readonly string[]) => {
      for (const to of states) {
        const { version } = await house.read<AuditView>(house.irene, `audits/${made.id}`)
        await house.does(house.irene, ['POST', `audits/${made.id}/moves`], { to }, version)
      }
    }
    await walk('planned', 'prepared', 'conducting')
    const { lines } = await house.read<AuditPageView>(house.irene, `audits/${made.id}`)
    const answers = lines.map((line) => ({
      requirement: line.requirement,
      answer: line.requirement === requirement ? 'not met' : 'met',
      notes: 'Seen on site.',
      version: line.version,
    }))
    await house.does(house.irene, ['POST', `audits/${made.id}/answers`], { answers })
    await walk('drafted')
    const found = await house.does<FindingView>(house.irene, ['POST', 'findings'], {
      grade: 'major',
      title: 'Changes start before they are approved',
      requirements: [requirement],
      check,
      audit: made.id,
      evidence: '8 of 40 changes of September 2025 show approval after start.',
      missing: 'Approval before start is not followed in every case.',
      gradeReason: 'The rule was left without anybody noticing.',
      extent: 'All changes of the month were looked at.',
      owner: house.peterId,
    })
    major = found.id
    const { seal } = await house.read<AuditPageView>(house.irene, `audits/${made.id}`)
    const proof = { by: 'password', password }
    const signed = await house.does<AuditPageView>(house.irene, ['POST', `audits/${made.id}/signatures`], {
      conclusion: 'It works, but for one thing.',
      seal,
      proof,
    })
    const programme = await house.read<AuditProgrammeView>(house.irene, 'audits')

    assert.deepEqual([signed.state, signed.report.grades.major], ['reported', 1])
    assert.deepEqual(
      programme.success.points.map(({ success }) => success),
      [0],
    )
    assert.ok((await house.gates()).get('G10') !== 'green')
  })

  test('an effect check cannot pass while the check fails; it fails, and another action is needed', async () => {
    house.turnTo('2025-11-03')
    await house.move(house.peter, major, '', whys, 'PATCH')
    await house.move(house.peter, major, 'moves', { to: 'contained' })
    await house.move(house.peter, major, 'moves', { to: 'analysing' })
    await house.move(house.irene, major, 'cause-approval')
    await house.act(major, 'Remind everybody of the rule', '2025-12-01')
    await house.importUntil(monthAfter(drifted, 1), '2025-11')
    const watched = await house.read<KpiDetail>(house.olga, `monitoring/${kpi}`)
    const passed = { isEffective: true, says: 'No new case.' }
    const tooEasy = await house.moves(house.irene, major, 'effect-checks', passed)
    const own = await house.moves(house.peter, major, 'effect-checks', passed)
    const failed = await house.move(house.irene, major, 'effect-checks', {
      isEffective: false,
      says: 'The share of the period is still below its threshold.',
    })

    // A month is closed, and judged by its target and limits, once data reach past its end.
    assert.deepEqual(watched.months.find(({ period }) => period === drifted)?.judged?.isReached, false)
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
    house.turnTo('2025-12-10')
    const prepared = await house.does<ReviewView>(house.sven, ['POST', 'reviews'], { heldOn: '2025-12-10' })
    const text = JSON.stringify(prepared.inputs)
    const action = {
      kind: 'change',
      says: 'Let the tool refuse the start without approval',
      owner: 'Peter Change',
      dueOn: '2026-01-31',
    }
    await house.does(house.sven, ['POST', `reviews/${prepared.id}/actions`], action)
    const minutes = { heldOn: '2025-12-10', attendees: 'Sven Sponsor, Peter Change', conclusion: 'Act.' }
    await house.does(house.sven, ['PUT', `reviews/${prepared.id}/minutes`], minutes, prepared.version + 1)
    const { seal, version } = await house.read<ReviewView>(house.sven, `reviews/${prepared.id}`)
    const proof = { by: 'password', password }
    const signed = await house.does<ReviewView>(house.sven, ['POST', `reviews/${prepared.id}/signatures`], {
      seal,
      proof,
    })
    const changed = await house.send(
      house.sven,
      ['PUT', `reviews/${prepared.id}/minutes`],
      { ...minutes, conclusion: 'Otherwise.' },
      version,
    )

    assert.ok(text.includes('major'), text.slice(0, 2000))
    assert.equal(signed.signature?.by, 'Sven Sponsor')
    assert.ok(changed.status >= 400)
  })

  test('a second action works: the check passes again, and the effect closes the finding', async () => {
    house.turnTo('2025-12-15')
    await house.move(
      house.peter,
      major,
      '',
      { rootCause: 'A reminder holds nobody: the tool has to.' },
      'PATCH',
    )
    await house.move(house.irene, major, 'cause-approval')
    await house.act(major, 'Let the tool refuse the start without approval', '2026-02-01')
    await house.importUntil('2025-12', '2026-04')
    const closed = await house.move(house.irene, major, 'effect-checks', {
      isEffective: true,
      says: 'No change without approval since October.',
    })
    const watched = await house.read<KpiDetail>(house.olga, `monitoring/${kpi}`)

    assert.equal(closed.state, 'closed')
    assert.deepEqual(
      closed.effectChecks.map(({ isEffective, results }) => [isEffective, results[0]?.verdict]),
      [
        [false, 'fail'],
        [true, 'pass'],
      ],
    )
    assert.equal(watched.state, 'on target')
    assert.equal((await house.finding(drift)).state, 'raised')
  })

  test('the certificate is issued, and the years after it fill the calendar', async () => {
    const record = async (register: string, data: object, ...states: readonly string[]) => {
      const made = await house.does<{ id: string; version: number }>(
        house.olga,
        ['POST', `registers/${register}/records`],
        {
          data,
        },
      )
      let { version } = made
      for (const to of states) {
        const path = `registers/${register}/records/${made.id}/moves`
        version = (await house.does<{ version: number }>(house.olga, ['POST', path], { to }, version)).version
      }
    }
    const body = { body: 'Certifiers', auditor_days: 10, result: 'recommended', majors: 0, minors: 1 }
    house.turnTo('2026-06-20')
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
    house.turnTo('2026-07-10')
    await record('certificates', {
      certificate_number: 'SMS-1',
      body: 'Certifiers',
      issued_on: '2026-07-06',
      expires_on: '2029-07-05',
    })
    const certified = await house.read<CertificationView>(house.olga, 'certification')
    const calendar = await house.read<CalendarView>(house.olga, 'calendar')

    assert.equal(certified.cycle.standing, 'valid')
    assert.deepEqual(
      [certified.cycle.next?.step, certified.cycle.next?.latestOn],
      ['surveillance 1', '2027-07-06'],
    )
    assert.ok(calendar.isCertified)
    assert.ok(calendar.entries.some(({ on }) => on >= '2029-01-01'))

    house.turnTo('2027-06-10')
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
    const watched = await house.read<CertificationView>(house.olga, 'certification')

    assert.equal(watched.cycle.steps.find(({ step }) => step === 'surveillance 1')?.state, 'done')
    assert.equal(watched.cycle.next?.step, 'surveillance 2')
  })

  test('the next review carries on what was not done, and the old figures are said to be old', async () => {
    const list = await house.read<ReviewsView>(house.sven, 'reviews')
    const next = await house.does<ReviewView>(house.sven, ['POST', 'reviews'], { heldOn: '2027-06-10' })
    const watched = await house.read<KpiDetail>(house.olga, `monitoring/${kpi}`)

    assert.equal(list.isOverdue, true)
    assert.deepEqual(
      next.carried.map(({ says }) => says),
      ['Let the tool refuse the start without approval'],
    )
    assert.equal(watched.isStale, true)
  })
})
