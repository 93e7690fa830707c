import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { openLibrary } from '#content/library.ts'
import type { Record } from '#registers/record.ts'
import type { Assigned } from './completion.ts'
import { type RegisterMatter, registerPoints, withRegisters } from './register-measures.ts'

const { questions } = openLibrary(join(import.meta.dirname, '../../content'))

const audit = (kind: string, endsOn: string, majors: number | undefined, state = 'held'): Record => ({
  id: endsOn,
  register: 'certification-audits',
  serial: 1,
  number: 'CBA-1',
  state,
  label: kind,
  data: { kind, ends_on: endsOn, ...(majors === undefined ? {} : { majors }) },
  version: 1,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  deletedAt: undefined,
})

const course = (dueOn: string, passedOn?: string): Assigned => ({
  person: crypto.randomUUID(),
  name: 'Ada',
  unit: 'Desk',
  isContractor: false,
  isActive: true,
  course: 'awareness',
  dueOn,
  passedOn,
  exempt: undefined,
})

const matter = (given: Partial<RegisterMatter>): RegisterMatter => ({
  on: '2027-03-15',
  audits: [],
  assignments: [],
  ...given,
})

const sayPoints = (points: ReturnType<typeof registerPoints>) =>
  points.map(({ period, part, whole }) => `${period} ${part} of ${whole}`)

test('an audit with one major is no success, however many minors the others have', () => {
  const audits = [audit('stage 2', '2027-01-20', 0), audit('surveillance 1', '2027-03-10', 1, 'closed')]

  assert.deepEqual(sayPoints(registerPoints('certification-audits', matter({ audits }))), [
    '2027-01 1 of 1',
    '2027-02 1 of 1',
    '2027-03 1 of 2',
  ])
})

test('what is planned or cancelled, stage 1, a result nobody wrote down, and more than three years ago do not count', () => {
  const audits = [
    audit('stage 2', '2027-02-20', 0, 'planned'),
    audit('stage 2', '2027-02-20', 0, 'cancelled'),
    audit('stage 1', '2027-02-20', 0),
    audit('special', '2027-02-20', 2),
    audit('surveillance 1', '2027-02-20', undefined),
    audit('stage 2', '2023-04-01', 0),
    audit('surveillance 2', '2027-03-16', 0),
  ]

  assert.deepEqual(registerPoints('certification-audits', matter({ audits })), [])
})

test('95 of 100 courses due are 95 of 100, and the months before say how it stood then', () => {
  const assignments = [
    ...Array.from({ length: 95 }, () => course('2027-02-10', '2027-03-01')),
    ...Array.from({ length: 5 }, () => course('2027-02-10')),
    course('2027-03-16'),
  ]

  assert.deepEqual(sayPoints(registerPoints('training-assignments', matter({ assignments }))), [
    '2027-02 0 of 100',
    '2027-03 95 of 100',
  ])
})

test('a register that holds something takes the place of the file, and leaves the file where it holds nothing', () => {
  const files = questions.measures.map((question) => ({
    id: question.id,
    title: question.about.title,
    claim: question.about.claim,
    process: question.about.process,
    answers: question.about.answers,
    unit: question.about.unit,
    direction: question.about.direction,
    headline: question.about.headline,
    aka: question.about.aka,
    points: [{ period: '2027-01', part: 1, whole: 4, value: 1, n: 4 }],
    knownGaps: question.about.known_gaps,
    sqlHash: '',
  }))
  const told = withRegisters(
    files,
    questions.measures,
    matter({ audits: [audit('stage 2', '2027-03-01', 0)] }),
  )
  const changed = told.filter((one) => !files.includes(one as (typeof files)[number])) // as it came in, or another

  assert.deepEqual(
    changed.map(({ id, points, from }) => [id, points, from]),
    [['audit.success-rate', [{ period: '2027-03', part: 1, whole: 1, n: 1 }], 'registers']],
  )
  assert.equal(told.length, files.length)
})

test('before anything was collected the registers speak alone', () => {
  const told = withRegisters(
    [],
    questions.measures,
    matter({ assignments: [course('2027-03-01', '2027-03-02')] }),
  )

  assert.deepEqual(
    told.map(({ id, aka }) => [id, aka[0]]),
    [['people.training-completion', 'KPI-004']],
  )
})
