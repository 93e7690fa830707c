import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Record } from '#registers/record.ts'
import { type CalendarEntry, calendarOf } from './calendar-file.ts'
import { judgePlan } from './communication-plan.ts'
import { feedbackLoop } from './feedback-loop.ts'
import { workingDaysBetween } from './working-days.ts'

const stamp = new Date('2026-03-01T09:00:00Z')
const entry: CalendarEntry = {
  id: 'a1',
  number: 'COM-1',
  title: 'Launch; the why, in short',
  audience: 'everybody',
  message: 'One line\nand another',
  sender: 'henri@example.org',
  channel: 'Hall',
  on: '2026-12-31',
  at: undefined,
  minutes: undefined,
  repeatOn: undefined,
  state: 'planned',
  version: 2,
}

test('a message without a time takes the whole day, the next one being its end', () => {
  const text = calendarOf({ name: 'Plan', stamp }, [entry])

  assert.match(text, /DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n/)
  assert.match(text, /SUMMARY:Launch\\; the why\\, in short \(everybody\)\r\n/)
  assert.match(text, /DESCRIPTION:One line\\nand another\\nhenri@example.org\\nCOM-1\r\n/)
  assert.match(text, /UID:a1@clausewise\r\nDTSTAMP:20260301T090000Z\r\nSEQUENCE:2\r\n/)
})

test('a message with a time lasts as long as it says, also over midnight', () => {
  const text = calendarOf({ name: 'Plan', stamp }, [{ ...entry, at: '23:45', minutes: 30 }])

  assert.match(text, /DTSTART:20261231T234500\r\nDTEND:20270101T001500\r\n/)
})

test('a repetition is an event of its own, a dropped message is cancelled', () => {
  const text = calendarOf({ name: 'Plan', stamp }, [{ ...entry, repeatOn: '2027-01-10', state: 'dropped' }])

  assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 2)
  assert.match(text, /UID:a1-again@clausewise/)
  assert.equal(text.match(/STATUS:CANCELLED/g)?.length, 2)
})

test('no line is longer than 75 bytes, and unfolded the text is whole', () => {
  const message = 'Größe und Wärme – '.repeat(20)
  const text = calendarOf({ name: 'Plan', stamp }, [{ ...entry, message }])

  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  assert.ok(text.replaceAll('\r\n ', '').includes(message))
})

const record = (number: string, state: string, data: object): Record => ({
  id: number,
  register: 'x',
  serial: 1,
  number,
  state,
  label: number,
  data: data as Record['data'],
  version: 1,
  createdAt: stamp,
  updatedAt: stamp,
  deletedAt: undefined,
})

test('a plan says what it lacks: occasions, messages around a process, and days that have passed', () => {
  const plan = judgePlan(
    [
      record('COM-1', 'planned', { occasion: 'launch', on: '2026-02-01', audience: 'all' }),
      record('COM-2', 'sent', {
        occasion: 'process: on the day',
        process: 'Incident',
        on: '2026-02-01',
        audience: 'desk',
      }),
      record('COM-3', 'measured', {
        occasion: 'scope and policy',
        on: '2026-02-01',
        audience: 'desk',
        audience_size: 40,
        reached: 30,
        involved: 4,
      }),
    ],
    '2026-03-01',
  )

  assert.deepEqual(plan.missing, [
    'monthly progress',
    'audit preparation',
    'audit result',
    'quarterly report',
  ])
  assert.deepEqual(plan.unprepared[0], { process: 'Incident', lacks: 'process: before' })
  assert.deepEqual(plan.late, ['COM-1'])
  assert.deepEqual(plan.audiences, [{ audience: 'desk', messages: 1, size: 40, informed: 30, involved: 4 }])
})

test('working days leave out weekends', () => {
  assert.equal(workingDaysBetween('2026-03-06', '2026-03-09'), 1)
  assert.equal(workingDaysBetween('2026-03-02', '2026-03-06'), 4)
  assert.equal(workingDaysBetween('2026-03-02', '2026-03-02'), 0)
})

test('the loop counts answers within fifteen working days, and names what waits too long', () => {
  const loop = feedbackLoop(
    [
      record('FBK-1', 'closed', { received_on: '2026-01-05', answered_on: '2026-01-20', answer: 'Yes.' }),
      record('FBK-2', 'answered', { received_on: '2026-01-05', answered_on: '2026-02-20', answer: 'Late.' }),
      record('FBK-3', 'received', { received_on: '2026-02-20' }),
      record('FBK-4', 'triaged', { received_on: '2026-02-25', triaged_on: '2026-02-26' }),
    ],
    '2026-03-01',
  )

  assert.deepEqual([loop.due, loop.inTime, loop.share], [2, 1, 0.5])
  assert.deepEqual(loop.late, ['FBK-3'])
  assert.deepEqual(
    loop.told.map(({ number }) => number),
    ['FBK-2', 'FBK-1'],
  )
})
