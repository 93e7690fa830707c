import { Workbook } from '@cj-tech-master/excelts'
import { look } from '#base/look.ts'
import type { TableCell } from '#registers/table.ts'
import type { Plan } from './plan.ts'
import type { RoadmapSchedule } from './roadmap-schedule.ts'
import { editableHeads, inOrderOfStarts, taskHeads, taskRow } from './task-table.ts'
import { dayAfter, mondayOf } from './working-days.ts'

type Sheet = ReturnType<Workbook['addWorksheet']>

const widths: Readonly<Record<string, number>> = {
  Title: 44,
  'Work package': 36,
  Role: 24,
  'Comes after': 30,
}
const usualWidth = 14
const week = 7
const firstRow = 2

/**
 * The roadmap as a workbook: how to read it, the tasks with input cells marked, the work of each role by formulas, and
 * the tasks over weeks. Formulas carry their values, so that it reads the same where nothing is computed.
 */
export async function taskWorkbook(schedule: RoadmapSchedule, plan: Plan): Promise<Buffer> {
  const workbook = new Workbook()
  explain(workbook.addWorksheet('Read me'), schedule)
  listTasks(
    workbook.addWorksheet('Tasks', { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] }),
    schedule,
    plan,
  )
  sumRoles(workbook.addWorksheet('Roles', { views: [{ state: 'frozen', ySplit: 1 }] }), schedule, plan)
  drawWeeks(workbook.addWorksheet('Weeks', { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] }), schedule)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function explain(sheet: Sheet, { start, finish, risk, isProved, bound }: RoadmapSchedule): void {
  const lines = [
    ['Roadmap'],
    ['From', start],
    ['Finished as planned', finish],
    ['Half of all simulated courses finished by', risk.p50],
    ['Four fifths finished by', risk.p80],
    ['No plan with these roles can finish before', bound],
    ['Proved to be the shortest', isProved ? 'yes' : 'not known'],
    [],
    ['Tasks', `Tinted cells may be edited: ${editableHeads.join(', ')}.`],
    [
      '',
      'Bring the file back on the page Files of the roadmap: every difference is shown before it is kept.',
    ],
    ['', 'Another Start means: not before that day.'],
    ['Roles', 'Work of each role, added up from the sheet Tasks.'],
    ['Weeks', 'The tasks over time, week by week.'],
  ]
  for (const line of lines) sheet.addRow(line)
  sheet.getRow(1).font = { bold: true, size: 16 }
  sheet.getColumn(1).width = 44
  sheet.getColumn(2).width = 90
}

function listTasks(sheet: Sheet, schedule: RoadmapSchedule, plan: Plan): void {
  sheet.addRow([...taskHeads])
  sheet.getRow(1).font = { bold: true }
  for (const [at, head] of taskHeads.entries()) sheet.getColumn(at + 1).width = widths[head] ?? usualWidth
  for (const task of inOrderOfStarts(schedule)) {
    const row = sheet.addRow([])
    for (const [at, cell] of taskRow(task, plan).entries()) write(row.getCell(at + 1), cell)
    for (const head of editableHeads) row.getCell(taskHeads.indexOf(head) + 1).fill = tinted
  }
  const last = schedule.tasks.length + firstRow - 1
  const total = sheet.addRow(['Total'])
  total.font = { bold: true }
  for (const [part, at] of [
    ['low', 5],
    ['likely', 6],
    ['high', 7],
  ] as const) {
    const column = 'ABCDEFG'[at - 1] ?? ''
    const result = schedule.tasks.reduce((sum, { effort }) => sum + effort[part], 0)
    total.getCell(at).value = { formula: `SUM(${column}${firstRow}:${column}${last})`, result }
  }
}

type Cell = ReturnType<ReturnType<Sheet['getRow']>['getCell']>

function write(cell: Cell, { text, number, day }: TableCell): void {
  if (number !== undefined) cell.value = number
  else if (day !== undefined) cell.value = new Date(`${day}T00:00:00Z`)
  else if (text !== '') cell.value = text
  if (day !== undefined) cell.numFmt = 'yyyy-mm-dd'
}

const tinted = {
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: `FF${look.light.mist.slice(1)}` },
} as const

function sumRoles(sheet: Sheet, { tasks }: RoadmapSchedule, plan: Plan): void {
  sheet.addRow(['Role', 'Tasks', 'Days, likely', 'People', 'Share of their time', 'Who'])
  sheet.getRow(1).font = { bold: true }
  sheet.getColumn(1).width = 30
  for (const at of [2, 3, 4, 5, 6]) sheet.getColumn(at).width = usualWidth + 4
  const last = tasks.length + firstRow - 1
  for (const [role, theirs] of Map.groupBy(tasks, (task) => task.role)) {
    const known = plan.roles.find(({ name }) => name === role)
    const row = sheet.addRow([role])
    const at = row.number
    row.getCell(2).value = { formula: `COUNTIF(Tasks!D${firstRow}:D${last},A${at})`, result: theirs.length }
    row.getCell(3).value = {
      formula: `SUMIF(Tasks!D${firstRow}:D${last},A${at},Tasks!F${firstRow}:F${last})`,
      result: theirs.reduce((sum, { effort }) => sum + effort.likely, 0),
    }
    row.getCell(4).value = known?.people ?? 1
    row.getCell(5).value = known?.share ?? 1
    row.getCell(5).numFmt = '0%'
    row.getCell(6).value = known?.kind ?? 'internal'
  }
}

function drawWeeks(sheet: Sheet, schedule: RoadmapSchedule): void {
  const weeks: string[] = []
  for (let on = mondayOf(schedule.start); on <= schedule.finish; on = dayAfter(on, week)) weeks.push(on)
  sheet.addRow(['Task', 'Title', ...weeks.map((on) => on.slice(5))])
  sheet.getRow(1).font = { bold: true }
  sheet.getColumn(1).width = 12
  sheet.getColumn(2).width = 44
  for (const at of weeks.keys()) sheet.getColumn(at + 3).width = 6
  for (const { id, title, start, finish, isDriving } of inOrderOfStarts(schedule)) {
    const row = sheet.addRow([id, title])
    for (const [at, on] of weeks.entries()) {
      if (finish < on || start >= dayAfter(on, week)) continue
      const colour = isDriving ? look.light.accent : look.light.second
      row.getCell(at + 3).fill = {
        type: 'pattern',
        pattern: 'solid',
        fgColor: { argb: `FF${colour.slice(1)}` },
      }
    }
  }
}
