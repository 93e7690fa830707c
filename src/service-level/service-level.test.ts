import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agreedShare, inForceIn, type VersionedAgreement, versionsOf } from './agreement-version.ts'
import { judge, noOutcomes } from './attainment.ts'
import { monthsRead, type Reading } from './closed-month.ts'
import { summaryOf, timed } from './complaint-summary.ts'
import { namingOf } from './naming.ts'
import { monthsAfter, periodsOver, standingOf } from './report-period.ts'
import { satisfactionBy } from './satisfaction.ts'
import { supportOf } from './support.ts'

const share = (value: number, more: object = {}) => ({ measure: 'share in time', value, unit: '%', ...more })

test('the past of a record is told backwards from its trail', () => {
  const versions = versionsOf({
    version: 3,
    state: 'in force',
    data: { kind: 'SLA', targets: [share(95)], note: 'new' },
    createdAt: '2026-01-05T09:00:00Z',
    entries: [
      {
        at: '2026-03-10T09:00:00Z',
        action: 'move',
        before: { state: 'draft' },
        after: { state: 'in force' },
      },
      {
        at: '2026-02-10T09:00:00Z',
        action: 'change',
        before: { register: 'agreements', number: 'AGR-1', targets: [share(90)] },
        after: { register: 'agreements', number: 'AGR-1', targets: [share(95)], note: 'new' },
      },
      { at: '2026-01-05T09:00:00Z', action: 'create', before: undefined, after: {} },
    ],
  })

  assert.deepEqual(
    versions.map(({ version, from, state, data }) => [version, from.slice(0, 10), state, data]),
    [
      [1, '2026-01-05', 'draft', { kind: 'SLA', targets: [share(90)] }],
      [2, '2026-02-10', 'draft', { kind: 'SLA', targets: [share(95)], note: 'new' }],
      [3, '2026-03-10', 'in force', { kind: 'SLA', targets: [share(95)], note: 'new' }],
    ],
  )
})

const sla = (number: string, data: object, more: object = {}): VersionedAgreement => ({
  id: number,
  number,
  label: number,
  versions: [
    {
      version: 1,
      from: '2026-01-01T00:00:00Z',
      state: 'in force',
      data: { kind: 'SLA', services: ['mail'], ...data },
      ...more,
    },
  ],
})

test('an agreement holds in the months that its days meet, and in none when it had been left by then', () => {
  const agreement = sla('A', { valid_from: '2026-02-28', valid_to: '2026-04-01' })
  const left = {
    ...agreement,
    versions: [
      ...agreement.versions,
      { version: 2, from: '2026-03-02T00:00:00Z', state: 'terminated', data: {} },
    ],
  }

  const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05']
  assert.deepEqual(
    months.map((month) => inForceIn(agreement, month)?.version),
    [undefined, 1, 1, 1, undefined],
  )
  assert.deepEqual(
    months.map((month) => inForceIn(left, month)?.version),
    [undefined, 1, undefined, undefined, undefined],
  )
})

test('without a share there is no target, and of several the strictest holds', () => {
  const asking = { service: 'mail', metric: 'resolution', month: '2026-03' }
  const silent = sla('S', { targets: [{ measure: 'time to resolve', value: 4, unit: 'hours' }] })
  const [weak, strict] = [
    sla('W', { targets: [share(90)] }),
    sla('T', { targets: [share(95)], customer: 'acme' }),
  ]

  assert.deepEqual(agreedShare([], asking).standing, 'none')
  assert.deepEqual(agreedShare([silent], asking), {
    share: undefined,
    standing: 'unsaid',
    agreements: [{ id: 'S', number: 'S', label: 'S', version: 1 }],
  })
  const several = agreedShare([weak, strict], asking)
  assert.deepEqual([several.share, several.standing, several.agreements[0]?.id], [0.95, 'several', 'T'])
  assert.equal(agreedShare([weak, strict], { ...asking, customer: 'bravo' }).share, 0.9)
  assert.equal(agreedShare([weak, strict], { ...asking, customer: 'acme' }).share, 0.95)
  assert.equal(agreedShare([weak], { ...asking, metric: 'response' }).standing, 'unsaid')
  const priority = sla('P', { targets: [share(99, { applies_to: 'P1' })] })
  assert.equal(agreedShare([priority], asking).standing, 'unsaid')
})

test('a month exactly at the agreed share is met, and one without cases is neither', () => {
  assert.equal(judge({ ...noOutcomes, kept: 19, missed: 1 }, 0.95), 'met')
  assert.equal(judge({ ...noOutcomes, kept: 18, missed: 1, openMissed: 1 }, 0.95), 'missed')
  assert.equal(judge({ ...noOutcomes, running: 4, unusable: 2 }, 0.95), 'no cases')
  assert.equal(judge({ ...noOutcomes, kept: 1 }, undefined), 'no target')
})

const reading = (number: number, to: string, dataUntil: string): Reading => ({
  collection: `c${number}`,
  number,
  from: '2026-01',
  to,
  dataUntil,
  collectedAt: '2026-04-01T00:00:00Z',
})

test('of a closed month the first collection that saw it closed stands, of another the newest', () => {
  const months = monthsRead([
    reading(1, '2026-03', '2026-02-15 10:00:00'),
    reading(2, '2026-04', '2026-03-02 10:00:00'),
    reading(3, '2026-04', '2026-03-20 10:00:00'),
  ])

  assert.deepEqual(
    months.map(({ month, isClosed, stands, newest }) => [month, isClosed, stands.number, newest?.number]),
    [
      ['2026-01', true, 1, 3],
      ['2026-02', true, 2, 3],
      ['2026-03', false, 3, undefined],
    ],
  )
})

test('periods begin with the month or quarter, are due some days after their end, and are expected once over', () => {
  const monthly = periodsOver({ cadence: 'monthly', firstMonth: '2026-01', dueDays: 10 }, '2026-03-31')
  const quarterly = periodsOver({ cadence: 'quarterly', firstMonth: '2026-02', dueDays: 15 }, '2026-07-01')

  assert.deepEqual(
    monthly.map(({ name, dueOn }) => [name, dueOn]),
    [
      ['2026-01', '2026-02-10'],
      ['2026-02', '2026-03-10'],
    ],
  )
  assert.deepEqual(
    quarterly.map(({ name, from, to, dueOn }) => [name, from, to, dueOn]),
    [
      ['2026-Q1', '2026-01', '2026-03', '2026-04-15'],
      ['2026-Q2', '2026-04', '2026-06', '2026-07-15'],
    ],
  )
  const due = { dueOn: '2026-02-10' }
  assert.deepEqual(
    [
      standingOf(due, '2026-02-10', '2026-03-01'),
      standingOf(due, '2026-02-11', '2026-03-01'),
      standingOf(due, undefined, '2026-02-10'),
      standingOf(due, undefined, '2026-02-11'),
    ],
    ['on time', 'late', 'due', 'missing'],
  )
  assert.equal(monthsAfter('2025-11-30', 3), '2026-02-28')
})

test('groups with fewer than five answers are withheld, and one more where they would be told by the rest', () => {
  const month = (customer: string, sent: number, answered: number, satisfied: number) => ({
    service: 'Mail',
    customer,
    month: '2026-01',
    sent,
    answered,
    satisfied,
  })
  const surveys = [month('A', 20, 10, 9), month('B', 20, 6, 3), month('C', 9, 2, 0), month('D', 4, 0, 0)]

  const { whole, groups } = satisfactionBy(surveys, ({ customer }) => customer)

  assert.deepEqual(
    groups.map(({ name, withheld, satisfied }) => [name, withheld, satisfied?.part]),
    [
      ['A', undefined, 9],
      ['B', 'protects another', undefined],
      ['C', 'too few', undefined],
      ['D', 'no answers', undefined],
    ],
  )
  assert.deepEqual([whole.satisfied?.part, whole.response?.part, whole.response?.whole], [12, 18, 53])
  assert.ok((whole.satisfied?.interval.low ?? 1) < 12 / 18)
})

test('a complaint is answered by its first answer, else by its end; the middle of an even number is between two', () => {
  const one = (ticket: string, answeredAt?: string, endedAt?: string) => ({
    ticket,
    service: 'Mail',
    customer: 'ACME',
    month: '2026-01',
    state: 'closed',
    isOpen: endedAt === undefined,
    receivedAt: '2026-01-05T08:00:00Z',
    answeredAt,
    endedAt,
  })
  const all = timed([
    one('C-1', '2026-01-05T10:00:00Z', '2026-01-09T08:00:00Z'),
    one('C-2', undefined, '2026-01-05T14:00:00Z'),
    one('C-3'),
  ])

  assert.deepEqual(
    all.map(({ hoursToAnswer }) => hoursToAnswer),
    [2, 6, undefined],
  )
  assert.deepEqual(summaryOf(all), { count: 3, open: 1, unanswered: 1, medianHours: 4 })
})

test('what a group or supplier kept is held against the share that its own agreement promises', () => {
  const record = (id: string, party: string, targets: readonly object[]) =>
    ({ id, number: id, label: id, data: { kind: 'OLA', party, targets } }) as unknown as Parameters<
      typeof supportOf
    >[1]['agreements'] extends ReadonlyMap<string, infer R>
      ? R
      : never
  const agreements = [
    record('OLA-1', 'network', [share(90)]),
    record('OLA-2', 'desk', [share(90, { applies_to: 'response' })]),
    record('UC-1', 'vendor', [share(80)]),
  ]
  const named = (id: string) => ({ id, number: id, label: id })
  const supports = agreements.map(({ id }) => ({
    agreement: named(id),
    verdict: 'supported' as const,
    says: '',
  }))
  const link = {
    sla: named('SLA-1'),
    target: share(95),
    says: '',
    verdict: 'supported' as const,
    accepted: undefined,
    supports,
  }
  const month = { service: 'Mail', month: '2026-01', partyKind: 'group' as const }
  const { supporters } = supportOf(
    new Set(['SLA-1']),
    {
      links: [link],
      agreements: new Map(agreements.map((one) => [one.id, one])),
      parties: new Map(['network', 'desk', 'vendor'].map((id) => [id, named(id)])),
      names: namingOf(
        ['network', 'desk', 'vendor'].map((id) => ({
          ...record(id, '', []),
          data: id === 'network' ? { tool_names: ['NOC Paris'] } : {},
        })),
      ),
    },
    [
      { ...month, party: 'Network', kept: 80, missed: 10 },
      { ...month, party: 'NOC PARIS', kept: 9, missed: 1 },
      { ...month, party: 'desk', kept: 10, missed: 0 },
    ],
  )

  assert.deepEqual(
    supporters.map(({ agreement, held, agreed, verdict }) => [agreement.id, held?.kept, agreed, verdict]),
    [
      ['OLA-1', 89, 0.9, 'missed'],
      ['OLA-2', 10, undefined, 'no target'],
      ['UC-1', undefined, 0.8, 'no cases'],
    ],
    'a promise about another clock is none about this one, and without tickets nothing is judged',
  )
})
