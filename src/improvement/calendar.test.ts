import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Duty } from '#content/improvement.ts'
import type { Record } from '#registers/record.ts'
import { type CalendarMatter, makeCalendar } from './calendar.ts'
import { expiryOf, walkCycle } from './certification-cycle.ts'
import { describeClosing } from './closing-report.ts'
import { judgeDuty } from './duty.ts'
import { type EvidenceAge, freshnessOf, prepare } from './preparation.ts'
import { findQuickWins } from './quick-win.ts'

function record(register: string, state: string, data: Record['data']): Record {
  const at = new Date('2026-01-01')
  return {
    id: `${register}-1`,
    register,
    serial: 1,
    number: 'X-1',
    state,
    label: 'A record',
    data,
    version: 1,
    createdAt: at,
    updatedAt: at,
    deletedAt: undefined,
  }
}

const monthly: Duty = {
  id: 'service-report',
  title: 'Service reports',
  clause: '9.4',
  requirements: ['9.4-a'],
  cadence: 'monthly',
  grace: 15,
  step: 'check',
  documents: [],
  proved_by: [],
}

function matter(on: string, issuedOn?: string): CalendarMatter {
  const certificates =
    issuedOn === undefined
      ? []
      : [
          {
            id: 'c',
            number: '1',
            body: 'Body',
            state: 'valid',
            issuedOn,
            expiresOn: expiryOf(issuedOn),
            because: undefined,
          },
        ]
  return {
    on,
    of: (register) =>
      register === 'risks'
        ? [record('risks', 'assessed', { review_on: '2026-10-01', owner: 'ada@example.org' })]
        : [],
    cycle: walkCycle({
      agreed: { stage1On: '2027-03-01', certificateOn: '2027-06-15' },
      audits: [],
      certificates,
      on,
    }),
    duties: [judgeDuty(monthly, [], { since: '2026-10-01', on })],
    actions: [],
    nextReviewOn: '2027-01-15',
    training: [{ on: '2026-12-01', count: 3 }],
    handed: [],
  }
}

test('before the certificate the calendar looks a year ahead, after it three years with all four steps', () => {
  const before = makeCalendar(matter('2026-11-22'))
  const after = makeCalendar(matter('2027-06-16', '2027-06-15'))
  const of = (kind: string) => after.filter((entry) => entry.kind === kind)

  assert.ok((before.at(-1)?.on ?? '') <= '2027-11-22')
  assert.equal(of('duty').filter(({ state }) => state !== 'done' && state !== 'overdue').length, 36)
  assert.deepEqual(
    of('audit').map(({ title, on }) => [title, on]),
    [
      ['decision', '2027-06-15'],
      ['surveillance 1', '2028-06-15'],
      ['surveillance 2', '2029-12-31'],
      ['recertification', '2030-06-14'],
    ],
  )
  assert.deepEqual([...new Set(after.map(({ step }) => step))].toSorted(), ['act', 'check', 'do', 'plan'])
})

test('what is past and not done is overdue and stays, also when it is long ago', () => {
  const entries = makeCalendar(matter('2029-01-01'))
  const risk = entries.find(({ kind }) => kind === 'risk')

  assert.deepEqual([risk?.on, risk?.state], ['2026-10-01', 'overdue'])
  assert.deepEqual(
    entries.map(({ on }) => on),
    entries.map(({ on }) => on).toSorted(),
  )
})

test('evidence is fresh up to its time, amber up to half as long again, then red', () => {
  assert.deepEqual(
    [0, 91, 92, 136, 137, undefined].map((days) => freshnessOf(days, 91)),
    ['fresh', 'fresh', 'amber', 'amber', 'red', 'none'],
  )
})

test('what nobody recorded is not ready, and a review of before the last audit does not count', () => {
  const evidence: EvidenceAge = { fresh: 3, amber: 1, red: 0, none: 0, oldest: [] }
  const items = prepare('surveillance 1', {
    on: '2028-05-01',
    gates: [{ id: 'G1', title: 'Scope', colour: 'grey', because: '' }],
    evidence,
    duties: [],
    findings: undefined,
    lastReviewOn: '2027-05-01',
    auditBefore: { on: '2027-06-01', conditions: 'Test continuity', isClosed: false },
  })

  assert.deepEqual(
    items.map(({ id, standing }) => [id, standing]),
    [
      ['gates', 'unknown'],
      ['evidence', 'attention'],
      ['findings', 'unknown'],
      ['duties', 'unknown'],
      ['review', 'missing'],
      ['conditions', 'attention'],
    ],
  )
})

const win = {
  id: 'ping-pong',
  title: 'Handed over and straight back',
  measure: 'records.ping-pong',
  above: 0.05,
  says: 'Nobody knows who is responsible.',
  do: 'Write down who takes which category.',
  value: 3,
  effort: 2,
  risk: 1,
  clauses: ['8.6.1'],
}

test('a quick win is proposed above its bound, on the mean of three months weighted by n', () => {
  const seen = (values: readonly (readonly [number, number])[]) =>
    findQuickWins([win], {
      results: [],
      measures: [
        {
          id: 'records.ping-pong',
          title: 'Ping-pong',
          claim: '',
          process: 'records',
          answers: 'share',
          unit: 'share',
          direction: 'down',
          headline: false,
          aka: [],
          knownGaps: [],
          sqlHash: '',
          points: values.map(([part, n], at) => ({ period: `2026-0${at + 1}`, part, whole: n, n })),
        },
      ],
    })[0]?.measure

  assert.equal(
    seen([
      [50, 100],
      [5, 100],
      [5, 100],
      [5, 100],
    ]),
    undefined,
  )
  assert.deepEqual(
    [
      seen([
        [10, 100],
        [0, 300],
        [20, 200],
      ])?.mean,
      seen([
        [10, 100],
        [0, 300],
        [21, 200],
      ])?.n,
    ],
    [undefined, 600],
  )
  assert.deepEqual(findQuickWins([win], undefined), [])
})

test('the closing report says met only where a result reaches the target', () => {
  const goal = (data: Record['data']) => record('goals', 'agreed', data)
  const report = describeClosing({
    on: '2027-06-15',
    of: (register) =>
      register === 'goals'
        ? [
            goal({ baseline: 420, target: 200, current: 190 }),
            goal({ baseline: 68, target: 78, current: 71 }),
            goal({ baseline: 14, target: 25 }),
          ]
        : [],
    actions: [{ says: 'Hire', dueOn: '2027-07-01', owner: 'Ada', state: 'open' }],
    gates: [{ id: 'G7', title: 'Records', colour: 'red', because: 'Too few.' }],
  })

  assert.deepEqual(
    report.targets.map(({ outcome }) => outcome),
    ['met', 'not met', 'unknown'],
  )
  assert.deepEqual([report.met, report.notMet, report.unknown], [1, 1, 1])
  assert.deepEqual(
    report.shortfalls.map(({ says }) => says),
    ['', '', 'Too few.'],
  )
  assert.deepEqual(
    report.next.map(({ title }) => title),
    ['Hire'],
  )
})
