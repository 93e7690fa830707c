import type { DayRates } from '../file-matter.ts'
import type { Plan } from '../plan.ts'
import { put, putHeads, type Sheet, setPrint, strong } from './cells.ts'
import type { RoleCalendar, TaskDays } from './role-days.ts'
import { firstTask, taskColumn } from './tasks-sheet.ts'
import type { BookWords } from './words.ts'

/** Who is responsible, accountable, consulted and informed; follows the sheet of tasks. */
export function writeRaci(
  sheet: Sheet,
  tasks: readonly TaskDays[],
  plan: Plan,
  { head: say }: BookWords,
): void {
  putHeads(
    sheet,
    ['Task', 'Title', 'Responsible', 'Accountable', 'Consulted', 'Informed'].map(say),
    [12, 44, 28, 24, 28, 28],
  )
  for (const [at, { task }] of tasks.entries()) {
    const number = firstTask + at
    const wish = plan.tasks.find((one) => one.task === task.id)
    const cells = [
      ['Task', task.id],
      ['Title', task.title],
      ['Role', task.role],
      ['Accountable', wish?.accountable ?? ''],
      ['Consulted', (wish?.consulted ?? []).join(', ')],
      ['Informed', (wish?.informed ?? []).join(', ')],
    ] as const
    for (const [place, [head, result]] of cells.entries())
      put(sheet.getRow(number).getCell(place + 1), {
        formula: `Tasks!${taskColumn(head)}${number}&""`,
        result,
      })
  }
  setPrint(sheet, 1)
}

/** Work and cost of each role, added up from the sheet of tasks; without a rate there is no cost, and not zero. */
export function writeCosts(
  sheet: Sheet,
  tasks: readonly TaskDays[],
  {
    calendars,
    rates,
    words,
  }: Readonly<{
    calendars: readonly RoleCalendar[]
    rates: DayRates | undefined
    words: BookWords
  }>,
): Readonly<{ total: number; cost: number }> {
  const last = firstTask + tasks.length - 1
  const over = (head: 'Role' | 'Days, likely') =>
    `Tasks!$${taskColumn(head)}$${firstTask}:$${taskColumn(head)}$${last}`
  putHeads(
    sheet,
    [
      ...['Role', 'Tasks', 'Person-days, likely', 'Day rate'].map(words.head),
      rates ? words.say('head.cost-in', { currency: rates.currency }) : words.head('Cost'),
    ],
    [36, 10, 18, 14, 18],
  )
  for (const [at, { role }] of calendars.entries()) {
    const number = firstTask + at
    const own = tasks.filter(({ task }) => task.role === role.name)
    const days = own.reduce((sum, { task }) => sum + task.effort.likely, 0)
    const rate = role.kind === 'external' ? rates?.external : rates?.internal
    const row = sheet.getRow(number)
    put(row.getCell(1), { formula: `Roles!A${number}`, result: role.name })
    put(row.getCell(2), { formula: `COUNTIF(${over('Role')},A${number})`, result: own.length })
    put(row.getCell(3), {
      formula: `SUMIF(${over('Role')},A${number},${over('Days, likely')})`,
      result: days,
    })
    put(row.getCell(4), {
      formula: `IF(Roles!F${number}="","${words.say('costs.unset')}",Roles!F${number})`,
      result: rate ?? words.say('costs.unset'),
    })
    put(row.getCell(5), {
      formula: `IF(Roles!F${number}="","",C${number}*Roles!F${number})`,
      result: rate === undefined ? '' : days * rate,
    })
    for (const place of [4, 5]) row.getCell(place).numFmt = '#,##0.00'
  }
  const end = firstTask + calendars.length - 1
  const total = sheet.getRow(end + 1)
  total.font = strong
  total.getCell(1).value = words.say('total')
  const sums = [
    [2, 'B', tasks.length],
    [3, 'C', tasks.reduce((sum, { task }) => sum + task.effort.likely, 0)],
    [5, 'E', costOfAll(tasks, rates)],
  ] as const
  for (const [place, letter, result] of sums)
    put(total.getCell(place), { formula: `SUM(${letter}${firstTask}:${letter}${end})`, result })
  total.getCell(5).numFmt = '#,##0.00'
  setPrint(sheet, 1)
  return { total: end + 1, cost: costOfAll(tasks, rates) }
}

function costOfAll(tasks: readonly TaskDays[], rates: DayRates | undefined): number {
  return tasks.reduce((sum, { task, calendar }) => {
    const rate = calendar.role.kind === 'external' ? rates?.external : rates?.internal
    return sum + task.effort.likely * (rate ?? 0)
  }, 0)
}
