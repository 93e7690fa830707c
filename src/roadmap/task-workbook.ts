import { calendarRefs, writeAssumptions, writeDaysOff, writeRoles } from './book/calendar-sheet.ts'
import { putRow, type Sheet, setPrint, strong, type Value } from './book/cells.ts'
import { writeCosts, writeRaci } from './book/people-sheets.ts'
import { calendarsOf, taskDays } from './book/role-days.ts'
import { firstTask, taskColumn, writeTasks } from './book/tasks-sheet.ts'
import { mondaysOf, writeGantt, writeLoad } from './book/weeks-sheet.ts'
import type { FileMatter } from './file-matter.ts'
import { editableHeads, inOrderOfStarts } from './task-table.ts'

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
  writeTasks(open('Tasks', 2), tasks, { plan, refs, rates, calendars })
  writeGantt(open('Gantt', 3), tasks, { mondays, refs })
  writeLoad(open('Load', 1), tasks, { mondays, refs, calendars, begin: plan.startOn })
  writeRaci(open('RACI', 2), tasks, plan)
  const { total, cost } = writeCosts(open('Costs', 1), tasks, { calendars, rates })
  writeRoles(open('Roles', 1), calendars, rates)
  writeDaysOff(open('Days off'), calendars)
  writeAssumptions(open('Assumptions'), matter)
  writeSummary(summary, matter, { tasks: tasks.length, total, cost })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function writeSummary(
  sheet: Sheet,
  { schedule, name, rates, madeFrom }: FileMatter,
  { tasks, total, cost }: Readonly<{ tasks: number; total: number; cost: number }>,
): void {
  const { start, finish, personDays, risk } = schedule
  const last = firstTask + tasks - 1
  const over = (head: 'Start' | 'Finish') =>
    `Tasks!${taskColumn(head)}${firstTask}:${taskColumn(head)}${last}`
  const [first = start] = schedule.tasks.map((task) => task.start).toSorted()
  const rows: readonly (readonly Value[])[] = [
    [`Implementation roadmap: ${name}`],
    madeFrom === undefined ? [] : [madeFrom],
    ['Work begins', { formula: `MIN(${over('Start')})`, result: { day: first } }],
    ['Finished as planned', { formula: `MAX(${over('Finish')})`, result: { day: finish } }],
    ['Tasks', { formula: `COUNTA(Tasks!A${firstTask}:A${last})`, result: tasks }],
    ['Person-days, likely', { formula: `Costs!C${total}`, result: personDays }],
    [
      rates ? `Cost of the work, ${rates.currency}` : 'Cost of the work',
      rates ? { formula: `Costs!E${total}`, result: cost } : 'no day rate is set: see the sheet Roles',
    ],
    ['Half of the simulated courses are finished by', { day: risk.p50 }],
    ['Four fifths of them are finished by', { day: risk.p80 }],
    [],
    ['Agreed day', 'On', 'Finished as planned', 'Chance that it is kept'],
    ...risk.dates.map(({ title, on, planned, probability }): readonly Value[] => [
      title,
      { day: on },
      planned === undefined ? 'nothing to do' : { day: planned },
      probability,
    ]),
    [],
    [
      'Tasks',
      `Tinted cells may be edited: ${editableHeads.join(', ')}. Another Start means: not before that day.`,
    ],
    [
      '',
      'Bring the file back on the page Files of the roadmap: every difference is shown before it is kept.',
    ],
    ['Gantt', 'Person-days of each task, week by week; dark: it sets the finish.'],
    ['Load', 'What each role has to do and can do in a week; red: more than it can do.'],
    ['RACI', 'Who is responsible, accountable, consulted and informed.'],
    ['Costs', 'Work and cost by role; rates stand on the sheet Roles.'],
    ['Roles, Days off', 'Whose time there is, and when they are away: every date follows from it.'],
    ['Assumptions', 'What the plan was made with. Simulated days and chances do not follow the cells.'],
  ]
  for (const row of rows) {
    const number = putRow(sheet, row)
    if (row.length === 4 && typeof row[3] === 'number') sheet.getRow(number).getCell(4).numFmt = '0.0%'
    if (row[0] === 'Agreed day') sheet.getRow(number).font = strong
  }
  sheet.getRow(1).font = { ...strong, size: 16 }
  sheet.getColumn(1).width = 46
  for (const at of [2, 3, 4]) sheet.getColumn(at).width = 22
  setPrint(sheet, 1)
}
