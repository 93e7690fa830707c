import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NamedCourse } from '#content/course.ts'
import { deriveCurriculum, type Held } from './curriculum.ts'
import { outlookOf } from './training-outlook.ts'

const course = (id: string, given: Partial<NamedCourse>): NamedCourse => ({
  id,
  version: 'aa',
  words: {},
  title: id,
  says: id,
  clauses: ['7.3'],
  audience: 'everybody',
  hours: 1,
  refresher_months: 12,
  pass_mark: 0.8,
  draw: 12,
  attempts: 3,
  errors: [],
  lessons: [],
  pool: [],
  ...given,
})
const awareness = course('awareness', {})
const incident = course('incident', { audience: ['incident', 'desk'], clauses: ['8.6.1'], hours: 4 })
const people = [
  { id: 'ada', name: 'Ada', unit: 'Desk', roles: ['Service Desk Lead'] },
  { id: 'ben', name: 'Ben', unit: 'Network', roles: [] },
]
const gap = { requirement: '8.6.1-b', clause: '8.6.1-b', title: 'Priority by impact and urgency' }
const today = '2026-03-01'
const derive = (held: readonly Held[] = [], gaps: readonly (typeof gap)[] = []) =>
  deriveCurriculum({ people, courses: [awareness, incident], gaps, held }, today)

test('everybody takes awareness, a role takes its course', () => {
  assert.deepEqual(
    derive().map(({ person, course: id, because, withinDays }) => [person, id, because[0], withinDays]),
    [
      ['ada', 'awareness', { kind: 'everybody' }, 60],
      ['ada', 'incident', { kind: 'role', role: 'Service Desk Lead' }, 60],
      ['ben', 'awareness', { kind: 'everybody' }, 60],
    ],
  )
})

test('a gap in what the course is about is told as a reason, and makes it urgent', () => {
  const [, found] = derive([], [gap])

  assert.deepEqual(found?.because.at(-1), {
    kind: 'gap',
    requirement: '8.6.1-b',
    title: 'Priority by impact and urgency',
  })
  assert.equal(found?.withinDays, 30)
})

test('what is open, or passed and valid, is not suggested again', () => {
  const held = [
    { person: 'ada', course: 'awareness', isOpen: true },
    { person: 'ada', course: 'incident', isOpen: false, passedOn: '2025-06-01', validUntil: '2027-06-01' },
  ]

  assert.deepEqual(
    derive(held).map(({ person }) => person),
    ['ben'],
  )
})

test('what was passed long ago is repeated where there is a gap, and what runs out is renewed', () => {
  const passed = (passedOn: string, validUntil: string) => [
    { person: 'ada', course: 'incident', isOpen: false, passedOn, validUntil },
  ]
  const repeats = (held: readonly Held[], gaps: readonly (typeof gap)[]) =>
    derive(held, gaps).some(({ course: id, isRepeat }) => id === 'incident' && isRepeat)

  assert.equal(repeats(passed('2025-06-01', '2027-06-01'), [gap]), true)
  assert.equal(repeats(passed('2026-02-01', '2028-02-01'), [gap]), false)
  assert.equal(repeats(passed('2024-03-20', '2026-03-20'), []), true)
})

test('the outlook counts people once and hours by role', () => {
  const outlook = outlookOf(people, [awareness, incident], derive())

  assert.deepEqual([outlook.persons, outlook.hours], [2, 6])
  assert.deepEqual(outlook.byRole, [
    { role: 'Service Desk Lead', persons: 1, hours: 4 },
    { role: 'everybody in scope', persons: 2, hours: 2 },
  ])
})

test('the hash of the outlook follows what it was computed from, not its order', () => {
  const ahead = derive()

  const outlook = outlookOf(people, [awareness, incident], ahead)
  const turned = outlookOf(people.toReversed(), [incident, awareness], ahead.toReversed())
  const longer = outlookOf(people, [{ ...awareness, hours: 2 }, incident], ahead)

  assert.equal(turned.inputsHash, outlook.inputsHash)
  assert.notEqual(longer.inputsHash, outlook.inputsHash)
})
