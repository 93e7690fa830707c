import { look } from '#base/look.ts'
import type { RoadmapSchedule } from '../roadmap-schedule.ts'
import { dayAfter, mondayOf } from '../working-days.ts'
import type { CalendarRefs } from './calendar-sheet.ts'
import { column, filled, put, putHeads, type Sheet, setPrint, type Value } from './cells.ts'
import { capacityInWeek, type RoleCalendar, type TaskDays, workInWeek } from './role-days.ts'
import { firstTask, taskColumn } from './tasks-sheet.ts'
import type { BookWords } from './words.ts'

const week = 7
/** Weeks behind the planned finish, for tasks that somebody moves. */
const roomBehind = 8
/** Where the weeks begin on the sheets of weeks and of load. */
const firstWeek = 4

/** The Mondays that the sheets show. */
export function mondaysOf({ tasks, finish }: RoadmapSchedule): readonly string[] {
  const [first = finish] = tasks.map(({ start }) => start).toSorted()
  const mondays: string[] = []
  for (let on = mondayOf(first); on <= dayAfter(finish, roomBehind * week); on = dayAfter(on, week))
    mondays.push(on)
  return mondays
}

/** The tasks over weeks: each cell is the person-days of the week by formula, coloured where there are any. */
export function writeGantt(
  sheet: Sheet,
  tasks: readonly TaskDays[],
  { mondays, refs, words }: Readonly<{ mondays: readonly string[]; refs: CalendarRefs; words: BookWords }>,
): void {
  const yes = words.say('yes')
  const last = firstTask + tasks.length - 1
  const starts = `Tasks!$${taskColumn('Start')}$${firstTask}:$${taskColumn('Start')}$${last}`
  putHeads(
    sheet,
    [
      ...['Task', 'Title', 'Sets the finish'].map(words.head),
      ...weekHeads(mondays, `MIN(${starts})-WEEKDAY(MIN(${starts}),2)+1`),
    ],
    [12, 44, 9, ...mondays.map(() => 7)],
  )
  shortDays(sheet, mondays, words)
  // One formula for all weeks of all tasks, as Excel keeps what is filled down: written out, it was most of the file.
  const first = `${column(firstWeek)}${firstTask}`
  for (const [at, one] of tasks.entries()) {
    const number = firstTask + at
    const row = sheet.getRow(number)
    put(row.getCell(1), { formula: `Tasks!A${number}`, result: one.task.id })
    put(row.getCell(2), { formula: `Tasks!B${number}`, result: one.task.title })
    const sets = taskColumn('Sets the finish')
    put(row.getCell(3), { formula: `Tasks!${sets}${number}&""`, result: one.task.isDriving ? yes : '' })
    for (const [place, monday] of mondays.entries()) {
      const cell = row.getCell(firstWeek + place)
      const result = workInWeek(one, monday)
      cell.value =
        at === 0 && place === 0
          ? { formula: inWeek(firstTask, column(firstWeek), refs), result }
          : { sharedFormula: first, result }
      cell.style = daysOfWork
    }
  }
  sheet.addConditionalFormatting({
    ref: `${first}:${column(firstWeek + mondays.length - 1)}${last}`,
    rules: [
      ruleOf(`AND(${first}>0,$C${firstTask}="${yes}")`, 1, look.light.accent),
      ruleOf(`${first}>0`, 2, look.series[5] ?? look.light.accent),
    ],
  })
  setPrint(sheet, 1)
}

/** Nothing is shown where there is no work; the same object for all cells, which is looked up once. */
const daysOfWork = { numFmt: '0.0;-0.0;;' }

/** Month and day are enough above a narrow column. */
function shortDays(sheet: Sheet, mondays: readonly string[], { format }: BookWords): void {
  for (const at of mondays.keys()) sheet.getRow(1).getCell(firstWeek + at).numFmt = format.sheetShortDay
}

function ruleOf(formula: string, priority: number, hex: string) {
  const font = priority === 1 ? { font: { color: { argb: 'FFFFFFFF' } } } : {}
  return { type: 'expression' as const, priority, formulae: [formula], style: { fill: filled(hex), ...font } }
}

/** The first Monday by a formula, the others a week after the one before. */
function weekHeads(mondays: readonly string[], first: string): readonly Value[] {
  return mondays.map((day, at) => ({
    formula: at === 0 ? first : `${column(firstWeek + at - 1)}1+${week}`,
    result: { day },
  }))
}

/** Person-days of a task in a week: days of work of its role, less what is over on the first and left on the last day. */
function inWeek(row: number, letters: string, refs: CalendarRefs): string {
  const of = (head: Parameters<typeof taskColumn>[0]) => `Tasks!$${taskColumn(head)}${row}`
  const monday = `${letters}$1`
  const role = of('Row of the role')
  const days = `NETWORKDAYS.INTL(MAX(${of('Start')},${monday}),MIN(${of('Finish')},${monday}+6),${refs.of('weekend', role)},${refs.daysOff(role)})`
  const first = `IF(${of('Start')}>=${monday},${of('Starts at')},0)`
  const last = `IF(${of('Finish')}<=${monday}+6,${of('Left over on the last day')},0)`
  return `IF(OR(${of('Start')}>${monday}+6,${of('Finish')}<${monday}),0,(${days}-${first}-${last})*${refs.of('share', role)})`
}

/** What each role has to do and can do in each week, with a chart; more than it can do is marked. */
export function writeLoad(
  sheet: Sheet,
  tasks: readonly TaskDays[],
  given: Readonly<{
    mondays: readonly string[]
    refs: CalendarRefs
    calendars: readonly RoleCalendar[]
    begin: string
    words: BookWords
  }>,
): void {
  const { mondays, refs, calendars, begin, words } = given
  const canDo = words.say('load.can-do')
  const lastTask = firstTask + tasks.length - 1
  putHeads(
    sheet,
    [
      ...['Role', 'Person-days', 'Row'].map(words.head),
      ...mondays.map((day, at): Value => ({ formula: `Gantt!${column(firstWeek + at)}1`, result: { day } })),
    ],
    [36, 14, 6, ...mondays.map(() => 7)],
  )
  shortDays(sheet, mondays, words)
  const roles = `Tasks!$${taskColumn('Role')}$${firstTask}:$${taskColumn('Role')}$${lastTask}`
  for (const [kind, calendar, at] of rowsOf(calendars)) {
    const number = firstTask + at
    const row = sheet.getRow(number)
    const place = calendars.indexOf(calendar) + 1
    const { name } = calendar.role
    put(row.getCell(1), {
      formula: kind === 'needed' ? `Roles!A${1 + place}` : `Roles!A${1 + place}&"${canDo}"`,
      result: kind === 'needed' ? name : `${name}${canDo}`,
    })
    put(row.getCell(3), place)
    const own = tasks.filter((one) => one.calendar === calendar)
    const values = mondays.map((monday) =>
      kind === 'needed'
        ? own.reduce((sum, one) => sum + workInWeek(one, monday), 0)
        : capacityInWeek(calendar, monday, begin),
    )
    for (const [week, result] of values.entries()) {
      const letters = column(firstWeek + week)
      const cells = `Gantt!${letters}$${firstTask}:${letters}$${lastTask}`
      const begins = `'Assumptions'!$B$3`
      const formula =
        kind === 'needed'
          ? `SUMIF(${roles},$A${number},${cells})`
          : `NETWORKDAYS.INTL(MAX(${letters}$1,${begins}),${letters}$1+6,${refs.of('weekend', `$C${number}`)},${refs.daysOff(`$C${number}`)})*${refs.of('people', `$C${number}`)}*${refs.of('share', `$C${number}`)}`
      const cell = row.getCell(firstWeek + week)
      put(cell, { formula, result })
      cell.numFmt = '0.0;-0.0;;'
    }
    const end = column(firstWeek + mondays.length - 1)
    put(row.getCell(2), {
      formula: `SUM(${column(firstWeek)}${number}:${end}${number})`,
      result: values.reduce((sum, value) => sum + value, 0),
    })
    row.getCell(2).numFmt = '0.0'
  }
  sheet.getColumn(3).hidden = true
  const end = column(firstWeek + mondays.length - 1)
  const first = `${column(firstWeek)}${firstTask}`
  sheet.addConditionalFormatting({
    ref: `${first}:${end}${firstTask + calendars.length - 1}`,
    rules: [
      ruleOf(`${first}>${column(firstWeek)}${firstTask + calendars.length}+0.005`, 1, look.tones.major.light),
    ],
  })
  drawLoad(sheet, calendars, { mondays, words })
  setPrint(sheet, 1)
}

/** All that is needed stands above all that can be done, in the same order. */
function rowsOf(
  calendars: readonly RoleCalendar[],
): readonly (readonly ['needed' | 'capacity', RoleCalendar, number])[] {
  return [
    ...calendars.map((calendar, at) => ['needed', calendar, at] as const),
    ...calendars.map((calendar, at) => ['capacity', calendar, calendars.length + at] as const),
  ]
}

function drawLoad(
  sheet: Sheet,
  calendars: readonly RoleCalendar[],
  { mondays, words }: Readonly<{ mondays: readonly string[]; words: BookWords }>,
): void {
  const { say, format } = words
  const end = column(firstWeek + mondays.length - 1)
  const first = column(firstWeek)
  const names = firstTask + 2 * calendars.length
  put(sheet.getRow(names).getCell(1), say('load.week'))
  for (const [at, monday] of mondays.entries()) {
    const day = `${column(firstWeek + at)}1`
    // Words, not days: over days a chart leaves room for the six of each week in which nothing stands.
    put(sheet.getRow(names).getCell(firstWeek + at), {
      formula: shortDayAsText(day, format.sheetShortDay),
      result: format.sheetShortDay.replace('mm', monday.slice(5, 7)).replace('dd', monday.slice(8)),
    })
  }
  const top = names + 2
  sheet.addColumnChart(
    {
      title: say('load.chart'),
      grouping: 'stacked',
      overlap: 100,
      gapWidth: 40,
      showLegend: true,
      legendPosition: 'b',
      series: calendars.map((_, at) => ({
        name: { formula: `Load!$A$${firstTask + at}` },
        categories: `Load!$${first}$${names}:$${end}$${names}`,
        values: `Load!$${first}$${firstTask + at}:$${end}$${firstTask + at}`,
        fill: (look.series[at % look.series.length] ?? look.light.accent).slice(1),
      })),
    },
    `A${top}:${column(Math.min(firstWeek + mondays.length, 24))}${top + 24}`,
  )
}

/** A short day in words, in the order of its format; a format of days itself would have to be in the language of the program. */
function shortDayAsText(day: string, format: string): string {
  const parts = { mm: `RIGHT("0"&MONTH(${day}),2)`, dd: `RIGHT("0"&DAY(${day}),2)` }
  return format
    .split(/(mm|dd)/)
    .filter((part) => part !== '')
    .map((part) => (part === 'mm' || part === 'dd' ? parts[part] : `"${part}"`))
    .join('&')
}
