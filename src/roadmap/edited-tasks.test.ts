import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Gap } from '#assessment/gap.ts'
import { calendarOf } from './calendar-file.ts'
import {
  compareEdits,
  decisionsWith,
  type EditedTask,
  planWith,
  readTaskTable,
  readTaskText,
} from './edited-tasks.ts'
import { assumedPlan } from './plan.ts'
import { planRoadmap } from './plan-roadmap.ts'
import { projectOf } from './project-file.ts'
import { proposeRemedies, type Task, undecided } from './remedy.ts'
import { inOrderOfStarts, taskHeads, taskRow } from './task-table.ts'

const today = '2027-03-01'
const tasks: readonly Task[] = ['4.1-a', '4.1-b'].map((id) => ({
  id,
  title: `Title; of, ${id} <&>`,
  activity: 'Do this, then that; and a long sentence that has to be folded in a calendar because it is long.',
  role: 'Manager',
  effort: { low: 1, likely: 2, high: 4 },
  workPackage: 'Package',
  criticality: 'high',
  waitsFor: id === '4.1-b' ? ['4.1-a'] : [],
}))
const plan = { ...assumedPlan(['Manager', 'Auditor'], today), startOn: today }
const schedule = planRoadmap({ tasks, plan, today })
const gaps = tasks.map(({ id, role, effort }) => ({ requirement: id, role, effort }) as unknown as Gap) // the rest of a gap is not read
const decisions = new Map(
  tasks.map(({ id }) => [id, { ...undecided, state: 'accepted' as const, version: 3 }]),
)
const remedies = proposeRemedies(gaps, decisions)
const standing = { schedule, plan, remedies, today }

/** The table as it would be read again, with some cells edited. */
function table(edit: Readonly<Record<string, string>> = {}) {
  const rows = inOrderOfStarts(schedule).map((task) => taskRow(task, plan).map(({ text }) => text))
  const [first = []] = rows
  for (const [head, value] of Object.entries(edit))
    first[(taskHeads as readonly string[]).indexOf(head)] = value
  return [[...taskHeads], ...rows, ['Total']].map((cells, at) => ({ line: at + 1, cells }))
}

function editsOf(edited: readonly EditedTask[] | undefined) {
  return compareEdits(edited ?? [], standing).edits
}

test('a file that comes back as it went out says nothing new, in any format', () => {
  const matter = { organization: 'x', name: 'House', plannedAt: '2027-03-01T09:00:00.000Z' }

  assert.deepEqual(editsOf(readTaskTable(table())), [])
  assert.deepEqual(editsOf(readTaskText(calendarOf(schedule, matter))), [])
  assert.deepEqual(editsOf(readTaskText(projectOf(schedule, plan, 'House'))), [])
})

test('every edit is a difference, and becomes a wish or a decision when it is kept', () => {
  const edit = { Role: 'Auditor', 'Days, likely': '4', Start: '2027-03-15', Consulted: 'Ada, Ben' }

  const edits = editsOf(readTaskTable(table(edit)))

  assert.deepEqual(
    edits.map(({ field, before, after }) => [field, before, after]),
    [
      ['notBefore', '', '2027-03-15'],
      ['role', 'Manager', 'Auditor'],
      ['effort', '2', '4'],
      ['consulted', '', 'Ada, Ben'],
    ],
  )
  assert.deepEqual(planWith(plan, edits).tasks, [
    { task: '4.1-a', consulted: ['Ada', 'Ben'], informed: [], notBefore: '2027-03-15' },
  ])
  assert.deepEqual(decisionsWith(remedies, edits), [
    {
      requirement: '4.1-a',
      state: 'accepted',
      reason: '',
      version: 3,
      role: 'Auditor',
      effort: { low: 2, likely: 4, high: 8 },
    },
  ])
})

test('a task that was moved in a calendar is not to begin before its new day', () => {
  const text = calendarOf(schedule, {
    organization: 'x',
    name: 'House',
    plannedAt: '2027-03-01T09:00:00.000Z',
  })

  const moved = text.replace('DTSTART;VALUE=DATE:20270301', 'DTSTART;VALUE=DATE:20270405')

  assert.deepEqual(
    editsOf(readTaskText(moved)).map(({ task, field, after }) => [task, field, after]),
    [['4.1-a', 'notBefore', '2027-04-05']],
  )
})

test('no line of a calendar is longer than 75 octets', () => {
  const text = calendarOf(schedule, {
    organization: 'x',
    name: 'Häuser',
    plannedAt: '2027-03-01T09:00:00.000Z',
  })

  const longest = Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))

  assert.ok(longest <= 75, String(longest))
})

test('what cannot be used is refused with its reason', () => {
  const reasons = [
    { Start: '2027-02-01' },
    { Role: 'Archivist' },
    { 'Days, likely': 'many' },
    { 'Not before': 'soon' },
    { Task: '9.9-z' },
  ].map((edit) => editsOf(readTaskTable(table(edit)))[0]?.refused)

  assert.deepEqual(reasons, [
    '2027-02-01 lies in the past.',
    'The plan has no role Archivist.',
    '"many" is no number of person-days.',
    '"soon" is not a day. Write it as 2027-03-01.',
    '9.9-z is no task of this roadmap.',
  ])
})

test('a project file that brings a document type is refused', () => {
  assert.throws(() => readTaskText('<!DOCTYPE x [<!ENTITY a "b">]><Project/>'), /document type of its own/)
})
