import type { Workbook } from '@cj-tech-master/excelts'
import { fitTexts } from '#base/fit-sheet.ts'
import { calendarRefs, writeAssumptions, writeDaysOff, writeRoles } from './book/calendar-sheet.ts'
import { isoDay, putRow, type Sheet, setPrint, strong, type Value } from './book/cells.ts'
import { writeCosts, writeRaci } from './book/people-sheets.ts'
import { calendarsOf, taskDays } from './book/role-days.ts'
import { firstTask, taskColumn, writeTasks } from './book/tasks-sheet.ts'
import { mondaysOf, writeGantt, writeLoad } from './book/weeks-sheet.ts'
import { type BookWords, bookWords } from './book/words.ts'
import type { FileMatter } from './file-matter.ts'
import { editableHeads, inOrderOfStarts } from './task-table.ts'

/** The row of the heads of agreed days on the sheet in front, counted from 0. */
const agreedHeads = 10

/**
 * The roadmap as a workbook: a summary, the tasks with input cells tinted, the tasks and the load of roles over weeks, who answers
 * for what, cost, and what it was planned with. Dates, load and cost are formulas over the same calendars as the plan, and carry
 * their values, so that it reads the same where nothing is computed.
 */
export async function taskWorkbook(matter: FileMatter): Promise<Buffer> {
  // Loaded by who writes a workbook: the package takes as long to load as half of the server.
  const { Workbook } = await import('@cj-tech-master/excelts')
  const { installChartSupport } = await import('@cj-tech-master/excelts/chart')
  installChartSupport()
  const { schedule, plan, rates, plannedAt } = matter
  const words = bookWords(matter.words)
  const calendars = calendarsOf(schedule, plan)
  const tasks = taskDays(inOrderOfStarts(schedule), calendars)
  const refs = calendarRefs(calendars)
  const mondays = mondaysOf(schedule)
  const workbook = new Workbook()
  workbook.created = new Date(plannedAt)
  workbook.modified = workbook.created
  const open = (name: string, xSplit = 0) =>
    workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit }] })
  const summary = workbook.addWorksheet('Summary')
  writeTasks(open('Tasks', 2), tasks, { plan, refs, rates, calendars, words })
  writeGantt(open('Gantt', 3), tasks, { mondays, refs, words })
  writeLoad(open('Load', 1), tasks, { mondays, refs, calendars, begin: plan.startOn, words })
  writeRaci(open('RACI', 2), tasks, plan, words)
  const { total, cost } = writeCosts(open('Costs', 1), tasks, { calendars, rates, words })
  writeRoles(open('Roles', 1), calendars, { rates, words })
  writeDaysOff(open('Days off'), calendars)
  writeAssumptions(open('Assumptions'), matter, words)
  writeSummary(summary, matter, { tasks: tasks.length, total, cost, words })
  writeDays(workbook, words)
  workbook.eachSheet(fitTexts)
  return Buffer.from(await workbook.xlsx.writeBuffer({ validate: false }))
}

/** Days as the language writes them, whatever the language of the program that opens the file. */
function writeDays(workbook: Workbook, { format }: BookWords): void {
  if (format.sheetDay === isoDay) return
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (cell.numFmt === isoDay) cell.numFmt = format.sheetDay
      }),
    ),
  )
}

type Counted = Readonly<{ tasks: number; total: number; cost: number; words: BookWords }>

/** What stands on the sheet in front: sums by formulas, simulated days, agreed days, and how the sheets are read. */
function summaryRows(
  { schedule, name, rates, madeFrom }: FileMatter,
  { tasks, total, cost, words }: Counted,
): readonly (readonly Value[])[] {
  const { say, head } = words
  const { start, finish, personDays, risk } = schedule
  const last = firstTask + tasks - 1
  const over = (column: 'Start' | 'Finish') =>
    `Tasks!${taskColumn(column)}${firstTask}:${taskColumn(column)}${last}`
  const [first = start] = schedule.tasks.map((task) => task.start).toSorted()
  const about = (sheet: string) => [say(`sheet.${sheet}`), say(`about.${sheet}`)]
  return [
    [say('title', { name })],
    madeFrom === undefined ? [] : [madeFrom],
    [say('summary.begins'), { formula: `MIN(${over('Start')})`, result: { day: first } }],
    [say('summary.finish'), { formula: `MAX(${over('Finish')})`, result: { day: finish } }],
    [say('sheet.tasks'), { formula: `COUNTA(Tasks!A${firstTask}:A${last})`, result: tasks }],
    [head('Person-days, likely'), { formula: `Costs!C${total}`, result: personDays }],
    rates
      ? [say('summary.cost-in', { currency: rates.currency }), { formula: `Costs!E${total}`, result: cost }]
      : [say('summary.cost'), say('summary.no-rate')],
    [say('summary.half'), { day: risk.p50 }],
    [say('summary.four-fifths'), { day: risk.p80 }],
    [],
    ['day', 'on', 'planned', 'chance'].map((key) => say(`summary.${key}`)),
    ...risk.dates.map(({ title, on, planned, probability }): readonly Value[] => [
      title,
      { day: on },
      planned === undefined ? say('summary.nothing') : { day: planned },
      probability,
    ]),
    [],
    [
      say('sheet.tasks'),
      say('about.tasks', { heads: editableHeads.map(head).join(', '), start: head('Start') }),
    ],
    ['', say('about.back')],
    about('gantt'),
    about('load'),
    about('raci'),
    about('costs'),
    [`${say('sheet.roles')}, ${say('sheet.days-off')}`, say('about.roles')],
    about('assumptions'),
  ]
}

function writeSummary(sheet: Sheet, matter: FileMatter, counted: Counted): void {
  for (const [at, row] of summaryRows(matter, counted).entries()) {
    const number = putRow(sheet, row)
    if (row.length === 4 && typeof row[3] === 'number') sheet.getRow(number).getCell(4).numFmt = '0.0%'
    if (at === agreedHeads) sheet.getRow(number).font = strong
  }
  sheet.getRow(1).font = { ...strong, size: 16 }
  sheet.getColumn(1).width = 46
  for (const at of [2, 3, 4]) sheet.getColumn(at).width = 22
  setPrint(sheet, 1)
}
