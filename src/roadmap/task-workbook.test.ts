import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { openSentences } from '#content/sentences.ts'
import { planned } from '../../test/worlds/programme.ts'
import { recalculate, type Values, valuesOf, whyNoOffice } from '../../test/worlds/recalculated.ts'
import { pack } from '../../test/worlds/report-input.ts'
import { column } from './book/cells.ts'
import { calendarsOf } from './book/role-days.ts'
import { taskColumn } from './book/tasks-sheet.ts'
import { mondaysOf } from './book/weeks-sheet.ts'
import { compareEdits, readTaskTable } from './edited-tasks.ts'
import { inOrderOfStarts, roadmapBook } from './task-table.ts'
import { taskWorkbook } from './task-workbook.ts'

const { schedule, plan } = planned
const tasks = inOrderOfStarts(schedule)
const rates = { currency: 'EUR', internal: 420.5, external: 930 }
const words = openSentences(pack, roadmapBook, 'en')
const matter = {
  schedule,
  plan,
  organization: 'o',
  name: 'House',
  plannedAt: '2026-07-06T00:00:00Z',
  rates,
  words,
}
const noOffice = whyNoOffice()
let bytes: Buffer
let kept: Values

before(async () => {
  bytes = await taskWorkbook(matter)
  kept = await valuesOf(bytes)
})

function holdsThePlan(values: Values): void {
  const rows = tasks.map((task, at) => ({ task, row: at + 2 }))
  for (const { task, row } of rows) {
    assert.equal(values('Tasks', `${taskColumn('Finish')}${row}`), task.finish, task.id)
    assert.notEqual(values('Tasks', `${taskColumn('Waits are kept')}${row}`), 'no', task.id)
  }
  const end = tasks.length + 2
  near(values('Tasks', `${taskColumn('Days, likely')}${end}`), sum(tasks.map(({ effort }) => effort.likely)))
  assert.equal(values('Summary', 'B3'), tasks.map(({ start }) => start).toSorted()[0])
  assert.equal(values('Summary', 'B4'), schedule.finish)
  assert.equal(values('Summary', 'B5'), tasks.length)
}

test('the file holds the dates, sums and cost of the plan', () => {
  holdsThePlan(kept)
  near(kept('Summary', 'B7'), costOfPlan())
  assert.equal(kept('Summary', 'B8'), schedule.risk.p50)
  assert.equal(kept('Summary', 'B9'), schedule.risk.p80)
})

test('LibreOffice computes the same dates, load and cost from the formulas as the search did', {
  skip: noOffice,
}, async () => {
  const values = await recalculate(bytes)

  holdsThePlan(values)
  near(values('Summary', 'B7'), costOfPlan())
  const mondays = mondaysOf(schedule)
  const calendars = calendarsOf(schedule, plan)
  for (const { role, week, needed, capacity } of schedule.load) {
    const place = calendars.findIndex((one) => one.role.name === role)
    const letters = column(4 + mondays.indexOf(week))
    if (!mondays.includes(week)) {
      assert.equal(needed, 0, `${role} in the week of ${week}`)
      continue
    }
    // The search says the load in hundredths of a day.
    near(values('Load', `${letters}${2 + place}`), needed, 0.00501, `${role} needs in the week of ${week}`)
    // In the last week of a role the search counts only the days until its last task.
    if (week === schedule.load.findLast((one) => one.role === role)?.week) continue
    near(
      values('Load', `${letters}${2 + calendars.length + place}`),
      capacity,
      0.00501,
      `${role} can do in ${week}`,
    )
  }
  assert.ok(schedule.load.some(({ needed }) => needed > 0))
})

test('a changed effort moves finish, load and cost by formula', { skip: noOffice }, async () => {
  const { Workbook } = await import('@cj-tech-master/excelts')
  const workbook = new Workbook()
  await workbook.xlsx.load(bytes)
  const [first] = tasks
  assert.ok(first)
  const sheet = workbook.getWorksheet('Tasks')
  assert.ok(sheet)
  sheet.getCell(`${taskColumn('Days, likely')}2`).value = first.effort.likely * 6
  const values = await recalculate(Buffer.from(await workbook.xlsx.writeBuffer()))

  assert.ok(String(values('Tasks', `${taskColumn('Finish')}2`)) > first.finish)
  near(
    values('Costs', `C${2 + calendarsOf(schedule, plan).length}`),
    sum(tasks.map(({ effort }) => effort.likely)) + 5 * first.effort.likely,
  )
})

test('text that looks like a formula stays text', () => {
  const strings = partOf(bytes, 'xl/sharedStrings.xml')
  const sheets = Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('xl/worksheets/sheet'))

  for (const text of ['=cmd()', '+41 22 000', '@board', '-Helpdesk, Paul'])
    assert.ok(strings.includes(text), text)
  for (const name of sheets) assert.doesNotMatch(partOf(bytes, name), /<f>[^<]*cmd\(/)
})

test('the file comes back without a difference, and with those that somebody wrote', async () => {
  const lines = tasks.map((_, at) => ({ line: at + 2, cells: rowOf(at + 2) }))
  const heads = { line: 1, cells: rowOf(1) }
  const standing = { schedule, plan, remedies: [], today: '2026-07-06' }
  const same = readTaskTable([heads, ...lines])
  assert.ok(same)
  assert.deepEqual(compareEdits(same, standing).edits, [])

  const changed = lines.map((line, at) =>
    at === 0 ? { ...line, cells: line.cells.map((cell, place) => (place === 5 ? '7.5' : cell)) } : line,
  )
  const edits = compareEdits(readTaskTable([heads, ...changed]) ?? [], standing).edits

  assert.deepEqual(
    edits.map(({ field, after }) => [field, after]),
    [['effort', '7.5']],
  )
})

test('input cells are checked, heads stand still, and a page is as wide as the sheet', () => {
  const sheet = partOf(bytes, 'xl/worksheets/sheet2.xml')

  assert.match(sheet, /<dataValidation [^>]*type="list"/)
  assert.match(sheet, /<dataValidation [^>]*type="decimal"/)
  assert.match(sheet, /<pane [^>]*state="frozen"/)
  assert.match(sheet, /<pageSetup [^>]*fitToHeight="0"/)
  assert.match(partOf(bytes, 'xl/worksheets/sheet3.xml'), /<conditionalFormatting/)
  assert.ok(Object.keys(unzipSync(bytes)).some((name) => /^xl\/charts\/chart\d+\.xml$/.test(name)))
})

test('a long assumption has the room of its lines in programs that give none by themselves', () => {
  const sheet = partOf(bytes, 'xl/worksheets/sheet9.xml')

  const heights = [...sheet.matchAll(/<row [^>]*\bht="(\d+)"/g)].map(([, height]) => Number(height))
  assert.ok(heights.includes(32) && heights.some((height) => height > 32), heights.join())
})

test('without day rates there is no cost, and not zero', async () => {
  const { rates: _, ...bare } = matter
  const values = await valuesOf(await taskWorkbook(bare))

  assert.match(String(values('Summary', 'B7')), /no day rate is set/)
  assert.equal(values('Costs', 'D2'), 'not set')
})

test('the same plan is the same bytes', async () => {
  assert.deepEqual(await taskWorkbook(matter), bytes)
})

function rowOf(row: number): string[] {
  return Array.from({ length: 23 }, (_, at) => String(kept('Tasks', `${column(at + 1)}${row}`) ?? ''))
}

function costOfPlan(): number {
  return sum(
    tasks.map(({ role, effort }) => {
      const kind = plan.roles.find(({ name }) => name === role)?.kind
      return effort.likely * (kind === 'external' ? rates.external : rates.internal)
    }),
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function near(found: string | number | undefined, wanted: number, within = 0.005, about = ''): void {
  assert.ok(
    typeof found === 'number' && Math.abs(found - wanted) <= within,
    `${about}: ${found} instead of ${wanted}`,
  )
}

function partOf(file: Uint8Array, name: string): string {
  const part = unzipSync(file)[name]
  assert.ok(part, name)
  return strFromU8(part)
}
