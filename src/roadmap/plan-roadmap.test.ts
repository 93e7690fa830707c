import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '#base/refusal.ts'
import { type Plan, type PlanRole, Plan as PlanShape } from './plan.ts'
import { hashOfInputs, planRoadmap } from './plan-roadmap.ts'
import type { Task } from './remedy.ts'

const today = '2027-03-01'

function task(id: string, days: number, given: Partial<Task> = {}): Task {
  return {
    id,
    title: id,
    activity: '',
    role: 'Manager',
    effort: { low: days, likely: days, high: days },
    workPackage: '',
    criticality: 'medium',
    waitsFor: [],
    ...given,
  }
}

function role(name: string, given: Partial<PlanRole> = {}): PlanRole {
  return { name, people: 1, share: 1, kind: 'internal', absences: [], ...given }
}

function plan(given: Partial<Plan> = {}): Plan {
  return PlanShape.parse({
    startOn: today,
    weekdays: [1, 2, 3, 4, 5],
    holidays: [],
    roles: [role('Manager')],
    dates: [],
    links: [],
    tasks: [],
    ...given,
  })
}

function datesOf(tasks: readonly Task[], given: Partial<Plan> = {}) {
  const { tasks: planned } = planRoadmap({ tasks, plan: plan(given), today })
  return Object.fromEntries(planned.map(({ id, start, finish }) => [id, `${start} ${finish}`]))
}

function refusal(tasks: readonly Task[], given: Partial<Plan> = {}): string {
  try {
    planRoadmap({ tasks, plan: plan(given), today })
  } catch (error) {
    assert.ok(error instanceof Refusal)
    return error.message
  }
  return 'was planned'
}

test('one role does its tasks one after the other, and a task follows what it waits for', () => {
  const dates = datesOf([task('4.1-a', 2), task('4.1-b', 1, { waitsFor: ['4.1-a'] })])

  assert.deepEqual(dates, { '4.1-a': '2027-03-01 2027-03-02', '4.1-b': '2027-03-03 2027-03-03' })
})

test('part-time, weekends, days off and times away make a task longer', () => {
  const halfTime = role('Manager', { share: 0.5, absences: [{ from: '2027-03-10', to: '2027-03-10' }] })

  const dates = datesOf([task('4.1-a', 4)], { roles: [halfTime], holidays: ['2027-03-03'] })

  assert.deepEqual(dates, { '4.1-a': '2027-03-01 2027-03-12' })
})

test('two people of a role do two tasks at a time', () => {
  const dates = datesOf([task('4.1-a', 2), task('4.1-b', 2)], { roles: [role('Manager', { people: 2 })] })

  assert.deepEqual(dates, { '4.1-a': '2027-03-01 2027-03-02', '4.1-b': '2027-03-01 2027-03-02' })
})

test('starts may be tied with days in between', () => {
  const roles = [role('Manager', { people: 2 })]
  const links = [{ from: '4.1-a', to: '4.1-b', kind: 'start-start', lag: 1 }] as const

  const dates = datesOf([task('4.1-a', 3), task('4.1-b', 1)], { roles, links: [...links] })

  assert.deepEqual(dates, { '4.1-a': '2027-03-01 2027-03-03', '4.1-b': '2027-03-02 2027-03-02' })
})

test('the plan says what holds a task, how far it may slip, and what sets the finish', () => {
  const roles = [role('Manager'), role('Auditor')]
  const tasks = [
    task('4.1-a', 3),
    task('4.1-b', 1, { role: 'Auditor' }),
    task('4.1-c', 1, { role: 'Auditor', waitsFor: ['4.1-a'] }),
  ]

  const planned = planRoadmap({ tasks, plan: plan({ roles }), today })

  const [first, loose, last] = planned.tasks
  assert.deepEqual([first?.totalFloat, loose?.totalFloat, loose?.freeFloat, last?.totalFloat], [0, 3, 3, 0])
  assert.deepEqual([first?.isDriving, loose?.isDriving, last?.isDriving], [true, false, true])
  assert.deepEqual(last?.held, { by: 'task', task: '4.1-a' })
  assert.deepEqual([planned.finish, planned.isProved], ['2027-03-04', true])
})

test('the certification date is kept in every course when nothing is uncertain, and in none when it is too early', () => {
  const date = (on: string) =>
    ({ kind: 'certification', title: 'Certificate', on, needs: 'everything' }) as const
  const ofDate = (on: string) =>
    planRoadmap({ tasks: [task('4.1-a', 5)], plan: plan({ dates: [date(on)] }), today }).risk.dates[0]

  assert.equal(ofDate('2027-03-08')?.probability, 1)
  assert.equal(ofDate('2027-03-05')?.probability, 0)
})

test('four fifths of the courses are never finished before half of them', () => {
  const tasks = [task('4.1-a', 10, { effort: { low: 5, likely: 10, high: 30 } })]

  const { finish, risk } = planRoadmap({ tasks, plan: plan(), today })

  assert.ok(finish <= risk.p50 && risk.p50 < risk.p80)
  assert.equal(
    risk.finishes.reduce((sum, { count }) => sum + count, 0),
    risk.runs,
  )
})

test('more work than a role can do in a week shows as wanted, never as planned', () => {
  const { load } = planRoadmap({ tasks: [task('4.1-a', 5), task('4.1-b', 5)], plan: plan(), today })

  assert.deepEqual(load, [
    { role: 'Manager', week: '2027-03-01', needed: 5, wanted: 10, capacity: 5 },
    { role: 'Manager', week: '2027-03-08', needed: 5, wanted: 0, capacity: 5 },
  ])
})

test('what was computed from the same has the same hash, on another day too', () => {
  const matter = { tasks: [task('4.1-a', 2)], plan: plan({ startOn: '2027-04-01' }), today }

  const later = hashOfInputs({ ...matter, today: '2027-03-02' })

  assert.equal(later, hashOfInputs(matter))
  assert.notEqual(hashOfInputs({ ...matter, tasks: [task('4.1-a', 3)] }), later)
})

test('dependencies in a circle are refused and named', () => {
  const tasks = [task('4.1-a', 1, { waitsFor: ['4.1-b'] }), task('4.1-b', 1, { waitsFor: ['4.1-a'] })]

  assert.equal(
    refusal(tasks),
    'The dependencies go round in a circle: 4.1-a → 4.1-b → 4.1-a. Take one of them out.',
  )
})

test('a task that no role can do is refused and named', () => {
  assert.equal(
    refusal([task('4.1-a', 1, { role: 'Archivist' })]),
    'Nobody can do 4.1-a (role Archivist). Add the role to the plan, or give the task to another role.',
  )
})

test('a role without capacity is refused and named with its tasks', () => {
  assert.equal(
    refusal([task('4.1-a', 1)], { roles: [role('Manager', { share: 0 })] }),
    'Manager has no capacity for 4.1-a. Give the role people and a share of their time.',
  )
})

test('an agreed date in the past is refused and named', () => {
  const dates: Plan['dates'] = [
    { kind: 'stage 1', title: 'Audit stage 1', on: '2027-02-01', needs: 'everything' },
  ]

  assert.equal(
    refusal([task('4.1-a', 1)], { dates }),
    'Audit stage 1 (2027-02-01) lies in the past. Move the date, or take it out of the plan.',
  )
})

test('a role whose work would take longer than twenty years is refused and named', () => {
  const roles = [role('Manager', { share: 0.01 })]

  assert.match(refusal([task('4.1-a', 90)], { roles }), /Manager has 90\.0 person-days to do in 4\.1-a/)
})

test('nothing to plan is refused', () => {
  assert.match(refusal([]), /Accept a remedy/)
})
